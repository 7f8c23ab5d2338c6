"""What stands on an article's own page besides its text: facts under the title, related articles below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .cards import facts
from .messages import _
from .nodes import element, run_nodes, slot, text
from .plain import facts as plain_facts
from .settings import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from .articles import Article
    from .cards import Page
    from .nodes import markup


def add_slots(doctree: nodes.document, docname: str) -> None:
    """Leave places for the facts, under the title of *doctree*, and for related articles, at its end."""
    header = slot(kind="header", docname=docname)
    section = next(doctree.findall(nodes.section), None)
    if section is None:
        doctree.insert(0, header)
    else:
        section.insert(1 + (section.first_child_matching_class(nodes.title) or 0), header)
    doctree += slot(kind="related", docname=docname)


def header_nodes(page: Page, article: Article) -> list[nodes.Node]:
    """Return the facts about *article*, and its tags."""
    header = element("div", "latest-updates-header no-search")
    if page.domain.is_unpublished(article):
        words = _("Draft: this page is not published yet.")
        header += element("p", "latest-updates-draft", text(words), role="note")
    header += facts(page, article, [_reading_time(article)])
    if article.tags:
        header += _tags(page, article)
    return [header]


def _reading_time(article: Article) -> markup:
    minutes = _("%s min read") % article.minutes
    return element("span", "latest-updates-minutes", text(minutes))


def _tags(page: Page, article: Article) -> markup:
    items = (element("li", "", page.tag(tag, "p-category", rel="tag")) for tag in article.tags)
    return element("ul", "latest-updates-tags", *items, aria_label=_("Tags"))


def related_nodes(page: Page, article: Article) -> list[nodes.Node]:
    """Return links to articles that a reader may want to read next; nothing if there are none."""
    chosen = page.view.related(article, page.app.config.latest_updates_related)
    if not chosen:
        return []
    words = _("Related articles")
    items = (_related(page, other, other.docname in article.prerequisites) for other in chosen)
    heading = element("h2", "latest-updates-related-title", text(words))
    items_list = element("ul", "latest-updates-entries", *items)
    return [element("aside", "latest-updates-related no-search", heading, items_list, aria_label=words)]


def _related(page: Page, article: Article, is_prerequisite: bool) -> markup:
    item = element("li", "", page.link(article.docname, "", *run_nodes(article.title)), text(" "))
    if is_prerequisite:
        item += [element("span", "latest-updates-prerequisite", text(_("Read first"))), text(" ")]
    item += page.date(article)
    return item


def plain_header(app: Sphinx, article: Article) -> list[nodes.Node]:
    """Return the facts about *article* as one ordinary paragraph."""
    line = plain_facts(app, article)
    if domain_of(app.env).is_unpublished(article):
        line = f"{_('Draft: this page is not published yet.')} {line}"
    return [nodes.paragraph(line, line, classes=["no-search"])]
