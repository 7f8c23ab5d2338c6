"""Counting what there is to read, and cleaning text."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from latest_updates.text import (
    Amount,
    amount,
    cluster_ends,
    clusters,
    exceeds,
    one_line,
    printable,
    reading_minutes,
)


@pytest.mark.parametrize(
    ("text", "characters", "words"),
    [
        ("", 0, 0),
        ("梯度下降。", 4, 0),
        ("gradient descent", 0, 2),
        ("用 PyTorch 训练", 3, 1),
        ("don't well-known x86_64 3.14", 0, 4),
        ("ひらがなカタカナ", 8, 0),
        ("한국어 문장", 0, 2),
        ("été naïve", 0, 2),
    ],
)
def test_characters_and_words_are_counted_apart(text: str, characters: int, words: int) -> None:
    """Han and kana count by the character, everything else by the word; punctuation does not count."""
    assert amount(text) == Amount(characters, words)


@pytest.mark.parametrize(
    ("characters", "words", "minutes"),
    [(0, 0, 1), (400, 0, 1), (401, 0, 2), (200, 100, 1), (200, 101, 2), (0, 2000, 10)],
)
def test_minutes_are_rounded_up(characters: int, words: int, minutes: int) -> None:
    """400 characters or 200 words take a minute."""
    assert reading_minutes(Amount(characters, words)) == minutes


def test_clusters_are_what_a_reader_counts() -> None:
    """A family, a flag and an accented letter are one each."""
    assert clusters("👩‍👩‍👧🇨🇳é好") == 4


@given(
    st.text(max_size=30) | st.text("梯度a。é\u0301\u200d👩🏽🇨🇳\u302a각\u11a8", max_size=30),
    st.integers(0, 30),
)
def test_clusters_are_those_of_unicode(text: str, count: int) -> None:
    """The short cut for plain text gives what the library gives."""
    found = regex.findall(r"\X", text)
    ends = [sum(map(len, found[: number + 1])) for number in range(min(count, len(found)))]

    assert clusters(text) == len(found)
    assert list(cluster_ends(text, count)) == ends
    assert exceeds(text, count) == (len(found) > count)


def test_control_characters_are_dropped() -> None:
    """No file of ours holds a character that XML forbids."""
    assert printable("a\x00b\x1b\ud800c\ufffe\n") == "abc\n"
    assert one_line(" a\n\tb\x00 ") == "a b"
