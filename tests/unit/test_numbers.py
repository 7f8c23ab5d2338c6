"""The check that every number of an article's prose was computed."""

from __future__ import annotations

import pytest

from tests.articles.numbers import same_output, unproved_numbers

ARTICLE = """# 题

{prose}

```python
assert round(0.963181, 4) == 0.9632 and len("x" * 41) == 41
```
"""


def complaints(prose: str, *printed: str) -> list[str]:
    """Return the numbers that the check complains about, with their lines."""
    findings = unproved_numbers(ARTICLE.format(prose=prose), list(printed))
    return [finding.split("：")[0].split(" 没有")[0] for finding in findings]


@pytest.mark.parametrize(
    "prose",
    [
        "比例 0.963。",
        "比例 96.3%，维数 41。",
        "$x_{12} \\approx 0.96$",
        "2014 年的 ResNet-50 与 float32、Python 3.13，共 3 种，版本 2.0.11。",
        "| a |\n|---|\n| 0.9632 |",
        "见 [链接](https://example.org/77.7)。",
        "$$\nx = 0.9632\n$$ (eq-x)",
        "## 参考资料\n\nLi 等，77.7",
        "比例 77.7。\n\n% cited-numbers: 77.7 — Li 等 2014，表 2",
    ],
)
def test_proved_and_exempt_numbers_pass(prose: str) -> None:
    """What the code holds or prints, to the places shown, is proved; names and years are no numbers."""
    assert complaints(prose) == []


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("比例 0.9633。", ["3: 数字 0.9633"]),
        ("比例 96.4%。", ["3: 数字 96.4"]),
        ("维数 42。", ["3: 数字 42"]),
        ("甲\n乙 42", ["4: 数字 42"]),
        ("$$\nx = 0.97\n$$", ["4: 数字 0.97"]),
        (":::{figure} a.svg\n:alt: 高 77\n\n宽 78\n:::", ["4: 数字 77", "6: 数字 78"]),
        ("误差 $1.2 \\times 10^{-3}$", ["3: 数字 1.2 \\times 10^{-3}"]),
        ("| a |\n|---|\n| 43 |", ["5: 数字 43"]),
    ],
)
def test_an_unproved_number_is_named_with_its_line(prose: str, expected: list[str]) -> None:
    """A wrong digit in text, formula, table, caption or alternative text is found."""
    assert complaints(prose) == expected


def test_a_printed_number_proves_its_roundings() -> None:
    """Outputs count as much as literals, and thousands separators do not matter."""
    assert complaints("误差 0.0012，共 1,680 个", "0.00123 1680") == []


def test_a_cited_number_needs_a_source_and_a_use() -> None:
    """A declaration without source, or of a number that does not stand in the text, is an error."""
    assert complaints("% cited-numbers: 77.7 —") == [
        "3: cited-numbers 要写明出处",
        "3: cited-numbers 里的 77.7 在正文中没有出现，请删去",
    ]


def test_outputs_are_compared_to_the_letter_on_the_reference() -> None:
    """White space at line ends does not count; a digit does."""
    assert same_output("a 1.00 \n", "a 1.00", exact=True)
    assert not same_output("a 1.00", "a 1.01", exact=True)


def test_outputs_may_differ_by_a_percent_elsewhere() -> None:
    """Another Python may round differently, but may not say something else."""
    assert same_output("a 1.000", "a 1.005", exact=False)
    assert not same_output("a 1.00", "a 1.05", exact=False)
    assert not same_output("a 1.00", "b 1.00", exact=False)
