"""The layered drawing: no cycle, no overlap, no arrow behind a label, the same every time."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from latest_updates.layered import LOOK, crossings, draw, reduced, steps, without_cycles

if TYPE_CHECKING:
    from latest_updates.layered import Box, Graph, Link

NODES = "abcdefghijklmnop"


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Return any graph, with cycles, loops and arrows to nowhere."""
    nodes = draw(st.lists(st.sampled_from(NODES), unique=True))
    ends = st.lists(st.sampled_from(NODES), unique=True, max_size=4).map(tuple)
    return {node: draw(ends) for node in nodes}


acyclic = graphs().map(lambda graph: without_cycles(graph)[0])


def arrows(graph: Graph) -> set[tuple[str, str]]:
    """Return the arrows of a graph, from what is needed to what needs it."""
    return {(other, node) for node, named in graph.items() for other in named}


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes have points in common."""
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def passes(link: Link, box: Box) -> bool:
    """Tell whether the part of an arrow that runs through a column runs through a box of it."""
    (_x, _y), (left, level) = link.start, link.end
    return bool(link.through) and box.left == left and box.top <= level <= box.top + box.height


@given(graphs())
def test_cycles_are_cut_and_nothing_else(graph: dict[str, tuple[str, ...]]) -> None:
    """One arrow is left out for each cycle; without cycles, loops and strangers the graph stays."""
    clean, cycles = without_cycles(graph)
    known = {(other, node) for other, node in arrows(graph) if other in graph and other != node}

    assert len(known - arrows(clean)) == len(cycles)
    assert without_cycles(clean) == (clean, [])
    assert all(set(pairwise(cycle)) <= known for cycle in cycles)


@given(acyclic)
def test_what_is_needed_stands_before(graph: Graph) -> None:
    """Every node is in one step, later than all that it needs; what needs nothing is in the first."""
    columns = steps(graph)
    level = {node: number for number, column in enumerate(columns) for node in column}

    assert sorted(node for column in columns for node in column) == sorted(graph)
    assert all(level[one] < level[other] for one, other in arrows(graph))
    assert all(named == () for node, named in graph.items() if level[node] == 0)


@given(acyclic)
def test_reduced_graph_tells_the_same_order(graph: Graph) -> None:
    """An arrow is left out only where other arrows lead from its start to its end."""

    def before(some: Graph, node: str) -> set[str]:
        return {other for named in some[node] for other in {named, *before(some, named)}}

    less = reduced(graph)
    assert arrows(less) <= arrows(graph)
    assert all(before(less, node) == before(graph, node) for node in graph)
    assert reduced({"a": (), "b": ("a",), "c": ("b", "a")})["c"] == ("b",)


@given(acyclic, st.lists(st.integers(20, 70), min_size=len(NODES), max_size=len(NODES)))
def test_nothing_overlaps_and_no_arrow_runs_behind_a_label(graph: Graph, sizes: list[int]) -> None:
    """Boxes are apart; arrows pass columns between boxes, and elsewhere stay in the gaps."""
    heights = {node: float(size) for node, size in zip(NODES, sizes, strict=True)}
    drawing = draw(graph, heights)
    boxes = list(drawing.boxes.values())

    assert drawing.boxes.keys() == graph.keys()
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(passes(link, box) for link in drawing.links for box in boxes)
    assert all(link.end[0] - link.start[0] == LOOK.gap for link in drawing.links)
    assert all(box.top >= -0.1 and box.top + box.height <= drawing.height + 0.1 for box in boxes)
    assert all(box.left + box.width <= drawing.width for box in boxes)


@given(acyclic)
def test_every_arrow_is_drawn(graph: Graph) -> None:
    """Following the pieces from a box, one arrives at what needs it, and nowhere else."""
    drawing = draw(graph, dict.fromkeys(NODES, 30.0))
    at = {(box.left, box.middle): node for node, box in drawing.boxes.items()}
    followers = {link.start: [o for o in drawing.links if o.start == link.start] for link in drawing.links}

    def ends(point: tuple[float, float]) -> set[str]:
        found: set[str] = set()
        for link in followers.get(point, []):
            x, y = link.end
            found |= ends((x + link.through, y)) if link.through else {at[x, y]}
        return found

    for node, box in drawing.boxes.items():
        assert ends((box.left + box.width, box.middle)) == {o for n, o in arrows(graph) if n == node}


def test_order_avoids_crossings() -> None:
    """Two arrows that need not cross do not; arrows from one point never count as crossing."""
    graph = {"a": (), "b": (), "c": ("b",), "d": ("a",), "e": ("a",)}
    boxes = draw(graph, dict.fromkeys(graph, 30.0)).boxes
    a, b, c, d, e = (boxes[node].middle for node in "abcde")
    pairs = [[(("a",), ("d",)), (("a",), ("e",)), (("b",), ("c",))]]

    assert (a < b) == (d < c) == (e < c)
    assert crossings([[("a",), ("b",)], [("d",), ("e",), ("c",)]], pairs) == 0
    assert crossings([[("b",), ("a",)], [("d",), ("e",), ("c",)]], pairs) == 2
