"""The splitter in the browser does what the splitter of the index does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjk_search.splitting import split
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = 500
STRINGS = 40

# First and last character of what is, or is next to, text that people write.
RANGES = [
    *[("!", "~"), (" ", " "), ("\t", "\r"), (".", "."), ("_", "_"), ("0", "9"), ("A", "z"), ("\x00", "\x1f")],
    *[("\u00a0", "\u024f"), ("\u0250", "\u036f"), ("\u0370", "\u052f"), ("\u0530", "\u06ff")],
    *[("\u0900", "\u097f"), ("\u0e00", "\u0e7f"), ("\u10a0", "\u11ff"), ("\u1e00", "\u20cf")],
    *[("\u2100", "\u218f"), ("\u2460", "\u24ff"), ("\u2c60", "\u2c7f"), ("\u3000", "\u33ff")],
    *[("\u4e00", "\u4e20"), ("\u9fe0", "\ua0ff"), ("\ua640", "\ua7ff"), ("\uab30", "\uab7f")],
    *[("\uac00", "\uac40"), ("\ud780", "\ud7ff"), ("\ud800", "\udfff"), ("\uf900", "\ufb1f")],
    *[("\ufe00", "\ufe0f"), ("\uff00", "\uffef"), ("\U00010400", "\U0001047f"), ("\U0001d400", "\U0001d7ff")],
    *[("\U0001e030", "\U0001e06f"), ("\U0001f1e6", "\U0001f64f"), ("\U00020000", "\U00020010")],
    *[("\U0002a6d0", "\U0002a720"), ("\U0002f800", "\U0002fa1f"), ("\U000323a0", "\U000323c0")],
    *[("\U000e0100", "\U000e01ef"), ("\x00", "\U0010ffff")],
]
CHARACTERS = st.one_of(
    [
        st.characters(min_codepoint=ord(first), max_codepoint=ord(last), exclude_categories=())
        for first, last in RANGES
    ]
)


def well_formed(text: str) -> str:
    """Return the text as a browser holds it: two surrogates side by side are one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(st.text(CHARACTERS, max_size=12).map(well_formed), min_size=STRINGS, max_size=STRINGS))
def test_both_splitters_agree(call: Callable[..., Any], texts: list[str]) -> None:
    """Twenty thousand strings over all of Unicode that matters are split alike."""
    assert call("(texts) => texts.map(splitQuery)", texts) == [split(text) for text in texts]
