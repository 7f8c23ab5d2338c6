"""The index file, read and written."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace

from cjk_search.index import RepairedFormat, index_entries, restore_index_entries, without_empty_terms

FROZEN = {
    "docnames": ["a", "b"],
    "terms": {"词语": [], "深度": [0, 1], "学习": 0},
    "titleterms": {"空的": []},
    "indexentries": {"entry": [[1, "id1", True], [0, "", False]]},
}


def test_terms_on_no_page_are_dropped() -> None:
    """Page number 0 is a page; an empty list is none."""
    repaired = without_empty_terms(FROZEN)

    assert repaired["terms"] == {"深度": [0, 1], "学习": 0}
    assert repaired["titleterms"] == {}
    assert repaired["docnames"] == ["a", "b"]


def test_index_entries_are_read_back() -> None:
    """They come back as IndexBuilder has them."""
    assert index_entries(FROZEN) == {"b": [("entry", "id1", "main")], "a": [("entry", "", "")]}


def test_format_repairs_what_it_writes_and_remembers_what_it_reads() -> None:
    """It stands before Sphinx's own format, here JSON."""
    stream = io.StringIO()
    repaired = RepairedFormat(json)
    repaired.dump(FROZEN, stream)
    stream.seek(0)

    assert repaired.load(stream)["terms"] == {"深度": [0, 1], "学习": 0}
    assert list(repaired.old_entries) == ["b", "a"]


def test_an_index_of_another_kind_is_left_to_sphinx() -> None:
    """Sphinx itself throws it away."""
    repaired = RepairedFormat(json)

    assert repaired.load(io.StringIO("[]")) == []
    assert repaired.old_entries == {}


def test_entries_of_pages_that_were_not_written_are_restored() -> None:
    """A page written in this build has its new entries, a page that is gone has none, in sorted order."""
    entries = {"c": [("new", "", "")], "b": []}
    indexer = SimpleNamespace(_index_entries=entries, _titles={"a": "A", "b": "B", "c": "C"})
    restore_index_entries(indexer, {"b": [("old", "", "")], "a": [("kept", "", "")], "gone": [("x", "", "")]})  # type: ignore[arg-type]

    assert list(entries.items()) == [("a", [("kept", "", "")]), ("b", []), ("c", [("new", "", "")])]
