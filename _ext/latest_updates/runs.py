"""Runs: a line of text in pieces that are shown differently, joined and cut without harm to any of them.

A run is ``(kind, text)``. The kinds are

``text``, ``emphasis``, ``strong``
    what it says;
``literal``
    code in a line;
``math``
    a formula in a line, as TeX: one thing, shown whole or not at all;
``placeholder``
    the name of something that can't stand in a line, such as ``[code]``;
``link``
    ``scheme:target``, the title of another page or the number of an equation, not yet known.

Nothing here knows docutils or Sphinx.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from .text import cluster_ends, exceeds, joins_without_space, one_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Run = tuple[str, str]

#: Kinds that are whole or absent.
ATOMIC = frozenset({"math", "placeholder"})
_WHOLE_PIECES = ATOMIC | {"literal", "link"}
# Code in a line is kept whole up to this many characters.
_SHORT_CODE = 40
_SENTENCE_END = "。！？；"
_NARROW_CLOSING = ")]}"
_CLOSING = f"”’」』）》】〉］｝{_NARROW_CLOSING}"
_OPENING = "“‘「『（《【〈［｛([{"
_NOT_FIRST = _CLOSING + _SENTENCE_END + "，、：,.;:!?…·"
_TRAILING = " ，、：,:"

# In the "shape" of a text, every character of something whole is replaced by this letter.
_WHOLE = "\ue000"
_unspaced_letter = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_letter = rf"[[\p{{L}}\p{{M}}\p{{N}}_{_WHOLE}]--{_unspaced_letter}]"
_mark = r"[\p{P}\p{S}--[\u3000-\u303f\uff00-\uffef“”‘’—…]--\p{Extended_Pictographic}--\p{M}]"
#: A word with what clings to it (``-m``, ``IoU>0.5``, ``C++``, ``k-dimensional``), else one cluster.
_token = regex.compile(rf"{_mark}{{0,3}}{_letter}+(?:{_mark}{{1,3}}{_letter}+)*{_mark}{{0,3}}|\X", regex.V1)
_token_break = regex.compile(rf"\s|{_unspaced_letter}")
_whitespace = regex.compile(r"(\s+)")
_sentence_end = re.compile(f"[{_SENTENCE_END}][{re.escape(_CLOSING)}]*")


class Cut(NamedTuple):
    """Runs of limited length, and whether something was left off at their end."""

    runs: tuple[Run, ...]
    truncated: bool


@dataclass(frozen=True)
class Style:
    """How an excerpt is made: its length in grapheme clusters, and the words for what is left out."""

    length: int
    code: str = "[code]"
    formula: str = "[formula]"
    figure: str = "[figure]"
    table: str = "[table]"
    math: str = "[Math]"


class Excerpt(NamedTuple):
    """The beginning of an article as runs, whether it was cut, and whether the article holds more.

    It holds more, too, if code, a formula, a figure or a table is only named.
    """

    runs: tuple[Run, ...] = ()
    truncated: bool = False
    more: bool = False


def plain(runs: Iterable[Run], math: str = "[Math]") -> str:
    """Return *runs* as plain text, with *math* in place of each formula."""
    return "".join(math if kind == "math" else text for kind, text in runs)


class Joiner:
    """Collects pieces of blocks into runs; decides which white space stands for a space.

    A line break in the source is nothing between Chinese characters and a space elsewhere; a block is
    set off by one space; placeholders of one kind in a row are one.
    """

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.length = 0
        self._gap = ""

    def block(self) -> None:
        """End a block: what follows is set off by a space."""
        self._gap = "block"

    def add(self, kind: str, text: str) -> None:
        """Append *text*; white space in it is collapsed, except in a formula."""
        if kind in _WHOLE_PIECES:
            whole = one_line(text) if kind == "literal" else text
            if whole:
                self._append(kind, whole)
            return
        for part in _whitespace.split(printable(text)):
            if part.isspace():
                self._widen(part)
            elif part:
                self._append(kind, part)

    def placeholder(self, text: str) -> None:
        """Append a placeholder of its own block, unless one like it has just been appended."""
        if not self.runs or self.runs[-1] != ("placeholder", text):
            self.block()
            self._append("placeholder", text)
        self.block()

    def _widen(self, space: str) -> None:
        if self._gap != "block":
            self._gap = "line" if "\n" in space and self._gap != "space" else "space"

    def _append(self, kind: str, text: str) -> None:
        space = self._separator(kind, text)
        self._gap = ""
        self.length += len(space) + len(text)
        last = self.runs[-1][0] if self.runs else ""
        if kind == last and kind not in _WHOLE_PIECES:
            text = self.runs.pop()[1] + space + text
        elif kind == "text":
            text = space + text
        elif space and last == "text":
            self.runs[-1] = ("text", self.runs[-1][1] + space)
        elif space:
            self.runs.append(("text", space))
        self.runs.append((kind, text))

    def _separator(self, kind: str, text: str) -> str:
        if not self._gap or not self.runs:
            return ""
        last_kind, last = self.runs[-1]
        if self._gap != "line":
            return " "
        if "link" in {kind, last_kind}:
            return "\n"  # decided when the link's text is known
        if _WHOLE_PIECES & {kind, last_kind}:
            return " "
        return "" if joins_without_space(last[-1], text[0]) else " "


def cut(runs: Iterable[Run], limit: int, math: str = "[Math]") -> Cut:
    """Return at most *limit* grapheme clusters (of the plain form) of *runs*.

    The end is after ``。！？；`` if there is one in the last fifth, else after a word or a character of a
    script without spaces; never within a word, a formula, a placeholder or a cluster. A single word
    longer than *limit* is left out as a whole.
    """
    kept = tuple(runs)
    whole = plain(kept, math)
    if not exceeds(whole, limit):
        return Cut(kept, False)
    end = _best_end(whole, _shape(kept, math), limit)
    return Cut(tuple(_head(kept, len(whole[:end].rstrip(_TRAILING)), math)), True)


def _shape(runs: Iterable[Run], math: str) -> str:
    """Return the plain form of *runs* with everything that must stay whole masked as letters."""
    return "".join(
        _WHOLE * len(math if kind == "math" else text)
        if kind in ATOMIC or (kind == "literal" and len(text) <= _SHORT_CODE)
        else text
        for kind, text in runs
    )


def _best_end(whole: str, shape: str, limit: int) -> int:
    """Return the place in *whole* to cut at: the end of a token, no more than *limit* clusters away."""
    reach = cluster_ends(whole, limit)
    last_fifth = reach[limit * 4 // 5 - 1] if limit * 4 // 5 else 0
    # Where every character is a cluster, a sentence is found without looking at tokens.
    if isinstance(reach, range) and (best := _last_sentence(whole, shape, last_fifth, len(reach))):
        return best
    ends = [0]
    # The place is nearly always in the last fifth: look there first, from a place between two tokens.
    for start in (_between_tokens(shape, last_fifth), 0):
        ends = [0, *_token_ends(shape, start, reach)]
        late = (end for end in reversed(ends) if end >= last_fifth and _ends_sentence(whole, end))
        graceful = (end for end in reversed(ends) if _is_graceful(whole, end))
        if best := next(late, 0) or next(graceful, 0):
            return best
    return ends[-1]


def _last_sentence(whole: str, shape: str, start: int, stop: int) -> int:
    """Return where the last sentence ends of those that end from *start* to *stop*; 0 if in doubt.

    Its mark and wide brackets after it are tokens of their own; a narrow bracket may belong to a word.
    """
    best = 0
    for found in _sentence_end.finditer(whole, max(0, start - 1)):
        if found.end() > stop:
            break
        if not set(found[0]).isdisjoint(_NARROW_CLOSING):
            return 0
        if found[0] == shape[found.start() : found.end()]:
            best = found.end()
    return best


def _between_tokens(shape: str, place: int) -> int:
    """Return a place at or before *place* where no token goes on: after a space or an unspaced letter."""
    while place and not _token_break.match(shape[place - 1]):
        place -= 1
    return place


def _token_ends(shape: str, start: int, reach: Sequence[int]) -> Iterator[int]:
    """Yield the ends of tokens from *start* that are ends of clusters within *reach*."""
    horizon = reach[-1] if reach else 0
    known = reach if isinstance(reach, range) else frozenset(reach)
    for token in _token.finditer(shape, start):
        end = token.end()
        if end > horizon:
            return
        if end in known:
            yield end


def _ends_sentence(whole: str, end: int) -> bool:
    if whole[end : end + 1] and whole[end] in _CLOSING:
        return False
    return whole[:end].rstrip(_CLOSING)[-1:] in tuple(_SENTENCE_END)


def _is_graceful(whole: str, end: int) -> bool:
    after, before = whole[end : end + 1], whole[:end].rstrip()[-1:]
    return not (after and after in _NOT_FIRST) and not (before and before in _OPENING)


def _head(runs: Iterable[Run], length: int, math: str) -> Iterable[Run]:
    """Return the first *length* characters of the plain form of *runs*."""
    for kind, text in runs:
        size = len(math) if kind == "math" else len(text)
        if length <= 0:
            return
        yield (kind, text if size <= length else text[:length])
        length -= size


def resolve_links(runs: Iterable[Run], resolve: Callable[[str], str]) -> list[Run]:
    """Replace each link by what *resolve* makes of its target, joined with the text around it."""
    joined = Joiner()
    for kind, text in runs:
        joined.add(*(("text", resolve(text)) if kind == "link" else (kind, text)))
    return joined.runs


def finish(runs: Iterable[Run], style: Style) -> Excerpt:
    """Cut *runs* to the length of *style*, unless there is an unresolved link among them."""
    kept = tuple(runs)
    if any(kind == "link" for kind, _text in kept):
        return Excerpt(kept, truncated=False, more=True)
    head, truncated = cut(kept, style.length, style.math)
    return Excerpt(head, truncated, truncated or any(kind == "placeholder" for kind, _text in head))
