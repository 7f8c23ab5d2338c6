"""Pages without a source: pages 2..N of listings, and the pages of tags."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from .articles import Listing, page_name, paginate
from .cards import Page, listing_nodes, pagination
from .messages import _
from .nodes import element, filled, run_nodes, text
from .runs import plain
from .settings import domain_of, paginates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from docutils import nodes
    from sphinx.application import Sphinx

    from .runs import Run


class GeneratedPage(NamedTuple):
    """Page *number* of *total* of a *listing* that begins on page *base*, under the *title* of it."""

    name: str
    base: str
    title: tuple[Run, ...]
    listing: Listing
    number: int
    total: int


def generated_pages(app: Sphinx) -> dict[str, GeneratedPage]:
    """Return the pages to generate, by name; a document of the name of one wins."""
    view = domain_of(app.env).view
    if view.generated is None:
        view.generated = {}
        for page in _all_pages(app) if paginates(app.builder) else ():
            if page.name not in app.env.all_docs:
                view.generated.setdefault(page.name, page)
    return view.generated


def _all_pages(app: Sphinx) -> Iterator[GeneratedPage]:
    domain = domain_of(app.env)
    for docname, listings in sorted(domain.listings.items()):
        for listing in listings:
            if listing.is_paginated:
                yield from _pages_of(app, docname, title_runs(app, docname), listing, first=2)
    root = app.config.latest_updates_tag_pages
    for tag in sorted(domain.view.tagged) if root else ():
        listing = Listing(tag=tag, per_page=app.config.latest_updates_per_page)
        title = (("text", _("Articles tagged %s") % tag),)
        yield from _pages_of(app, f"{root}/{domain.view.slugs[tag]}", title, listing, first=1)


def _pages_of(
    app: Sphinx, base: str, title: tuple[Run, ...], listing: Listing, first: int
) -> Iterator[GeneratedPage]:
    total = len(paginate(domain_of(app.env).view.choose(listing), listing.per_page))
    for number in range(first, total + 1):
        yield GeneratedPage(page_name(base, number), base, title, listing, number, total)


def title_runs(app: Sphinx, docname: str) -> tuple[Run, ...]:
    """Return the title of a document as runs."""
    article = domain_of(app.env).articles.get(docname)
    return article.title if article else (("text", app.env.titles[docname].astext()),)


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield every generated page for the theme's own template."""
    for page in generated_pages(app).values():
        yield page.name, page_context(app, page), "page.html"


def page_context(app: Sphinx, generated: GeneratedPage) -> dict[str, Any]:
    """Return what the theme's template needs to show a generated page."""
    page = Page(app, generated.name)
    heading = element("h1", "", *_numbered(generated))
    content = listing_nodes(page, generated.listing, 2, generated.number)
    links = pagination(page, generated.base, generated.number, generated.total)
    body = element("section", "latest-updates-page", heading, *content, *links)
    return {
        "title": escape(title_text(generated)),
        "body": app.builder.render_partial(body)["fragment"],  # type: ignore[attr-defined]
        "has_maths_elements": True,
    }


def title_text(generated: GeneratedPage) -> str:
    """Return the title of a generated page as plain text."""
    title = plain(generated.title)
    if generated.number == 1:
        return title
    return _("%(title)s (page %(page)s)") % {"title": title, "page": generated.number}


def _numbered(generated: GeneratedPage) -> list[nodes.Node]:
    title = run_nodes(generated.title)
    if generated.number == 1:
        return title
    return filled(_("%(title)s (page %(page)s)"), title=title, page=[text(str(generated.number))])
