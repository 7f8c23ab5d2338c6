"""What stands on an article's own page besides its text: facts under the title, related articles below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup

from .cards import facts
from .html import join, tag
from .messages import _
from .nodes import slot
from .plain import facts as plain_facts
from .settings import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from .articles import Article
    from .cards import Page


#: How many places there are on an article.
SLOTS = 2


def add_slots(doctree: nodes.document, docname: str) -> None:
    """Leave places for the facts, under the title of *doctree*, and for related articles, at its end."""
    header = slot(kind="header", docname=docname)
    section = next(doctree.findall(nodes.section), None)
    if section is None:
        doctree.insert(0, header)
    else:
        section.insert(1 + (section.first_child_matching_class(nodes.title) or 0), header)
    doctree += slot(kind="related", docname=docname)


def header_html(page: Page, article: Article) -> Markup:
    """Return the facts about *article*, and its tags."""
    minutes = tag("span", "latest-updates-minutes", _("%s min read") % article.minutes)
    people = (tag("span", "latest-updates-author p-author", name) for name in article.authors)
    parts = [facts(page, article, *people, minutes)]
    if page.domain.is_unpublished(article):
        words = _("Draft: this page is not published yet.")
        parts.insert(0, tag("p", "latest-updates-draft no-search", words, role="note"))
    if article.tags:
        items = (tag("li", "", page.tag(name, "p-category", rel="tag")) for name in article.tags)
        parts.append(tag("ul", "latest-updates-tags", *items, aria_label=_("Tags")))
    return tag("div", "latest-updates-header no-search", *parts, data_category=article.category)


def related_html(page: Page, article: Article) -> Markup:
    """Return links to articles that a reader may want to read next; nothing if there are none."""
    chosen = page.view.related(article, page.app.config.latest_updates_related)
    if not chosen:
        return Markup()
    words = _("Related articles")
    items = (_related(page, other, other.docname in article.prerequisites) for other in chosen)
    heading = tag("h2", "latest-updates-related-title", words)
    entries = tag("ul", "latest-updates-entries", *items)
    return tag("aside", "latest-updates-related no-search", heading, entries, aria_label=words)


def _related(page: Page, article: Article, is_prerequisite: bool) -> Markup:
    parts = [page.title_link(article), page.day(article.date, "")]
    if is_prerequisite:
        parts.insert(1, tag("span", "latest-updates-prerequisite", _("Read first")))
    return tag("li", "", join(*parts, between=" "))


def plain_header(app: Sphinx, article: Article) -> list[nodes.Node]:
    """Return the facts about *article* as one ordinary paragraph."""
    line = plain_facts(app, article)
    if domain_of(app.env).is_unpublished(article):
        line = f"{_('Draft: this page is not published yet.')} {line}"
    return [nodes.paragraph(line, line, classes=["no-search"])]
