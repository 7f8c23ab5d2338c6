"""The four steps of a nearest-neighbour query that must backtrack."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _kd_tree import BLUE, GREY, INK, ORANGE, article, draw_cuts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

QUERY = (2.0, 4.5)
VISITS = [(7.0, 2.0), (5.0, 4.0), (4.0, 7.0), (2.0, 3.0)]


def draw() -> Figure:
    root = article("tree")["tree"]
    points = article("A")["A"]
    figure, axes = plt.subplots(2, 2, figsize=(6.2, 5.9))
    for step, ax in enumerate(axes.flat, start=1):
        seen = VISITS[:step]
        radius = min(math.dist(QUERY, point) for point in seen)
        draw_cuts(ax, root, (0, 0), (10, 8), 1.0)
        ax.add_patch(plt.Circle(QUERY, radius, facecolor=BLUE, alpha=0.13, zorder=1))
        ax.add_patch(plt.Circle(QUERY, radius, fill=False, edgecolor=BLUE, lw=2, zorder=2))
        ax.plot(*points.T, "o", color=GREY, ms=6, alpha=0.7, mew=0)
        for point in seen[:-1]:
            ax.plot(*point, "o", color=INK, ms=7)
        ax.plot(*seen[-1], "o", color=ORANGE, ms=10)
        ax.plot(*QUERY, "*", color=INK, ms=14)
        ax.set_title(f"{step}.  best = {radius:.2f}", fontsize=15)
        ax.set(xlim=(0, 10), ylim=(0, 8), xticks=[], yticks=[], aspect="equal")
        ax.grid(visible=False)
    return figure
