"""Running text: white space, grapheme clusters, scripts written without spaces, reading time."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

import regex

# Scripts whose words are not separated by spaces, and the punctuation that belongs to them.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\u3000-\u303F\uFE30-\uFE4F\uFF01-\uFF60"
_PUNCTUATION = r"\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF40\uFF5B-\uFF60"
# Quotation marks, dashes and dots that Chinese shares with Latin text: they take the side of a neighbour.
_SHARED = "“”‘’—…·"
_COUNTED = r"\p{Han}\p{Hiragana}\p{Katakana}"
_LETTER = rf"[[\p{{L}}\p{{N}}_]--[{_COUNTED}]]"

_unspaced = regex.compile(rf"[{_UNSPACED}]")
_wide_punctuation = regex.compile(rf"[{_PUNCTUATION}]")
_cluster = regex.compile(r"\X")
_space = re.compile(r"\s+")
# Cc but for tab, line feed, return and next line; what no XML or HTML file can hold.
_unprintable = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_counted = regex.compile(rf"[{_COUNTED}]")
_word = regex.compile(rf"{_LETTER}(?:\p{{M}}|['’.\-]?{_LETTER})*", regex.V1)

HAN_PER_MINUTE = 400
WORDS_PER_MINUTE = 200


def printable(text: str) -> str:
    """Return *text* without control characters, surrogates and non-characters."""
    return _unprintable.sub("", text)


def one_line(text: str) -> str:
    """Return *text* with runs of white space as one space, and none at the ends."""
    return _space.sub(" ", printable(text)).strip()


def clusters(text: str) -> int:
    """Count the grapheme clusters of *text* (Unicode Standard Annex 29, extended)."""
    return len(_cluster.findall(text))


def joins_without_space(before: str, after: str) -> bool:
    """Tell whether a line break between two characters stands for nothing, not for a space.

    So it is between two characters of scripts without spaces, and beside their punctuation.
    """
    if _wide_punctuation.match(before) or _wide_punctuation.match(after):
        return True
    wide_before, wide_after = bool(_unspaced.match(before)), bool(_unspaced.match(after))
    return (wide_before and (wide_after or after in _SHARED)) or (wide_after and before in _SHARED)


class Amount(NamedTuple):
    """How much there is to read: Han (and kana) characters, and words of other scripts."""

    characters: int
    words: int


def amount(text: str) -> Amount:
    """Count what there is to read in *text*."""
    return Amount(len(_counted.findall(text)), len(_word.findall(text)))


def reading_minutes(read: Amount) -> int:
    """Return whole minutes, rounded up, at 400 characters or 200 words a minute; never less than one.

    400 is a usual silent rate for Chinese prose on a screen with something to think about, 200 that for
    English technical prose.
    """
    return max(1, math.ceil(read.characters / HAN_PER_MINUTE + read.words / WORDS_PER_MINUTE))
