"""What is wrong in Sphinx itself, one function each; tests tell when one is no longer needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """Make pruning the search index fast, and leave no terms without documents.

    Sphinx intersects the documents of every term with a dict, which Python does by walking through
    the whole dict: 31 times slower than with a set at 10,000 documents (sphinx-doc/sphinx #11120).
    And terms that lost their last document stay in the index, so that it differs from a clean one.
    """
    prune = indexer.prune

    def prune_fast(docnames: Iterable[str]) -> None:
        prune(frozenset(docnames))
        drop_empty_terms(indexer)

    indexer.prune = prune_fast  # type: ignore[method-assign]


def drop_empty_terms(indexer: IndexBuilder) -> None:
    """Delete the terms that no document has."""
    for mapping in (indexer._mapping, indexer._title_mapping):
        for term in [term for term, docnames in mapping.items() if not docnames]:
            del mapping[term]


def remove_old_build_info(outdir: Path) -> None:
    """Delete the copy of ``.buildinfo`` that Sphinx leaves after a change of the configuration."""
    (outdir / ".buildinfo.bak").unlink(missing_ok=True)
