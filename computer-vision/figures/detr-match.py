"""Two objects, four predictions, and the optimal matching between them."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

TRUTH = {"A": (0.25, 0.25, 0.2, 0.2), "B": (0.7, 0.6, 0.3, 0.4)}
FOUND = [(0.72, 0.58, 0.3, 0.4), (0.26, 0.24, 0.2, 0.22), (0.5, 0.5, 0.1, 0.1), (0.25, 0.25, 0.2, 0.2)]
COLORS = ["C0", "C1", "C6", "C2"]


def scene(axes: Axes) -> None:
    """Draw the boxes in the unit square."""
    for x, y, w, h in TRUTH.values():
        axes.add_patch(
            Rectangle((x - w / 2, y - h / 2), w, h, facecolor="#e3ded1", edgecolor="#22303c", linewidth=3)
        )
    for (x, y, w, h), color in zip(FOUND, COLORS, strict=True):
        axes.add_patch(
            Rectangle((x - w / 2, y - h / 2), w, h, fill=False, edgecolor=color, linewidth=2, linestyle="--")
        )
    labels = [("A", 0.25, 0.26), ("B", 0.7, 0.62)]
    for text, x, y in labels:
        axes.text(x, y, text, ha="center", va="center", fontsize=17)
    marks = [("0", 0.9, 0.55), ("1", 0.39, 0.18), ("2", 0.5, 0.5), ("3", 0.12, 0.34)]
    for (text, x, y), color in zip(marks, COLORS, strict=True):
        axes.text(x, y, text, ha="center", va="center", fontsize=15, color=color)
    axes.set(xlim=(0, 1), ylim=(1, 0), xticks=[0, 1], yticks=[0, 1], aspect="equal")
    axes.grid(visible=False)


def graph(axes: Axes) -> None:
    """Draw queries on the left, objects on the right."""
    ends = {"A": 0.15, "B": 0.5, "$\\varnothing$": 0.85}
    starts = [0.1, 0.37, 0.63, 0.9]
    links = [
        ("B", "\N{MINUS SIGN}2.18", -0.2),
        ("$\\varnothing$", "", 0),
        ("$\\varnothing$", "", 0),
        ("A", "\N{MINUS SIGN}2.30", -0.22),
    ]
    for i, (y, (end, cost, at), color) in enumerate(zip(starts, links, COLORS, strict=True)):
        axes.plot([0.1, 0.9], [y, ends[end]], color=color, linestyle="-" if cost else ":")
        axes.text(0.03, y, str(i), ha="center", va="center", fontsize=16, color=color)
        height = y + (ends[end] - y) * (at + 0.5 - 0.1) / 0.8
        if cost:
            axes.text(
                at + 0.5,
                height - 0.05,
                cost,
                ha="center",
                fontsize=13,
                color=color,
                bbox={"facecolor": "#fbfaf7", "edgecolor": "none", "pad": 1},
            )
    for text, y in ends.items():
        axes.text(0.97, y, text, ha="center", va="center", fontsize=17)
    axes.set(xlim=(-0.05, 1.05), ylim=(1, 0))
    axes.set_axis_off()


def draw() -> Figure:
    """Draw the scene beside the graph."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.3))
    scene(left)
    graph(right)
    return figure
