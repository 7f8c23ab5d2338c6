"""Draw names, the objects they are bound to, and the objects inside those: read from live objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CellType
from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME, OBJECT, SHARED, QUIET = "#22303c", "#0072b2", "#d55e00", "#7a8792"
ROW, NAME_X, COLUMNS = 1.0, 0.45, (2.05, 3.95)


@dataclass(frozen=True)
class Variable:
    """A name that stands for another name, as a parameter does in call by reference."""

    name: str


@dataclass
class Node:
    """One object: where it stands, what is written on it, how many arrows end at it."""

    value: object
    column: int
    row: float = 0.0
    arrows: int = 0
    parts: list[int] = field(default_factory=list)


def parts_of(value: object) -> list[object]:
    """Return the objects that get boxes of their own; numbers are written into their list."""
    if isinstance(value, CellType):
        return [value.cell_contents]
    if isinstance(value, list) and any(isinstance(part, list) for part in value):
        return list(value)
    return []


def text_of(value: object) -> str:
    if isinstance(value, CellType):
        return "cell"
    parts = parts_of(value)
    return "[ " + ", ".join("•" for _ in parts) + " ]" if parts else repr(value)


def collect(names: dict[str, object]) -> dict[int, Node]:
    """Follow all references from the names; an object met twice is one node."""
    nodes: dict[int, Node] = {}

    def visit(value: object, column: int) -> int:
        key = id(value)
        if key not in nodes:
            nodes[key] = Node(value, column)
            nodes[key].parts = [visit(part, column + 1) for part in parts_of(value)]
        nodes[key].arrows += 1
        return key

    for value in names.values():
        if not isinstance(value, Variable):
            visit(value, 0)
    return nodes


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], color: str) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=15, linewidth=1.8, color=color, shrinkA=0, shrinkB=0
        )
    )


def box(axes: Axes, node: Node, width: float) -> None:
    color = SHARED if node.arrows > 1 else OBJECT
    x = COLUMNS[node.column]
    axes.add_patch(
        FancyBboxPatch(
            (x, -node.row - 0.29),
            width,
            0.58,
            boxstyle="round,pad=0,rounding_size=0.1",
            facecolor=color + "1c",
            edgecolor=color,
            linewidth=1.8,
        )
    )
    axes.text(x + width / 2, -node.row, text_of(node.value), ha="center", va="center", fontsize=15)


def draw_names(axes: Axes, title: str, frames: dict[str, dict[str, object]], width: float = 1.35) -> None:
    """Draw the frames with their names at the left, the objects at the right, an arrow per reference."""
    names = {name: value for frame in frames.values() for name, value in frame.items()}
    nodes = collect(names)
    for column in range(len(COLUMNS)):
        for row, node in enumerate(n for n in nodes.values() if n.column == column):
            node.row = float(row)
    rows: dict[str, float] = {}
    for label, frame in frames.items():
        top = float(len(rows))
        rows |= {name: top + k for k, name in enumerate(frame)}
        axes.add_patch(
            FancyBboxPatch(
                (0.0, -top - len(frame) * ROW + 0.58),
                0.9,
                len(frame) * ROW - 0.16,
                boxstyle="round,pad=0,rounding_size=0.12",
                facecolor="white",
                edgecolor=QUIET,
                linewidth=1.2,
            )
        )
        middle = -top - (len(frame) - 1) / 2
        axes.text(-0.24, middle, label, ha="center", va="center", fontsize=13, color=QUIET, rotation=90)
    for name, level in rows.items():
        axes.text(NAME_X, -level, name, ha="center", va="center", fontsize=16, color=NAME, weight="bold")
        value = names[name]
        if isinstance(value, Variable):
            arrow(axes, (NAME_X, -level + 0.24), (NAME_X, -rows[value.name] - 0.24), SHARED)
        else:
            arrow(axes, (0.9, -level), (COLUMNS[0], -nodes[id(value)].row), NAME)
    for node in nodes.values():
        box(axes, node, width)
        for part in node.parts:
            start = (COLUMNS[node.column] + width, -node.row)
            arrow(axes, start, (COLUMNS[nodes[part].column], -nodes[part].row), NAME)
    axes.set_title(title, loc="left", fontsize=15, family="DejaVu Sans Mono")
    axes.axis("off")
