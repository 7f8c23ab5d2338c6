"""Articles as plain values: their order, the choice of a listing, its pages, and what is related.

Nothing here knows docutils or Sphinx.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from .runs import Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .runs import Run

#: The excerpt of an article without text.
NOTHING = Excerpt()
# How many articles of an article's tags are looked at for related ones: the work for one article must
# not grow with the site.
_RELATED_CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Article:
    """What the listing, the feeds and the metadata say of an article.

    ``date`` and ``updated`` are ISO 8601 calendar dates, or empty; an article without ``date`` is listed
    nowhere. ``category`` is the first part of its docname, ``categories`` are further ones that list it.
    ``lines`` holds the lines, in its source, of the keys that later checks may complain about.
    """

    docname: str
    category: str
    title: tuple[Run, ...] = ()
    date: str = ""
    updated: str = ""
    excerpt: Excerpt = NOTHING
    tags: tuple[str, ...] = ()
    written_tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    minutes: int = 1
    pinned: bool = False
    draft: bool = False
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def latest(self) -> str:
        """The date that the order of listings goes by."""
        return max(self.date, self.updated)

    @property
    def quotes_others(self) -> bool:
        """Whether the excerpt holds texts of other pages."""
        return any(kind == "link" for kind, _text in self.excerpt.runs)

    def is_in(self, category: str) -> bool:
        """Tell whether *category* lists the article: its own does, and those that it names."""
        return category == self.category or category in self.categories

    def line(self, key: str) -> int:
        """Return the line of *key* in the front matter, or 1."""
        return dict(self.lines).get(key, 1)


@dataclass(frozen=True, slots=True)
class Listing:
    """The options of a listing; empty and zero mean "any" and "all"."""

    category: str = ""
    tag: str = ""
    year: str = ""
    limit: int = 0
    per_page: int = 0
    style: str = "cards"
    group_by: str = ""
    pinned_first: bool = False

    @property
    def is_paginated(self) -> bool:
        """Whether the listing goes on on further pages."""
        return not self.limit and bool(self.per_page)

    def whole(self) -> Listing:
        """Return the listing on one page."""
        return replace(self, per_page=0)


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Sort *articles*: the latest first, those of one day by docname."""
    by_name = sorted(articles, key=lambda article: article.docname)
    return sorted(by_name, key=lambda article: article.latest, reverse=True)


def choose(articles: Iterable[Article], listing: Listing) -> list[Article]:
    """Return those of *articles*, which are in order, that *listing* shows on all its pages."""
    chosen = [
        article
        for article in articles
        if (not listing.category or article.is_in(listing.category))
        and (not listing.tag or listing.tag in article.tags)
        and (not listing.year or article.latest.startswith(f"{listing.year}-"))
    ]
    if listing.pinned_first:
        chosen.sort(key=lambda article: not article.pinned)
    return chosen[: listing.limit] if listing.limit else chosen


def page_count(articles: Sequence[Article], per_page: int) -> int:
    """Return the number of pages of *per_page* articles each (0: one page); there is always a first page."""
    return max(1, -(-len(articles) // per_page)) if per_page else 1


def page_of(articles: Sequence[Article], per_page: int, number: int) -> Sequence[Article]:
    """Return the articles on page *number*, from 1."""
    return articles[(number - 1) * per_page : number * per_page] if per_page else articles


def by_year(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """Group *articles* by the year that their order goes by; years as they first occur."""
    years: dict[str, list[Article]] = {}
    for article in articles:
        years.setdefault(article.latest[:4], []).append(article)
    return years


def page_name(name: str, number: int) -> str:
    """Return the name of the *number*-th page of the listing on page *name*."""
    if number == 1:
        return name
    base = name[: -len("index")] if name == "index" or name.endswith("/index") else f"{name}/"
    return f"{base}page/{number}"


def shown_page_numbers(current: int, total: int) -> Iterator[int]:
    """Yield the numbers of pages to link to: the first, the last and those near *current*; 0 for a gap."""
    near = {1, total, *range(current - 2, current + 3)}
    before = 0
    for number in sorted(number for number in near if 1 <= number <= total):
        if number - before == 2:
            yield number - 1
        elif number - before > 2:
            yield 0
        yield number
        before = number


def related(
    article: Article,
    articles: Mapping[str, Article],
    places: Mapping[str, int],
    tagged: Mapping[str, Sequence[str]],
    limit: int,
) -> list[str]:
    """Return the docnames of at most *limit* articles that a reader of *article* may want next.

    Prerequisites come first, then articles it links to, then those that share most tags with it, later
    ones first. *places* are those of all *articles* in order. *tagged* has the docnames of each tag's
    articles, in order; of large tags only the latest articles are considered, rare tags first.
    """
    named = [name for name in (*article.prerequisites, *article.links) if name in articles]
    chosen = dict.fromkeys(name for name in named if name != article.docname)
    rare_first = sorted(article.tags, key=lambda tag: (len(tagged.get(tag, ())), tag))
    sharing = chain.from_iterable(tagged.get(tag, ()) for tag in rare_first)
    candidates = set(islice(sharing, _RELATED_CANDIDATES)) - {article.docname, *chosen}
    tags = set(article.tags)
    shared = {name: len(tags.intersection(articles[name].tags)) for name in candidates}
    ranked = sorted(shared, key=lambda name: (-shared[name], places[name]))
    return [*chosen, *ranked][:limit]
