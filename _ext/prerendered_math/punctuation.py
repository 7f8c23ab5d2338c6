"""No line begins with the comma after a formula, nor ends with the bracket before it.

For browsers a formula is a row of boxes, and they break lines on both sides of a box, whatever stands there
(CSS Text 3, section 5.1, leaves it to them). So the formulas beside such signs are marked here, and
formulas.css keeps them together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

OPENING = "（〔［｛〈《「『【〖“‘([{"
CLOSING = "，。、；：？！）〕］｝〉》」』】〗”’…,.;:?!)]}%-–/"

# Signs that must not begin a line, and after which a line may end: those of Chinese anywhere, others before
# Chinese or a space.
_FULL = "，。、；：？！）〕］｝〉》」』】〗"
_STOP = re.compile(rf"[{re.escape(CLOSING)}]{{1,3}}(?=\Z|\s|[\u2e80-\uffef])|[{_FULL}]{{1,3}}")
ROOM = {1: "stopped-once", 2: "stopped-twice", 3: "stopped-thrice"}


def keep_punctuation(doctree: nodes.document, is_short: Callable[[str], bool]) -> None:
    """Mark the signs before and after the formulas in lines.

    A sign before a long formula is left alone: only what is short (of which its TeX is asked) can be kept in
    one piece with its bracket.
    """
    for formula in list(doctree.findall(nodes.math)):
        _keep_closing(formula)
        _keep_opening(formula, is_short)


def keeps_no_room(formula: nodes.math) -> None:
    """Note that a formula is written otherwise than in boxes that follow each other."""
    formula["classes"] = [name for name in formula["classes"] if name not in ROOM.values()]


def _keep_closing(formula: nodes.math) -> None:
    """Put the signs that close into an element of their own, and note how many they are."""
    parent = formula.parent
    after = parent.index(formula) + 1
    text = _text_at(parent, after)
    if found := _STOP.match(text):
        signs, rest = found[0], text[found.end() :]
        stop = nodes.inline(signs, signs, classes=["formula-stop"])
        parent[after : after + 1] = [stop, nodes.Text(rest)] if rest else [stop]
        formula["classes"].append(ROOM[len(signs)])


def _keep_opening(formula: nodes.math, is_short: Callable[[str], bool]) -> None:
    """Put the signs that open, the formula and its stop into one element, which is not broken."""
    parent = formula.parent
    place = parent.index(formula)
    text = _text_at(parent, place - 1)
    if text.endswith(tuple(OPENING)) and is_short(formula.astext()):
        start = text.rstrip(OPENING)
        end = place + (2 if set(formula["classes"]) & set(ROOM.values()) else 1)
        parts = [nodes.Text(text[len(start) :]), *parent[place:end]]
        kept = nodes.inline("", "", *parts, classes=["opened-formula"])
        parent[place - 1 : end] = [nodes.Text(start), kept] if start else [kept]


def _text_at(parent: nodes.Element, place: int) -> str:
    child = parent[place] if 0 <= place < len(parent) else None
    return child.astext() if isinstance(child, nodes.Text) else ""
