"""A doctree to runs: the excerpt of an article, its title, and how much there is to read.

Only docutils is imported. Nodes of Sphinx and of extensions are known by their names.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from .runs import Excerpt, Joiner, Style, finish, plain
from .text import Amount, amount, clusters

if TYPE_CHECKING:
    from collections.abc import Callable

    from .runs import Run

#: What can't stand in a line of text, by the name of its node.
PLACEHOLDERS = {
    "literal_block": "code",
    "doctest_block": "code",
    "production_list": "code",
    "math_block": "formula",
    "figure": "figure",
    "image": "figure",
    "graphviz": "figure",
    "inheritance_diagram": "figure",
    "mermaid": "figure",
    "table": "table",
}
# Left out with all that is in them: marks and bodies of notes, what no reader sees, and pages' machinery.
_OMITTED = frozenset(
    {"footnote", "footnote_reference", "citation", "citation_reference", "comment", "raw", "meta", "pending"}
    | {"target", "substitution_definition", "system_message", "docinfo", "index", "toctree", "highlightlang"}
    | {"tabular_col_spec", "colspec", "decoration", "generated", "transition", "acks_marker", "label"}
)
_NOT_READ = _OMITTED | {"literal_block", "doctest_block", "math", "math_block"}
_INLINE_KINDS = {
    "emphasis": "emphasis",
    "title_reference": "emphasis",
    "literal_emphasis": "emphasis",
    "strong": "strong",
    "literal_strong": "strong",
    "literal": "literal",
}
# A class of sphinx-design on text that only makes a whole card a link.
_HIDDEN_CLASSES = frozenset({"sd-hide-link-text", "sd-d-none"})
# Cross references that say what their target is called.
_LINK_SCHEMES = {
    ("std", "ref"): "ref",
    ("std", "numref"): "ref",
    ("math", "eq"): "eq",
    (None, "myst"): "ref",
}
# How far past its end an excerpt must be known, to see whether it ends within a word.
_LOOK_AHEAD = 50
_SUPERSCRIPTS = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


class Survey(NamedTuple):
    """How much there is to read in an article, and the documents that it links to, in order."""

    amount: Amount
    links: tuple[str, ...]


def extract_excerpt(
    doctree: nodes.Node, style: Style, is_included: Callable[[nodes.Element], bool]
) -> Excerpt:
    """Return the beginning of the running text of *doctree*, without the title of the document.

    *is_included* is asked about each ``only`` node. Links whose text isn't known yet stay links; runs
    with one are not cut to length before :func:`finish` is given their text.
    """
    walker = _Walker(style, is_included)
    walker.walk(doctree)
    return finish(walker.joiner.runs, style)


def title_of(doctree: nodes.Node) -> tuple[Run, ...]:
    """Return the title of the document, the first heading, as runs; nothing without one."""
    heading = next((node for node in doctree.findall(nodes.title) if _is_heading(node)), None)
    if heading is None:
        return ()
    walker = _Walker(Style(length=sys.maxsize), lambda _node: True)
    walker.line(heading)
    return tuple(walker.joiner.runs)


def survey(doctree: nodes.Node) -> Survey:
    """Count what there is to read, code and formulas left out, and note links to documents."""
    texts: list[str] = []
    links: dict[str, None] = {}
    stack: list[nodes.Node] = [doctree]
    while stack:
        node = stack.pop()
        if isinstance(node, nodes.Text):
            texts.append(node)
            continue
        if not isinstance(node, nodes.Element) or (name := node.tagname) in _NOT_READ:
            continue
        if name == "pending_xref" and (target := _linked_document(node)):
            links[target] = None
        stack.extend(reversed(node.children))
    return Survey(amount(" ".join(texts)), tuple(links))


def _is_heading(title: nodes.title) -> bool:
    return isinstance(title.parent, nodes.section | nodes.document)


def _linked_document(node: nodes.Element) -> str:
    """Return the docname that a cross reference names, of ``{doc}`` or of a Markdown link to a file."""
    if node.get("reftype") == "doc" or node.get("refdomain") == "doc":
        return _docname(node)
    return ""


def _docname(node: nodes.Element) -> str:
    """Return the target of a link to a document, which Sphinx keeps relative to the linking one."""
    target: str = node["reftarget"]
    if target.startswith("/") or node.get("refdomain") == "doc":
        return target.removeprefix("/")
    folder = str(node.get("refdoc", "")).rpartition("/")[0]
    parts: list[str] = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


class _Enough(Exception):  # noqa: N818 -- no error
    """More text than an excerpt can show has been collected."""


class _Walker:
    """Walks a doctree and collects runs until there are enough."""

    def __init__(self, style: Style, is_included: Callable[[nodes.Element], bool]) -> None:
        self.style = style
        self.is_included = is_included
        self.joiner = Joiner()
        self._bound = style.length
        self._title_seen = False

    def walk(self, doctree: nodes.Node) -> None:
        """Collect the running text of *doctree*, as far as an excerpt can reach."""
        with contextlib.suppress(_Enough):
            self._children(doctree, "text")

    def line(self, element: nodes.Element) -> None:
        """Collect all the text of one *element*."""
        self._children(element, "text")

    def _children(self, node: nodes.Node, kind: str) -> None:
        for child in node.children:
            if isinstance(child, nodes.Text):
                self._add(kind, str(child))
            elif isinstance(child, nodes.raw) and child.astext().strip().startswith("<br"):
                # How MyST-Parser writes a hard line break.
                self._add(kind, "\n")
            elif isinstance(child, nodes.Element) and self._is_shown(child):
                self._visit(child, kind)

    def _is_shown(self, node: nodes.Element) -> bool:
        if node.tagname in _OMITTED or _HIDDEN_CLASSES.intersection(node["classes"]):
            return False
        if isinstance(node, nodes.title):
            return self._is_shown_title(node)
        if node.tagname == "only":
            return self.is_included(node)
        return not (node.tagname == "topic" and "contents" in node["classes"])

    def _is_shown_title(self, title: nodes.title) -> bool:
        if not _is_heading(title):
            return not isinstance(title.parent, nodes.Admonition)
        seen, self._title_seen = self._title_seen, True
        return seen

    def _visit(self, node: nodes.Element, kind: str) -> None:
        name = node.tagname
        if name in PLACEHOLDERS or node.get("literal_block"):
            self.joiner.placeholder(getattr(self.style, PLACEHOLDERS.get(name, "code")))
            self._stop_if_enough()
        elif name in _INLINE_KINDS:
            self._styled(node, kind, _INLINE_KINDS[name])
        elif isinstance(node, nodes.Inline) or name == "reference":
            self._inline(node, kind)
        else:
            self.joiner.block()
            self._children(node, kind)
            self.joiner.block()

    def _styled(self, node: nodes.Element, outer: str, inner: str) -> None:
        """Collect a piece of styled text; strong within emphasis, or about it, is strong."""
        if inner == "literal":
            self._add("literal", node.astext())
        else:
            self._children(node, "strong" if outer == "strong" else inner)

    def _inline(self, node: nodes.Element, kind: str) -> None:
        name = node.tagname
        if name == "math":
            self._add("math", node.astext())
        elif name == "superscript":
            self._add(kind, _raised(node.astext(), _SUPERSCRIPTS, "^"))
        elif name == "subscript":
            self._add(kind, _raised(node.astext(), _SUBSCRIPTS, "_"))
        elif name == "pending_xref" and (target := link_target(node)):
            self._add("link", target)
        else:
            self._children(node, kind)

    def _add(self, kind: str, text: str) -> None:
        self.joiner.add(kind, text)
        self._stop_if_enough()

    def _stop_if_enough(self) -> None:
        """Leave the walk when the text is longer than an excerpt with its last word can be."""
        if self.joiner.length <= self._bound:
            return
        runs = self.joiner.runs
        wanted = self.style.length + _LOOK_AHEAD
        if any(kind == "link" for kind, _text in runs):
            wanted *= 2
        missing = wanted - clusters(plain(runs, self.style.math))
        if missing < 0:
            raise _Enough
        self._bound = self.joiner.length + missing


def _raised(text: str, table: dict[int, int], sign: str) -> str:
    """Return *text* in raised or lowered letters, or behind *sign* where Unicode lacks one of them."""
    return text.translate(table) if all(ord(letter) in table for letter in text) else sign + text


def link_target(node: nodes.Element) -> str:
    """Return ``scheme:target`` of a cross reference whose text is that of its target, else nothing."""
    if node.get("refexplicit"):
        return ""
    if docname := _linked_document(node):
        return f"doc:{docname}"
    scheme = _LINK_SCHEMES.get((node.get("refdomain"), node.get("reftype")))
    return f"{scheme}:{node['reftarget']}" if scheme else ""
