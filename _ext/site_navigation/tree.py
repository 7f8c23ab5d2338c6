"""The tree of all pages, and the part of it that one page shows; no Sphinx."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a toctree: a document, a page that the builder generates, or an address elsewhere."""

    target: str
    title: str | None = None
    external: bool = False


@dataclass(frozen=True, slots=True)
class Toctree:
    """The entries of one toctree that lead somewhere."""

    caption: str | None
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Tree:
    """Entries in reading order, as parallel lists; number ``ROOT`` is the root document.

    A document that stands in several toctrees has its children where it comes first, so the tree is
    finite even when toctrees form a circle, and its size is that of the toctrees.
    """

    entries: list[Entry]
    parents: list[int] = field(default_factory=lambda: [ROOT])
    positions: list[int] = field(default_factory=lambda: [0])
    children: list[list[int]] = field(default_factory=lambda: [[]])
    groups: dict[int, int] = field(default_factory=dict)
    captions: list[str | None] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def add(self, parent: int, entry: Entry) -> int:
        """Append *entry* below *parent* and return its number."""
        number = len(self.entries)
        self.entries.append(entry)
        self.parents.append(parent)
        self.positions.append(len(self.children[parent]))
        self.children[parent].append(number)
        self.children.append([])
        return number

    def path(self, number: int) -> list[int]:
        """Return the numbers from the root down to *number*, both included."""
        path = [number]
        while path[-1] != ROOT:
            path.append(self.parents[path[-1]])
        return path[::-1]


def grow(root: str, toctrees_of: Callable[[str], Iterable[Toctree]]) -> Tree:
    """Build the tree below the document *root*; ``toctrees_of(docname)`` gives a document's toctrees."""
    tree = Tree([Entry(root)], places={root: ROOT})

    def attach(parent: int, docname: str) -> None:
        for toctree in toctrees_of(docname):
            if parent == ROOT:
                tree.captions.append(toctree.caption)
            for entry in toctree.entries:
                number = tree.add(parent, entry)
                if parent == ROOT:
                    tree.groups[number] = len(tree.captions) - 1
                if not entry.external and entry.target not in tree.places:
                    tree.places[entry.target] = number
                    attach(number, entry.target)

    attach(ROOT, root)
    return tree


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry as shown, with the shown ones below it and whether some were left out on either side."""

    number: int
    branches: tuple[Branch, ...] = ()
    more_before: bool = False
    more_after: bool = False


def window(length: int, position: int, size: int) -> tuple[int, int]:
    """Return start and stop of at most *size* neighbours of *position*, shifted inwards at the ends."""
    start = max(0, min(position - size // 2, length - size))
    return start, min(length, start + size)


def around(tree: Tree, number: int, size: int) -> Branch:
    """Return the bounded view from entry *number*: at most *size* entries on each of three levels.

    Shown are the top level, the entry among its neighbours, and what is directly below it; of the
    levels in between only the way down, so that depth costs one entry a level.
    """
    return _descend(tree, tree.path(number), 0, size)


def _descend(tree: Tree, path: Sequence[int], depth: int, size: int) -> Branch:
    below = tree.children[path[depth]]
    ahead = path[depth + 1] if depth + 1 < len(path) else None
    position = 0 if ahead is None else tree.positions[ahead]
    wide = ahead is None or depth in {0, len(path) - 2}
    start, stop = window(len(below), position, size) if wide else (position, position + 1)
    branches = tuple(
        _descend(tree, path, depth + 1, size) if number == ahead else Branch(number)
        for number in below[start:stop]
    )
    return Branch(path[depth], branches, more_before=start > 0, more_after=stop < len(below))


def whole(tree: Tree, number: int = ROOT) -> Branch:
    """Return the view that leaves nothing out."""
    return Branch(number, tuple(whole(tree, below) for below in tree.children[number]))


def size_of(view: Branch, size: Callable[[Branch], int], more: int = 0) -> int:
    """Sum the *size* of all entries of a view; a link to what was left out takes *more* than an entry."""
    left_out = (view.more_before + view.more_after) * (size(Branch(view.number)) + more)
    return left_out + sum(size(branch) + size_of(branch, size, more) for branch in view.branches)


def fitting(tree: Tree, number: int, size: int, fits: Callable[[Branch], bool]) -> Branch:
    """Return the widest view from *number*, at most *size* wide, that *fits*, or else the narrowest."""
    widest = around(tree, number, max(1, size))
    if fits(widest):
        return widest
    widths = range(size - 1, 1, -1)
    found = bisect_left(widths, True, key=lambda width: fits(around(tree, number, width)))
    return around(tree, number, widths[found] if found < len(widths) else 1)


def nearest(pagename: str, places: dict[str, int]) -> str | None:
    """Return the document that a generated page belongs to, going by its name.

    ``a/page/2`` belongs to ``a`` or, where there is none, to ``a/index``.
    """
    while "/" in pagename:
        pagename = pagename.rpartition("/")[0]
        for docname in (pagename, f"{pagename}/index"):
            if docname in places:
                return docname
    return None
