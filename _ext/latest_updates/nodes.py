"""The nodes of the extension: places to be filled when a page is written, and HTML elements."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .runs import Run

_RUN_CLASSES = {
    "emphasis": nodes.emphasis,
    "strong": nodes.strong,
    "literal": nodes.literal,
    "math": nodes.math,
}
_template_place = re.compile(r"%\((\w+)\)s")


class slot(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes in lower case
    """A place in a stored doctree where data of other documents is shown.

    ``kind`` says what is to be shown, ``docname`` in which document, ``index`` which one of a kind.
    """


class markup(nodes.General, nodes.TextElement):  # noqa: N801
    """An HTML element that docutils has no node for; ``tag`` and ``attributes`` say which."""


def element(tag: str, classes: str = "", *children: nodes.Node, **attributes: str | None) -> markup:
    """Return an HTML element; an underscore in the name of an attribute stands for a hyphen.

    An attribute that is None is left out.
    """
    given = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    kept = {name: value for name, value in given.items() if value is not None}
    return markup("", "", *children, tag=tag, classes=classes.split(), attributes=kept)


def text(value: str) -> nodes.Text:
    """Return a text node."""
    return nodes.Text(value)


def filled(template: str, **parts: list[nodes.Node]) -> list[nodes.Node]:
    """Return a translated *template* such as ``Updated %(date)s`` with nodes in its places."""
    result: list[nodes.Node] = []
    for place, piece in enumerate(_template_place.split(template)):
        if place % 2:
            result += parts[piece]
        elif piece:
            result.append(nodes.Text(piece))
    return result


def run_nodes(runs: Iterable[Run]) -> list[nodes.Node]:
    """Return *runs* as docutils nodes."""
    return [_run_node(kind, content) for kind, content in runs]


def _run_node(kind: str, content: str) -> nodes.Node:
    if kind == "text":
        return nodes.Text(content)
    if kind == "placeholder":
        return nodes.inline(content, content, classes=["latest-updates-placeholder"])
    return _RUN_CLASSES[kind](content, content)


def _visit_markup(self: HTML5Translator, node: markup) -> None:
    attributes = {"class": " ".join(node["classes"]) or None, **node["attributes"]}
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value is not None)
    self.body.append(f"<{node['tag']}{written}>")


def _depart_markup(self: HTML5Translator, node: markup) -> None:
    self.body.append(f"</{node['tag']}>")


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes; only HTML builders ever meet :class:`markup`."""
    app.add_node(slot)
    app.add_node(markup, html=(_visit_markup, _depart_markup))
