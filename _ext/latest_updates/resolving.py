"""Filling the places that were left on pages, when all articles are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .articles import paginate
from .cards import Page, listing_nodes, pagination
from .freshness import note_written
from .nodes import slot
from .plain import plain_listing
from .settings import domain_of, paginates

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace every place on the page by what belongs there."""
    note_written(app, docname)
    for place in list(doctree.findall(slot)):
        # What others say is translated where they say it.
        shown = app.builder.name != "gettext"
        place.replace_self(_FILLERS[place["kind"]](app, place, docname) if shown else [])


def _fill_listing(app: Sphinx, place: slot, docname: str) -> list[nodes.Node]:
    listing = domain_of(app.env).listings[place["docname"]][place["index"]]
    if app.builder.format != "html":
        return plain_listing(app, listing, docname)
    page = Page(app, docname)
    if not listing.is_paginated:
        return listing_nodes(page, listing, _level(place))
    if not paginates(app.builder):
        return listing_nodes(page, listing.whole(), _level(place))
    total = len(paginate(page.view.choose(listing), listing.per_page))
    return [*listing_nodes(page, listing, _level(place)), *pagination(page, place["docname"], 1, total)]


def _level(place: slot) -> int:
    """Return the level of a heading in *place*, as HTML counts them."""
    level, node = 1, place.parent
    while node is not None:
        level += isinstance(node, nodes.section)
        node = node.parent
    return level


_FILLERS = {"listing": _fill_listing}
