"""What the head of a page says to programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

BASE = "https://example.org/en"
CONF = (
    f'html_baseurl = "{BASE}/"\nauthor = "Author"\nlatest_updates_license = "https://example.org/license"\n'
)
ARTICLES = {
    "python/one.md": article(
        "updated: 2026-02-01\ntags: [pdb]\nauthors: [A, B]", "One `code`", "Text & $x$."
    ),
    "nlp/two.md": article(body="word " * 200),
}


def built(make: Callable[..., Site], conf: str = CONF, **files: str) -> Site:
    """Build the site of this module; it has no warnings."""
    small = make({**ARTICLES, **files}, conf)
    assert small.build() == []
    return small


def meta(site: Site, name: str) -> dict[str, list[str]]:
    """Return the contents of the meta elements of a page, by name or property."""
    found: dict[str, list[str]] = {}
    for element in BeautifulSoup(site.page(name), "html.parser").select("head meta[content]"):
        key = element.get("name") or element.get("property")
        found.setdefault(str(key), []).append(str(element["content"]))
    return found


def linked_data(site: Site, name: str) -> dict[str, Any]:
    """Return the JSON-LD objects of a page by their types."""
    scripts = BeautifulSoup(site.page(name), "html.parser").select('script[type="application/ld+json"]')
    return {found["@type"]: found for found in (json.loads(script.get_text()) for script in scripts)}


def test_description_and_open_graph_of_an_article(site: Callable[..., Site]) -> None:
    """They say what the card says, in plain text."""
    found = meta(built(site), "python/one.html")

    assert found["description"] == ["Text & [Math]."]
    assert found["author"] == ["A", "B"]
    assert found["og:type"] == ["article"]
    assert found["og:title"] == ["One code"]
    assert found["og:url"] == [f"{BASE}/python/one.html"]
    assert found["og:site_name"] == ["Site"]
    assert found["article:published_time"] == ["2026-01-01"]
    assert found["article:modified_time"] == ["2026-02-01"]
    assert found["article:section"] == ["Python"]
    assert found["article:tag"] == ["pdb"]


def test_description_is_as_long_as_search_engines_show(site: Callable[..., Site]) -> None:
    """It is cut at a word, with dots."""
    description = meta(built(site), "nlp/two.html")["description"][0]

    assert len(description) <= 163
    assert description.endswith("word...")


def test_description_of_the_author_is_not_doubled(site: Callable[..., Site]) -> None:
    """A page that brings its own description through MyST keeps it alone."""
    own = article('myst:\n  html_meta:\n    "description": "My own"', "Three")
    found = meta(built(site, **{"python/three.md": own}), "python/three.html")

    assert found["description"] == ["My own"]


def test_blog_posting_has_what_search_engines_ask_for(site: Callable[..., Site]) -> None:
    """The JSON-LD of an article is complete and parses."""
    posting = linked_data(built(site), "python/one.html")["BlogPosting"]

    assert posting == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "One code",
        "description": "Text & [Math].",
        "datePublished": "2026-01-01",
        "dateModified": "2026-02-01",
        "inLanguage": "en",
        "author": [{"@type": "Person", "name": "A"}, {"@type": "Person", "name": "B"}],
        "articleSection": "Python",
        "keywords": ["pdb"],
        "timeRequired": "PT1M",
        "license": "https://example.org/license",
        "mainEntityOfPage": f"{BASE}/python/one.html",
    }


def test_breadcrumbs_lead_from_the_start_to_the_article(site: Callable[..., Site]) -> None:
    """Start, category, article, each with its URL."""
    items = linked_data(built(site), "python/one.html")["BreadcrumbList"]["itemListElement"]

    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Site", f"{BASE}/index.html"),
        (2, "Python", f"{BASE}/python/index.html"),
        (3, "One code", f"{BASE}/python/one.html"),
    ]


def test_without_a_base_url_links_are_relative(site: Callable[..., Site]) -> None:
    """JSON-LD may be relative to its page; OpenGraph may not, so it has no URL then."""
    small = built(site, conf="")

    items = linked_data(small, "python/one.html")["BreadcrumbList"]["itemListElement"]
    assert [item["item"] for item in items] == ["../index.html", "index.html", "one.html"]
    assert "og:url" not in meta(small, "python/one.html")


def test_pages_that_are_no_articles_have_open_graph_only(site: Callable[..., Site]) -> None:
    """Documents and generated pages say their title; the search page says nothing."""
    small = built(site)

    assert meta(small, "updates.html")["og:title"] == ["Updates"]
    assert meta(small, "tags/pdb.html")["og:title"] == ["Articles tagged pdb"]
    assert meta(small, "tags/pdb.html")["og:url"] == [f"{BASE}/tags/pdb.html"]
    assert linked_data(small, "updates.html") == {}
    assert "og:title" not in meta(small, "search.html")


def test_article_without_a_date_has_no_posting(site: Callable[..., Site]) -> None:
    """Search engines refuse a posting without its date; the rest is said."""
    small = site({**ARTICLES, "python/one.md": article(date="")}, CONF)
    small.build()

    assert linked_data(small, "python/one.html") == {}
    assert meta(small, "python/one.html")["og:title"] == ["Title"]
