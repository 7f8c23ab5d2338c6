"""The directive's options, and pages without a source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from .conftest import article
from .test_listing import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

ARTICLES = {
    "python/one.md": article("tags: [pdb]", "One", date="2024-05-01"),
    "python/two.md": article("tags: [pdb, C++]\npinned: true", "Two", date="2025-05-01"),
    "python/three.md": article("updated: 2026-02-01", "Three", date="2024-06-01"),
    "nlp/four.md": article("tags: [C#]", "Four", date="2026-01-01"),
}


def listing(*options: str) -> str:
    """Return a page with a listing of these options."""
    return "# Updates\n\n```{latest-updates}\n" + "\n".join(options) + "\n```\n"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), ["Three", "Four", "Two", "One"]),
        ((":limit: 2",), ["Three", "Four"]),
        ((":category: nlp",), ["Four"]),
        ((":tag: pdb",), ["Two", "One"]),
        ((":year: 2026",), ["Three", "Four"]),
        ((":pinned-first:",), ["Two", "Three", "Four", "One"]),
        ((":category: python", ":tag: pdb", ":limit: 1"), ["Two"]),
        ((":style: list",), ["Three", "Four", "Two", "One"]),
        ((":style: list", ":group-by: year"), ["Three", "Four", "Two", "One"]),
        ((":per-page: 3",), ["Three", "Four", "Two"]),
        ((":per-page: 0",), ["Three", "Four", "Two", "One"]),
        ((":year: 1999",), []),
    ],
)
def test_options_choose_and_order(
    site: Callable[..., Site], options: tuple[str, ...], shown: list[str]
) -> None:
    """Each option does what its name says, alone and with others."""
    small = site({**ARTICLES, "updates.md": listing(*options)})

    assert small.build() == []
    assert names(small.outdir, "updates.html") == shown


def test_years_are_headings(site: Callable[..., Site]) -> None:
    """The year is that of the date by which articles are ordered."""
    small = site({**ARTICLES, "updates.md": listing(":group-by: year", ":style: list")})
    small.build()

    page = BeautifulSoup(small.page("updates.html"), "html.parser")
    assert [year.get_text() for year in page.select("h2.latest-updates-year")] == ["2026", "2025", "2024"]


def test_headings_of_cards_follow_the_section_they_are_in(site: Callable[..., Site]) -> None:
    """Below a second-level heading, cards have third-level ones; no level is skipped."""
    nested = "# Updates\n\n## Latest\n\n```{latest-updates}\n:limit: 1\n```\n"
    small = site({**ARTICLES, "updates.md": nested})
    small.build()

    assert '<h3 class="latest-updates-title p-name">' in small.page("updates.html")


def test_restructuredtext_has_the_directive_too(site: Callable[..., Site]) -> None:
    """Pages and articles may be reStructuredText."""
    small = site(ARTICLES)
    (small.srcdir / "updates.md").unlink()
    small.write(
        {
            "updates.rst": "Updates\n=======\n\n.. latest-updates::\n   :tag: pdb\n",
            "nlp/five.rst": ":date: 2026-03-01\n:tags: [pdb]\n\nFive\n====\n\nText with :math:`x_i`.\n",
        }
    )

    assert small.build() == []
    assert names(small.outdir, "updates.html") == ["Five", "Two", "One"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((":category: pyton",), "unknown category 'pyton'; did you mean 'python'?"),
        ((":category: xyzzy",), "unknown category 'xyzzy'; accepted are python, nlp"),
        ((":category:",), ":category: needs a value on a page outside the categories"),
    ],
)
def test_mistakes_in_options_are_located(
    site: Callable[..., Site], options: tuple[str, ...], message: str
) -> None:
    """A listing of a category that isn't one is a warning at its line, and shows nothing."""
    small = site({**ARTICLES, "updates.md": listing(*options)})

    warnings = small.build()

    assert len(warnings) == 1
    assert f"updates.md:3: WARNING: {message} [latest_updates.listing]" in warnings[0]
    assert "h-feed" not in small.page("updates.html")


def test_unknown_tag_in_an_option_is_a_warning(site: Callable[..., Site]) -> None:
    """With a vocabulary, a listing of a tag that isn't in it is a mistake."""
    tags = "- pdb\n- C++\n- C#\n"
    small = site(
        {**ARTICLES, "updates.md": listing(":tag: pbd"), "tags.yml": tags}, 'latest_updates_tags = "tags.yml"'
    )

    warnings = small.build()

    assert len(warnings) == 1
    assert "updates.md:3: WARNING: unknown tag 'pbd'; did you mean 'pdb'?" in warnings[0]


def test_second_listing_of_pages_is_a_warning(site: Callable[..., Site]) -> None:
    """A page has one sequence of pages; a second listing shows its first page only."""
    two = listing(":per-page: 3") + "\n```{latest-updates}\n:per-page: 2\n:tag: pdb\n```\n"
    small = site({**ARTICLES, "updates.md": two})

    warnings = small.build()

    assert len(warnings) == 1
    assert "updates.md:7: WARNING: a second listing on a page needs :limit:" in warnings[0]
    assert small.page("updates.html").count("<nav") == 1


def test_pages_have_titles_and_lead_to_each_other(site: Callable[..., Site]) -> None:
    """Title, heading, canonical link and rel=prev/next of each page are its own."""
    small = site(
        {**ARTICLES, "updates.md": listing(":per-page: 1")}, 'html_baseurl = "https://example.org/en/"'
    )
    small.build()

    def head(name: str) -> dict[str, str | None]:
        page = BeautifulSoup(small.page(name), "html.parser")
        links = {str(link["rel"][0]): str(link["href"]) for link in page.select("head link[rel]")}
        found = {rel: links.get(rel) for rel in ("canonical", "prev", "next")}
        return {**found, "h1": page.h1.get_text().strip("¶") if page.h1 else None}

    base = "https://example.org/en"
    assert head("updates.html") == {
        "canonical": f"{base}/updates.html",
        "prev": "index.html",
        "next": "updates/page/2.html",
        "h1": "Updates",
    }
    assert head("updates/page/2.html") == {
        "canonical": f"{base}/updates/page/2.html",
        "prev": "../../updates.html",
        "next": "3.html",
        "h1": "Updates (page 2)",
    }
    assert head("updates/page/4.html")["next"] is None
    assert "<title>Updates (page 2)" in small.page("updates/page/2.html")


def test_later_pages_hold_nothing_else_of_the_page(site: Callable[..., Site]) -> None:
    """What an author wrote around the listing stands on the first page only."""
    small = site(
        {**ARTICLES, "updates.md": listing(":per-page: 1").replace("# Updates", "# Updates\n\nIntro.")}
    )
    small.build()

    assert "Intro." in small.page("updates.html")
    assert "Intro." not in small.page("updates/page/2.html")


def test_listings_are_not_in_the_search_index(site: Callable[..., Site]) -> None:
    """A word of an article leads to the article, not to the pages that quote it."""
    small = site({**ARTICLES, "python/one.md": article("tags: [pdb]", body="Unmistakable.")})
    small.build()

    index = small.page("searchindex.js")
    docs = re.search(r"docnames:(\[.*?\])", index.replace('"docnames"', "docnames"))
    found = re.search(r'"?unmistak\w*"?:(\[[\d,]*\]|\d+)', index)
    assert docs is not None
    assert found is not None
    names_ = re.findall(r'"([^"]+)"', docs[1])
    assert [names_[int(number)] for number in re.findall(r"\d+", found[1])] == ["python/one"]


def test_document_of_a_generated_name_wins(site: Callable[..., Site]) -> None:
    """What an author has written is never overwritten; a warning says that a page is missing."""
    small = site({**ARTICLES, "tags/pdb.md": "---\norphan: true\n---\n# My own page\n"})

    warnings = small.build()

    assert len(warnings) == 1
    assert "WARNING: 'tags/pdb' is wanted for a page" in warnings[0]
    assert "[latest_updates.name]" in warnings[0]
    assert "My own page" in small.page("tags/pdb.html")


def test_tags_of_one_slug_get_numbers(site: Callable[..., Site]) -> None:
    """Two tags never share a page; the warning stands where the later one is given."""
    small = site(
        {
            "python/one.md": article("tags: [a-b]"),
            "python/two.md": article("\ntags: [a b]"),
            "nlp/three.md": article(),
        }
    )

    warnings = small.build()

    assert len(warnings) == 1
    assert "python/one.md:3: WARNING: the page of the tag 'a-b' gets a number" in warnings[0]
    assert names(small.outdir, "tags/a-b.html") == ["Title"]
    assert small.has("tags/a-b-2.html")


def test_tag_pages_can_be_elsewhere_or_nowhere(site: Callable[..., Site]) -> None:
    """`latest_updates_tag_pages` names their folder; empty, there are none, and no links to them."""
    small = site(ARTICLES, 'latest_updates_tag_pages = "topics"\n')
    small.build()
    assert small.has("topics/cplusplus.html")

    small.write(
        {"conf.py": (small.srcdir / "conf.py").read_text(encoding="utf-8") + 'latest_updates_tag_pages = ""'}
    )
    small.build()
    assert not small.has("topics/cplusplus.html")
    assert '<span class="p-category">pdb</span>' in small.page("python/one.html")


def test_overviews_count_articles(site: Callable[..., Site]) -> None:
    """Tags come with their numbers, the most frequent first; categories in the project's order."""
    overview = "# Updates\n\n```{latest-updates-tags}\n```\n\n```{latest-updates-categories}\n```\n"
    small = site({**ARTICLES, "updates.md": overview})
    small.build()

    page = BeautifulSoup(small.page("updates.html"), "html.parser")
    tags = [item.get_text() for item in page.select(".latest-updates-tag-index li")]
    tiles = [item.get_text() for item in page.select(".latest-updates-tile")]
    assert tags == ["pdb 2", "C# 1", "C++ 1"]
    assert tiles == ["Python Articles: 3", "Language Articles: 1"]
    assert [str(link["href"]) for link in page.select(".latest-updates-tag-index a")] == [
        "tags/pdb.html",
        "tags/csharp.html",
        "tags/cplusplus.html",
    ]


def test_tiles_do_not_change_the_cards_below_them(site: Callable[..., Site]) -> None:
    """A category is a tile above and a fact of a card below, on one page (a tile's link fills its box)."""
    page = f"# Home\n\n```{{latest-updates-categories}}\n```\n\n{listing(':limit: 2')}"
    small = site({**ARTICLES, "index.md": page})
    small.build()

    home = BeautifulSoup(small.page("index.html"), "html.parser")
    assert [link.get_text() for link in home.select(".latest-updates-tile-name")] == ["Python", "Language"]
    assert len(home.select(".h-entry .p-category")) == 2


def test_pages_that_are_no_longer_needed_are_removed(site: Callable[..., Site]) -> None:
    """With fewer articles there are fewer pages; only files that we made go."""
    small = site({**ARTICLES, "updates.md": listing(":per-page: 1")})
    small.build()
    foreign = small.outdir / "tags" / "foreign.html"
    foreign.write_text("not ours", encoding="utf-8")
    assert small.has("updates/page/4.html")

    (small.srcdir / "python/two.md").unlink()
    small.build()

    assert small.has("updates/page/3.html")
    assert not small.has("updates/page/4.html")
    assert not small.has("tags/cplusplus.html")
    assert foreign.exists()
