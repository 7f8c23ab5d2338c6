r"""What Sphinx's math directive promises of blank lines, ``\\`` and ``&`` holds with KaTeX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prerendered_math.source import breaks_lines, displayed_source, own_numbering


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"a \\ b", True),
        (r"a &= b", True),
        (r"a \& b", False),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", False),
        (r"\begin{cases} a & b \end{cases} \\ c", True),
        (r"\sum_{\substack{a \\ b}} c", False),
        (r"\{ a \\ b \}", True),
        ("a % b & c", False),
        ("a % \\begin{x}\n & b", True),
        ("", False),
    ],
)
def test_line_breaks_count_outside_of_groups_only(tex: str, expected: bool) -> None:
    """An environment or a group has its own line breaks; comments and escaped signs are none."""
    assert breaks_lines(tex) is expected


def test_formula_of_one_line_is_left_alone() -> None:
    """Nothing is wrapped without need."""
    assert displayed_source("E = mc^2") == "E = mc^2"


def test_line_breaks_make_a_split() -> None:
    """As in the LaTeX that Sphinx writes."""
    assert displayed_source(r"a &= b \\ &= c") == r"\begin{split}a &= b \\ &= c\end{split}"


def test_blank_lines_separate_equations() -> None:
    """Each equation is a line; blank lines at the ends count for nothing."""
    expected = "\\begin{aligned}\na\\\\\n\\begin{split}b\\\\c\\end{split}\n\\end{aligned}"

    assert displayed_source("\na\n\nb\\\\c\n\n") == expected


def test_author_who_asks_for_no_wrap_gets_none() -> None:
    """The source goes to KaTeX as it stands."""
    assert displayed_source("a\n\nb & c", wrap=False) == "a\n\nb & c"


def test_numbers_are_taken_from_environments() -> None:
    """KaTeX would count (1), (2), (3) beside Sphinx's own numbers."""
    tex = r"\begin{align}a&=b\end{align}\begin{gather*}c\end{gather*}\begin{aligned}d\end{aligned}"
    expected = r"\begin{align*}a&=b\end{align*}\begin{gather*}c\end{gather*}\begin{aligned}d\end{aligned}"

    assert displayed_source(tex, wrap=False) == expected


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\begin{align}a\end{align}", r"\begin{align}"),
        (r"a + \begin{gather*}a\end{gather*}", r"\begin{gather*}"),
        (r"a \tag{1}", r"\tag"),
        (r"\begin{aligned}a\end{aligned}", None),
        (r"\tagged x", None),
    ],
)
def test_own_numbering_is_named(tex: str, expected: str | None) -> None:
    """For the warning that tells the author."""
    assert own_numbering(tex) == expected


@given(st.text(alphabet="\\{}&%ab \n"))
def test_any_text_is_taken(tex: str) -> None:
    """Broken TeX is KaTeX's to refuse, not ours to stumble over."""
    assert isinstance(displayed_source(tex), str)
