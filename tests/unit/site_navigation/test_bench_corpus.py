"""The made-up articles that builds are measured with."""

from __future__ import annotations

import re

import pytest

from tools.bench.corpus import CATEGORIES, Corpus

CORPUS = Corpus(100)
ARTICLES = [CORPUS.article(number) for number in range(100)]


def test_articles_are_the_same_for_the_same_seed() -> None:
    """And others for another seed."""
    assert [Corpus(100).article(number) for number in range(3)] == ARTICLES[:3]
    assert Corpus(100, seed=1).article(0) != ARTICLES[0]


@pytest.mark.parametrize(
    ("what", "pattern", "least", "most"),
    [
        ("Chinese characters", r"[\u4e00-\u9fff]", 2500, 7000),
        ("code blocks", r"^```python$", 3, 6),
        ("inline formulas", r"(?<!\$)\$(?!\$)[^$\n]+\$(?!\$)", 4, 15),
        ("displayed formulas", r"^\$\$\n.*\n\$\$$", 3, 6),
        ("links", r"\]\(\.\./", 3, 3),
    ],
)
def test_articles_are_as_large_and_as_varied_as_real_ones(
    what: str, pattern: str, least: int, most: int
) -> None:
    """Within the bounds that were set, and not all alike."""
    counts = [len(re.findall(pattern, article, re.MULTILINE)) for article in ARTICLES]

    assert least <= min(counts) <= max(counts) <= most, what
    assert least == most or len(set(counts)) > 1


def test_articles_fill_all_categories() -> None:
    """In turns."""
    assert {name.partition("/")[0] for name in CORPUS.names} == set(CATEGORIES)


def test_edits_change_what_they_say() -> None:
    """The title, the date, or a paragraph more; nothing else."""
    title = CORPUS.article(5, title="Another")
    extra = CORPUS.article(5, extra="Another paragraph.")

    assert title.replace("# Another\n", "", 1) == re.sub(
        r"^# .*\n", "", ARTICLES[5], count=1, flags=re.MULTILINE
    )
    assert extra.replace("Another paragraph.\n\n", "") == ARTICLES[5]
    assert "date: 2026-01-01\n" in CORPUS.article(5, date="2026-01-01")
