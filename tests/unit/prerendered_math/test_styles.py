"""Inline styles become classes, and classes become rules."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from prerendered_math.styles import declaration_classes, hoist_styles, style_rules, used_declaration_classes

PROPERTIES = ["height", "vertical-align", "top", "margin-right", "color", "border-right-style", "margin"]
VALUES = ["0.6833em", "-0.2em", "#cc0000", "red", "0 -0.02em", "solid"]
DECLARATIONS = st.tuples(st.sampled_from(PROPERTIES), st.sampled_from(VALUES)).map(":".join)
STYLES = st.lists(DECLARATIONS, min_size=1, max_size=4, unique=True)


def test_style_becomes_classes_beside_the_ones_that_are_there() -> None:
    """The class is the declaration, to the letter."""
    html = '<span class="strut" style="height:1em;vertical-align:-0.25em;"></span>'
    expected = '<span class="strut height:1em vertical-align:-0.25em"></span>'

    assert hoist_styles(html) == expected


def test_element_without_class_gets_one() -> None:
    """Other attributes stay."""
    html = '<span data-a="1" style="top:-3em;" data-b="2"><svg/></span>'
    expected = '<span data-a="1" data-b="2" class="top:-3em"><svg/></span>'

    assert hoist_styles(html) == expected


def test_text_that_looks_like_a_style_is_left_alone() -> None:
    """Only tags have attributes."""
    html = "<span>a style=&quot;b&quot; &lt;i style=</span>"

    assert hoist_styles(html) == html


def test_value_of_two_words_is_one_class() -> None:
    """A class cannot hold a space."""
    assert declaration_classes("margin:0 -0.02em;") == ["margin:0_-0.02em"]
    assert style_rules(["margin:0_-0.02em"]) == r".math .margin\:0_-0\.02em{margin:0 -0.02em!important}" "\n"


def test_classes_of_others_are_not_taken_for_declarations() -> None:
    """A rule is written only for what could be a declaration, and cannot be broken out of."""
    html = '<p class="md:flex a:b{} x:url(y) c;d e:f;g:h"></p><p class="plain"></p>'

    assert used_declaration_classes(html) == {"md:flex"}


@given(st.lists(STYLES, max_size=6))
def test_every_declaration_survives_as_a_rule(styles: list[list[str]]) -> None:
    """Nothing is lost between the style attributes and the sheet, and no attribute is left."""
    html = "".join(f'<b style="{";".join(style)};">x</b>' for style in styles)
    hoisted = hoist_styles(html)
    rules = style_rules(used_declaration_classes(hoisted))

    assert "style=" not in hoisted
    assert set(re.findall(r"\{(.*)!important\}", rules)) == {each for style in styles for each in style}


@given(st.permutations(["height:1em", "height:2em", "top:-1em", "color:red"]))
def test_sheet_does_not_depend_on_order(classes: list[str]) -> None:
    """The same formulas in another order need the same bytes."""
    assert style_rules(classes) == style_rules(sorted(classes))
