"""Breaking labels into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from latest_updates.labels import width_of, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用注意力取代循环", ["用注意力取代", "循环"]),
        ("短", ["短"]),
        ("读懂 @tf_export 函数", ["读懂", "@tf_export", "函数"]),
        ("上采样：插值、转置", ["上采样：插", "值、转置"]),
        ("Transformer", ["Transforme", "r"]),
        ("", []),
    ],
)
def test_lines_break_where_a_reader_would(text: str, expected: list[str]) -> None:
    """Between Han characters or words, never before closing punctuation; a long word anywhere."""
    assert wrap(text, 6.4, 3) == expected


def test_what_does_not_fit_is_marked() -> None:
    """The last line tells that there is more."""
    assert wrap("一二三四五六七八九十", 3.2, 2) == ["一二三", "四五…"]


@given(st.text(max_size=60), st.integers(3, 20), st.integers(1, 4))
def test_lines_are_few_narrow_and_complete(text: str, width: int, lines: int) -> None:
    """Whatever the text: not more lines, none too wide, nothing lost but white space or after an ellipsis."""
    rows = wrap(text, width, lines)
    shown = "".join("".join(rows).split())

    assert len(rows) <= lines
    assert all(width_of(row) <= width for row in rows)
    assert shown == "".join(text.split()) or shown.endswith("…")
