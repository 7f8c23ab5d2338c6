"""Signs before and after a formula are marked, and nothing else changes."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from prerendered_math.punctuation import keep_punctuation


def paragraph(*parts: str) -> nodes.paragraph:
    """Return a paragraph of texts and, where dollars stand around, formulas; after the treatment."""
    made = [nodes.math(part, part.strip("$")) if part.startswith("$") else nodes.Text(part) for part in parts]
    document = new_document("")
    document += nodes.paragraph("", "", *made)
    keep_punctuation(document, lambda tex: len(tex) < 3)
    (kept,) = document.findall(nodes.paragraph)
    return kept


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("令 ", "$x$", "，则"), "令 |math stopped-once:x|inline formula-stop:，|则"),
        (("$x$", "。"), "math stopped-once:x|inline formula-stop:。"),
        (("（", "$x$", "）。又"), "inline opened-formula:（x）。|又"),
        (("设（“", "$x$", " 的"), "设|inline opened-formula:（“x| 的"),
        (("a ", "$x$", ", b"), "a |math stopped-once:x|inline formula-stop:,| b"),
        (("$k$", "-均值"), "math stopped-once:k|inline formula-stop:-|均值"),
        (("$k$", "”）。"), "math stopped-thrice:k|inline formula-stop:”）。"),
        (("$x$", "。Adam"), "math stopped-once:x|inline formula-stop:。|Adam"),
        (("$x$", "’s"), "math:x|’s"),
        (("$x$", ".py"), "math:x|.py"),
        (("文", "$x$", "文"), "文|math:x|文"),
        (("（", "$long$", "）"), "（|math stopped-once:long|inline formula-stop:）"),
        (("$x$",), "math:x"),
        (("$x$", "$y$", "、", "$z$"), "math:x|math stopped-once:y|inline formula-stop:、|math:z"),
    ],
)
def test_signs_are_marked(parts: tuple[str, ...], expected: str) -> None:
    """Those after a formula stand on its room, those before a short one in one piece with it."""
    shown = [
        " ".join([child.tagname, *child["classes"]]) + ":" + child.astext()
        if isinstance(child, nodes.Element)
        else child.astext()
        for child in paragraph(*parts)
    ]

    assert "|".join(shown) == expected


@given(st.lists(st.sampled_from(["（", "，", "字", "$x$", "）。", " "]), min_size=1, max_size=8))
def test_text_stays_the_same(parts: list[str]) -> None:
    """Nothing is lost, doubled or moved, and every node knows its parent."""
    kept = paragraph(*parts)

    assert kept.astext() == "".join(part.strip("$") for part in parts)
    assert len(list(kept.findall(nodes.inline))) <= 2 * parts.count("$x$")
    assert all(child.parent is node for node in kept.findall(nodes.Element) for child in node.children)
