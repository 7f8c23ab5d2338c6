"""Running text: white space, grapheme clusters, scripts written without spaces, reading time."""

from __future__ import annotations

import math
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

# Scripts whose words are not separated by spaces, and the punctuation that belongs to them.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\u3000-\u303F\uFE30-\uFE4F\uFF01-\uFF60"
_PUNCTUATION = r"\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF40\uFF5B-\uFF60"
# Quotation marks, dashes and dots that Chinese shares with Latin text: they take the side of a neighbour.
_SHARED = "“”‘’—…·"

_unspaced = regex.compile(rf"[{_UNSPACED}]")
_wide_punctuation = regex.compile(rf"[{_PUNCTUATION}]")
_cluster = regex.compile(r"\X")
# Characters that are a cluster each, whatever stands beside them, as long as that is one of them, too.
_simple = re.compile("[ -~¡-¬®-˿Α-ω‐-‧‰-⁞←-↓∀-⋿　-〩ぁ-ゖァ-ヾ㐀-䶿一-鿿！-～]*")
_space = re.compile(r"\s+")
# Cc but for tab, line feed, return and next line; what no XML or HTML file can hold.
_unprintable = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_counted = re.compile(
    "[\u3041-\u3096\u30a1-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_word = re.compile(r"\w+(?:['’.\-]\w+)*")

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
    return len(text) if _simple.fullmatch(text) else len(_cluster.findall(text))


def cluster_ends(text: str, count: int) -> Sequence[int]:
    """Return where the first *count* clusters of *text* end."""
    # One character more: a mark behind the last cluster belongs to it.
    if _simple.fullmatch(text, 0, count + 1):
        return range(1, min(count, len(text)) + 1)
    return [cluster.end() for cluster in islice(_cluster.finditer(text), count)]


def exceeds(text: str, limit: int) -> bool:
    """Tell whether *text* has more than *limit* clusters."""
    return len(text) > limit and len(cluster_ends(text, limit + 1)) > limit


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
    others = _counted.split(text)
    characters = len(text) - sum(map(len, others))
    return Amount(characters, len(_word.findall(" ".join(others))))


def reading_minutes(read: Amount) -> int:
    """Return whole minutes, rounded up, at 400 characters or 200 words a minute; never less than one.

    400 is a usual silent rate for Chinese prose on a screen with something to think about, 200 that for
    English technical prose.
    """
    return max(1, math.ceil(read.characters / HAN_PER_MINUTE + read.words / WORDS_PER_MINUTE))
