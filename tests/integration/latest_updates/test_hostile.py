"""What comes from a source file is text, whatever it looks like."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT, build
from tests.unit.latest_updates.atom_grammar import violations

from .conftest import FILES, article
from .hostile import ATTACKS, CONF, sources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Site

SHORT = {name: attack for name, attack in ATTACKS.items() if len(attack) < 200}


def pages(out: Path) -> dict[str, BeautifulSoup]:
    """Return all pages, parsed as a browser parses them."""
    return {
        path.relative_to(out).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
        for path in sorted(out.rglob("*.html"))
    }


def visible(text: str) -> str:
    """Return what is left of a text on a page: white space is one, control characters are none."""
    return " ".join(text.replace("\x85", " ").split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of all attacks once; its only warnings are of tags that want one name."""
    source = tmp_path_factory.mktemp("hostile")
    conf = f"import sys\nsys.path.insert(0, {str(ROOT / '_ext')!r})\n{FILES['conf.py']}{CONF}"
    for name, text in {**FILES, **sources(), "conf.py": conf}.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    result = build(source, source / "out")
    assert result.returncode == 0
    assert [line for line in result.stderr.splitlines() if "[latest_updates.tag]" not in line] == []
    return source / "out"


def test_nothing_becomes_markup(built: Path) -> None:
    """No page has a script, an event handler or an image that an article brought along."""
    found: list[tuple[str, str]] = []
    for name, page in pages(built).items():
        scripts = [
            s for s in page.select("script") if not s.get("src") and s.get("type") != "application/ld+json"
        ]
        found += [(name, str(s)) for s in scripts if "pwned" in str(s)]
        found += [
            (name, str(e)[:80]) for e in page.select("img[src=x], svg[onload], [onerror], [onmouseover]")
        ]
        found += [(name, str(e)[:80]) for e in page.select("[onfocus], [autofocus], a[href^='javascript:']")]
    assert found == []


def test_texts_come_through(built: Path) -> None:
    """On its own page, in the head and in a listing an attack is read as it was written."""
    every = pages(built)
    listed = " ".join(visible(page.get_text()) for name, page in every.items() if name.startswith("updates"))
    for name, attack in SHORT.items():
        page = every[f"python/{name}.html"]
        assert visible(page.select_one("h1").get_text().rstrip("¶")) == visible(attack)  # type: ignore[union-attr]
        assert visible(attack) in listed
        assert visible(str(page.select_one('meta[name="description"]')["content"])) == visible(attack)  # type: ignore[index]
        assert visible(str(page.select_one('meta[property="og:title"]')["content"])) == visible(attack)  # type: ignore[index]
        assert visible(page.select_one(".latest-updates-tags a").get_text()) == visible(attack)  # type: ignore[union-attr]


def test_linked_data_parses(built: Path) -> None:
    """A script element of data ends where we end it, and says what the article says."""
    for name, attack in SHORT.items():
        source = (built / f"python/{name}.html").read_text(encoding="utf-8")
        scripts = source.split('<script type="application/ld+json">')[1:]
        posting: dict[str, Any] = json.loads(scripts[0].partition("</script>")[0])

        assert source.count("</script>") == source.count("<script")
        assert visible(posting["headline"]) == visible(attack)
        assert posting["author"][0]["name"] == visible(attack)


def test_feeds_are_valid(built: Path) -> None:
    """Feeds of hostile articles obey their grammar, and give titles back as text."""
    built_titles = {visible(attack) for attack in SHORT.values()}
    feed = (built / "atom.xml").read_text(encoding="utf-8")
    titles = {visible(str(found.text)) for found in ET.fromstring(feed.encode()).findall(".//{*}title")}

    assert violations(feed) == []
    assert feedparser.parse(feed).bozo == 0
    assert built_titles <= titles
    assert ET.fromstring((built / "sitemap.xml").read_bytes()) is not None
    assert {
        visible(item["title"]) for item in json.loads((built / "feed.json").read_bytes())["items"]
    } >= built_titles


def test_names_of_pages_stay_in_their_folder(built: Path) -> None:
    """No tag makes a file outside the folder of tags, or one that a file system refuses."""
    made = [path.relative_to(built) for path in built.rglob("*") if path.is_file()]

    assert len([path for path in made if path.parts[0] == "tags"]) == len(ATTACKS)
    assert max(len(part.encode()) for path in made for part in path.parts) <= 255


def test_thousands_of_tags_are_only_tags(site: Callable[..., Site]) -> None:
    """An article with 5,000 tags is built like any other."""
    tags = ", ".join(f"tag-{number}" for number in range(5000))
    small = site(
        {"python/one.md": article(f"tags: [{tags}]"), "nlp/two.md": article()},
        'latest_updates_tag_pages = ""\n',
    )

    assert small.build() == []
    assert small.page("python/one.html").count('<span class="p-category">tag-') == 5000


@pytest.mark.parametrize(
    "block",
    [
        "[" * 5000,
        "a: &a [" + "*a, " * 5 + "]",
        "date: !!python/object:os.system x",
        "? " * 2000 + "a",
        "\x00",
    ],
)
def test_hostile_yaml_is_a_warning(site: Callable[..., Site], block: str) -> None:
    """Deep nesting, recursion, tags of Python objects and NUL neither crash nor execute."""
    small = site({"python/one.md": f"---\n{block}\n---\n\n# One\n", "nlp/two.md": article(title="Two")})

    ours = [line for line in small.build() if "[latest_updates." in line]

    assert len(ours) >= 1
    assert "Two" in small.page("updates.html")
