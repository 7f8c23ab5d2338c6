"""Words that no text node holds."""

from __future__ import annotations

import pytest
from cjk_search.joining import missed_words
from cjk_search.splitting import split
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st


def document(*children: nodes.Node) -> nodes.document:
    """Return a document of one paragraph."""
    doctree = new_document("test")
    doctree += nodes.paragraph("", "", *children)
    return doctree


def strong(text: str) -> nodes.strong:
    """Return emphasized text."""
    return nodes.strong("", text)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["使用", "**反", "卷积"], ["用反", "反卷"]),
        (["一个词", "**和", " 另一个"], ["词和"]),
        (["nn.", "**Conv2d", "(1)"], ["nn.conv2d"]),
        (["Ｐｙ", "**Ｔｏｒｃｈ", ""], ["pytorch"]),
        (["conv", "**2", "d"], ["conv2d"]),
        (["前一行\n", "**后一行", ""], ["行后"]),
        (["句号。", "**开头", ""], []),
        (["word ", "**word", ""], []),
    ],
)
def test_words_across_markup(texts: list[str], words: list[str]) -> None:
    """A word may begin in one node and end in another."""
    children = [strong(text[2:]) if text.startswith("**") else nodes.Text(text) for text in texts]

    assert missed_words(document(*children)) == words


@given(st.lists(st.text(alphabet="深度学习，aB1._ \n\u00adＡガﾞ", max_size=5), max_size=5))
def test_no_term_of_a_paragraph_is_lost(texts: list[str]) -> None:
    """However a text is cut into nodes, the index has the terms of the whole."""
    children = [strong(text) if number % 2 else nodes.Text(text) for number, text in enumerate(texts)]
    words = missed_words(document(*children))
    indexed = {term for text in [*texts, *words] for term in split(text)}

    assert indexed >= set(split("".join(texts)))


def test_a_formula_parts_words() -> None:
    """What stands on both sides of a formula does not stand together."""
    assert missed_words(document(nodes.Text("对"), nodes.math("", "x"), nodes.Text("求导"))) == []


def test_hidden_text_is_not_indexed() -> None:
    """A listing is marked no-search; nothing of it is to be found."""
    doctree = document(nodes.Text("反"), strong("卷积"))
    doctree.children[0]["classes"].append("no-search")  # type: ignore[index]

    assert missed_words(doctree) == []


def test_keywords_are_split_too() -> None:
    """Sphinx indexes a keyword as it is, which no query of ours would match."""
    doctree = document()
    doctree += nodes.meta("", name="keywords", content="深度学习, PyTorch")
    doctree += nodes.meta("", name="keywords", content="Lernen", lang="de")

    assert missed_words(doctree) == ["深度学习", "PyTorch"]
