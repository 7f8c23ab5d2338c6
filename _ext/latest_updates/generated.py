"""Which pages there are without a source: pages 2..N of listings, and the pages of tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .articles import Listing, page_count, page_name
from .messages import _
from .runs import plain
from .settings import domain_of, paginates

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Return the pages to generate, by name; none for builders that don't paginate.

    Where a document or an earlier listing has the name already, that one wins; the rest is kept in
    ``view.name_collisions``.
    """
    view = domain_of(app.env).view
    if view.generated is None:
        view.generated = {}
        for page in _wanted_pages(app) if paginates(app.builder) else ():
            if page.name in app.env.all_docs or page.name in view.generated:
                view.name_collisions.append((page.name, page.base))
            else:
                view.generated[page.name] = page
    return view.generated


def tag_page_name(app: Sphinx, tag: str) -> str:
    """Return the name of the first page of *tag*; nothing if tags have no pages."""
    folder = app.config.latest_updates_tag_pages
    slug = domain_of(app.env).view.slugs.get(tag)
    return f"{folder}/{slug}" if folder and slug else ""


def paginated_listing(app: Sphinx, docname: str) -> Listing | None:
    """Return the listing of a document that goes on on further pages."""
    if not paginates(app.builder):
        return None
    listings = domain_of(app.env).listings.get(docname, ())
    return next((listing for listing in listings if listing.is_paginated), None)


def count_pages(app: Sphinx, listing: Listing) -> int:
    """Return the number of pages of *listing*, at least one."""
    return page_count(domain_of(app.env).view.choose(listing), listing.per_page)


def title_runs(app: Sphinx, docname: str) -> tuple[Run, ...]:
    """Return the title of a document as runs."""
    article = domain_of(app.env).articles.get(docname)
    return article.title if article else (("text", app.env.titles[docname].astext()),)


def page_title(title: tuple[Run, ...], number: int) -> str:
    """Return the title of page *number* as plain text."""
    text = plain(title)
    return text if number == 1 else _("%(title)s (page %(page)s)") % {"title": text, "page": number}


def _wanted_pages(app: Sphinx) -> Iterator[GeneratedPage]:
    domain = domain_of(app.env)
    for docname in sorted(domain.listings):
        listing = paginated_listing(app, docname)
        if listing:
            yield from _pages_of(app, docname, title_runs(app, docname), listing, first=2)
    for tag in sorted(domain.view.tagged) if app.config.latest_updates_tag_pages else ():
        listing = Listing(tag=tag, per_page=app.config.latest_updates_per_page)
        title = (("text", _("Articles tagged %s") % tag),)
        yield from _pages_of(app, tag_page_name(app, tag), title, listing, first=1)


def _pages_of(
    app: Sphinx, base: str, title: tuple[Run, ...], listing: Listing, first: int
) -> Iterator[GeneratedPage]:
    total = count_pages(app, listing)
    for number in range(first, total + 1):
        yield GeneratedPage(page_name(base, number), base, title, listing, number, total)
