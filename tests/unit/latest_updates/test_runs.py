"""Runs: joining without losing or inventing spaces, cutting without harm."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from latest_updates.runs import Joiner, _ends_sentence, _last_sentence, _token_ends, cut, plain
from latest_updates.text import cluster_ends


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        ("梯度\n下降", "梯度下降"),
        ("梯度，\n下降", "梯度，下降"),
        ("用\nPyTorch\n训练", "用 PyTorch 训练"),
        ("two\nlines", "two lines"),
        ("他说“好”\n然后走", "他说“好”然后走"),
        ("한국어\n문장", "한국어 문장"),
        ("　　缩进", "缩进"),
        ("a  b\t c", "a b c"),
    ],
)
def test_line_break_is_a_space_only_where_the_script_has_spaces(source: str, joined: str) -> None:
    """A line break in Chinese source is not a space in Chinese text."""
    joiner = Joiner()
    joiner.add("text", source)

    assert plain(joiner.runs) == joined


def test_line_break_is_judged_across_markup() -> None:
    """The neighbours of a line break may stand in different runs."""
    joiner = Joiner()
    joiner.add("strong", "反")
    joiner.add("text", "\n卷积")

    assert joiner.runs == [("strong", "反"), ("text", "卷积")]


def test_placeholders_of_one_kind_in_a_row_are_one() -> None:
    """Five code blocks in a row are one `[code]`."""
    joiner = Joiner()
    joiner.add("text", "运行")
    for name in ("[code]", "[code]", "[formula]", "[code]"):
        joiner.placeholder(name)
    joiner.add("text", "结果")

    assert plain(joiner.runs) == "运行 [code] [formula] [code] 结果"


@pytest.mark.parametrize(
    ("text", "limit", "head"),
    [
        ("一二三四五六七八九十", 5, "一二三四五"),
        ("一二三四五六七八。九十一", 10, "一二三四五六七八。"),
        ("hello world", 8, "hello"),
        ("用 k-dimensional 树", 8, "用"),
        ("IoU>0.5 才算", 6, ""),
        ("一二，三四", 3, "一二"),
        ("一（二三四", 2, "一"),
        ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧👩‍👩‍👧"),
        ("word" * 100, 50, ""),
    ],
)
def test_cut_is_at_a_boundary(text: str, limit: int, head: str) -> None:
    """The end is after a sentence if one is near, else after a word or a Chinese character."""
    assert cut([("text", text)], limit) == ((("text", head),) if head else (), True)


def test_formula_is_whole_or_absent() -> None:
    """A formula counts as its plain form and is never divided."""
    runs = [("text", "当 "), ("math", "x" * 400), ("text", " 时")]

    assert plain(cut(runs, 8).runs) == "当 [Math]"
    assert plain(cut(runs, 5).runs) == "当"


def test_word_may_run_through_markup() -> None:
    """`$k$-means` is one word."""
    runs = [("text", "用 "), ("math", "k"), ("text", "-means 聚类")]

    assert plain(cut(runs, 10).runs) == "用"


@given(st.text("字a )]”」。！"), st.integers(1, 20))
def test_end_of_a_sentence_is_one_of_a_token(text: str, limit: int) -> None:
    """The short way to the last sentence of the last fifth gives what looking at all tokens gives."""
    reach = cluster_ends(text, limit)
    assume(len(text) > limit)
    last_fifth = max(1, limit * 4 // 5)
    ends = [end for end in _token_ends(text, 0, reach) if end >= last_fifth and _ends_sentence(text, end)]

    found = _last_sentence(text, text, last_fifth, limit)

    assert found == max(ends, default=0) or (found == 0 and not {*")]"}.isdisjoint(text))
