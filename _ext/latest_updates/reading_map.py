"""The reading map: which articles to read before which, as a picture with links and as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from .html import join, tag
from .labels import wrap
from .layered import LOOK, draw, reduced, steps, without_cycles
from .messages import _
from .plain import title_link
from .runs import plain
from .settings import domain_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markupsafe import Markup
    from sphinx.application import Sphinx

    from .articles import Article
    from .cards import Page
    from .domain import View
    from .layered import Box, Graph, Link, Look

_SIZE = 13
_LINE = 18
_PADDING = 9
_LINES = 3
# Widths: of a column at most, of the text of a page.
_WIDEST = 180
_MEASURE = 716
_ARROW = 6
# Room for strokes at the edges of the picture.
_MARGIN = 2


class ReadingMap(NamedTuple):
    """The articles of a map in the order of the site, what each needs among them, and who is a guest.

    A guest is an article of another category than the map's, shown as a neighbour.
    """

    articles: Mapping[str, Article]
    graph: Graph
    guests: frozenset[str]

    @property
    def shown(self) -> tuple[object, ...]:
        """What a page with this map shows of others, as plain values."""
        rows = ((name, self.articles[name].title, self.articles[name].category) for name in self.graph)
        return ("map", *rows, *self.graph.items(), *sorted(self.guests))


def reading_map(app: Sphinx, category: str) -> ReadingMap:
    """Return the map of all articles that have or are prerequisites.

    With a *category*: those that it lists, and their direct neighbours.
    """
    domain = domain_of(app.env)
    needs, _cycles = prerequisites(domain.view)
    own = {name for name in needs if not category or domain.view.articles[name].is_in(category)}
    arrows = [(name, other) for name, named in needs.items() for other in named if {name, other} & own]
    shown = {name for arrow in arrows for name in arrow}
    graph = {name: tuple(o for o in needs[name] if {name, o} & own) for name in needs if name in shown}
    folders = [*domain.rules.categories]
    ordered = sorted(graph, key=lambda name: _place(domain.view.articles[name], folders))
    guests = frozenset(shown - own)
    return ReadingMap(domain.view.articles, {name: graph[name] for name in ordered}, guests)


def prerequisites(view: View) -> tuple[Mapping[str, tuple[str, ...]], list[list[str]]]:
    """Return what each listed article needs among them, without cycles, and the cycles."""
    return without_cycles({name: view.articles[name].prerequisites for name in sorted(view.articles)})


def _place(article: Article, folders: list[str]) -> tuple[int, str, str]:
    return folders.index(article.category), article.date, article.docname


def map_html(page: Page, category: str) -> Markup:
    """Return the map as HTML; nothing if no article has prerequisites."""
    found = reading_map(page.app, category)
    if not found.graph:
        return join()
    caption = tag("figcaption", "", _("Arrows lead from what to read first to what builds on it."))
    listed = _list(page, found)
    # A picture would have to be declared in the manifest of an e-book.
    if page.app.builder.embedded:  # type: ignore[attr-defined]
        return tag("figure", "latest-updates-map no-search", caption, listed)
    picture = tag("div", "latest-updates-map-scroll", _picture(page, found))
    words = tag("summary", "", _("The same as a list"))
    return tag("figure", "latest-updates-map no-search", caption, picture, tag("details", "", words, listed))


def _picture(page: Page, found: ReadingMap) -> Markup:
    texts = {name: plain(found.articles[name].title, page.domain.style.math) for name in found.graph}
    look = _look(len(steps(found.graph)))
    width = (look.column - 2 * _PADDING) / _SIZE
    labels = {name: wrap(text, width, _LINES) or [name] for name, text in texts.items()}
    heights = {name: len(rows) * _LINE + 2 * _PADDING for name, rows in labels.items()}
    drawing = draw(reduced(found.graph), heights, look)
    arrows = (_edge(link) for link in drawing.links)
    boxes = (
        _node(page, found, name, texts, labels[name], drawing.boxes[name])
        for column in steps(found.graph)
        for name in column
    )
    width, height = (round(size + 2 * _MARGIN) for size in (drawing.width, drawing.height))
    said = _("%(articles)s articles in %(steps)s steps; each is a link.")
    return tag(
        "svg",
        "",
        tag("title", "", _("Reading map")),
        tag("desc", "", said % {"articles": len(found.graph), "steps": len(steps(found.graph))}),
        tag("g", "", *arrows, aria_hidden="true"),
        *boxes,
        xmlns="http://www.w3.org/2000/svg",
        width=str(width),
        height=str(height),
        viewBox=f"{-_MARGIN} {-_MARGIN} {width} {height}",
        role="group",
        font_size=str(_SIZE),
    )


def _look(columns: int) -> Look:
    """Let few columns fill the measure of a page; many keep the least width and are scrolled."""
    room = (_MEASURE - (columns - 1) * LOOK.gap) / columns
    return LOOK._replace(column=max(LOOK.column, min(_WIDEST, room // 1)))


def _edge(link: Link) -> Markup:
    (x, y), (end, level) = link.start, link.end
    arrives = not link.through
    stop = end - _ARROW if arrives else end
    half = (x + stop) / 2
    line = f"M{x:g} {y:g}C{half:g} {y:g} {half:g} {level:g} {stop:g} {level:g}"
    if not arrives:
        return tag("path", "latest-updates-map-arrow", d=f"{line}h{link.through:g}")
    head = f"M{end:g} {level:g}l{-_ARROW - 2} -4v8z"
    return tag("path", "latest-updates-map-arrow", d=line) + tag("path", "latest-updates-map-head", d=head)


def _node(  # noqa: PLR0913, PLR0917 -- what a node shows
    page: Page, found: ReadingMap, name: str, texts: Mapping[str, str], rows: list[str], box: Box
) -> Markup:
    classes = "latest-updates-map-node"
    if not found.graph[name]:
        classes += " latest-updates-map-start"
    if name in found.guests:
        classes += " latest-updates-map-guest"
    said = texts[name]
    if found.graph[name]:
        others = _(", ").join(texts[other] for other in found.graph[name])
        said = _("%(title)s (read first: %(others)s)") % {"title": said, "others": others}
    frame = tag(
        "rect",
        "",
        x=f"{box.left:g}",
        y=f"{box.top:g}",
        width=f"{box.width:g}",
        height=f"{box.height:g}",
        rx="6",
    )
    lines = (
        tag("text", "", row, x=f"{box.left + _PADDING:g}", y=f"{box.top + _PADDING + (i + 0.74) * _LINE:g}")
        for i, row in enumerate(rows)
    )
    content = (tag("title", "", said), frame, *lines)
    return page.link(name, classes, *content, data_category=found.articles[name].category)


def _list(page: Page, found: ReadingMap) -> Markup:
    """Return the same as the picture, step by step."""
    entries = []
    for number, column in enumerate(steps(found.graph), start=1):
        items = (tag("li", "", *_entry(page.title_link, found, name)) for name in column)
        entries.append(tag("li", "", _("Step %s") % number, tag("ul", "", *items)))
    return tag("ol", "latest-updates-map-steps", *entries)


def _entry(link: Callable[[Article], Markup], found: ReadingMap, name: str) -> Iterator[Markup]:
    yield link(found.articles[name])
    others = [link(found.articles[other]) for other in found.graph[name]]
    if others:
        named = join(*others, between=_(", "))
        yield tag("span", "latest-updates-map-needs", " ", _("Read first: "), named)


def plain_map(app: Sphinx, category: str, docname: str) -> list[nodes.Node]:
    """Return the map as an ordinary nested list."""
    found = reading_map(app, category)
    rows = []
    for number, column in enumerate(steps(found.graph), start=1):
        words = _("Step %s") % number
        items = (_item(app, found, name, docname) for name in column)
        rows.append(
            nodes.list_item("", nodes.paragraph(words, words), nodes.bullet_list("", *items, bullet="-"))
        )
    return [nodes.bullet_list("", *rows, bullet="-")] if rows else []


def _item(app: Sphinx, found: ReadingMap, name: str, docname: str) -> nodes.list_item:
    line = nodes.paragraph("", "", title_link(app, found.articles[name], docname))
    for number, other in enumerate(found.graph[name]):
        line += nodes.Text(_(", ") if number else " " + _("Read first: "))
        line += title_link(app, found.articles[other], docname)
    return nodes.list_item("", line)
