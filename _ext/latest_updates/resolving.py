"""Filling the places that were left on pages, when all articles are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .article_page import header_nodes, plain_header, related_nodes
from .cards import Page, listing_nodes, pagination
from .freshness import note_written
from .generated import count_pages
from .nodes import slot
from .overviews import category_nodes, plain_categories, plain_tags, tag_nodes
from .plain import plain_listing
from .settings import domain_of, paginates

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from .articles import Article, Listing


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace every place on the page by what belongs there."""
    note_written(app, docname)
    for place in list(doctree.findall(slot)):
        place.replace_self(_contents(app, place, docname))


def _contents(app: Sphinx, place: slot, docname: str) -> list[nodes.Node]:
    """Return what belongs in *place*, as shown in *docname* (which may hold other documents)."""
    if app.builder.name == "gettext":
        # What others say is translated where they say it.
        return []
    if app.builder.format == "html":
        return _HTML[place["kind"]](Page(app, docname), place)
    return _PLAIN[place["kind"]](app, place, docname)


def _article(app: Sphinx, place: slot) -> Article:
    return domain_of(app.env).articles[place["docname"]]


def _listing(app: Sphinx, place: slot) -> Listing:
    listings = domain_of(app.env).listings[place["docname"]]
    return listings[int(place["index"])]


def _html_listing(page: Page, place: slot) -> list[nodes.Node]:
    listing = _listing(page.app, place)
    if not listing.is_paginated:
        return listing_nodes(page, listing, _level(place))
    if not paginates(page.app.builder):
        return listing_nodes(page, listing.whole(), _level(place))
    total = count_pages(page.app, listing)
    return [*listing_nodes(page, listing, _level(place)), *pagination(page, page.name, 1, total)]


def _level(place: slot) -> int:
    """Return the level of a heading in *place*, as HTML counts them."""
    level, node = 1, place.parent
    while node is not None:
        level += isinstance(node, nodes.section)
        node = node.parent
    return level


_HTML: dict[str, Callable[[Page, slot], list[nodes.Node]]] = {
    "listing": _html_listing,
    "tags": lambda page, _place: tag_nodes(page),
    "categories": lambda page, _place: category_nodes(page),
    "header": lambda page, place: header_nodes(page, _article(page.app, place)),
    "related": lambda page, place: related_nodes(page, _article(page.app, place)),
}
_PLAIN: dict[str, Callable[[Sphinx, slot, str], list[nodes.Node]]] = {
    "listing": lambda app, place, docname: plain_listing(app, _listing(app, place), docname),
    "tags": lambda app, _place, _docname: plain_tags(app),
    "categories": lambda app, _place, docname: plain_categories(app, docname),
    "header": lambda app, place, _docname: plain_header(app, _article(app, place)),
    # In a book or a manual page, articles follow each other anyway.
    "related": lambda _app, _place, _docname: [],
}
