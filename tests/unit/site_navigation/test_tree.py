"""The tree of pages and the views of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from site_navigation.tree import (
    ROOT,
    Branch,
    Entry,
    Toctree,
    Tree,
    around,
    fitting,
    grow,
    nearest,
    size_of,
    whole,
    window,
)


def tree_of(children: dict[str, list[str]], root: str = "index") -> Tree:
    """Build a tree from the names of the documents in each document's only toctree."""

    def toctrees(docname: str) -> list[Toctree]:
        names = children.get(docname, [])
        return [Toctree(None, tuple(map(Entry, names)))] if names else []

    return grow(root, toctrees)


def names(tree: Tree, view: Branch) -> list[object]:
    """Return a view as nested names: a list where something is shown below an entry."""
    return [
        [tree.entries[branch.number].target, names(tree, branch)]
        if branch.branches
        else tree.entries[branch.number].target
        for branch in view.branches
    ]


SITE = tree_of({"index": ["a", "b", "c"], "b": [f"b{n}" for n in range(9)], "c": ["c1"], "b4": ["x", "y"]})


def test_a_page_shows_the_top_level_its_neighbours_and_what_is_below_it() -> None:
    """Other branches stay closed."""
    shown = names(SITE, around(SITE, SITE.places["b4"], 3))

    assert shown == ["a", ["b", ["b3", ["b4", ["x", "y"]], "b5"]], "c"]


def test_a_level_in_between_costs_one_entry() -> None:
    """Far down, only the way down and the neighbours are shown."""
    shown = names(SITE, around(SITE, SITE.places["y"], 3))

    assert shown == ["a", ["b", [["b4", ["x", "y"]]]], "c"]


def test_what_was_left_out_is_told() -> None:
    """A link to the rest stands on the side where entries are missing."""
    branch = around(SITE, SITE.places["b1"], 3).branches[1]

    assert (branch.more_before, branch.more_after) == (False, True)


def test_the_root_shows_the_top_level() -> None:
    """So do pages that stand in no toctree."""
    assert names(SITE, around(SITE, ROOT, 3)) == ["a", "b", "c"]


def test_the_whole_view_leaves_nothing_out() -> None:
    """It is what a small site shows."""
    below = [f"b{n}" for n in range(4)] + [["b4", ["x", "y"]]] + [f"b{n}" for n in range(5, 9)]

    assert ["a", ["b", below], ["c", ["c1"]]] == names(SITE, whole(SITE))


def test_toctrees_in_a_circle_make_a_finite_tree() -> None:
    """A document has its children where it comes first."""
    tree = tree_of({"index": ["a"], "a": ["b"], "b": ["a", "index"]})

    assert names(tree, whole(tree)) == [["a", [["b", ["a", "index"]]]]]


def test_a_view_that_does_not_fit_gets_narrower() -> None:
    """The page itself remains."""
    view = fitting(SITE, SITE.places["b4"], 9, lambda view: size_of(view, lambda branch: 1) <= 10)

    assert ["b", ["b3", ["b4", ["x", "y"]], "b5"]] in names(SITE, view)


def test_what_fits_nowhere_is_as_narrow_as_can_be() -> None:
    """The way to the page is always shown."""
    assert names(SITE, fitting(SITE, SITE.places["b4"], 9, lambda view: False)) == [["b", [["b4", ["x"]]]]]


@given(st.integers(0, 50), st.integers(1, 20), st.data())
def test_a_window_contains_its_position_and_is_as_wide_as_possible(
    length: int, size: int, data: st.DataObject
) -> None:
    """At the ends it is shifted, not cut."""
    position = data.draw(st.integers(0, max(0, length - 1)))
    start, stop = window(length, position, size)

    assert min(length, size) == stop - start
    assert 0 <= start <= stop <= length
    assert length == 0 or start <= position < stop


@given(st.lists(st.integers(0, 30), max_size=60), st.integers(1, 6))
def test_every_page_shows_itself_and_no_more_than_the_bound(parents: list[int], size: int) -> None:
    """The bound: three levels of *size* entries and one for each level in between."""
    children: dict[str, list[str]] = {}
    for number, parent in enumerate(parents, start=1):
        children.setdefault(str(parent % number), []).append(str(number))
    tree = tree_of(children, "0")

    for docname, place in tree.places.items():
        view = around(tree, place, size)
        assert docname == "0" or f"'{docname}'" in repr(names(tree, view))
        assert size_of(view, lambda branch: 1) <= 3 * size + 3 * len(tree.path(place))


def test_a_generated_page_belongs_to_the_document_it_is_named_after() -> None:
    """Pages that are named after none belong to none."""
    places = {"index": 0, "updates": 1, "python/index": 2, "tags": 3}

    assert nearest("updates/page/2", places) == "updates"
    assert nearest("python/page/2", places) == "python/index"
    assert nearest("tags/调试", places) == "tags"
    assert nearest("genindex", places) is None


@given(st.integers(0, 60), st.integers(0, 30))
def test_a_view_is_as_wide_as_fits(limit: int, size: int) -> None:
    """No narrower than it need be, and no wider than asked for."""

    def fits(view: Branch) -> bool:
        return size_of(view, lambda branch: 1) <= limit

    views = [around(SITE, SITE.places["b4"], width) for width in range(max(1, size), 0, -1)]
    expected = next(filter(fits, views), views[-1])

    assert fitting(SITE, SITE.places["b4"], size, fits) == expected
