"""The orders that the lists of a merge demand, as arrows: one set without a cycle, one with."""

from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

Point = tuple[float, float]
INK, PAPER, WRONG = "#22303c", "#fbfaf7", "#d55e00"
COLORS = ("#0072b2", "#00795a", "#8a6d00")

FINE: list[list[str]] = [["Y2", "Y1", "X", "o"], ["Z", "X", "o"], ["Y2", "Z"]]
FINE_PLACES: dict[str, Point] = {
    "Y2": (-0.8, 4),
    "Y1": (-1.2, 2.7),
    "Z": (1.0, 2.7),
    "X": (0, 1.35),
    "o": (0, 0),
}
STUCK: list[list[str]] = [["K1", "P", "Q", "o"], ["K2", "Q", "P", "o"], ["K1", "K2"]]
STUCK_PLACES: dict[str, Point] = {"K1": (-1.1, 4), "K2": (1.1, 4), "P": (-1.1, 2), "Q": (1.1, 2), "o": (0, 0)}


def draw_lists(axes: plt.Axes, lists: list[list[str]], places: dict[str, Point]) -> None:
    """Draw one arrow from each class of a list to the next, coloured by list, bent where two coincide."""
    demands = [(pair, color) for row, color in zip(lists, COLORS, strict=True) for pair in pairwise(row)]
    pairs = [pair for pair, _ in demands]
    drawn: set[tuple[str, str]] = set()
    for (first, second), color in demands:
        against = (second, first) in pairs
        bend = 0.28 if against or (first, second) in drawn else 0.0
        style = {
            "arrowstyle": "-|>,head_width=0.35,head_length=0.7",
            "color": WRONG if against else color,
            "lw": 3.2 if against else 2.2,
            "shrinkA": 20,
            "shrinkB": 20,
            "connectionstyle": f"arc3,rad={bend}",
        }
        axes.annotate("", places[second], places[first], arrowprops=style)
        drawn.add((first, second))
    for name, (x, y) in places.items():
        axes.plot(x, y, "o", ms=36, mfc=PAPER, mec=INK, mew=1.6)
        axes.text(x, y, name, ha="center", va="center", fontsize=17)
    axes.set(xlim=(-1.9, 1.9), ylim=(-0.6, 4.6))
    axes.axis("off")


def label(axes: plt.Axes, lists: list[list[str]], verdict: str, color: str) -> None:
    """Write the lists under the graph, each in its colour, and what comes of them above it."""
    for place, (row, ink) in enumerate(zip(lists, COLORS, strict=True)):
        y = -0.03 - 0.085 * place
        axes.text(0.5, y, " ".join(row), transform=axes.transAxes, ha="center", color=ink, fontsize=17)
    axes.set_title(verdict, fontsize=18, color=color)


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.0, 6.2))
    draw_lists(left, FINE, FINE_PLACES)
    label(left, FINE, "no cycle", INK)
    draw_lists(right, STUCK, STUCK_PLACES)
    label(right, STUCK, "cycle", WRONG)
    return figure
