"""Listings as semantic HTML with microformats (https://microformats.org/wiki/h-feed)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup

from .articles import by_year, page_name, page_of, shown_page_numbers
from .generated import generated_pages, tag_page_name
from .html import fill, join, runs_html, tag
from .messages import _
from .runs import plain
from .settings import category_name, domain_of, format_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.application import Sphinx

    from .articles import Article, Listing
    from .runs import Run


class Page:
    """An HTML page being made: links are relative to it."""

    def __init__(self, app: Sphinx, name: str) -> None:
        self.app = app
        self.name = name
        self.domain = domain_of(app.env)
        self.view = self.domain.view
        self.has_formulas = False
        # Relative URIs, and links that hold nothing else, are the same from everywhere in a folder.
        self._folder = posixpath.dirname(app.builder.get_target_uri(name))

    def uri(self, name: str) -> str:
        """Return the URI of page *name* from here."""
        if name == self.name:
            return self.app.builder.get_relative_uri(name, name) or "#"
        known = self.view.uris
        if (self._folder, name) not in known:
            known[self._folder, name] = self.app.builder.get_relative_uri(self.name, name)
        return known[self._folder, name]

    def link(self, name: str, classes: str, *children: str, **attributes: str | None) -> Markup:
        """Return a link to page *name*."""
        return tag("a", classes, *children, href=self.uri(name), **attributes)

    def title_link(self, article: Article, classes: str = "") -> Markup:
        """Return the title of *article*, a link to it."""
        return self.link(article.docname, classes, self._once("title", article, self._title))

    def summary(self, article: Article) -> Markup:
        """Return the excerpt of *article*; nothing if it has none."""
        return self._once("summary", article, self._summary)

    def runs(self, runs: Iterable[Run], in_link: bool = False) -> Markup:
        """Return *runs* as HTML."""
        return runs_html(runs, lambda tex: self._formula(tex, in_link))

    def category(self, folder: str, classes: str = "latest-updates-category p-category") -> Markup:
        """Return the name of a category, a link if it has a page."""
        return self._name(f"{folder}/index", category_name(self.app, folder), classes)

    def tag(self, name: str, classes: str, rel: str | None = None) -> Markup:
        """Return the name of a tag, a link if this build makes a page for it."""
        return self._name(tag_page_name(self.app, name), name, classes, rel)

    def _name(self, page: str, words: str, classes: str, rel: str | None = None) -> Markup:
        """Return *words*, a link to *page* if this build makes it."""
        known, key = self.view.names, (self._folder, page == self.name, page, words, classes, rel)
        if key not in known:
            there = page in generated_pages(self.app) or page in self.app.env.all_docs
            known[key] = self.link(page, classes, words, rel=rel) if there else tag("span", classes, words)
        return known[key]

    def day(self, date: str, classes: str) -> Markup:
        """Return a date, readable for people and programs."""
        known = self.view.days
        if (date, classes) not in known:
            known[date, classes] = tag("time", classes, format_day(self.app.config, date), datetime=date)
        return known[date, classes]

    def prepare_formulas(self, articles: Iterable[Article]) -> None:
        """Render the formulas of cards that have not been made yet."""
        wanted: dict[tuple[str, bool], None] = {}
        for article in articles:
            if ("summary", article.docname) not in self.view.parts:
                excerpt = self.view.excerpt(article).runs
                for runs, in_link in ((article.title, True), (excerpt, False)):
                    wanted |= {(text, in_link): None for kind, text in runs if kind == "math"}
        if missing := wanted.keys() - self.view.formulas.keys():
            self.view.formulas |= _render_formulas(self.app, sorted(missing))

    def _once(self, part: str, article: Article, make: Callable[[Article], Markup]) -> Markup:
        """Return a part of a card that is the same on all pages, made once a build."""
        key = (part, article.docname)
        if key not in self.view.parts:
            before, self.has_formulas = self.has_formulas, False
            self.view.parts[key] = (make(article), self.has_formulas)
            self.has_formulas |= before
        html, has_formulas = self.view.parts[key]
        self.has_formulas |= has_formulas
        return html

    def _title(self, article: Article) -> Markup:
        return self.runs(article.title, in_link=True)

    def _summary(self, article: Article) -> Markup:
        excerpt = self.view.excerpt(article)
        if not excerpt.runs and not excerpt.truncated:
            return Markup()
        ending = tag("span", "latest-updates-ellipsis", "...") if excerpt.truncated else ""
        return tag("p", "latest-updates-summary p-summary", self.runs(excerpt.runs), ending)

    def _formula(self, tex: str, in_link: bool) -> Markup:
        """Return a formula as the builder's own renderer writes it; each is rendered once a build."""
        self.has_formulas = True
        rendered = self.view.formulas
        if (tex, in_link) not in rendered:
            rendered |= _render_formulas(self.app, [(tex, in_link)])
        return rendered[tex, in_link]


def _render_formulas(app: Sphinx, formulas: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], Markup]:
    """Render formulas, by TeX and whether each stands in a link, for renderers make a difference.

    All are rendered in one go, which costs hardly more than one; a paragraph each keeps them apart.
    """
    keys = list(formulas)
    paragraphs = (nodes.paragraph("", "", _placed(*key)) for key in keys)
    html: str = app.builder.render_partial(nodes.container("", *paragraphs))["fragment"]  # type: ignore[attr-defined]
    pieces = html.split("<p>")[1:] if len(keys) > 1 else [html.partition("<p>")[2]]
    if len(pieces) != len(keys):
        return {key: _render_formulas(app, [key])[key] for key in keys}
    inner = [piece.rpartition("</p>")[0] for piece in pieces]
    return {
        key: _unlinked(piece) if key[1] else Markup(piece) for key, piece in zip(keys, inner, strict=True)
    }


def _placed(tex: str, in_link: bool) -> nodes.Element:
    formula = nodes.math(tex, tex)
    return nodes.reference("", "", formula, refuri="#", internal=True) if in_link else formula


def _unlinked(html: str) -> Markup:
    return Markup(html.partition('href="#">')[2].rpartition("</a>")[0])


def listing_html(page: Page, listing: Listing, level: int, number: int = 1) -> Markup:
    """Return page *number* of *listing*; headings in it have *level*."""
    chosen = page.view.choose(listing)
    shown = page_of(chosen, listing.per_page if listing.is_paginated else 0, number)
    if not chosen:
        content = tag("p", "latest-updates-empty", _("No articles yet."))
    elif listing.group_by:
        years = by_year(shown).items()
        content = join(*(_year(page, year, articles, listing, level) for year, articles in years))
    else:
        content = _entries(page, shown, listing, level)
    return tag("div", f"latest-updates latest-updates-{listing.style} h-feed no-search", content)


def _year(page: Page, year: str, articles: Sequence[Article], listing: Listing, level: int) -> Markup:
    heading = tag(f"h{min(level, 6)}", "latest-updates-year", year)
    return heading + _entries(page, articles, listing, level + 1)


def _entries(page: Page, articles: Sequence[Article], listing: Listing, level: int) -> Markup:
    if listing.style == "list":
        return tag("ul", "latest-updates-entries", *(_line(page, article) for article in articles))
    heading = f"h{min(level, 6)}"
    page.prepare_formulas(articles)
    cards = (_card(page, article, heading, listing.pinned_first) for article in articles)
    return tag("div", "latest-updates-entries", *cards)


def _card(page: Page, article: Article, heading: str, marks_pinned: bool) -> Markup:
    marks = [tag("span", "latest-updates-pinned", _("Pinned"))] if marks_pinned and article.pinned else []
    title = tag(heading, "latest-updates-title p-name", page.title_link(article, "u-url"))
    rest = (page.summary(article), _read_on(page, article))
    return tag(
        "article",
        "latest-updates-card h-entry",
        facts(page, article, *marks),
        title,
        *rest,
        data_category=article.category,
    )


def _read_on(page: Page, article: Article) -> Markup:
    if not page.view.excerpt(article).more:
        return Markup()
    words = _("Read on")
    label = f"{words}: {plain(article.title)}"
    return tag("p", "latest-updates-more", page.link(article.docname, "", words, aria_label=label))


def facts(page: Page, article: Article, *further: Markup) -> Markup:
    """Return the category and the dates of *article* on a line, and *further* facts."""
    found = [page.category(article.category)]
    if article.date:
        found.append(page.day(article.date, "dt-published"))
    if article.updated:
        day = page.day(article.updated, "dt-updated")
        found.append(tag("span", "latest-updates-updated", fill(_("Updated %(date)s"), date=day)))
    return tag("p", "latest-updates-facts", join(*found, *further, between=" "))


def _line(page: Page, article: Article) -> Markup:
    """Return *article* on one line, with the date by which it is in its place."""
    published = article.latest == article.date
    parts = (
        page.day(article.latest, "dt-published" if published else "dt-updated"),
        tag("span", "p-name", page.title_link(article, "u-url")),
        page.category(article.category),
    )
    line = join(*parts, between=" ")
    return tag("li", "latest-updates-line h-entry", line, data_category=article.category)


def pagination(page: Page, base: str, number: int, total: int) -> Markup:
    """Return links to the pages of the listing that begins on page *base*; nothing if there is one."""
    if total < 2:
        return Markup()
    items = [_page_number(page, base, shown, shown == number) for shown in shown_page_numbers(number, total)]
    if number > 1:
        items.insert(0, _step(page, page_name(base, number - 1), _("Previous"), "prev"))
    if number < total:
        items.append(_step(page, page_name(base, number + 1), _("Next"), "next"))
    return tag(
        "nav",
        "latest-updates-pagination no-search",
        tag("ul", "latest-updates-pages", *items),
        aria_label=_("Pages"),
    )


def _step(page: Page, name: str, words: str, rel: str) -> Markup:
    return tag("li", "", page.link(name, f"latest-updates-{rel}", words, rel=rel))


def _page_number(page: Page, base: str, number: int, current: bool) -> Markup:
    if not number:
        return tag("li", "latest-updates-gap", "…")
    link = page.link(
        page_name(base, number),
        "",
        str(number),
        aria_label=_("Page %s") % number,
        aria_current="page" if current else None,
    )
    return tag("li", "", link)
