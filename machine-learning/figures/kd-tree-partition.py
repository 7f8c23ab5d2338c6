"""Six points: the cells of their kd tree, and the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
from _kd_tree import BLUE, GREY, INK, ORANGE, article, draw_cuts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Where the label of each point stands, so that no cut crosses it.
BESIDE = {(2, 3): (0.2, -0.55), (7, 2): (-1.4, 0.2), (9, 6): (-0.6, 0.25)}


def draw_tree(ax: Axes, node: Any, x: float, y: float, spread: float) -> None:
    """Draw a node and its subtrees below it."""
    for child, side in ((node.left, -1), (node.right, 1)):
        if child:
            ax.plot([x, x + side * spread], [y, y - 1], color=GREY, lw=1.4, zorder=1)
            draw_tree(ax, child, x + side * spread, y - 1, spread / 2)
    box = {
        "boxstyle": "round,pad=0.35",
        "facecolor": "#fbfaf7",
        "edgecolor": (BLUE, ORANGE)[node.axis],
        "lw": 1.8,
    }
    ax.text(x, y, "({:g}, {:g})".format(*node.point), ha="center", va="center", fontsize=14, bbox=box)


def draw() -> Figure:
    root = article("tree")["tree"]
    figure, (plane, tree) = plt.subplots(2, 1, figsize=(5.2, 7.4), height_ratios=[3, 1.75])
    draw_cuts(plane, root, (0, 0), (10, 8), 2.4)
    for x, y in points():
        plane.plot(x, y, "o", color=INK, ms=8, zorder=3)
        dx, dy = BESIDE.get((x, y), (0.2, 0.2))
        plane.text(x + dx, y + dy, f"({x:g}, {y:g})", fontsize=13)
    plane.set(xlim=(0, 10), ylim=(0, 8), xlabel="$x$", ylabel="$y$", aspect="equal")
    plane.xaxis.label.set_size(15)
    plane.yaxis.label.set_size(15)
    plane.tick_params(labelsize=13)
    plane.grid(visible=False)
    draw_tree(tree, root, 0, 0, 2)
    tree.text(3.7, 0, "cut $x$", color=BLUE, fontsize=14, ha="right", va="center")
    tree.text(3.7, -1, "cut $y$", color=ORANGE, fontsize=14, ha="right", va="center")
    tree.text(3.7, -2, "cut $x$", color=BLUE, fontsize=14, ha="right", va="center")
    tree.set(xlim=(-3.9, 3.9), ylim=(-2.4, 0.4))
    tree.axis("off")
    return figure


def points() -> list[tuple[float, float]]:
    """Return the points of the example as pairs."""
    return [(x, y) for x, y in article("A")["A"].tolist()]
