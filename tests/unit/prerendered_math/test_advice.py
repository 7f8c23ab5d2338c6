"""A broken formula's warning says what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prerendered_math.advice import advise, excerpt
from prerendered_math.engine import Katex, TexError

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def katex() -> Iterator[Katex]:
    """Return KaTeX, ended after this module."""
    running = Katex({})
    yield running
    running.close()


def error_of(katex: Katex, tex: str) -> TexError:
    """Return how KaTeX refuses `tex`."""
    with pytest.raises(TexError) as caught:
        katex.render(tex, display=True)
    return caught.value


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\fraq12", r"did you mean \frac, \frak?"),
        (r"\alhpa", r"did you mean \alpha?"),
        (r"\begin{pmatirx}1\end{pmatirx}", "did you mean pmatrix, pmatrix*?"),
        (r"\begin{eqnarray}1\end{eqnarray}", r"write \begin{aligned} … \end{aligned}"),
        (r"a\label{x}", "label the block itself: $$ … $$ (label)"),
        (r"\eqref{x}", "refer to an equation outside of formulas, by {eq}`label`"),
        (r"a & b", r"write \& for the sign, or align inside \begin{aligned} … \end{aligned}"),
        (r"a # b", r"write \# for the sign"),
        (r"\text{a}$b", r"close \text{…} before the dollar sign, or write \$ for the sign"),
        (r"\frac{a}{b", "a { is not closed"),
        (r"a}", "a } was not opened"),
        (r"\left( a", r"every \left needs a \right; \right. shows nothing"),
        (r"a \right)", r"every \right needs a \left; \left. shows nothing"),
        (r"a^b^c", "put the first script and its base into braces"),
        (r"a_b_c", "put the first script and its base into braces"),
        (r"a \end{aligned}", r"every \end needs a \begin"),
        (r"\href{http://a.example}{b}", "links, images and HTML belong outside of formulas"),
        (r"\qqqqq", ""),
    ],
)
def test_advice_for_common_mistakes(katex: Katex, tex: str, expected: str) -> None:
    """The words are KaTeX's own today; should they change, this test tells."""
    message, *values = advise(error_of(katex, tex)) or [""]

    assert (message % tuple(values) if values else message) == expected


def test_excerpt_shows_the_place_in_a_line() -> None:
    """The part that KaTeX points at, and a little around it."""
    tex = "a" * 50 + "\n" + r"\oops" + " " + "b" * 50

    assert excerpt(tex, TexError("", 51, 5)) == "…" + "a" * 19 + r" \oops " + "b" * 19 + "…"


def test_excerpt_counts_as_python_does() -> None:
    """KaTeX counts UTF-16 units: a character beyond the basic plane is two."""
    tex = "𠮷" * 30 + "x" + "y" * 30

    assert excerpt(tex, TexError("", 60, 1), around=1) == "…𠮷xy…"


def test_excerpt_without_a_place_is_the_beginning() -> None:
    """Some errors have none."""
    assert excerpt("a+b", TexError("too deep")) == "a+b"
