"""What becomes of a text in the index."""

from __future__ import annotations

import hashlib

import pytest
from cjk_search.splitting import NUMBER_LENGTH, SPLITTER_VERSION, TERM_LENGTH, is_term, normalize, split
from hypothesis import given
from hypothesis import strategies as st

SAMPLE = """反卷积的 nn.Conv2d(in_channels=3) 与 ＰｙＴｏｒｃｈ；第 3 章 3.14 12345
在 __init__ 里,「学习
率」。ガギグ 한국어 ﬁne 𠀀𠀁 x_1 __proto__ ΑΣ
"""


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("使用反卷积", ["使用", "用反", "反卷", "卷积"]),
        ("熵", ["熵"]),
        ("AdamW优化器", ["adamw", "优化", "化器"]),
        ("nn.Conv2d", ["nn", "conv2d", "nn.conv2d"]),
        ("requires_grad_", ["requires_grad_", "requires", "grad"]),
        ("__init__", ["__init__", "init"]),
        ("ＰｙＴｏｒｃｈ", ["pytorch"]),
        ("ﬁne-tuning", ["fine", "tuning"]),
        ("ガギグ", ["ガギ", "ギグ"]),
        ("한국어", ["한국", "국어"]),
        ("繁體字", ["繁體", "體字"]),
        ("𠀀𠀁", ["𠀀𠀁"]),
        ("3.14", ["3", "14"]),
        ("v1.5", ["v1", "5", "v1.5"]),
        ("", []),
        ("_ , 。 🙂", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    """CJK becomes pairs, words stay whole, and are joined by their dots."""
    assert split(text) == terms


def test_line_break_in_a_chinese_sentence_is_no_border() -> None:
    """Source lines end anywhere; a sentence ends by its punctuation."""
    assert split("学\n  习") == ["学习"]
    assert split("学。\n习") == ["学", "习"]
    assert split("学 习") == ["学", "习"]


def test_invisible_characters_do_not_part_a_word() -> None:
    """Soft hyphens, zero-width spaces and variation selectors are not there for a reader."""
    assert split("Conv\u00ad2d 葛\U000e0100城") == ["conv2d", "葛城"]


def test_long_numbers_are_left_out_and_long_words_cut() -> None:
    """Neither is looked for, and both would fill the index."""
    assert split("1" * NUMBER_LENGTH) == ["1" * NUMBER_LENGTH]
    assert split("1" * (NUMBER_LENGTH + 1)) == []
    assert split("a" * 50) == ["a" * TERM_LENGTH]


def test_key_that_would_change_the_index_itself_is_left_out() -> None:
    """The index is a JavaScript object literal, in which __proto__ is no key."""
    assert split("__proto__ constructor") == ["proto", "constructor"]


def test_final_sigma_is_a_sigma() -> None:
    """Its form depends on the letters around it, and a query may end where the text goes on."""
    assert normalize("ΛΌΓΟΣ") == normalize("λόγοσ")


def test_meta_keywords_are_no_terms() -> None:
    """A keyword comes whole; only what split() could have made is kept."""
    assert all(map(is_term, ["深度", "pytorch", "nn.conv2d"]))
    assert not any(map(is_term, ["深度学习", "machine learning", "__proto__", ""]))


@given(st.text())
def test_every_term_is_one(text: str) -> None:
    """What split() returns passes the filter, so that nothing is lost between the two."""
    assert all(map(is_term, split(text)))


@given(st.text())
def test_splitting_is_stable(text: str) -> None:
    """Terms of normalized text are the terms of the text."""
    assert split(normalize(text)) == split(text)


@given(st.text(alphabet="深度学习，a1._ \n"), st.text(alphabet="深度学习，a1._ \n"))
def test_terms_of_a_part_are_terms_of_the_whole(left: str, right: str) -> None:
    """A text set apart by a full stop loses nothing; hence a query within it finds the page."""
    whole = split(f"{left}。{right}")

    assert whole == split(left) + split(right)


def test_version_is_raised_with_every_change_of_terms() -> None:
    """Only by its number is an old index thrown away: with other terms, raise it and renew the hash."""
    terms = hashlib.sha256("\n".join(split(SAMPLE)).encode()).hexdigest()[:16]

    assert (SPLITTER_VERSION, terms) == (1, "c342fd71d9b41097")
