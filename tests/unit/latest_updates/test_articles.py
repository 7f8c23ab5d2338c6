"""Order, choice, pages and relations of articles."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from latest_updates.articles import (
    Article,
    Listing,
    by_year,
    choose,
    in_order,
    page_count,
    page_name,
    page_of,
    related,
    shown_page_numbers,
)

if TYPE_CHECKING:
    import random

days = st.dates().map(str)
articles = st.lists(
    st.builds(
        Article,
        docname=st.from_regex(r"python/[a-c]{1,3}", fullmatch=True),
        category=st.just("python"),
        date=days,
        updated=days | st.just(""),
        pinned=st.booleans(),
    ),
    unique_by=lambda article: article.docname,
    max_size=40,
)


def article(name: str, *tags: str, date: str = "2026-01-01", **values: object) -> Article:
    """Return an article with some tags."""
    return Article(f"python/{name}", "python", date=date, tags=tags, **values)  # type: ignore[arg-type]


@given(articles, st.randoms(use_true_random=False))
def test_order_is_total(some: list[Article], rng: random.Random) -> None:
    """However articles were found, they come out in one order: latest first, then by name."""
    shuffled = rng.sample(some, len(some))
    ordered = in_order(shuffled)

    assert ordered == in_order(some)
    pairs = itertools.pairwise(ordered)
    assert all(
        first.latest > second.latest or (first.latest == second.latest and first.docname < second.docname)
        for first, second in pairs
    )


@given(articles, st.integers(0, 15))
def test_pages_are_a_partition(some: list[Article], size: int) -> None:
    """Every article is on exactly one page, in order; all pages but the last are full; one page at least."""
    pages = [page_of(some, size, number) for number in range(1, page_count(some, size) + 1)]

    assert [article for page in pages for article in page] == some
    assert all(len(page) == size for page in pages[:-1])
    assert len(pages) >= 1
    assert all(pages) or pages == [[]]


@given(articles)
def test_pinned_articles_come_first_and_keep_their_order(some: list[Article]) -> None:
    """Pinning moves articles to the front and changes nothing else."""
    ordered = in_order(some)
    chosen = choose(ordered, Listing(pinned_first=True))

    assert chosen == [a for a in ordered if a.pinned] + [a for a in ordered if not a.pinned]


def test_choice_by_category_tag_and_year() -> None:
    """A category lists its own articles and those that claim it; a year those of that year's order."""
    one = article("one", "pdb", date="2025-01-01")
    two = article("two", date="2025-01-01", updated="2026-01-01")
    three = Article("nlp/three", "nlp", date="2026-01-01", categories=("python",))
    everything = [three, two, one]

    assert choose(everything, Listing(category="python")) == [three, two, one]
    assert choose(everything, Listing(category="nlp")) == [three]
    assert choose(everything, Listing(tag="pdb")) == [one]
    assert choose(everything, Listing(year="2026")) == [three, two]
    assert choose(everything, Listing(limit=1)) == [three]
    assert list(by_year(everything)) == ["2026", "2025"]


@pytest.mark.parametrize(
    ("name", "number", "page"),
    [
        ("updates", 1, "updates"),
        ("updates", 2, "updates/page/2"),
        ("index", 2, "page/2"),
        ("python/index", 3, "python/page/3"),
        ("python/reindex", 2, "python/reindex/page/2"),
        ("tags/c", 2, "tags/c/page/2"),
    ],
)
def test_names_of_pages(name: str, number: int, page: str) -> None:
    """The index of a folder has its later pages in that folder."""
    assert page_name(name, number) == page


@pytest.mark.parametrize(
    ("current", "total", "shown"),
    [
        (1, 1, [1]),
        (1, 5, [1, 2, 3, 4, 5]),
        (1, 9, [1, 2, 3, 0, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (50, 99, [1, 0, 48, 49, 50, 51, 52, 0, 99]),
    ],
)
def test_page_numbers_have_gaps_only_where_they_save_something(
    current: int, total: int, shown: list[int]
) -> None:
    """A gap (0) stands for at least two pages."""
    assert list(shown_page_numbers(current, total)) == shown


def test_related_are_prerequisites_then_links_then_shared_tags() -> None:
    """What the author has named comes first; of articles that share tags, those that share most."""
    here = article("here", "a", "b", prerequisites=("python/first",), links=("python/second", "python/first"))
    others = [
        article("first"),
        article("second"),
        article("one-tag", "a", date="2026-02-01"),
        article("two-tags", "a", "b"),
        article("late", "b", date="2026-03-01"),
        article("none", "c"),
    ]
    known = {one.docname: one for one in in_order([here, *others])}
    places = {name: place for place, name in enumerate(known)}
    tagged: dict[str, list[str]] = {}
    for one in known.values():
        for tag in one.tags:
            tagged.setdefault(tag, []).append(one.docname)

    found = related(here, known, places, tagged, 10)

    names = ["first", "second", "two-tags", "late", "one-tag"]
    assert found == [f"python/{name}" for name in names]
    assert related(here, known, places, tagged, 2) == found[:2]


def test_related_prefers_rare_tags_when_a_tag_has_very_many_articles() -> None:
    """The work for one article does not grow with the site; a rare tag in common is still found."""
    here = article("here", "common", "rare")
    twin = article("twin", "common", "rare", date="2000-01-01")
    many = [article(f"many-{number:04}", "common") for number in range(5000)]
    known = {one.docname: one for one in [here, twin, *many]}
    places = {name: place for place, name in enumerate(known)}
    tagged = {"common": [one.docname for one in [here, *many, twin]], "rare": [here.docname, twin.docname]}

    assert related(here, known, places, tagged, 1) == ["python/twin"]
