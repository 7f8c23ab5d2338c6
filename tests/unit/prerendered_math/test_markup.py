"""What stands around a rendered formula."""

from __future__ import annotations

from prerendered_math.engine import RenderedFormula
from prerendered_math.markup import scroller_class


def test_formula_of_known_height_has_it_in_em_of_the_text() -> None:
    """KaTeX enlarges formulas by 1.21."""
    measured = RenderedFormula("", 1, 1, 1.25)

    assert scroller_class(measured).split() == [
        "formula-scroller",
        "measured-formula",
        "contain-intrinsic-height:1.5125em",
    ]


def test_formula_of_unknown_height_is_not_skipped() -> None:
    """Nor is one that cannot be rendered."""
    assert scroller_class(RenderedFormula("", 1, 1, 0)) == scroller_class(None) == "formula-scroller"
