"""The index file, without what an incremental build leaves behind in it, and with what it loses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.search import IndexBuilder

Entry = tuple[str, str, str]


class RepairedFormat:
    """Reads and writes the index by another format, and repairs it on the way.

    A format, for a builder's ``indexer_format``, is anything with ``load`` and ``dump``.
    """

    def __init__(self, wrapped: Any) -> None:
        self._wrapped = wrapped
        self.old_entries: dict[str, list[Entry]] = {}

    def load(self, stream: Any) -> Any:
        """Read the last build's index and remember its index entries."""
        frozen = self._wrapped.load(stream)
        if isinstance(frozen, dict):
            self.old_entries = index_entries(frozen)
        return frozen

    def dump(self, frozen: dict[str, Any], stream: Any) -> None:
        """Write the index without terms that are on no page."""
        self._wrapped.dump(without_empty_terms(frozen), stream)


def without_empty_terms(frozen: dict[str, Any]) -> dict[str, Any]:
    """Return the index without terms whose last page is gone.

    ``IndexBuilder.prune`` leaves them as ``[]``; a clean build never has them, and a term that is there
    keeps the search from looking for longer words that contain it.
    """
    kept = {
        table: {term: places for term, places in frozen[table].items() if places != []}
        for table in ("terms", "titleterms")
    }
    return {**frozen, **kept}


def index_entries(frozen: dict[str, Any]) -> dict[str, list[Entry]]:
    """Return the entries of ``index`` directives by docname, as ``IndexBuilder.feed`` collects them."""
    entries: dict[str, list[Entry]] = {}
    for text, places in frozen.get("indexentries", {}).items():
        for number, anchor, is_main in places:
            entry = (text, anchor, "main" if is_main else "")
            entries.setdefault(frozen["docnames"][number], []).append(entry)
    return entries


def restore_index_entries(indexer: IndexBuilder, old: dict[str, list[Entry]]) -> None:
    """Give the indexer the entries of the pages that were not written in this build.

    ``IndexBuilder.load`` forgets them (sphinx-doc/sphinx #12599), and there is no hook to bring them back.
    The order is that of a clean build, which writes the pages sorted.
    """
    entries = indexer._index_entries
    known = {docname: places for docname, places in old.items() if docname in indexer._titles}
    merged = {**known, **entries}
    entries.clear()
    entries.update(sorted(merged.items()))
