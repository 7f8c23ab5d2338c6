"""Generated pages, and what is removed from the output."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from tests.integration.site_navigation.conftest import Project


class Paging:
    """An extension that generates pages and a feed, and shows the same data on page ``b/1``."""

    def __init__(self, project: Project) -> None:
        self.shown: object = ("old",)
        self.pages = ["a/page/2"]
        self.feeds = ["feed.xml"]
        self.computed = 0
        project.handlers = [
            ("html-collect-pages", self.collect),
            ("page-shows", self.answer),
            ("output-files", lambda app: self.feeds),
            ("build-finished", self.write_feeds),
        ]

    def collect(self, app: Sphinx) -> Iterator[tuple[str, Any, str]]:
        """Give pages whose contexts are computed when they are asked for."""
        for name in self.pages:
            yield name, Lazy(self), "page.html"

    def answer(self, app: Sphinx, pagename: str) -> object:
        """Say what a page shows."""
        return self.shown if pagename in {*self.pages, "b/1"} else None

    def write_feeds(self, app: Sphinx, exception: Exception | None) -> None:
        """Write feeds, in every build."""
        for name in self.feeds:
            (app.outdir / name).write_text(repr(self.shown))


class Lazy(Mapping[str, str]):
    """A context that counts how often it is computed."""

    def __init__(self, paging: Paging) -> None:
        self.paging = paging

    def __iter__(self) -> Iterator[str]:
        self.paging.computed += 1
        return iter(["title", "body"])

    def __len__(self) -> int:
        return 2

    def __getitem__(self, key: str) -> str:
        return repr(self.paging.shown)


@pytest.fixture
def paging(project: Project) -> Paging:
    """Return an extension whose pages have been built."""
    paging = Paging(project)
    project.build()
    return paging


def test_a_generated_page_that_shows_the_same_is_not_computed(project: Project, paging: Paging) -> None:
    """Nor is anything else written."""
    paging.computed = 0

    assert project.build_all() == set()
    assert paging.computed == 0


def test_pages_are_written_when_what_they_show_changes(project: Project, paging: Paging) -> None:
    """Those of documents and generated ones alike."""
    paging.shown = ("new",)

    assert project.build_all() == {"a/page/2.html", "b/1.html", "feed.xml"}
    assert "new" in project.page("a/page/2.html")


def test_a_generated_page_is_written_when_its_sidebar_changes(project: Project, paging: Paging) -> None:
    """It shows the navigation of the document that it is named after."""
    project.article("b/index", "Another", "```{toctree}\n:hidden:\n:glob:\n*\n```")

    assert "a/page/2.html" in project.build()
    assert "Another" in project.page("a/page/2.html")


def test_a_computed_page_without_answers_is_compared(project: Project, paging: Paging) -> None:
    """It is rendered, and written if it is different."""
    project.handlers = [handler for handler in project.handlers if handler[0] != "page-shows"]
    project.build()
    paging.computed = 0

    assert project.build() == set()
    assert paging.computed == 1
    paging.shown = ("new",)
    assert project.build() == {"a/page/2.html"}


class Opaque:
    """An object whose digest can't be taken; its text is that of a number."""

    number = 1

    def __str__(self) -> str:
        return f"number {self.number}"


@pytest.mark.parametrize("is_plain", [True, False])
def test_a_page_is_written_when_its_context_changes(project: Project, is_plain: bool) -> None:
    """If it is plain it is compared before rendering, else the page is compared afterwards."""
    body = Opaque()

    def collect(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
        return [("extra", {"title": "Extra", "body": str(body) if is_plain else body}, "page.html")]

    project.handlers = [("html-collect-pages", collect)]

    assert project.build() == {"extra.html"}
    assert project.build() == set()
    body.number = 2
    assert project.build() == {"extra.html"}
    assert "number 2" in project.page("extra.html")


def test_the_index_is_written_when_an_entry_changes(project: Project) -> None:
    """Even if an extension answers ``page-shows`` for all pages."""
    project.handlers = [("page-shows", lambda app, pagename: ("on all pages",))]
    project.article("a/1", "Page a1", "```{index} first\n```", "Text.")
    project.build()
    project.article("a/1", "Page a1", "```{index} second\n```", "Text.")

    assert project.build() == {"a/1.html", "genindex.html"}


def test_an_answer_that_is_not_plain_is_an_error(project: Project, paging: Paging) -> None:
    """Its digest would be another one in every build."""
    paging.shown = {"a": 1}

    with pytest.raises(ExtensionError, match="not plain"):
        project.build()


def test_what_is_no_longer_made_is_removed(project: Project, paging: Paging) -> None:
    """Pages, sources, generated pages, feeds, images, downloads, static files, and folders left empty."""
    project.write("pictures/one.svg", "<svg/>")
    project.write("files/data.txt", "1")
    project.write("_static/more/extra.txt", "1")
    project.article("c/only", "Orphan", "![x](../pictures/one.svg) {download}`../files/data.txt`")
    project.write("c/only.md", "---\norphan: true\n---", (project.source / "c" / "only.md").read_text())
    project.build()
    made = {"c/only.html", "_sources/c/only.md.txt", "a/page/2.html", "feed.xml", "_images/one.svg"}
    made.add("_static/more/extra.txt")
    assert made <= project.files().keys()
    (project.source / "c" / "only.md").unlink()
    (project.source / "_static" / "more" / "extra.txt").unlink()
    paging.pages, paging.feeds = [], []
    project.build()

    assert made & project.files().keys() == set()
    assert {"c", "_sources/c", "a/page", "_images", "_downloads", "_static/more"} & folders(project) == set()


def folders(project: Project) -> set[str]:
    """Return the folders of the output."""
    return {path.relative_to(project.out).as_posix() for path in project.out.rglob("*") if path.is_dir()}


def test_what_no_build_made_is_left_alone(project: Project) -> None:
    """An operator's own files, even next to pages that go."""
    (project.out / "a" / "mine.html").write_text("mine")
    (project.source / "a" / "1.md").unlink()
    project.build()

    assert "a/mine.html" in project.files()
    assert "a/1.html" not in project.files()


def test_a_page_that_an_interrupted_build_made_is_removed_later(project: Project, paging: Paging) -> None:
    """It is noted before it is written."""

    def fail(app: Sphinx) -> Iterator[tuple[str, dict[str, str], str]]:
        yield from map(failing_page, [1])

    def failing_page(_number: int) -> tuple[str, dict[str, str], str]:
        raise ZeroDivisionError

    paging.pages.append("a/page/3")
    project.handlers.append(("html-collect-pages", fail))
    with pytest.raises(ZeroDivisionError):
        project.build()
    assert "a/page/3.html" in project.files()
    project.handlers.pop()
    paging.pages.pop()
    project.build()

    assert "a/page/3.html" not in project.files()


def test_images_with_one_name_are_named_as_in_a_clean_build(project: Project) -> None:
    """Not in the order in which they came."""
    for folder in ("x", "y"):
        project.write(f"{folder}/fig.svg", f"<svg>{folder}</svg>")
    project.article("a/1", "Page a1", "![y](../y/fig.svg)")
    project.build()
    project.article("a/2", "Page a2", "![x](../x/fig.svg)")
    changed = project.build()

    assert {"a/1.html", "a/2.html"} <= changed
    assert (
        project.page("_images/fig.svg"),
        project.page("_images/fig1.svg"),
    ) == ("<svg>x</svg>\n", "<svg>y</svg>\n")


def test_the_copy_of_the_build_info_is_removed(project: Project) -> None:
    """A clean build has none."""
    project.settings["html_title"] = "Another"
    project.build()

    assert ".buildinfo.bak" not in project.files()


def contents(project: Project) -> dict[str, bytes]:
    """Return the content of every output file."""
    return {name: content for name, (content, _time) in project.files().items()}


def test_the_search_index_keeps_the_index_entries_of_pages_that_are_not_written(project: Project) -> None:
    """And drops those of pages that are gone: it equals a clean build's."""
    for name in ("a/2", "a/3", "b/1", "b/4"):
        project.article(name, f"Page {name}", "```{index} Some, word; other\n```", "Text.")
    project.build()
    project.article("a/1", "Page a1", "```{index} Some, word\n```", "Text.")
    (project.source / "b" / "4.md").unlink()
    project.build()
    incremental = contents(project)
    (project.source / "_build").rename(project.source / "_build-before")
    project.settings["exclude_patterns"] = ["_build*"]
    project.build()

    assert contents(project)["searchindex.js"] == incremental["searchindex.js"]
    assert '"some"' in project.page("searchindex.js")


def test_a_lost_search_index_is_made_again(project: Project) -> None:
    """All pages are written for it, as Sphinx can make it only then."""
    before = contents(project)
    (project.out / "searchindex.js").unlink()
    project.build()

    assert contents(project) == before
