"""A layered drawing of a graph: what is to be read before what, from left to right.

Sugiyama's method (https://doi.org/10.1109/TSMC.1981.4308636) in its plainest form: no cycles, a column for
each step, orders that cross little, heights near those of the neighbours. An arrow passes a column in a slot
of its own, so no arrow ever runs behind a label. The same graph gives the same drawing.

Nothing here knows docutils or Sphinx.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    #: What stands in a column: a box (its name), or an arrow from a box passing the column (name, column).
    Item = tuple[str] | tuple[str, int]
    Graph = Mapping[str, Sequence[str]]

_SWEEPS = 12


class Look(NamedTuple):
    """Sizes, in pixels: of a column, between columns, between what stands in one, of a passing arrow."""

    column: float = 152
    gap: float = 40
    space: float = 14
    slot: float = 4


LOOK = Look()


@dataclass(frozen=True)
class Box:
    """Where a label stands."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which arrows arrive and leave."""
        return self.top + self.height / 2


class Link(NamedTuple):
    """A piece of an arrow between two columns; *through*: it goes on through the second one."""

    start: tuple[float, float]
    end: tuple[float, float]
    through: float = 0


@dataclass
class Drawing:
    """Boxes and arrows, the least *width* and *height* that hold them."""

    width: float = 0
    height: float = 0
    boxes: dict[str, Box] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def without_cycles(graph: Graph) -> tuple[dict[str, tuple[str, ...]], list[list[str]]]:
    """Return *graph* (what each node needs, among its nodes) without cycles, and the cycles it had.

    Of each cycle one arrow is left out.
    """
    needs = {
        node: dict.fromkeys(n for n in named if n in graph and n != node) for node, named in graph.items()
    }
    cycles = []
    while True:
        try:
            TopologicalSorter(needs).prepare()
        except CycleError as error:
            cycle = error.args[1]
            cycles.append(cycle)
            del needs[cycle[1]][cycle[0]]
        else:
            return {node: tuple(named) for node, named in needs.items()}, cycles


def steps(graph: Graph) -> list[list[str]]:
    """Return the nodes of *graph*, which has no cycles, step by step: what a node needs comes before it."""
    level: dict[str, int] = {}
    for node in TopologicalSorter(graph).static_order():
        level[node] = 1 + max((level[other] for other in graph[node]), default=-1)
    columns: list[list[str]] = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for node in graph:
        columns[level[node]].append(node)
    return columns


def reduced(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Return *graph*, which has no cycles, without the arrows that others imply."""
    before: dict[str, set[str]] = {}
    for node in TopologicalSorter(graph).static_order():
        before[node] = set(graph[node]).union(*(before[other] for other in graph[node]))
    return {
        node: tuple(n for n in named if not any(n in before[other] for other in named))
        for node, named in graph.items()
    }


def draw(graph: Graph, heights: Mapping[str, float], look: Look = LOOK) -> Drawing:
    """Draw *graph*, which has no cycles; *heights* are those of its labels."""
    columns, links = _with_passing(graph)
    columns = _ordered(columns, links)
    sizes = {item: heights[item[0]] if len(item) == 1 else look.slot for column in columns for item in column}
    middles = _middles(columns, links, sizes, look.space)
    drawing = Drawing()
    for number, column in enumerate(columns):
        left = number * (look.column + look.gap)
        for item in column:
            if len(item) == 1:
                height = sizes[item]
                drawing.boxes[item[0]] = Box(left, middles[item] - height / 2, look.column, height)
    drawing.width = max(0, len(columns) * (look.column + look.gap) - look.gap)
    drawing.height = max((middles[item] + size / 2 for item, size in sizes.items()), default=0)
    for number, pairs in enumerate(links):
        left = number * (look.column + look.gap) + look.column
        for one, other in pairs:
            through = look.column if len(other) == 2 else 0
            drawing.links.append(Link((left, middles[one]), (left + look.gap, middles[other]), through))
    return drawing


def _with_passing(graph: Graph) -> tuple[list[list[Item]], list[list[tuple[Item, Item]]]]:
    """Return columns with slots for passing arrows, and the pairs that are linked, gap by gap.

    Arrows of one box share a slot.
    """
    boxes = steps(graph)
    level = {node: number for number, column in enumerate(boxes) for node in column}
    columns: list[list[Item]] = [[(node,) for node in column] for column in boxes]
    links: list[dict[tuple[Item, Item], None]] = [{} for _ in boxes[1:]]
    for node in (node for column in boxes for node in column):
        for source in graph[node]:
            before: Item = (source,)
            for number in range(level[source] + 1, level[node] + 1):
                item: Item = (source, number) if number < level[node] else (node,)
                links[number - 1][before, item] = None
                before = item
    for number, pairs in enumerate(links):
        known = set(columns[number + 1])
        columns[number + 1] += dict.fromkeys(item for _one, item in pairs if item not in known)
    return columns, [list(pairs) for pairs in links]


def _ordered(columns: list[list[Item]], links: list[list[tuple[Item, Item]]]) -> list[list[Item]]:
    """Return *columns* in the order, of those tried, in which fewest arrows cross."""
    columns = [list(column) for column in columns]
    best, fewest = [list(column) for column in columns], crossings(columns, links)
    for sweep in range(_SWEEPS):
        forwards = sweep % 2 == 0
        gaps = range(len(links)) if forwards else reversed(range(len(links)))
        for gap in gaps:
            fixed, free = (gap, gap + 1) if forwards else (gap + 1, gap)
            pairs = [pair if forwards else pair[::-1] for pair in links[gap]]
            columns[free] = _by_neighbours(columns[fixed], columns[free], pairs)
        if (found := crossings(columns, links)) < fewest:
            best, fewest = [list(column) for column in columns], found
    return best


def _by_neighbours(
    fixed: Sequence[Item], free: Sequence[Item], pairs: Sequence[tuple[Item, Item]]
) -> list[Item]:
    """Sort *free* by the mean place of what each is linked to in *fixed*; the others keep their places."""
    place = {item: number for number, item in enumerate(fixed)}
    linked: dict[Item, list[int]] = {}
    for one, other in pairs:
        linked.setdefault(other, []).append(place[one])
    moving = sorted((i for i in free if i in linked), key=lambda i: sum(linked[i]) / len(linked[i]))
    rest = iter(moving)
    return [next(rest) if item in linked else item for item in free]


def crossings(columns: Sequence[Sequence[Item]], links: Sequence[Sequence[tuple[Item, Item]]]) -> int:
    """Count the pairs of arrows that cross."""
    count = 0
    for gap, pairs in enumerate(links):
        left = {item: number for number, item in enumerate(columns[gap])}
        right = {item: number for number, item in enumerate(columns[gap + 1])}
        seen: list[int] = []
        for _start, end in sorted((left[one], right[other]) for one, other in pairs):
            # Of the arrows that begin above, those cross that end below; the least negated ends are theirs.
            count += bisect_left(seen, -end)
            insort(seen, -end)
    return count


def _middles(
    columns: Sequence[Sequence[Item]],
    links: Sequence[Sequence[tuple[Item, Item]]],
    sizes: Mapping[Item, float],
    space: float,
) -> dict[Item, float]:
    """Return heights in the middle: as near to the linked ones as the order of each column allows."""
    near: dict[Item, list[Item]] = {item: [] for column in columns for item in column}
    for one, other in (pair for pairs in links for pair in pairs):
        near[one].append(other)
        near[other].append(one)
    middles: dict[Item, float] = {}
    for column in columns:
        middles |= _stacked(column, {}, sizes, space)
    for _round in range(4):
        for column in (*columns, *reversed(columns)):
            wanted = {i: sum(middles[n] for n in near[i]) / len(near[i]) for i in column if near[i]}
            middles |= _stacked(column, middles | wanted, sizes, space)
    top = min((middles[item] - sizes[item] / 2 for item in middles), default=0)
    return {item: round(middle - top, 1) for item, middle in middles.items()}


def _stacked(
    column: Sequence[Item], wanted: Mapping[Item, float], sizes: Mapping[Item, float], space: float
) -> dict[Item, float]:
    """Return the heights nearest to the *wanted* ones (least squares) at which nothing overlaps.

    With the least distances taken off, the heights must not fall: isotonic regression, by pooling.
    """
    below, offsets = 0.0, []
    for item in column:
        offsets.append(below + sizes[item] / 2)
        below += sizes[item] + space
    pools: list[tuple[float, int]] = []
    for item, offset in zip(column, offsets, strict=True):
        mean, count = wanted.get(item, offset) - offset, 1
        while pools and pools[-1][0] >= mean:
            before, more = pools.pop()
            mean, count = (before * more + mean * count) / (more + count), more + count
        pools.append((mean, count))
    shifts = [mean for mean, count in pools for _ in range(count)]
    return {item: offset + shift for item, offset, shift in zip(column, offsets, shifts, strict=True)}
