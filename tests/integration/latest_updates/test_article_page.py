"""What an article's own page says besides its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

ARTICLES = {
    "python/one.md": article(
        "updated: 2026-02-01\ntags: [pdb, C++]\nprerequisites: [nlp/four]",
        "One",
        "字" * 801 + "\n\nSee [](three.md).\n\n```python\n" + "code " * 4000 + "\n```\n",
    ),
    "python/two.md": article("tags: [pdb]", "Two *two*"),
    "python/three.md": article("", "Three"),
    "nlp/four.md": article("", "Four"),
}


def text(page: BeautifulSoup, selector: str) -> list[str]:
    """Return the texts of the elements of a page."""
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


def test_facts_stand_under_the_title(site: Callable[..., Site]) -> None:
    """Category, dates, reading time and tags follow the heading, and are links where there are pages."""
    small = site(ARTICLES)
    assert small.build() == []
    page = BeautifulSoup(small.page("python/one.html"), "html.parser")

    header = page.select_one("h1 + .latest-updates-header")
    assert header is not None
    assert text(page, ".latest-updates-header .latest-updates-facts") == [
        "Python 2026-01-01 Updated 2026-02-01 3 min read"
    ]
    assert [(link.get_text(), link["href"]) for link in header.select("a")] == [
        ("Python", "index.html"),
        ("pdb", "../tags/pdb.html"),
        ("C++", "../tags/cplusplus.html"),
    ]


def test_authors_are_named_where_the_article_names_them(site: Callable[..., Site]) -> None:
    """Who wrote an article is said on its page, but not of every article of a site of one author."""
    small = site(
        {"python/one.md": article("authors: [Ann, 王五]"), "nlp/two.md": article()}, 'author = "Editor"\n'
    )
    small.build()

    def authors(name: str) -> list[str]:
        return text(BeautifulSoup(small.page(name), "html.parser"), ".latest-updates-header .p-author")

    assert authors("python/one.html") == ["Ann", "王五"]
    assert authors("nlp/two.html") == []


def test_related_articles_stand_at_the_foot(site: Callable[..., Site]) -> None:
    """What the author names comes first; titles keep their markup."""
    small = site(ARTICLES)
    small.build()
    page = BeautifulSoup(small.page("python/one.html"), "html.parser")

    assert text(page, ".latest-updates-related li") == [
        "Four Read first 2026-01-01",
        "Three 2026-01-01",
        "Two two 2026-01-01",
    ]
    assert page.select_one(".latest-updates-related em") is not None


def test_related_articles_can_be_fewer_or_none(site: Callable[..., Site]) -> None:
    """`latest_updates_related` is their greatest number."""
    small = site(ARTICLES, "latest_updates_related = 0\n")
    small.build()

    assert "latest-updates-related" not in small.page("python/one.html")


def test_draft_is_marked_where_it_is_shown(site: Callable[..., Site]) -> None:
    """With `-t drafts` a draft says what it is, to readers and to search engines."""
    small = site({**ARTICLES, "python/two.md": article("draft: true", "Two")})
    small.build(tags=["drafts"])

    page = BeautifulSoup(small.page("python/two.html"), "html.parser")
    assert text(page, ".latest-updates-draft") == ["Draft: this page is not published yet."]
    assert page.select_one('meta[name="robots"][content="noindex"]') is not None
    assert "noindex" not in small.page("python/one.html")


def test_draft_that_is_no_article_is_a_warning(site: Callable[..., Site]) -> None:
    """Silence would publish what its author wants to keep back."""
    small = site({**ARTICLES, "about.md": "---\norphan: true\ndraft: true\n---\n# About\n"})

    warnings = small.build()

    assert len(warnings) == 1
    assert "about.md:3: WARNING: only an article, below a category, can be a draft" in warnings[0]


def test_pages_follow_what_they_show_of_others(site: Callable[..., Site]) -> None:
    """A new title of a related article, or a new reason to be related, reaches the page."""
    small = site(ARTICLES)
    small.build()

    small.write({"nlp/four.md": article("", "Renamed"), "python/three.md": article("tags: [pdb]", "Three")})
    assert small.build() == []

    assert "Renamed" in small.page("python/one.html")
    assert "Three" in small.page("python/two.html")


def test_article_follows_the_vocabulary(site: Callable[..., Site]) -> None:
    """When a tag's spelling changes in the vocabulary, articles are read again."""
    first = "- pdb\n- C++\n"
    small = site({**ARTICLES, "tags.yml": first}, 'latest_updates_tags = "tags.yml"\n')
    assert small.build() == []

    small.write({"tags.yml": "- C++\n- {tag: debugger, aliases: [pdb]}\n"})
    warnings = small.build()

    assert [line.count("did you mean 'debugger'?") for line in warnings] == [1, 1]
    assert small.has("tags/debugger.html")
    assert not small.has("tags/pdb.html")
