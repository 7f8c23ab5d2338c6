"""The real site for builders other than HTML: no warning, and the list of updates in a sensible form."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from babel.messages.pofile import read_po

from tests.articles.test_collection import ARTICLES
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

# The file that holds the updates, and whether all articles are in it, too.
UPDATES = {
    "dirhtml": ("updates/index.html", False),
    "singlehtml": ("index.html", True),
    "epub": ("updates.xhtml", False),
    "latex": ("*.tex", True),
    "text": ("updates.txt", False),
    "man": ("*.1", True),
}


def titles() -> list[str]:
    """Return the longest part of each article's title without signs that builders write in their own ways."""
    found = []
    for path in ARTICLES:
        heading = re.search(r"^# (.*)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert heading is not None, path
        found.append(max(re.findall(r"\w[\w ]*\w", heading[1]), key=len))
    return found


def built(builder: str, folder: Path) -> Path:
    """Build the real site with warnings as errors."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder]
    places = ["-d", str(folder / "doctrees"), str(ROOT), str(folder / builder)]
    result = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return folder / builder


def is_xml(path: Path) -> bool:
    """Tell whether a page is XML, as reading devices want it."""
    return ET.fromstring(path.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize("builder", UPDATES)
def test_updates_name_every_article(builder: str, tmp_path: Path) -> None:
    """In whatever form, the list is there and whole; where articles follow it, each stands there twice."""
    name, holds_articles = UPDATES[builder]
    out = built(builder, tmp_path)
    # Lines are broken where they please.
    page = "".join(next(out.glob(name)).read_text(encoding="utf-8").split())
    wanted = ["".join(title.split()) for title in titles()]

    assert [title for title in wanted if page.count(title) < 1 + holds_articles] == []
    if builder == "epub":
        pages = sorted(out.rglob("*.xhtml"))
        assert len(pages) > len(ARTICLES)
        assert all(is_xml(path) for path in pages)


def test_translators_get_the_articles_once(tmp_path: Path) -> None:
    """What a card quotes is translated where the article says it, not on the page of the updates."""
    with (built("gettext", tmp_path) / "updates.pot").open("rb") as file:
        messages = [str(entry.id) for entry in read_po(file)]

    assert "最新更新" in messages
    assert [title for title in titles() if any(title in message for message in messages)] == []
