"""How a query is read, and how pages are ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def literals(call: Call, query: str) -> list[str]:
    """Return the words of a query as they are looked for."""
    return [word["literal"] for word in call("CjkSearch.parseWords", query)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("PyTorch 自动求导", ["pytorch", "自动求导"]),
        ("ＰｙＴｏｒｃｈ", ["pytorch"]),
        ("「梯度」、(下降)?", ["梯度」、(下降"]),
        ("什么是 MRO？", ["什么是", "mro"]),
        ("C++ __init__ .pth", ["c++", "__init__", "pth"]),
        ('"gradient descent" 梯度', ["gradient descent", "梯度"]),
        ("熵 熵", ["熵"]),
        ("???", ["???"]),
        ("  ", []),
    ],
)
def test_words_as_typed(call: Call, query: str, words: list[str]) -> None:
    """White space parts words, quotes join them, punctuation around them is not meant."""
    assert literals(call, query) == words


@pytest.mark.parametrize(
    ("query", "units"),
    [
        ("反卷积", ["反卷", "卷积"]),
        ("nn.Conv2d", ["nn.conv2d"]),
        ("v1.0.2", ["v1.0", "2"]),
        ("3.14", ["3", "14"]),
        ("requires_grad_", ["requires_grad_"]),
        ("__proto__", ["proto"]),
        ("123456", []),
    ],
)
def test_fewest_terms_that_a_page_must_have(call: Call, query: str, units: list[str]) -> None:
    """A dotted pair implies its words and a word its parts."""
    assert call("(q) => [...CjkSearch.unitsOf(CjkSearch.parseWords(q)).keys()]", query) == units


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("PyTorch 自动求导", "pytorch自动求导"),
        ("学习\n率", "学习率"),
        ("学习 率", "学习 率"),
        ("gradient\ndescent", "gradient descent"),
        ("k–dimensional", "k-dimensional"),
        ("nn.\u200bConv2d", "nn.conv2d"),
    ],
)
def test_texts_are_compared_without_what_does_not_matter(call: Call, text: str, same: str) -> None:
    """Spaces between scripts, line breaks within CJK, kinds of dashes."""
    assert call("CjkSearch.compact", text) == same


@given(text=st.text(alphabet="深度a中 \n,é́カ゛ﾞ①"), cut=st.integers(0, 20))
def test_compact_never_shrinks_when_the_text_grows(call: Call, text: str, cut: int) -> None:
    """Places in a text are found back by halving, which needs that."""
    shorter, longer = (len(call("CjkSearch.compact", part)) for part in (text[:cut], text))

    assert shorter <= longer


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [("rnn", "nn", False), ("nn.conv2d", "nn", True), ("深度学习", "度学", True), ("用nn做", "nn", True)],
)
def test_a_word_stands_by_itself(call: Call, text: str, word: str, stands: bool) -> None:
    """Latin words end at letters; CJK has no such borders."""
    assert call("CjkSearch.standsIn", text, word) is stands


@pytest.mark.parametrize(
    "forms",
    [
        ("train", "trains", "trained", "training"),
        ("compute", "computes", "computed", "computing"),
        ("embed", "embedding", "embeddings"),
        ("class", "classes"),
        ("query", "queries"),
        ("run", "running"),
    ],
)
def test_inflections_share_a_base(call: Call, forms: tuple[str, ...]) -> None:
    """Regular English endings are seen through."""
    assert len({call("CjkSearch.base", form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("string", "str"), ("bias", "bia"), ("loss", "los")])
def test_an_ending_must_be_one(call: Call, one: str, other: str) -> None:
    """Not every -ing and -s is an ending."""
    assert call("CjkSearch.base", one) != call("CjkSearch.base", other)
