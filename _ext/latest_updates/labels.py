"""Labels of drawings: texts broken into lines, by an estimate of how wide a browser sets them.

Nothing here knows docutils or Sphinx.
"""

from __future__ import annotations

import unicodedata

import regex

# What a line is broken between: words with the punctuation that closes them, single characters of scripts
# without spaces with theirs.
_pieces = regex.compile(
    r"[\p{Ps}\p{Pi}“‘]*(?:[@#.\\_-]*[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{P}]+(?:[-'’._/][^\s\p{Han}\p{P}]+)*|\X)"
    r"[\p{Pe}\p{Pf}”’，。、：；！？…,.:;!?%]*\s*"
)
_NARROW = frozenset("ijlftrI.,:;'|!()[] ")
_BROAD = frozenset("mwMW@%&")


def width_of(text: str) -> float:
    """Return about how wide *text* is in a usual sans-serif font, in units of its size; rather too wide."""
    return sum(map(_width, regex.findall(r"\X", text)))


def _width(cluster: str) -> float:
    first = cluster[0]
    if len(cluster) > 1 or not first.isascii():
        return 0.65 if unicodedata.east_asian_width(first) in "NaHN" and first.isalpha() else 1.05
    if first in _NARROW:
        return 0.4
    if first in _BROAD:
        return 1
    return 0.72 if first.isupper() else 0.63


def wrap(text: str, width: float, lines: int) -> list[str]:
    """Break *text* into at most *lines* lines of *width*; what does not fit ends with ``…``."""
    rows = [""]
    for piece in _pieces.findall(text):
        for part in _parts(piece, width):
            if rows[-1] and width_of(rows[-1] + part.rstrip()) > width:
                rows.append("")
            rows[-1] += part
    rows = [row.strip() for row in rows if row.strip()]
    if len(rows) <= lines:
        return rows
    last = regex.findall(r"\X", rows[lines - 1])
    while last and width_of("".join(last)) > width - 1.05:
        last.pop()
    return [*rows[: lines - 1], "".join(last).rstrip() + "…"]


def _parts(piece: str, width: float) -> list[str]:
    """Cut a *piece* that is wider than a line anywhere."""
    if width_of(piece.rstrip()) <= width:
        return [piece]
    parts = [""]
    for cluster in regex.findall(r"\X", piece):
        if width_of(parts[-1] + cluster) > width:
            parts.append("")
        parts[-1] += cluster
    return parts
