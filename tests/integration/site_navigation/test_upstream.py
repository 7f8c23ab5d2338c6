"""Do Sphinx and Furo still need what we do for them? A failure here means: less work for us."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import furo
from site_navigation.upstream import drop_empty_terms, name_images_in_order, prune_with_a_set
from sphinx.search import IndexBuilder
from sphinx.util._files import FilenameUniqDict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from tests.integration.site_navigation.conftest import Project


class Counted(dict[str, int]):
    """A dict that counts how often it is walked through."""

    walks = 0

    def __iter__(self) -> Iterator[str]:
        self.walks += 1
        return super().__iter__()


def indexer() -> IndexBuilder:
    """Return a search index of two documents."""
    names: dict[str, Any] = {"domains": {}, "version": {}}
    empty = (
        "titles",
        "filenames",
        "mapping",
        "title_mapping",
        "all_titles",
        "index_entries",
        "objtypes",
        "objnames",
    )
    env: Any = SimpleNamespace(**names, **{f"_search_index_{name}": {} for name in empty})
    builder = IndexBuilder(env, "en", {}, "")
    builder._mapping |= {f"word{n}": {"a", "b"} for n in range(5)} | {"rare": {"gone"}}
    for docname in "ab":
        for table in (builder._titles, builder._filenames):
            table[docname] = docname
        builder._all_titles[docname] = []
    return builder


def test_sphinx_still_prunes_with_a_dict() -> None:
    """It walks through all documents for every term: sphinx-doc/sphinx #11120."""
    documents = Counted(a=1, b=2)
    indexer().prune(documents)

    assert documents.walks > 5


def test_sphinx_still_leaves_empty_terms() -> None:
    """Those whose last document is gone."""
    builder = indexer()
    builder.prune({"a"})

    assert builder._mapping["rare"] == set()
    drop_empty_terms(builder)
    assert "rare" not in builder._mapping


def test_pruning_walks_through_the_documents_once() -> None:
    """And leaves no empty terms."""
    documents, builder = Counted(a=1), indexer()
    prune_with_a_set(builder)
    builder.prune(documents)

    assert documents.walks <= 1
    assert builder._mapping == {f"word{n}": {"a"} for n in range(5)}
    assert builder._titles == {"a": "a"}


def test_sphinx_still_names_images_by_history() -> None:
    """The image that was read first gets the shorter name."""
    images = FilenameUniqDict()
    for path in ("y/fig.svg", "x/fig.svg"):
        images.add_file("doc", path)
    env: Any = SimpleNamespace(images=images)

    assert images["y/fig.svg"][1] == "fig.svg"
    name_images_in_order(env)
    assert {path: name for path, (_docs, name) in env.images.items()} == {
        "x/fig.svg": "fig.svg",
        "y/fig.svg": "fig1.svg",
    }
    assert env.images.add_file("doc", "z/fig.svg") == "fig2.svg"


def test_sphinx_still_forgets_index_entries(project: Project, monkeypatch: Any) -> None:
    """Of pages that are not written: sphinx-doc/sphinx #12599."""
    monkeypatch.setattr("site_navigation.builders.load_index_entries", lambda indexer: None)
    project.article("a/1", "Page a1", "```{index} unforgettable\n```", "Text.")
    project.build()
    project.article("a/2", "Page a2", "Another text.")
    project.build()

    assert '"unforgettable"' not in project.page("searchindex.js").partition("indexentries")[2]


def test_sphinx_still_copies_the_build_info(project: Project, monkeypatch: Any) -> None:
    """After a change of settings, into the output, where a clean build has no such file."""
    monkeypatch.setattr("site_navigation.freshness.remove_old_build_info", lambda outdir: None)
    project.settings["html_title"] = "Another"
    project.build()

    assert ".buildinfo.bak" in project.files()


def test_sphinx_still_keeps_all_documents_in_memory(project: Project, monkeypatch: Any) -> None:
    """From reading to writing, which at 10,000 articles are gigabytes."""
    kept: set[int] = set()

    def count(app: Sphinx, *_args: object) -> None:
        kept.add(len(app.env._write_doc_doctree_cache))

    monkeypatch.setattr("site_navigation.memory.KEPT_DOCUMENTS", 10**6)
    project.handlers = [("write-started", count)]
    project.settings["html_title"] = "Another"
    for path in project.source.glob("*/*.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    project.build()

    assert kept == {10}


def test_sphinx_still_leaves_section_numbers(project: Project, monkeypatch: Any) -> None:
    """They stay on titles: sphinx-doc/sphinx #591."""
    monkeypatch.setattr("site_navigation.upstream.drop_left_section_numbers", lambda env: None)
    project.write("index.md", "# Home", "```{toctree}\n:hidden:\n:numbered:\na/index\nb/index\n```")
    project.build()
    project.write("index.md", "# Home", "```{toctree}\n:hidden:\na/index\nb/index\n```")
    project.build()

    assert "1.1. " in project.page("a/2.html").partition("related-pages")[2]


def test_sphinx_still_writes_the_parents_of_each_page(project: Project, monkeypatch: Any) -> None:
    """Whether they show anything of it or not: sphinx-doc/sphinx #5506."""
    monkeypatch.setattr("site_navigation.builders.FreshPages.hide_parents", lambda builder: None)
    project.article("a/2", "Page a2", "Another text.")

    assert project.build() == {"a/2.html", "a/index.html"}


def test_furo_still_reads_what_we_hide_and_accepts_that_it_is_empty() -> None:
    """The context's ``toctree``, before rendering, into ``furo_navigation_tree``."""
    context: dict[str, Any] = {"toctree": lambda **options: ""}

    assert furo._compute_navigation_tree(context) == ""
