"""Words: Chinese typography, and one term for one thing."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from tools import typography as chinese
from tools.lint.page import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.page import Page

_AROUND = 6
TERMS = Path(__file__).parents[1] / "terms.yml"
# Before or around a term that is mentioned, not used: 又译丢弃法, “阀值”.
_MENTION = re.compile(r"(?:又称|亦称|也称|也叫|又叫|又译|也译|旧译|旧称|俗称|误作|误写作|即)\s*$|[“「《]$")


class Term(NamedTuple):
    """A word that is not used here, the pattern that finds it, and the one that is."""

    wrong: str
    pattern: re.Pattern[str]
    right: str


def typography(page: Page) -> Iterator[Finding]:
    """Check for full-width punctuation in Chinese, and spaces between Chinese and Latin."""
    for line, old, new in chinese.corrections(page.text):
        yield Finding(line, f"排版：{_difference(old, new)}", page.replaced(line, old, new))


def _difference(old: str, new: str) -> str:
    """Return where two lines differ, with a little of what is around; lines can be long."""
    changes = [c for c in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if c[0] != "equal"]
    shown: list[list[int]] = []
    for _kind, start, end, other_start, other_end in changes:
        if shown and start - shown[-1][1] <= 2 * _AROUND:
            shown[-1][1], shown[-1][3] = end, other_end
        else:
            shown.append([start, end, other_start, other_end])
    return "；".join(f"{_around(old, a, b)} → {_around(new, c, d)}" for a, b, c, d in shown)


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _AROUND) : end + _AROUND].strip()


@cache
def known_terms() -> tuple[Term, ...]:
    """Return the table of terms."""
    table: dict[str, list[str]] = yaml.safe_load(TERMS.read_text(encoding="utf-8"))
    return tuple(Term(wrong, _pattern(wrong), right) for right, wrongs in table.items() for wrong in wrongs)


def _pattern(word: str) -> re.Pattern[str]:
    # A Latin word is no part of another word, of an address or of a path.
    before = r"(?<![\w./@-])" if word[0].isascii() else ""
    after = r"(?![\w/-])" if word[-1].isascii() else ""
    return re.compile(before + re.escape(word) + after, re.ASCII)


def terms(page: Page) -> Iterator[Finding]:
    """Find words that the table of terms replaces; titles of sources and mentions are not ours."""
    for token, line in page.spans:
        if token.type != "text" or line in page.sources:
            continue
        for term in known_terms():
            for match in term.pattern.finditer(token.content):
                if not _MENTION.search(token.content[: match.start()]):
                    better = page.replaced(line, term.wrong, term.right)
                    yield Finding(
                        line, f"术语：{term.wrong} → {term.right}（见 tools/lint/terms.yml）", better
                    )
