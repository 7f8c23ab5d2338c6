"""No line begins with the comma after a formula, nor ends with the bracket before it.

For browsers a formula is a row of boxes, and they break lines on both sides of a box, whatever stands there
(CSS Text 3, section 5.1, leaves it to them). So the signs that belong to a formula are marked here, and
formulas.css keeps them at its side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

OPENING = "（〔［｛〈《「『【〖“‘([{"
CLOSING = "，。、；：？！）〕］｝〉》」』】〗”’…,.;:?!)]}%-–/"


ROOM = "stopped-formula"  # the formula's last box has room for the sign after it


def keep_punctuation(doctree: nodes.document, is_short: Callable[[str], bool]) -> None:
    """Mark the signs before and after the formulas in lines.

    A sign before a long formula is left alone: only what is short (of which its TeX is asked) can be kept in
    one piece with its bracket.
    """
    for formula in list(doctree.findall(nodes.math)):
        _keep_closing(formula)
        if is_short(formula.astext()):
            _keep_opening(formula)


def keeps_no_room(formula: nodes.math) -> None:
    """Note that a formula is written otherwise than in boxes that follow each other."""
    formula["classes"] = [name for name in formula["classes"] if name != ROOM]


def _keep_closing(formula: nodes.math) -> None:
    """Put a sign that closes into an element of its own, after which the rest of the text follows."""
    parent = formula.parent
    after = parent.index(formula) + 1
    text = parent[after].astext() if _is_text(parent, after) else ""
    if text.startswith(tuple(CLOSING)):
        sign, rest = text[0], text[1:]
        mark = nodes.inline(sign, sign, classes=["formula-stop"])
        parent[after : after + 1] = [mark, nodes.Text(rest)] if rest else [mark]
        formula["classes"].append(ROOM)


def _keep_opening(formula: nodes.math) -> None:
    """Put signs that open, the formula and its stop into one element, which is not broken."""
    parent = formula.parent
    place = parent.index(formula)
    text = parent[place - 1].astext() if _is_text(parent, place - 1) else ""
    if text.endswith(tuple(OPENING)):
        start = text.rstrip(OPENING)
        end = place + (2 if ROOM in formula["classes"] else 1)
        parts = [nodes.Text(text[len(start) :]), *parent[place:end]]
        kept = nodes.inline("", "", *parts, classes=["opened-formula"])
        parent[place - 1 : end] = [nodes.Text(start), kept] if start else [kept]


def _is_text(parent: nodes.Element, place: int) -> bool:
    return 0 <= place < len(parent) and isinstance(parent[place], nodes.Text)
