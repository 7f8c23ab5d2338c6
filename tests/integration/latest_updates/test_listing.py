"""Listings on pages, read as a microformats parser reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mf2py
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp


def entries(outdir: Path, name: str) -> list[dict[str, Any]]:
    """Return the properties of the entries of the h-feed on a page."""
    html = (outdir / name).read_text(encoding="utf-8")
    feeds = [item for item in mf2py.parse(doc=html)["items"] if "h-feed" in item["type"]]
    assert len(feeds) == 1
    return [child["properties"] for child in feeds[0].get("children", [])]


def names(outdir: Path, name: str) -> list[str]:
    """Return the titles of the entries on a page."""
    return [entry["name"][0] for entry in entries(outdir, name)]


@pytest.fixture
def built(app: SphinxTestApp) -> Path:
    """Build the project of the test; it has no warnings."""
    app.build()
    assert app.warning.getvalue() == ""
    return app.outdir


@pytest.mark.sphinx("html", testroot="latest-updates-listing")
def test_latest_articles_come_first_by_update_or_date_then_by_name(built: Path) -> None:
    """An update brings an article to the top; articles of one day are ordered by docname."""
    assert names(built, "updates.html") == ["One code", "Five", "Four"]
    assert names(built, "updates/page/2.html") == ["Three", "Two"]


@pytest.mark.sphinx("html", testroot="latest-updates-listing")
def test_entry_tells_link_dates_category_and_summary(built: Path) -> None:
    """All that a card shows can be read by a program."""
    entry = entries(built, "updates.html")[0]

    assert entry["url"] == ["python/one.html"]
    assert entry["published"] == ["2026-01-01"]
    assert entry["updated"] == ["2026-03-01"]
    assert entry["category"] == ["Python"]
    assert entry["summary"] == ["First."]


@pytest.mark.sphinx("html", testroot="latest-updates-listing")
def test_links_of_a_later_page_are_relative_to_it(built: Path) -> None:
    """A page two folders down points two folders up."""
    assert entries(built, "updates/page/2.html")[0]["url"] == ["../../python/three.html"]


@pytest.mark.sphinx("html", testroot="latest-updates-listing")
def test_category_page_lists_what_claims_the_category(built: Path) -> None:
    """`:category:` without a value means the page's own; articles of other folders may claim it."""
    assert names(built, "nlp/index.html") == ["Five", "Two"]
    assert names(built, "python/index.html") == ["One code", "Four", "Three"]
    assert names(built, "python/page/2.html") == ["Two"]


@pytest.mark.sphinx("html", testroot="latest-updates-listing")
def test_tag_pages_spell_out_signs(built: Path) -> None:
    """C++ has a page of a name that C# and C can't have."""
    assert names(built, "tags/cplusplus.html") == ["Two"]
    assert names(built, "tags/debugging.html") == ["One code", "Two"]


@pytest.mark.sphinx("html", testroot="latest-updates-listing")
def test_pagination_is_links_with_the_current_page_marked(built: Path) -> None:
    """Pages are reached without JavaScript, in both directions."""
    first = (built / "updates.html").read_text(encoding="utf-8")
    second = (built / "updates" / "page" / "2.html").read_text(encoding="utf-8")

    assert 'href="updates/page/2.html" rel="next"' in first
    assert 'href="../../updates.html" rel="prev"' in second
    assert 'aria-label="Page 2" aria-current="page"' in second


@pytest.mark.sphinx("dirhtml", testroot="latest-updates-listing")
def test_dirhtml_makes_folders_of_pages(built: Path) -> None:
    """Every page is the index of a folder, and links end in a slash."""
    assert names(built, "updates/page/2/index.html") == ["Three", "Two"]
    assert entries(built, "updates/page/2/index.html")[0]["url"] == ["../../../python/three/"]


@pytest.mark.sphinx("text", testroot="latest-updates-listing")
def test_builders_without_pages_show_the_whole_listing(built: Path) -> None:
    """In a text file all articles stand one after the other."""
    text = (built / "updates.txt").read_text(encoding="utf-8")

    titles = ['One "code"', "Five", "Four", "Three", "Two"]
    assert [line for line in text.splitlines() if line in titles] == titles
