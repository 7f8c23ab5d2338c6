"""Listings as semantic HTML with microformats (https://microformats.org/wiki/h-feed)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .articles import by_year, page_name, paginate, shown_page_numbers
from .generated import generated_pages, tag_page_name
from .messages import _
from .nodes import element, filled, run_nodes, text
from .runs import plain
from .settings import category_name, domain_of, format_day, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx

    from .articles import Article, Listing
    from .nodes import markup


class Page:
    """An HTML page being made: links are relative to it."""

    def __init__(self, app: Sphinx, name: str) -> None:
        self.app = app
        self.name = name
        self.domain = domain_of(app.env)
        self.view = self.domain.view

    def uri(self, name: str) -> str:
        """Return the URI of page *name* from here."""
        return self.app.builder.get_relative_uri(self.name, name) or "#"

    def link(self, name: str, classes: str, *children: nodes.Node, **attributes: str | None) -> markup:
        """Return a link to page *name*."""
        return element("a", classes, *children, href=self.uri(name), **attributes)

    def category(self, folder: str, classes: str) -> markup:
        """Return the name of a category, a link if it has a page."""
        label = text(category_name(self.app, folder))
        index = f"{folder}/index"
        if index in self.app.env.all_docs:
            return self.link(index, classes, label)
        return element("span", classes, label)

    def tag(self, tag: str, classes: str, **attributes: str | None) -> markup:
        """Return the name of a tag, a link if this build makes a page for it."""
        name = tag_page_name(self.app, tag)
        if name in generated_pages(self.app) or name in self.app.env.all_docs:
            return self.link(name, classes, text(tag), **attributes)
        return element("span", classes, text(tag))

    def date(self, article: Article) -> markup:
        """Return the date of *article*."""
        return self.day(article.date, "dt-published")

    def day(self, date: str, classes: str) -> markup:
        """Return a date, readable for people and programs."""
        return element("time", classes, text(format_day(self.app.config, date)), datetime=date)


def listing_nodes(page: Page, listing: Listing, level: int, number: int = 1) -> list[nodes.Node]:
    """Return page *number* of *listing*; headings in it have *level*."""
    chosen = page.view.choose(listing)
    pages = paginate(chosen, listing.per_page if listing.is_paginated else 0)
    feed = element("div", f"latest-updates latest-updates-{listing.style} h-feed no-search")
    if not chosen:
        feed += element("p", "latest-updates-empty", text(_("No articles yet.")))
    elif listing.group_by:
        for year, articles in by_year(pages[number - 1]).items():
            feed += element(f"h{level}", "latest-updates-year", text(year))
            feed += _entries(page, articles, listing, level + 1)
    else:
        feed += _entries(page, pages[number - 1], listing, level)
    return [feed]


def _entries(page: Page, articles: Iterable[Article], listing: Listing, level: int) -> markup:
    if listing.style == "list":
        return element("ul", "latest-updates-entries", *(_line(page, article) for article in articles))
    cards = (_card(page, article, listing, level) for article in articles)
    return element("div", "latest-updates-entries", *cards)


def _card(page: Page, article: Article, listing: Listing, level: int) -> markup:
    card = element("article", "latest-updates-card h-entry", data_category=article.category)
    pinned = listing.pinned_first and article.pinned
    marks = [element("span", "latest-updates-pinned", text(_("Pinned")))] if pinned else []
    card += facts(page, article, marks)
    title = page.link(article.docname, "u-url", *run_nodes(article.title))
    card += element(f"h{min(level, 6)}", "latest-updates-title p-name", title)
    excerpt = page.view.excerpt(article, style_of(page.app.config))
    if excerpt.runs or excerpt.truncated:
        ending = [element("span", "latest-updates-ellipsis", text("..."))] if excerpt.truncated else []
        card += element("p", "latest-updates-summary p-summary", *run_nodes(excerpt.runs), *ending)
    if excerpt.more:
        card += _read_on(page, article)
    return card


def _read_on(page: Page, article: Article) -> markup:
    words = _("Read on")
    label = f"{words}: {plain(article.title)}"
    link = page.link(article.docname, "", text(words), aria_label=label)
    return element("p", "latest-updates-more", link)


def facts(page: Page, article: Article, further: Iterable[markup] = ()) -> markup:
    """Return the category and the dates of *article* on a line, and *further* facts."""
    found = [page.category(article.category, "latest-updates-category p-category")]
    if article.date:
        found.append(page.date(article))
    if article.updated:
        found.append(_updated(page, article))
    spaced = [node for fact in (*found, *further) for node in (fact, text(" "))]
    return element("p", "latest-updates-facts", *spaced[:-1])


def _updated(page: Page, article: Article) -> markup:
    day = page.day(article.updated, "dt-updated")
    return element("span", "latest-updates-updated", *filled(_("Updated %(date)s"), date=[day]))


def _line(page: Page, article: Article) -> markup:
    line = element("li", "latest-updates-line h-entry", data_category=article.category)
    line += page.date(article)
    line += text(" ")
    line += element("span", "p-name", page.link(article.docname, "u-url", *run_nodes(article.title)))
    line += text(" ")
    line += page.category(article.category, "latest-updates-category p-category")
    return line


def pagination(page: Page, base: str, number: int, total: int) -> list[nodes.Node]:
    """Return links to the pages of the listing that begins on page *base*; nothing if there is one."""
    if total < 2:
        return []
    items = element("ul", "latest-updates-pages")
    if number > 1:
        items += _step(page, page_name(base, number - 1), _("Previous"), "prev")
    for shown in shown_page_numbers(number, total):
        items += _page_number(page, base, shown, current=shown == number)
    if number < total:
        items += _step(page, page_name(base, number + 1), _("Next"), "next")
    return [element("nav", "latest-updates-pagination no-search", items, aria_label=_("Pages"))]


def _step(page: Page, name: str, words: str, rel: str) -> markup:
    return element("li", "", page.link(name, f"latest-updates-{rel}", text(words), rel=rel))


def _page_number(page: Page, base: str, number: int, current: bool) -> markup:
    if not number:
        return element("li", "latest-updates-gap", text("…"))
    link = page.link(
        page_name(base, number),
        "",
        text(str(number)),
        aria_label=_("Page %s") % number,
        aria_current="page" if current else None,
    )
    return element("li", "", link)
