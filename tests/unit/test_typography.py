"""The check of Chinese typography."""

from __future__ import annotations

import pytest

from tools.typography import findings

CODE = "---\ntags: [甲,乙]\n---\n\n```python\nprint('甲,乙')\n```\n\n"


@pytest.mark.parametrize("text", ["用 pdb 调试，很好。", CODE + "正文。", "行内 `甲,乙` 与公式 $a,b$。"])
def test_good_text_and_code_pass(text: str) -> None:
    """Front matter, code and formulas are no prose."""
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲,乙。", "1: 甲,乙。 → 甲，乙。"),
        (CODE + "用pdb调试。", "9: 用pdb调试。 → 用 pdb 调试。"),
        ("```{note}\n甲,乙。\n```\n", "2: 甲,乙。 → 甲，乙。"),
    ],
)
def test_a_finding_names_line_and_correction(text: str, expected: str) -> None:
    """Half-width punctuation and missing spaces are found, inside directives too."""
    assert findings(text) == [expected]
