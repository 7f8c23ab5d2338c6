"""Every link of the built site leads somewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path


def targets(page: BeautifulSoup) -> set[str]:
    """Return all addresses that a page links or loads, and the pictures it shows."""
    found = {str(tag["href"]) for tag in page.find_all(href=True)}
    return found | {str(tag["src"]) for tag in page.find_all(src=True)}


def anchors(page: BeautifulSoup) -> set[str]:
    """Return the ids of a page; the empty one is its top."""
    return {"", *(str(tag["id"]) for tag in page.find_all(id=True))}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, BeautifulSoup]:
    """Return all pages of the site by their files."""
    return {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in site.rglob("*.html")
    }


def test_every_internal_link_has_its_target(site: Path, pages: dict[Path, BeautifulSoup]) -> None:
    """No dead page, no missing asset, no anchor that does not exist, no id given twice."""
    ids = {path: anchors(page) for path, page in pages.items()}
    dead: defaultdict[str, list[str]] = defaultdict(list)
    for path, page in pages.items():
        listed = Counter(str(tag["id"]) for tag in page.find_all(id=True))
        dead[path.name] += [f"id twice: {name}" for name, times in listed.items() if times > 1]
        for link in targets(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            # The page for missing pages names everything from the root of the site.
            folder = site if parts.path.startswith("/") else path.parent
            target = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
            if not target.is_file() or (target in ids and unquote(parts.fragment) not in ids[target]):
                dead[path.name].append(link)

    assert {name: found for name, found in dead.items() if found} == {}


def test_no_page_loads_anything_from_elsewhere(pages: dict[Path, BeautifulSoup]) -> None:
    """Scripts, styles, pictures and fonts come from the site itself."""
    foreign = set()
    for page in pages.values():
        loaded = [tag.get("src") for tag in page.find_all(src=True)]
        loaded += [tag.get("href") for tag in page.find_all("link", rel=["stylesheet", "icon", "preload"])]
        foreign |= {str(address) for address in loaded if urlsplit(str(address)).netloc}

    assert foreign == set()
