"""Overviews of a site: all tags, all categories, each with the number of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from .html import tag
from .messages import _
from .settings import domain_of

if TYPE_CHECKING:
    from markupsafe import Markup
    from sphinx.application import Sphinx

    from .cards import Page
    from .domain import View


def counted_tags(view: View) -> list[tuple[str, int]]:
    """Return the tags in use with their numbers of articles, the most frequent first."""
    counts = [(tag, len(names)) for tag, names in view.tagged.items()]
    return sorted(counts, key=lambda item: (-item[1], item[0]))


def counted_categories(app: Sphinx) -> list[tuple[str, str, int]]:
    """Return folder, name and number of articles of each category, in the order of the project."""
    domain = domain_of(app.env)
    return [(folder, name, domain.view.count(folder)) for folder, name in domain.rules.categories.items()]


def tags_html(page: Page) -> Markup:
    """Return links to the pages of all tags."""
    items = (
        tag("li", "", page.tag(name, "latest-updates-tag"), " ", _count(str(count)))
        for name, count in counted_tags(page.view)
    )
    return tag("ul", "latest-updates-tag-index no-search", *items)


def categories_html(page: Page) -> Markup:
    """Return a tile for each category."""
    tiles = (_tile(page, folder, count) for folder, _name, count in counted_categories(page.app))
    return tag("ul", "latest-updates-tiles no-search", *tiles)


def _tile(page: Page, folder: str, count: int) -> Markup:
    name = page.category(folder, "latest-updates-tile-name")
    return tag(
        "li", "latest-updates-tile", name, " ", _count(_("Articles: %s") % count), data_category=folder
    )


def _count(words: str) -> Markup:
    return tag("span", "latest-updates-count", words)


def plain_tags(app: Sphinx) -> list[nodes.Node]:
    """Return all tags as an ordinary list."""
    return _plain_list(
        [[nodes.Text(f"{tag} ({count})")] for tag, count in counted_tags(domain_of(app.env).view)]
    )


def plain_categories(app: Sphinx, docname: str) -> list[nodes.Node]:
    """Return all categories as an ordinary list."""
    rows = counted_categories(app)
    return _plain_list([[_category_link(app, docname, row), nodes.Text(f" ({row[2]})")] for row in rows])


def _category_link(app: Sphinx, docname: str, row: tuple[str, str, int]) -> nodes.Node:
    folder, name, _number = row
    label = nodes.inline(name, name)
    if f"{folder}/index" not in app.env.all_docs:
        return label
    try:
        return make_refnode(app.builder, docname, f"{folder}/index", None, label)
    except NoUri:
        return label


def _plain_list(rows: list[list[nodes.Node]]) -> list[nodes.Node]:
    items = (nodes.list_item("", nodes.paragraph("", "", *row)) for row in rows)
    return [nodes.bullet_list("", *items, bullet="-")] if rows else []
