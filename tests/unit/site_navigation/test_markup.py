"""The sidebar's HTML."""

from __future__ import annotations

import html5lib  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from site_navigation.markup import Sidebar, Words, text_of
from site_navigation.tree import ROOT, Entry, Toctree, around, grow, whole

WORDS = Words("Site navigation", "All of %s", "Toggle navigation of %s")
TOCTREES = {
    "index": [
        Toctree("First & last", (Entry("a"), Entry("b"))),
        Toctree(None, (Entry("https://example.org/?a=1&b=2", "Elsewhere", external=True),)),
    ],
    "b": [Toctree(None, tuple(Entry(f"b{n}") for n in range(5)))],
}
TREE = grow("index", lambda docname: TOCTREES.get(docname, []))


def render(current: str, size: int, *, foldable: bool = False, titles: str = "<em>%s</em>") -> str:
    """Render the sidebar of page *current*."""
    place = TREE.places.get(current, ROOT)
    sidebar = Sidebar(
        TREE,
        lambda number: titles % TREE.entries[number].target.replace("&", "&amp;"),
        lambda number: TREE.entries[number].target,
        WORDS,
        current,
        frozenset(TREE.path(place)) - {ROOT},
        foldable,
    )
    return sidebar.render(around(TREE, place, size) if size else whole(TREE))


def soup(html: str) -> Tag:
    """Parse HTML."""
    return BeautifulSoup(html, "html5lib")


def test_the_current_page_is_marked() -> None:
    """For style sheets and for screen readers; the entries above it are only marked as current."""
    page = soup(render("b2", 3))

    assert [link["href"] for link in page.select('[aria-current="page"]')] == ["b2"]
    assert [link["href"] for link in page.select("li.current > a.current")] == ["b", "b2"]


def test_captions_are_headings_with_a_level() -> None:
    """ARIA wants a level, and Sphinx gives none."""
    caption = soup(render("a", 3)).select_one("p.caption")

    assert caption is not None
    assert (caption["role"], caption["aria-level"], caption.get_text()) == ("heading", "2", "First & last")


def test_each_toctree_of_the_root_is_a_list_of_its_own() -> None:
    """A toctree without a caption does not fall under the one before it."""
    lists = soup(render("a", 3)).select("body > ul")

    assert [len(entries.find_all("li", recursive=False)) for entries in lists] == [2, 1]


def test_addresses_elsewhere_are_external() -> None:
    """Themes mark them."""
    link = soup(render("a", 3)).select_one("a.external")

    assert link is not None
    assert link["href"] == "https://example.org/?a=1&b=2"


def test_a_cut_level_ends_in_a_link_to_all_of_it() -> None:
    """It leads to the page whose entries they are."""
    links = soup(render("b2", 3)).select(".site-navigation-more a")

    assert [(link["href"], link.get_text()) for link in links] == [("b", "All of b"), ("b", "All of b")]


def test_entries_fold_by_check_boxes_with_names() -> None:
    """As Furo makes them: open on the way to the current page, closed elsewhere."""
    boxes = soup(render("b2", 0, foldable=True)).select("input[type=checkbox]")
    (closed,) = soup(render("a", 0, foldable=True)).select("input[type=checkbox]")

    assert [box["aria-label"] for box in boxes] == ["Toggle navigation of b"]
    assert boxes[0].has_attr("checked")
    assert not closed.has_attr("checked")
    assert soup(render("b2", 0, foldable=True)).select_one(f"label[for={boxes[0]['id']}]") is not None


@pytest.mark.parametrize("foldable", [True, False])
@pytest.mark.parametrize("current", ["index", "a", "b", "b4", "search"])
def test_the_html_is_valid(current: str, *, foldable: bool) -> None:
    """A strict parser accepts it."""
    for size in (0, 1, 3):
        parser = html5lib.HTMLParser(strict=True)
        parser.parseFragment(render(current, size, foldable=foldable), container="nav")


@given(st.text())
def test_a_caption_is_text(caption: str) -> None:
    """Nothing in it becomes a tag."""
    tree = grow("index", lambda docname: [Toctree(caption, (Entry("a"),))] if docname == "index" else [])
    sidebar = Sidebar(tree, str, str, WORDS, "a", frozenset())

    tags = {tag.name for tag in soup(sidebar.render(whole(tree))).select("body *")}
    assert {"p", "span", "ul", "li", "a"} >= tags


def test_the_text_of_a_title_is_without_tags() -> None:
    """Names of check boxes are text."""
    assert text_of("a&lt;<em>b</em> &amp; c") == "a<b & c"
