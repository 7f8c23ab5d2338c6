"""KaTeX in V8."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prerendered_math.engine import KATEX_SCRIPT, Katex, TexError
from prerendered_math.styles import hoist_styles

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def katex() -> Iterator[Katex]:
    """Return KaTeX with a macro, ended after this module."""
    running = Katex({r"\R": r"\mathbb{R}"})
    yield running
    running.close()


def test_formula_is_mathml_and_html(katex: Katex) -> None:
    """MathML for screen readers, its TeX for programs, boxes for eyes."""
    html = katex.render("x^2", display=False).html

    assert "<msup><mi>x</mi><mn>2</mn></msup>" in html
    assert '<annotation encoding="application/x-tex" aria-hidden="true">x^2</annotation>' in html
    assert '<span class="katex-html" aria-hidden="true">' in html


def test_macros_of_the_site_are_known(katex: Katex) -> None:
    """A macro stands for its TeX."""
    assert '<mi mathvariant="double-struck">R</mi>' in katex.render(r"\R", display=False).html


def test_macro_of_one_formula_is_unknown_to_the_next(katex: Katex) -> None:
    r"""Even ``\gdef`` ends with its formula, or the result would depend on the order of pages."""
    katex.render(r"\gdef\mine{x}\mine\gdef\R{y}", display=False)

    assert "double-struck" in katex.render(r"\R", display=False).html
    with pytest.raises(TexError, match="Undefined control sequence"):
        katex.render(r"\mine", display=False)


@pytest.mark.parametrize(
    "tex",
    [
        r"\oops",
        "{" * 20_000,
        r"\def\a{\a\a}\a",
        r"\def\a#1{\a{#1#1}}\a{x}",
        r"\htmlClass{a}{b}",
        r"\includegraphics{a}",
    ],
)
def test_what_cannot_be_rendered_is_an_error_and_harms_nothing(katex: Katex, tex: str) -> None:
    """Wrong, endless, too deep or unsafe: the next formula is rendered all the same."""
    with pytest.raises(TexError):
        katex.render(tex, display=True)

    assert katex.render("x", display=True).html


def test_error_says_where(katex: Katex) -> None:
    """Position and length in the source."""
    with pytest.raises(TexError) as caught:
        katex.render(r"a+\oops+b", display=False)

    assert (caught.value.position, caught.value.length) == (2, 5)


def test_markup_in_tex_is_text(katex: Katex) -> None:
    """Nothing of a formula's source becomes live."""
    html = katex.render(r"\text{<script>alert(1)</script>\" onclick=x}", display=False).html

    assert "<script" not in html
    assert '" onclick' not in html


TOKENS = [
    *"ab12{}[]^_&$#%~<>'\"(|) ",
    r"\frac",
    r"\sqrt",
    r"\left",
    r"\right",
    r"\\",
    r"\text",
    r"\color{red}",
    "中",
    "𠮷",
]
TOKENS += [
    r"\begin{matrix}",
    r"\end{matrix}",
    r"\overbrace",
    r"\mathbf",
    r"\sum",
    r"\hline",
    r"\def\a",
    r"\a",
    r"\verb|",
]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # V8 compiles while it runs
@given(st.lists(st.sampled_from(TOKENS), max_size=15).map("".join), st.booleans())
def test_any_text_is_rendered_or_refused(katex: Katex, tex: str, display: bool) -> None:
    """Whatever an author writes: an error, or well-formed markup without inline style."""
    with suppress(TexError):
        markup = hoist_styles(katex.render(tex, display=display).html)
        tree = fromstring(markup)

        assert [element for element in tree.iter() if "style" in element.attrib] == []
        assert tree.findtext(".//{*}annotation") == tex


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # threads of pytest-xdist
def test_context_is_made_anew_in_a_fork(katex: Katex) -> None:
    """A context of the parent would hang in the child; each has its own, and the parent goes on."""
    katex.render("x", display=False)
    child = os.fork()
    if child == 0:
        os._exit(0 if "<mi>y</mi>" in katex.render("y", display=False).html else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert "<mi>z</mi>" in katex.render("z", display=False).html


def test_no_path_that_browsers_complain_of(katex: Katex) -> None:
    r"""The path of a tall \lfloor begins its second part with "MM" in KaTeX 0.19.1; ours does not."""
    html = katex.render(r"\left\lfloor\rule{0pt}{9em}\right\rfloor", display=True).html

    assert "MM" not in html
    assert "MM319" in KATEX_SCRIPT.read_text(encoding="utf-8"), (
        "repaired upstream: drop markup() in render.js"
    )


@pytest.mark.parametrize(
    ("tex", "display", "least", "most"),
    [
        ("x", True, 0.4, 0.8),
        ("x+y", True, 2, 3),
        ("+".join("x" * 30), True, 40, 60),
        (r"\begin{matrix}" + r"x\\" * 30 + r"\end{matrix}", True, 0.4, 1.5),
        (r"\hspace{10em}", True, 10, 10),
        (r"\text{二十个汉字的说明}", True, 8, 9),
        ("+".join("x" * 30), False, 0.4, 2.0),
        (r"\frac{" + "x" * 30 + "}{y}", False, 11, 13),
    ],
)
def test_width_tells_what_may_not_fit(
    katex: Katex, tex: str, display: bool, least: float, most: float
) -> None:
    """In em; a formula in a line breaks after signs, so that its widest box counts."""
    assert least <= katex.render(tex, display=display).box <= most


def test_formula_in_a_line_has_the_width_of_all_its_boxes(katex: Katex) -> None:
    """As if nothing were broken."""
    tex = "+".join("x" * 30)

    assert katex.render(tex, display=False).width == pytest.approx(katex.render(tex, display=True).width)


@pytest.mark.parametrize(
    ("tex", "height"),
    [
        ("x", 0.878 + 0.373),
        (r"\rule{0pt}{3em}", 0),
        (r"\frac{a}{b}", 1.1076 + 0.686),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", 1.6 + 1.1),
        (r"a \\ b", 0),
        (r"a \tag{1}", 0),
    ],
)
def test_height_of_a_displayed_formula_is_known_if_it_is_one_line(
    katex: Katex, tex: str, height: float
) -> None:
    """That of its struts and of the smallest line; 0 for lines, tags, and what is moved out of its box."""
    assert katex.render(tex, display=True).height == pytest.approx(height, abs=0.001)


def test_height_of_a_formula_in_a_line_is_unknown(katex: Katex) -> None:
    """It is that of the line, and it may be broken."""
    assert katex.render("x", display=False).height == 0


def test_stacks_are_blocks_and_no_tables(katex: Katex) -> None:
    """Denominator, line and numerator stand in one element, as KaTeX places them."""
    tree = fromstring(hoist_styles(katex.render(r"\frac{a}{b}", display=True).html))
    (stack,) = [each for each in tree.iter() if "vlist-t" in each.get("class", "").split()]

    assert stack.get("class") == "vlist-t vlist margin-top:1.1076em margin-bottom:0.686em"
    assert [child.get("class") for child in stack] == ["top:-2.314em", "top:-3.23em", "top:-3.677em"]
    assert [child[0].get("class") for child in stack] == ["pstrut height:3em"] * 3
