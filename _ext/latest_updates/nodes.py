"""The nodes of the extension: places to be filled when a page is written, and finished HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .runs import Run

_RUN_CLASSES = {
    "text": nodes.inline,
    "placeholder": nodes.inline,
    "emphasis": nodes.emphasis,
    "strong": nodes.strong,
    "literal": nodes.literal,
    "math": nodes.math,
}


class slot(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes in lower case
    """A place in a stored doctree where data of other documents is shown.

    ``kind`` says what is to be shown, ``docname`` in which document, ``index`` which one of a kind.
    """


class fragment(nodes.General, nodes.Element):  # noqa: N801
    """Finished HTML. Unlike a ``raw`` node it is never taken for text, by the search index above all."""


def html_fragment(html: Markup) -> list[nodes.Node]:
    """Return *html* as a node; no node if it is empty."""
    return [fragment(html=str(html))] if html else []


def run_nodes(runs: Iterable[Run]) -> list[nodes.Node]:
    """Return *runs* as ordinary docutils nodes."""
    return [nodes.Text(text) if kind == "text" else _RUN_CLASSES[kind](text, text) for kind, text in runs]


def _visit_fragment(self: HTML5Translator, node: fragment) -> None:
    self.body.append(node["html"])
    raise nodes.SkipNode


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes; only HTML builders ever meet :class:`fragment`."""
    app.add_node(slot)
    app.add_node(fragment, html=(_visit_fragment, None))
