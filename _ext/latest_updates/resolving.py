"""Filling the places that were left on pages, when all articles are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .article_page import SLOTS, header_html, plain_header, related_html
from .cards import Page, listing_html, pagination
from .freshness import note_written
from .generated import count_pages
from .nodes import html_fragment, slot
from .overviews import categories_html, plain_categories, plain_tags, tags_html
from .plain import plain_listing
from .reading_map import map_html, plain_map
from .settings import domain_of, paginates

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup
    from sphinx.application import Sphinx

    from .articles import Article, Listing


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace every place on the page by what belongs there."""
    note_written(app, docname)
    page = Page(app, docname)
    for place in _slots(page, doctree):
        place.replace_self(_contents(page, place))
    if page.has_formulas:
        page.domain.with_formulas.add(docname)


def _slots(page: Page, doctree: nodes.document) -> list[slot]:
    """Return the places on a page; those of a plain article are looked for where they were left."""
    domain = page.domain
    has_others = page.name in domain.listings or page.name in domain.overviews
    if paginates(page.app.builder) and page.name in domain.articles and not has_others:
        sections = [child for child in doctree.children if isinstance(child, nodes.section)]
        near = [*doctree.children, *(child for section in sections[:1] for child in section.children[:4])]
        found = [child for child in near if isinstance(child, slot)]
        if len(found) == SLOTS:
            return found
    return list(doctree.findall(slot))


def _contents(page: Page, place: slot) -> list[nodes.Node]:
    """Return what belongs in *place*, which may be a part of a page of several documents."""
    builder = page.app.builder
    if builder.name == "gettext":
        # What others say is translated where they say it.
        return []
    if builder.format == "html":
        return html_fragment(_HTML[place["kind"]](page, place))
    return _PLAIN[place["kind"]](page.app, place, page.name)


def _article(app: Sphinx, place: slot) -> Article:
    return domain_of(app.env).articles[place["docname"]]


def _listing(app: Sphinx, place: slot) -> Listing:
    listings = domain_of(app.env).listings[place["docname"]]
    return listings[int(place["index"])]


def _html_listing(page: Page, place: slot) -> Markup:
    listing = _listing(page.app, place)
    if not listing.is_paginated:
        return listing_html(page, listing, _level(place))
    if not paginates(page.app.builder):
        return listing_html(page, listing.whole(), _level(place))
    total = count_pages(page.app, listing)
    return listing_html(page, listing, _level(place)) + pagination(page, page.name, 1, total)


def _level(place: slot) -> int:
    """Return the level of a heading in *place*, as HTML counts them."""
    level, node = 1, place.parent
    while node is not None:
        level += isinstance(node, nodes.section)
        node = node.parent
    return level


_HTML: dict[str, Callable[[Page, slot], Markup]] = {
    "listing": _html_listing,
    "tags": lambda page, _place: tags_html(page),
    "categories": lambda page, _place: categories_html(page),
    "map": lambda page, place: map_html(page, place["category"]),
    "header": lambda page, place: header_html(page, _article(page.app, place)),
    "related": lambda page, place: related_html(page, _article(page.app, place)),
}
_PLAIN: dict[str, Callable[[Sphinx, slot, str], list[nodes.Node]]] = {
    "listing": lambda app, place, docname: plain_listing(app, _listing(app, place), docname),
    "tags": lambda app, _place, _docname: plain_tags(app),
    "categories": lambda app, _place, docname: plain_categories(app, docname),
    "map": lambda app, place, docname: plain_map(app, place["category"], docname),
    "header": lambda app, place, _docname: plain_header(app, _article(app, place)),
    # In a book or a manual page, articles follow each other anyway.
    "related": lambda _app, _place, _docname: [],
}
