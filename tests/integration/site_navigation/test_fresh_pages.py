"""Which pages an edit writes again: those that show it, and no others."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from site_navigation.builders import FreshPages

from tests.integration.site_navigation.conftest import toctree

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from tests.integration.site_navigation.conftest import Project

WINDOW = {"a/1.html", "a/2.html", "a/3.html", "a/4.html"}


def test_a_build_with_nothing_to_do_changes_no_file(project: Project) -> None:
    """Neither contents nor times, generated pages, assets and search index included."""
    assert project.build_all() == set()


def test_an_edit_of_the_text_writes_that_page(project: Project) -> None:
    """Not the page of its section, as Sphinx would; the index and the copied source follow."""
    project.article("a/2", "Page a2", "Another text.")

    assert project.build_all() == {"a/2.html", "_sources/a/2.md.txt", "searchindex.js"}


def test_a_new_title_writes_the_pages_that_show_it(project: Project) -> None:
    """Sidebars with it in their window, previous and next."""
    project.article("a/4", "New title")
    changed = project.build()

    assert changed == {"a/3.html", "a/4.html", "b/index.html"}
    assert "New title" in project.page("a/3.html")
    assert "New title" in project.page("b/index.html")


def test_a_new_title_of_a_section_writes_all_pages(project: Project) -> None:
    """Every sidebar shows it."""
    project.article("a/index", "New section", toctree("*", glob=True))
    changed = project.build()

    assert {name for name in project.files() if name.endswith(".html")} == changed
    assert all("New section" in project.page(name) for name in changed)


@pytest.mark.parametrize("link", ["[](4.md)", "{doc}`4`", "[](4.md#label)", "{ref}`label`", "[](#label)"])
def test_a_new_title_writes_the_pages_that_link_to_it(project: Project, link: str) -> None:
    """Whatever the kind of link, if its text is a title."""
    project.article("a/1", "Page a1", f"See {link}.")
    project.write("a/4.md", "# Page a4", "(label)=", "## Part", "Text.")
    project.build()
    project.write("a/4.md", "# Page a4 new", "(label)=", "## Part new", "Text.")

    assert "a/1.html" in project.build()
    assert " new</span></a>" in project.page("a/1.html")


def test_a_heading_that_no_link_shows_writes_no_other_page(project: Project) -> None:
    """The page that links to its document is resolved again, and found to be the same."""
    project.article("a/1", "Page a1", "See [](4.md).")
    project.build()
    project.article("a/4", "Page a4", "## A new heading", "Text.")

    assert project.build() == {"a/4.html"}


def test_a_visible_toctree_shows_headings_down_to_its_depth(project: Project) -> None:
    """A heading within it writes the page; one below doesn't."""
    project.article("index", "Home", toctree("a/index", "b/index", options=":maxdepth: 3"))
    for section in "ab":
        project.article(
            f"{section}/index", f"Section {section}", toctree("*", glob=True, options=":maxdepth: 1")
        )
    project.build()
    project.article("a/4", "Page a4", "## Second", "### Third")
    first = project.build()
    project.article("a/4", "Page a4", "## Second", "### Another third")

    assert "index.html" in first
    assert "a/index.html" not in first
    assert "Second" in project.page("index.html")
    assert project.build() == {"a/4.html"}


def test_section_numbers_go_when_numbering_goes(project: Project) -> None:
    """In titles, sidebars and links of all pages that showed them."""
    project.article("index", "Home", toctree("a/index", "b/index", options=":numbered:"))
    project.build()
    assert "1.1. Page a1" in project.page("a/2.html")
    project.article("index", "Home", toctree("a/index", "b/index"))
    project.build()

    assert all("1.1." not in project.page(name) for name in WINDOW)


def test_a_style_sheet_writes_all_pages(project: Project) -> None:
    """They carry its checksum."""
    before = project.page("a/1.html")
    project.write("_static/site.css", "body { color: red }")

    assert "a/1.html" in project.build()
    assert project.page("a/1.html") != before


def test_a_source_replaced_by_an_older_file_is_read_again(project: Project) -> None:
    """Files that are moved, swapped or unpacked keep their times; Sphinx looks for newer ones."""
    project.article("a/1", "Older")
    project.age("a/1.md")
    project.build()

    assert "Older" in project.page("a/1.html")


def test_other_extensions_see_what_was_replaced(project: Project) -> None:
    """One that takes drafts out of the build must see a page that an older draft has replaced."""
    seen: set[str] = set()

    def look(app: object, env: object, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
        seen.update(changed)
        return []

    project.handlers = [("env-get-outdated", look)]
    project.article("a/1", "Older")
    project.age("a/1.md")
    project.build()

    assert seen == {"a/1"}


def test_a_dependency_replaced_by_an_older_file_is_read_again(project: Project) -> None:
    """Such as an included file."""
    project.write("part.txt", "First version")
    project.article("a/1", "Page a1", "```{include} ../part.txt\n```")
    project.build()
    project.write("part.txt", "Second version")
    project.age("part.txt")
    project.build()

    assert "Second version" in project.page("a/1.html")


def test_a_link_to_a_page_that_appears_later_comes_alive(project: Project) -> None:
    """And dies with it; MyST decides while reading."""
    project.article("a/1", "Page a1", "See [](later.md).")
    project.build(warnings=True)
    assert 'href="later.html"' not in project.page("a/1.html").partition("<article")[2]
    project.article("a/later", "Later")
    project.build()
    assert "Later</span></a>" in project.page("a/1.html")
    (project.source / "a" / "later.md").unlink()
    project.build(warnings=True)

    assert 'href="later.html"' not in project.page("a/1.html")


def test_a_link_to_a_file_outside_the_build_dies_with_the_file(project: Project) -> None:
    """A draft is such a file: MyST names the document as long as its source is there."""
    project.settings["exclude_patterns"] = ["_build", "a/later.md"]
    project.article("a/later", "Later")
    project.article("a/1", "Page a1", "See [](later.md).")
    project.build(warnings=True)
    shown = project.page("a/1.html")
    (project.source / "a" / "later.md").unlink()

    assert project.build(warnings=True) == {"a/1.html"}
    assert "later.md" not in shown
    assert "later.md" in project.page("a/1.html")


def test_pages_not_asked_for_stay_stale_until_a_full_build(project: Project) -> None:
    """``sphinx-build ... FILE`` writes what it is told to."""
    project.article("a/4", "New title")
    project.article("a/2", "Page a2", "See [](4.md).")

    assert project.build(specific="a/4.md") == {"a/4.html"}
    assert {"a/2.html", "a/3.html", "b/index.html"} <= project.build()


def test_an_interrupted_build_loses_nothing(project: Project) -> None:
    """After a template error, the pages it kept from being written are written."""
    project.article("a/4", "New title")
    project.settings["templates_path"] = ["_templates"]
    project.write("_templates/page.html", "{{ 1 / 0 }}")
    with pytest.raises(Exception, match="ZeroDivisionError"):
        project.build()
    (project.source / "_templates" / "page.html").unlink()
    project.build()

    assert all("New title" in project.page(name) for name in ("a/3.html", "a/4.html", "b/index.html"))


class Killed(BaseException):
    """Not an ``Exception``: Sphinx tidies up after those, and not after Ctrl-C."""


def test_a_killed_build_that_is_taken_back_loses_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages written before the end show what was then true; they are written again."""

    def kill(_builder: object) -> None:
        raise Killed

    original = (project.source / "a" / "4.md").read_bytes()
    project.article("a/4", "Taken back")
    with monkeypatch.context() as patch:
        patch.setattr(FreshPages, "finish", kill)
        with pytest.raises(Killed):
            project.build()
    assert "Taken back" in project.page("a/3.html")
    (project.source / "a" / "4.md").write_bytes(original)
    project.build()

    assert all("Taken back" not in project.page(name) for name in ("a/3.html", "a/4.html", "b/index.html"))


def test_parallel_builds_are_the_same(project: Project) -> None:
    """With four processes as with one."""
    serial = {name: content for name, (content, _time) in project.files().items()}
    for path in (project.source / "_build" / "html", project.source / "_build" / "doctrees"):
        path.rename(path.with_name(f"old-{path.name}"))
    project.build(parallel=4)

    assert {name: content for name, (content, _time) in project.files().items()} == serial


def test_documents_that_are_not_kept_in_memory_look_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a large site most are loaded again when they are written, and kept no longer."""
    before = {name: content for name, (content, _time) in project.files().items()}
    kept: set[int] = set()

    def count(app: Sphinx, *_args: object) -> None:
        kept.add(len(app.env._write_doc_doctree_cache) + len(app.env._pickled_doctree_cache))

    monkeypatch.setattr("site_navigation.memory.KEPT_DOCUMENTS", 3)
    project.handlers = [("source-read", count), ("html-page-context", count)]
    (project.source / "_build").rename(project.source / "_build-before")
    project.settings["exclude_patterns"] = ["_build*"]
    project.build()

    assert {name: content for name, (content, _time) in project.files().items()} == before
    assert max(kept) == 3


def test_the_environment_holds_no_nodes_of_ours(project: Project) -> None:
    """A node drags its whole document into the pickle."""
    env = pickle.loads((project.source / "_build" / "doctrees" / "environment.pickle").read_bytes())

    assert "nodes" not in repr(env.domaindata["site_navigation"])
    assert len(pickle.dumps(env.domaindata["site_navigation"])) < 200 * len(env.all_docs)


def test_settings_write_all_pages(project: Project) -> None:
    """Those for HTML write, without reading."""
    project.settings["html_title"] = "Another"
    changed = project.build()

    assert {name for name in project.files() if name.endswith(".html")} == changed
