"""Listings as ordinary nodes, for every builder that does not make HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from .articles import by_year
from .messages import _
from .nodes import run_nodes
from .settings import category_name, domain_of, format_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from .articles import Article, Listing

SEPARATOR = " · "


def plain_listing(app: Sphinx, listing: Listing, docname: str) -> list[nodes.Node]:
    """Return all of *listing*, as shown in *docname*."""
    chosen = domain_of(app.env).view.choose(listing)
    if not chosen:
        return [_paragraph(_("No articles yet."))]
    if not listing.group_by:
        return [_entries(app, chosen, listing, docname)]
    result: list[nodes.Node] = []
    for year, articles in by_year(chosen).items():
        result += [nodes.rubric(year, year), _entries(app, articles, listing, docname)]
    return result


def _entries(app: Sphinx, articles: Iterable[Article], listing: Listing, docname: str) -> nodes.Element:
    if listing.style == "list":
        lines = (_line(app, article, docname) for article in articles)
        return nodes.bullet_list("", *lines, bullet="-")
    return nodes.definition_list("", *(_card(app, article, docname) for article in articles))


def _line(app: Sphinx, article: Article, docname: str) -> nodes.list_item:
    day = nodes.Text(f"{format_day(app.config, article.latest)} ")
    return nodes.list_item("", nodes.paragraph("", "", day, title_link(app, article, docname)))


def _card(app: Sphinx, article: Article, docname: str) -> nodes.definition_list_item:
    excerpt = domain_of(app.env).view.excerpt(article)
    summary = nodes.paragraph("", "", *run_nodes(excerpt.runs))
    if excerpt.truncated:
        summary += nodes.Text("...")
    term = nodes.term("", "", title_link(app, article, docname))
    about = nodes.definition("", _paragraph(facts(app, article)), summary)
    return nodes.definition_list_item("", term, about)


def facts(app: Sphinx, article: Article) -> str:
    """Return the category and the dates of *article* on one line."""
    parts = [category_name(app, article.category)]
    if article.date:
        parts.append(format_day(app.config, article.date))
    if article.updated:
        parts.append(_("Updated %(date)s") % {"date": format_day(app.config, article.updated)})
    return SEPARATOR.join(parts)


def title_link(app: Sphinx, article: Article, docname: str) -> nodes.Node:
    """Return the title of *article*, a link where the builder has links between documents."""
    title = nodes.inline("", "", *run_nodes(article.title))
    try:
        return make_refnode(app.builder, docname, article.docname, None, title)
    except NoUri:
        return title


def _paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph(text, text)
