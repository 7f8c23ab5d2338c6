"""Split text into the terms of the search index.

``js/splitter.js`` does the same to a query, in the browser: what is changed here is changed there,
and :data:`SPLITTER_VERSION` is raised.
"""

from __future__ import annotations

import functools
import itertools
import operator
import re
import unicodedata

# An index is thrown away when this number differs from the one it was made with.
SPLITTER_VERSION = 1

TERM_LENGTH = 40
NUMBER_LENGTH = 4

# Indexed as pairs of neighbours, for want of spaces between words: ideographs, kana, bopomofo, hangul.
CJK = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U000323af"
)

# Letters, marks and digits of the scripts that put a space, or nothing, between their words.
WORD = (
    "0-9A-Z_a-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u0373\u0376-\u037d\u037f"
    "\u0386\u0388-\u0481\u0483-\u052f\u0531-\u0556\u0560-\u0588\u0591-\u05bd\u05bf\u05c1-\u05c7\u05d0-\u05ea"
    "\u0610-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06fc\u0900-\u0963\u0966-\u096f\u0e00-\u0e3a"
    "\u0e40-\u0e4e\u0e50-\u0e59\u10a0-\u10fa\u1e00-\u1fff"
)

# What becomes one of the above by compatibility decomposition: full and half width, ﬁ, ², ℝ, ①, 𝐱.
COMPATIBLE = (
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u1100-\u11ff\u2070-\u209c\u2100-\u214f\u2150-\u2189\u2460-\u24ff"
    "\u3130-\u318f\u3200-\u33ff\ua960-\ua97f\ud7b0-\ud7fb\ufb00-\ufb06\uff0e\uff10-\uff19\uff21-\uff3a\uff3f"
    "\uff41-\uff5a\uff65-\uffdc\U0001d400-\U0001d7ff"
)

# Invisible: soft hyphen, zero width space and joiners, byte order mark, variation selectors.
_IGNORED = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+")

# Unicode grows, and Python's tables are another year's than the browser's.
# So normalization is shown only characters that have long been assigned.
_FOREIGN = re.compile(rf"[^\x00-\x7f{CJK}{WORD}{COMPATIBLE}]+")

_JOINED_LINES = re.compile(rf"(?<=[{CJK}])[ \t]*\n\s*(?=[{CJK}])")
_RUN = re.compile(rf"([{CJK}]+)|[{WORD}]+(?:\.[{WORD}]+)*")
_TERM = re.compile(rf"[{CJK}]{{1,2}}|[{WORD}.]{{1,{TERM_LENGTH}}}")
_NUMBER = re.compile(r"[0-9.]+")
# As a key of the index, which is written as a JavaScript object, it would set the object's prototype.
_UNSAFE = "__proto__"


def normalize(text: str) -> str:
    """Return *text* without differences of case, width and composition.

    Foreign characters (punctuation, emoji, scripts that are not indexed) become commas.
    A line break between two CJK characters is dropped, as no reader sees one there.
    """
    if not text.isascii():
        text = _FOREIGN.sub(",", _IGNORED.sub("", text))
        text = _JOINED_LINES.sub("", unicodedata.normalize("NFKC", text))
    # The final sigma depends on the letters around it, which a query need not have.
    return text.lower().replace("ς", "σ")


def split(text: str) -> list[str]:
    """Return the terms of *text*, in order, with repetitions.

    A CJK run becomes its overlapping pairs, a character alone stays alone.
    A word is kept whole and by its ``_`` parts; words joined by dots also become pairs (``nn.conv2d``).
    """
    terms: list[str] = []
    for run in _RUN.finditer(normalize(text)):
        cjk = run[1]
        if cjk is None:
            terms += _word_terms(run[0])
        elif len(cjk) == 1:
            terms.append(cjk)
        else:
            terms += map(operator.add, cjk, cjk[1:])
    return terms


@functools.lru_cache(maxsize=1 << 16)
def _word_terms(chain: str) -> tuple[str, ...]:
    """Return the terms of words joined by dots, without long numbers and pairs of numbers."""
    words = chain.split(".")
    terms: list[str] = []
    for word in words:
        parts = [part for part in word.split("_") if part]
        if parts and parts != [word] and word != _UNSAFE:
            terms.append(word)
        terms += parts
    terms = [term for term in terms if not _NUMBER.fullmatch(term) or len(term) <= NUMBER_LENGTH]
    pairs = [f"{left}.{right}" for left, right in itertools.pairwise(words)]
    terms += [pair for pair in pairs if not _NUMBER.fullmatch(pair)]
    return tuple(term[:TERM_LENGTH] for term in terms)


@functools.lru_cache(maxsize=1 << 16)
def is_term(word: str) -> bool:
    """Tell whether *word* could have come from :func:`split`."""
    return _TERM.fullmatch(word) is not None and word != _UNSAFE
