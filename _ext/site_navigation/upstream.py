"""What is wrong in Sphinx itself, one function each; tests tell when one is no longer needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx.environment import BuildEnvironment
    from sphinx.search import IndexBuilder


def drop_left_section_numbers(env: BuildEnvironment) -> None:
    """Take the section numbers off titles, to be assigned anew.

    Sphinx never removes them when ``:numbered:`` is dropped or a document leaves the toctree
    (sphinx-doc/sphinx #591). Only documents that had numbers are looked at.
    """
    for docname in env.toc_secnumbers:
        for titles in (env.titles, env.longtitles):
            if docname in titles:
                titles[docname].attributes.pop("secnumber", None)
        if docname in env.tocs:
            for reference in env.tocs[docname].findall(nodes.reference):
                reference.attributes.pop("secnumber", None)


def name_images_in_order(env: BuildEnvironment) -> None:
    """Name the copies of images as a clean build does.

    Of two images with one file name, Sphinx calls the one read first ``fig.svg`` and the other
    ``fig1.svg``: a matter of history and, with ``-j``, of chance.
    """
    images = type(env.images)()
    for path in sorted(env.images):
        for docname in sorted(env.images[path][0]):
            images.add_file(docname, path)
    env.images = images


def prune_with_a_set(indexer: IndexBuilder) -> None:
    """Make pruning the search index fast, and leave nothing of documents that are gone.

    Sphinx intersects the documents of every term with a dict, which Python does by walking through
    the whole dict: 31 times slower than with a set at 10,000 documents (sphinx-doc/sphinx #11120).
    And terms that lost their last document stay in the index, so that it differs from a clean one.
    """
    prune = indexer.prune

    def prune_fast(docnames: Iterable[str]) -> None:
        kept = frozenset(docnames)
        prune(kept)
        drop_empty_terms(indexer)
        for docname in indexer._index_entries.keys() - kept:
            del indexer._index_entries[docname]

    indexer.prune = prune_fast  # type: ignore[method-assign]


def load_index_entries(indexer: IndexBuilder) -> None:
    """Load the index entries of the last search index, too.

    Sphinx forgets those of the pages that are not written (sphinx-doc/sphinx #12599).
    """
    load = indexer.load

    def load_all(stream: Any, file_format: Any) -> None:
        recorder = _Recorder(indexer.formats[file_format] if isinstance(file_format, str) else file_format)
        load(stream, recorder)
        frozen = recorder.frozen
        for text, places in frozen.get("indexentries", {}).items():
            for number, anchor, is_main in places:
                entries = indexer._index_entries.setdefault(frozen["docnames"][number], [])
                entries.append((text, anchor, "main" if is_main else ""))

    indexer.load = load_all  # type: ignore[method-assign,assignment]


class _Recorder:
    """A format of search indices that keeps what it has loaded."""

    def __init__(self, wrapped: Any) -> None:
        self.wrapped = wrapped
        self.frozen: dict[str, Any] = {}

    def load(self, stream: Any) -> Any:
        self.frozen = self.wrapped.load(stream)
        return self.frozen


def sort_index_entries(indexer: IndexBuilder) -> None:
    """Put the index entries into the order of a clean build, which writes the pages sorted."""
    entries = sorted(indexer._index_entries.items())
    indexer._index_entries.clear()
    indexer._index_entries.update(entries)


def drop_empty_terms(indexer: IndexBuilder) -> None:
    """Delete the terms that no document has."""
    for mapping in (indexer._mapping, indexer._title_mapping):
        for term in [term for term, docnames in mapping.items() if not docnames]:
            del mapping[term]


def remove_old_build_info(outdir: Path) -> None:
    """Delete the copy of ``.buildinfo`` that Sphinx leaves after a change of the configuration."""
    (outdir / ".buildinfo.bak").unlink(missing_ok=True)
