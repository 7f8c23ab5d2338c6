"""The sidebar in built pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from tests.integration.site_navigation.conftest import toctree

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp

    from tests.integration.site_navigation.conftest import Project

ROOT = "site-navigation-toctrees"


def sidebar(app: SphinxTestApp, name: str, selector: str = ".sidebar-tree") -> Tag:
    """Build, and return the sidebar of a page."""
    app.build()
    tree = BeautifulSoup((app.outdir / name).read_text(encoding="utf-8"), "html.parser").select_one(selector)
    assert tree is not None
    return tree


def texts(tree: Tag) -> list[str]:
    """Return the texts of a sidebar's links."""
    return [link.get_text() for link in tree.select("li > a")]


ALL = ["Guide", "The one page", "Two <script>alert(1)</script>", "Outside", "Home"]
NUMBERED = ["1. Another name", "1.1. Below", "1.1.1. Bottom", "Index"]


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True)
def test_a_small_site_shows_all_entries_of_all_toctrees(app: SphinxTestApp) -> None:
    """Hidden, numbered, titles only, renamed, external, ``self``, generated; not what ``only`` takes out."""
    assert texts(sidebar(app, "index.html")) == ALL + NUMBERED


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True, confoverrides={"site_navigation_full_below": 0})
def test_a_large_site_shows_what_is_near(app: SphinxTestApp) -> None:
    """The top level, and the current branch."""
    assert texts(sidebar(app, "deep/below.html")) == ["Guide", "Outside", "Home", *NUMBERED]


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True)
def test_captions_have_levels(app: SphinxTestApp) -> None:
    """A heading without a level is an error of accessibility."""
    captions = sidebar(app, "index.html").select(".caption")

    assert [(c.get_text(), c["role"], c["aria-level"]) for c in captions] == [
        ("First", "heading", "2"),
        ("Numbered", "heading", "2"),
    ]


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True)
def test_links_lead_from_the_page_to_its_neighbours(app: SphinxTestApp) -> None:
    """Addresses are relative; the page itself is ``#``."""
    links = sidebar(app, "guide/one.html").select("li > a")
    expected = ["index.html", "#", "two.html", "https://example.org/", "../index.html", "../deep/index.html"]

    assert [link["href"] for link in links][: len(expected)] == expected
    assert [link.get_text() for link in links if link.get("aria-current") == "page"] == ["The one page"]


@pytest.mark.sphinx("dirhtml", testroot=ROOT, freshenv=True)
def test_links_between_folders(app: SphinxTestApp) -> None:
    """The builder ``dirhtml`` has its own addresses."""
    links = sidebar(app, "guide/one/index.html").select("li > a")

    assert [link["href"] for link in links][:5] == ["../", "#", "../two/", "https://example.org/", "../../"]


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True)
def test_titles_are_html_and_nothing_more(app: SphinxTestApp) -> None:
    """Markup in a title is kept; what only looks like markup is text."""
    tree = sidebar(app, "index.html")

    assert tree.select_one("code") is not None
    assert tree.select_one("script") is None


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True, confoverrides={"html_theme": "alabaster"})
def test_other_themes_get_the_same_tree(app: SphinxTestApp) -> None:
    """Through Sphinx's own ``toctree()``, without Furo's check boxes."""
    tree = sidebar(app, "guide/one.html", ".sphinxsidebar")

    assert texts(tree)[: len(ALL + NUMBERED)] == ALL + NUMBERED
    assert tree.select("input[type=checkbox]") == []


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True)
def test_pages_outside_all_toctrees_show_the_top_level(app: SphinxTestApp) -> None:
    """Nothing is current in them."""
    assert sidebar(app, "unseen.html").select(".current") == []


@pytest.mark.sphinx("html", testroot=ROOT, freshenv=True, confoverrides={"language": "zh_CN"})
def test_words_are_translated(app: SphinxTestApp) -> None:
    """By the extension's own catalogue."""
    nav = sidebar(app, "index.html").select_one("nav")

    assert nav is not None
    assert nav["aria-label"] == "站点导航"


@pytest.mark.parametrize("builder", ["singlehtml", "latex", "text", "epub"])
def test_other_builders_are_left_alone(project: Project, builder: str) -> None:
    """They build without a warning."""
    project.settings = {"version": "1", "epub_copyright": "nobody"}

    assert project.build_all(builder)


@pytest.mark.parametrize("pages", [3, 60, 400])
@pytest.mark.parametrize("title", ["短", "一个相当长的中文标题,其中还有 code 和别的内容" * 3])
def test_a_sidebar_is_never_large(project: Project, pages: int, title: str) -> None:
    """6 KB, however many pages there are and however long their titles."""
    for number in range(pages):
        project.article(f"a/目录里的第{number:04}篇文章", title)
    project.settings = {}
    project.build()
    assert largest(project, "a") <= 6144


def test_a_small_site_that_does_not_fit_shows_whole_sections(project: Project) -> None:
    """Sixty pages do not, with Furo's check boxes; the twenty around the page do, whatever the window."""
    names = [f"第{number:02}篇文章讲的是一件有用的事" for number in range(20)]
    for section in ("a", "b", "c"):
        project.article(f"{section}/index", f"Section {section}", toctree("*", glob=True))
        for name in names:
            project.article(f"{section}/{name}", name)
    project.article("index", "Home", toctree("a/index", "b/index", "c/index"))
    project.settings = {"site_navigation_window": 2}
    project.build()
    tree = BeautifulSoup(project.page(f"c/{names[10]}.html"), "html.parser").select_one(".sidebar-tree")

    assert tree is not None
    assert texts(tree) == ["Section a", "Section b", "Section c", *names]


@pytest.mark.parametrize("sections", [10, 30])
def test_a_sidebar_with_many_branches_is_not_large_either(project: Project, sections: int) -> None:
    """Their check boxes count, too."""
    names = [f"section-{number}" for number in range(sections)]
    for name in names:
        project.article(f"{name}/index", f"Section {name}", toctree("page"))
        project.article(f"{name}/page", f"Page of {name}")
    project.article("index", "Home", toctree("a/index", "b/index", *(f"{name}/index" for name in names)))
    project.settings = {}
    project.build()

    assert largest(project, names[0]) <= 6144


@pytest.mark.parametrize("title", ["`code` *and* **bold** & {}", "$x_{{{}}}^2$ and its formula"])
def test_rich_titles_and_captions_count_as_what_they_are(project: Project, title: str) -> None:
    """Markup and formulas are larger than their text; the room that there is is used, all the same."""
    for number in range(40):
        project.article(f"b/rich{number}", title.format(number))
    options = ":hidden:\n:caption: " + "长长的标题" * 20
    project.article("index", "Home", *(toctree(f"{name}/index", options=options) for name in "ab"))
    project.settings = {"myst_enable_extensions": ["dollarmath"]}
    project.build()

    assert 2000 < largest(project, "b") <= 6144


def largest(project: Project, folder: str) -> int:
    """Return the size of the largest sidebar of the pages in a folder."""
    pages = [path.read_text(encoding="utf-8") for path in (project.out / folder).glob("*.html")]
    starts = [page.index('<div class="sidebar-tree">') for page in pages]
    return max(
        len(page[start : page.index("</div>", start)].encode())
        for page, start in zip(pages, starts, strict=True)
    )
