"""The index file is Sphinx's index, written smaller."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from cjk_search import packing
from cjk_search.packing import PackedFormat, pack, unpack
from cjk_search.splitting import is_term
from hypothesis import given
from hypothesis import strategies as st
from sphinx.search import js_index

if TYPE_CHECKING:
    from collections.abc import Callable

FROZEN: dict[str, Any] = {
    "docnames": ["a", "b", "c"],
    "titles": ["甲", "乙", "丙"],
    "terms": {"卷积": [0, 2], "卷心": 1, "nn": [0, 1, 2], "nn.conv2d": 2, "constructor": 0, "𠀀𠀁": 1},
    "titleterms": {},
}

TERMS = st.text("ab.1_卷积𠀀𠀁", min_size=1, max_size=14).filter(is_term)
PLACES = st.one_of(
    st.integers(0, packing.MOST_PAGES - 1),
    st.sets(st.integers(0, packing.MOST_PAGES - 1), min_size=2, max_size=9).map(sorted),
)


@given(table=st.dictionaries(TERMS, PLACES, max_size=12))
def test_nothing_is_lost(call: Callable[..., Any], table: dict[str, int | list[int]]) -> None:
    """Python and JavaScript read back what was written, the term of any other one's beginning too."""
    packed = pack(table)
    index = {"docnames": [], "terms": packed, "titleterms": ["", ""]}

    assert unpack(*packed) == table
    assert call("(index) => CjkSearch.unpack(index).terms", index) == table


def test_terms_are_own_keys_as_in_sphinx_index(call: Callable[..., Any]) -> None:
    """Sphinx asks ``hasOwnProperty`` of the table; names of methods are terms like others."""
    asked = """(index) => {
      const { terms } = CjkSearch.unpack(index);
      return ["constructor", "toString"].map((term) => terms.hasOwnProperty(term));
    }"""
    index = {"docnames": ["a"], "terms": pack(FROZEN["terms"]), "titleterms": ["", ""]}

    assert call(asked, index) == [True, False]


def test_lengths_of_pages_are_counted(call: Callable[..., Any]) -> None:
    """Ranking needs the number of terms of each page, and unpacking sees them all."""
    index = {**FROZEN, "terms": pack(FROZEN["terms"]), "titleterms": pack({"卷积": 1})}

    assert call("(index) => [...CjkSearch.unpack(index).lengths]", index) == [3, 4, 3]


def test_file_is_read_back() -> None:
    """It calls the same function of the same script as Sphinx's own file."""
    stream = io.StringIO()
    PackedFormat(js_index).dump(FROZEN, stream)

    assert stream.getvalue().startswith("Search.setIndex(")
    stream.seek(0)
    assert PackedFormat(js_index).load(stream) == FROZEN


@pytest.mark.parametrize("text", ["", "no index", "Search.setIndex(CjkSearch.unpack({"])
def test_what_is_no_index_is_a_value_error(text: str) -> None:
    """Which Sphinx takes for an index that is not there."""
    with pytest.raises(ValueError, match=r"invalid data|Expecting"):
        PackedFormat(js_index).load(io.StringIO(text))


def test_an_index_of_sphinx_is_read_and_a_very_large_one_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A distance between pages has to be one character; a site beyond that keeps Sphinx's form."""
    monkeypatch.setattr(packing, "MOST_PAGES", 2)
    stream = io.StringIO()
    PackedFormat(js_index).dump(FROZEN, stream)

    assert stream.getvalue() == js_index.dumps(FROZEN)
    stream.seek(0)
    assert PackedFormat(js_index).load(stream) == FROZEN
