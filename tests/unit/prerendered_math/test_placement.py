"""Where a math node stands decides how it is written."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from prerendered_math.placement import at_home, in_link, in_navigation, in_text, own_ids
from sphinx import addnodes


def formula(*path: nodes.Element, source: str = "index.md") -> nodes.math:
    """Return a formula inside of the elements of `path`, from a document's outermost one to the innermost."""
    math = nodes.math("x", "x")
    parent: nodes.Element = new_document(source)
    for element in [*path, math]:
        parent += element
        parent = element
    return math


def test_formula_of_a_paragraph_is_text_at_home() -> None:
    """The common case."""
    math = formula(nodes.section(), nodes.paragraph())

    assert (in_text(math), in_link(math), in_navigation(math), at_home(math)) == (True, False, False, True)


def test_formula_of_a_section_title_is_at_home() -> None:
    """The heading itself is no navigation."""
    math = formula(nodes.section(), nodes.title())

    assert (in_navigation(math), at_home(math)) == (False, True)


def test_title_on_its_own_is_navigation() -> None:
    """Sphinx renders a neighbour's title so."""
    math = formula(nodes.title(), source="<partial node>")

    assert (in_navigation(math), at_home(math)) == (True, False)


def test_entry_of_a_toctree_is_navigation() -> None:
    """Also where the toctree is a part of the page."""
    entry = [nodes.list_item(), addnodes.compact_paragraph(), nodes.reference()]
    math = formula(nodes.section(), nodes.bullet_list(), *entry)

    assert (in_link(math), in_navigation(math), at_home(math)) == (True, True, False)


def test_part_of_another_page_is_not_at_home() -> None:
    """A card of a listing is rendered on its own."""
    math = formula(nodes.container(), nodes.paragraph(), source="<partial node>")

    assert (in_navigation(math), at_home(math)) == (False, False)


def test_ids_of_a_wrapper_are_not_repeated() -> None:
    """Furo's containers carry the same ids."""
    bare = nodes.math_block("x", "x", ids=["a", "b"])
    _ = nodes.section("", bare, ids=["c"])
    wrapped = nodes.math_block("x", "x", ids=["a", "b"])
    _ = nodes.container("", wrapped, ids=["a", "b"])

    assert own_ids(bare) == ["a", "b"]
    assert own_ids(wrapped) == []
