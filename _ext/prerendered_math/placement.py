"""Where a math node stands decides how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield the parent of `node`, its parent, and so on to the root."""
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def in_text(node: nodes.Node) -> bool:
    """Tell whether only phrasing content is valid at `node`, as in a paragraph or a heading."""
    return any(isinstance(ancestor, nodes.TextElement) for ancestor in ancestors(node))


def in_link(node: nodes.Node) -> bool:
    """Tell whether `node` is part of a link, where nothing else can be focused."""
    return any(isinstance(ancestor, nodes.reference) for ancestor in ancestors(node))


def in_navigation(node: nodes.Node) -> bool:
    """Tell whether `node` is part of a title that stands elsewhere than over its section.

    That is in a toctree or table of contents, or as a neighbour's title. Such a formula is written as MathML
    alone. It needs no style sheet, so a page without formulas stays without, and one page's title does not
    change what another page loads.
    """
    return any(
        isinstance(ancestor, addnodes.compact_paragraph)
        or (isinstance(ancestor, nodes.title) and isinstance(ancestor.parent, nodes.document))
        for ancestor in ancestors(node)
    )


def at_home(node: nodes.Node) -> bool:
    """Tell whether `node` is written where its author put it, so that this is the time for warnings."""
    *_, root = ancestors(node)
    # The name of what StandaloneHTMLBuilder.render_partial renders for other pages and sidebars.
    return not in_navigation(node) and root.get("source") != "<partial node>"


def own_ids(node: nodes.Element) -> list[str]:
    """Return the ids of `node` that its parent does not have.

    Furo wraps displayed formulas into containers that get the same ids, so that a page would have each
    twice (WrapTableAndMathInAContainerTransform).
    """
    return [name for name in node["ids"] if name not in node.parent.get("ids", ())]
