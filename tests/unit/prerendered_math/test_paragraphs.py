"""Displayed formulas stand between paragraphs."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from prerendered_math.paragraphs import lift_displayed_formulas


def block(tex: str) -> nodes.math_block:
    """Return a displayed formula."""
    return nodes.math_block(tex, tex)


def lifted(*children: nodes.Node) -> list[str]:
    """Return what a paragraph of `children` becomes: tags and texts of the blocks."""
    return [f"{block.tagname}: {block.astext()}" for block in split(*children)]


def split(*children: nodes.Node) -> list[nodes.Element]:
    """Return the blocks that a paragraph of `children` becomes."""
    document = new_document("")
    document += nodes.paragraph("", "", *children, classes=["kept"])
    lift_displayed_formulas(document)
    return [child for child in document if isinstance(child, nodes.Element)]


def test_paragraph_is_split_at_a_displayed_formula() -> None:
    """What stands before and after become paragraphs."""
    expected = ["paragraph: By ", "math_block: x", "paragraph:  follows."]

    assert lifted(nodes.Text("By "), block("x"), nodes.Text(" follows.")) == expected


def test_no_empty_paragraph_is_left() -> None:
    """At the beginning, at the end, and between two formulas."""
    expected = ["math_block: x", "math_block: y"]

    assert lifted(block("x"), nodes.Text("\n"), block("y")) == expected


def test_what_has_no_text_is_kept() -> None:
    """An image is content."""
    expected = ["paragraph: ", "math_block: x"]

    assert lifted(nodes.image(uri="a.png"), block("x")) == expected


def test_wrapped_formula_moves_with_its_wrapper() -> None:
    """Furo puts displayed formulas into containers before it is our turn."""
    expected = ["paragraph: a", "container: x", "paragraph: b"]

    assert lifted(nodes.Text("a"), nodes.container("", block("x")), nodes.Text("b")) == expected


def test_paragraph_without_displayed_formula_is_left_alone() -> None:
    """Formulas in a line stay there."""
    assert lifted(nodes.Text("a "), nodes.math("x", "x")) == ["paragraph: a x"]


def test_second_half_looks_like_the_first() -> None:
    """It keeps the classes."""
    before, _, after = split(nodes.Text("a"), block("x"), nodes.Text("b"))

    assert after["classes"] == before["classes"] == ["kept"]
