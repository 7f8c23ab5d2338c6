"""Feeds and sitemap in the output of builders."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup

from tests.unit.latest_updates.atom_grammar import violations

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

BASE = "https://example.org/en"
CONF = f"""
html_baseurl = "{BASE}/"
author = "Author"
copyright = "Author, CC BY 4.0"
latest_updates_license = "https://creativecommons.org/licenses/by/4.0/"
latest_updates_timezone = "Asia/Shanghai"
"""
ARTICLES = {
    "python/one.md": article("tags: [C++]", "One", "当 $a < b$ 时，`x > 1`。\n\n$$ y $$\n"),
    "python/两.md": article("updated: 2026-03-01", "Two & three"),
    "nlp/three.md": article("categories: [python]", "Three", date="2026-02-01"),
}


def urls(site: Site) -> dict[str, str]:
    """Return the pages of the sitemap with the dates of their changes."""
    root = ET.fromstring(site.page("sitemap.xml").encode())
    return {str(url[0].text): "".join(str(changed.text) for changed in url[1:]) for url in root}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_feeds_are_valid_for_every_builder(site: Callable[..., Site], builder: str) -> None:
    """Each feed obeys its grammar, and a usual library reads it without a complaint."""
    small = site(ARTICLES, CONF)
    assert small.build(builder) == []

    for name, titles in {
        "atom.xml": ["Two & three", "Three", "One"],
        "python/atom.xml": ["Two & three", "Three", "One"],
        "nlp/atom.xml": ["Three"],
    }.items():
        read = feedparser.parse(small.page(name))
        assert violations(small.page(name)) == []
        assert read.bozo == 0
        assert [entry.title for entry in read.entries] == titles


def test_identifiers_are_the_same_for_all_builders(site: Callable[..., Site]) -> None:
    """A reader that follows the site sees no article twice when URLs change their form."""
    small = site(ARTICLES, CONF)
    ids = []
    for builder in ("html", "dirhtml", "singlehtml"):
        small.build(builder)
        ids.append([item["id"] for item in json.loads(small.page("feed.json"))["items"]])

    assert ids[0] == [f"{BASE}/python/%E4%B8%A4", f"{BASE}/nlp/three", f"{BASE}/python/one"]
    assert ids == [ids[0]] * 3


def test_entries_say_what_a_feed_reader_shows(site: Callable[..., Site]) -> None:
    """Summaries are plain text with formulas named, times begin the day where the site is at home."""
    small = site(ARTICLES, CONF)
    small.build()
    entry = feedparser.parse(small.page("atom.xml")).entries[2]

    assert entry.summary == "当 [Math] 时，x > 1。 [formula]"
    assert entry.published == "2026-01-01T00:00:00+08:00"
    assert entry.link == f"{BASE}/python/one.html"
    assert [tag.term for tag in entry.tags] == ["Python", "C++"]
    feed = feedparser.parse(small.page("atom.xml")).feed
    assert feed.updated == "2026-03-01T00:00:00+08:00"
    assert feed.rights == "Author, CC BY 4.0"
    assert [link.href for link in feed.links if link.rel == "license"] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]


def test_feed_has_at_most_so_many_entries(site: Callable[..., Site]) -> None:
    """`latest_updates_feed_limit` keeps the feed of a large site small."""
    small = site(ARTICLES, CONF + "latest_updates_feed_limit = 2\n")
    small.build()

    assert len(feedparser.parse(small.page("atom.xml")).entries) == 2


def test_sitemap_lists_every_page_with_its_last_change(site: Callable[..., Site]) -> None:
    """Documents and generated pages stand there, also those which this build did not write."""
    small = site(ARTICLES, CONF)
    small.build()
    complete = urls(small)
    small.build()

    assert urls(small) == complete
    assert complete == {
        f"{BASE}/index.html": "",
        f"{BASE}/updates.html": "2026-03-01",
        f"{BASE}/nlp/index.html": "",
        f"{BASE}/nlp/three.html": "2026-02-01",
        f"{BASE}/python/index.html": "",
        f"{BASE}/python/one.html": "2026-01-01",
        f"{BASE}/python/%E4%B8%A4.html": "2026-03-01",
        f"{BASE}/tags/cplusplus.html": "2026-01-01",
    }


def test_sitemap_leaves_out_what_is_not_to_be_found(site: Callable[..., Site]) -> None:
    """A page that Sphinx's own search leaves out is not offered to other search engines either."""
    small = site({**ARTICLES, "404.md": "---\norphan: true\nno-search: true\n---\n# Not found\n"}, CONF)
    assert small.build() == []

    assert small.has("404.html")
    assert f"{BASE}/404.html" not in urls(small)


def test_times_of_very_old_articles_are_valid(site: Callable[..., Site]) -> None:
    """Before there were time zones, Shanghai was 8:05:43 ahead; RFC 3339 knows whole minutes only."""
    small = site({"nlp/old.md": article(date="1899-12-31")}, CONF)
    small.build()

    assert violations(small.page("atom.xml")) == []
    assert feedparser.parse(small.page("atom.xml")).entries[0].published == "1899-12-31T00:00:00+08:06"


def test_pages_name_the_feeds(site: Callable[..., Site]) -> None:
    """Programs find the feeds from every page."""
    small = site(ARTICLES, CONF)
    small.build()
    page = BeautifulSoup(small.page("python/one.html"), "html.parser")

    found = [(link["title"], link["href"]) for link in page.select('link[rel="alternate"]')]
    assert found == [
        ("Site", "../atom.xml"),
        ("Python – Site", "atom.xml"),
        ("Language – Site", "../nlp/atom.xml"),
        ("Site", "../feed.json"),
    ]


def test_without_a_base_url_there_are_no_feeds(site: Callable[..., Site]) -> None:
    """One line of information says so; it is no warning."""
    small = site(ARTICLES)
    assert small.build() == []

    assert not [path.name for path in small.outdir.rglob("*.xml")]
    assert not small.has("feed.json")
    assert small.app is not None
    assert small.app.status.getvalue().count("html_baseurl is empty") == 1
    assert 'rel="alternate"' not in small.page("python/one.html")


def test_feeds_that_are_no_longer_wanted_are_removed(site: Callable[..., Site]) -> None:
    """A category without articles has no feed, and no page names it any more."""
    small = site(ARTICLES, CONF)
    small.build()
    (small.srcdir / "nlp/three.md").unlink()
    small.build()

    assert not small.has("nlp/atom.xml")
    assert "nlp/atom.xml" not in small.page("python/one.html")

    small.configure('html_baseurl = ""\n')
    small.build()
    assert not [path.name for path in small.outdir.rglob("*.xml")]


def test_unpublished_article_is_in_no_feed_even_where_it_is_shown(site: Callable[..., Site]) -> None:
    """The preview of an author feeds nobody."""
    small = site({**ARTICLES, "nlp/three.md": article("draft: true", "Three")}, CONF)
    small.build(tags=["drafts"])

    assert "Three" in small.page("updates.html")
    assert "Three" not in small.page("atom.xml")
    assert f"{BASE}/nlp/three.html" not in urls(small)


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_builders_of_books_have_no_feeds(site: Callable[..., Site], builder: str) -> None:
    """A feed belongs to a site."""
    small = site(ARTICLES, CONF + 'version = "1"\n')
    small.build(builder)

    assert not small.has("atom.xml")
    assert not small.has("feed.json")


def test_pages_that_nobody_should_find_are_not_in_the_sitemap(site: Callable[..., Site]) -> None:
    """What is left out of the search, as a page for missing pages is, is no page for crawlers."""
    small = site({**ARTICLES, "404.md": "---\norphan: true\nno-search: true\n---\n\n# Lost\n"}, CONF)
    small.build()

    assert small.has("404.html")
    assert f"{BASE}/404.html" not in urls(small)
    assert f"{BASE}/nlp/three.html" in urls(small)
