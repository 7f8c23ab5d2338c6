"""The two binary trees of eight ranks: whoever is a leaf in one has children in the other."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

FIRST = {4: 0, 2: 4, 6: 4, 1: 2, 3: 2, 5: 6, 7: 6}
PLACE = {0: (0.3, 3), 4: (4, 3), 2: (2, 2), 6: (6, 2), 1: (1, 1), 3: (3, 1), 5: (5, 1), 7: (7, 1)}
PAPER = "#fbfaf7"


def tree(axes: Axes, parent: dict[int, int], place: dict[int, tuple[float, float]], color: str) -> None:
    for child, above in parent.items():
        (x, y), (u, v) = place[child], place[above]
        axes.plot([x, u], [y, v], color="#7a8792", linewidth=1.8, zorder=1)
    for rank, (x, y) in place.items():
        inner = rank in parent.values()
        face, ink = (color, "#ffffff") if inner else (PAPER, color)
        axes.scatter(x, y, s=560, facecolor=face, edgecolor=color, linewidth=2.2, zorder=2)
        axes.text(x, y - 0.02, str(rank), ha="center", va="center", fontsize=15, color=ink, zorder=3)
    axes.set(xlim=(-0.4, 7.6), ylim=(0.6, 3.45))
    axes.axis("off")


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.0, 2.7))
    tree(left, FIRST, PLACE, "#0072b2")
    mirrored = {7 - child: 7 - above for child, above in FIRST.items()}
    tree(right, mirrored, {7 - rank: (7.2 - x, y) for rank, (x, y) in PLACE.items()}, "#d55e00")
    left.set_title("first half of the data", fontsize=12)
    right.set_title("second half", fontsize=12)
    return figure
