"""Which characters of a Markdown text are code or formulas, and edits of the others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_FORMULA = re.compile(r"(?<![\\$])(\$\$?)(?!\$)(?:(?!\n[ \t]*\n)[^$])+?(?<!\\)\1(?!\$)")


@cache
def parser() -> MarkdownIt:
    """Return a CommonMark parser with HTML, tables and formulas, as Hexo's and Hugo's are."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").use(dollarmath_plugin)


def parse(text: str) -> list[Token]:
    """Return the block tokens of *text*; lines of their maps count from 0."""
    return parser().parse(text)


def mask(text: str) -> str:
    """Return *text* with code and formulas blanked, every other character in its place."""
    rows = text.split("\n")
    for token in parse(text):
        if token.type in {"fence", "code_block", "math_block", "math_block_label"} and token.map:
            for number in range(*token.map):
                rows[number] = " " * len(rows[number])
    masked = _CODE_SPAN.sub(_blank, "\n".join(rows))
    return _FORMULA.sub(_blank, masked)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


@dataclass
class Edits:
    """Replacements in one text, collected first, made at the end; the first of two that overlap counts."""

    text: str
    found: list[tuple[int, int, str]] = field(default_factory=list)
    masked: str = ""

    def __post_init__(self) -> None:
        """Find out what must not be touched."""
        self.masked = mask(self.text)

    def search(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
        """Yield the matches outside code and formulas, with the number of their line (from 0)."""
        for match in pattern.finditer(self.masked):
            yield match, self.text.count("\n", 0, match.start())

    def original(self, match: re.Match[str], group: int | str = 0) -> str:
        """Return what the text has where the masked text matched; empty for a group without a match."""
        start, end = match.span(group)
        return self.text[start:end] if start >= 0 else ""

    def replace(self, start: int, end: int, new: str) -> None:
        """Note a replacement."""
        if not any(start < other_end and other_start < end for other_start, other_end, _new in self.found):
            self.found.append((start, end, new))

    def apply(self) -> str:
        """Return the text with all replacements made."""
        text = self.text
        for start, end, new in sorted(self.found, reverse=True):
            text = text[:start] + new + text[end:]
        return text
