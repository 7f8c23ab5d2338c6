"""Why a ball meets few cells in the typical case and nearly all in the worst."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from _kd_tree import BLUE, INK, ORANGE, article, draw_cuts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def typical(ax: Axes) -> None:
    """Draw a grid of cells, a ball, the square around it, and shade the cells the ball meets."""
    centre, radius = np.array([2.75, 2.2]), 0.9
    for x in range(5):
        for y in range(5):
            corner = np.clip(centre, (x, y), (x + 1, y + 1))
            if math.dist(corner, centre) < radius:
                ax.add_patch(plt.Rectangle((x, y), 1, 1, facecolor=BLUE, alpha=0.14))
    for i in range(6):
        ax.plot([i, i], [0, 5], color="#b5b0a3", lw=1.2)
        ax.plot([0, 5], [i, i], color="#b5b0a3", lw=1.2)
    ax.add_patch(plt.Circle(tuple(centre), radius, fill=False, edgecolor=BLUE, lw=2.4))
    square = plt.Rectangle(
        tuple(centre - radius), 2 * radius, 2 * radius, fill=False, edgecolor=INK, lw=1.4, ls="--"
    )
    ax.add_patch(square)
    ax.plot(*centre, "*", color=INK, ms=13)
    ax.text(centre[0], centre[1] + radius + 0.12, "$2r$", ha="center", va="bottom", fontsize=17)
    ax.text(0.5, -0.12, r"$\ell$", ha="center", va="top", fontsize=17)
    ax.set(xlim=(-0.1, 5.1), ylim=(-0.5, 5.1))


def worst(ax: Axes) -> None:
    """Draw points just outside a circle, their cuts, the circle, and an empty square."""
    angles = np.random.default_rng(3).uniform(0, 2 * math.pi, 47)
    ring = 1.02 * np.column_stack([np.cos(angles), np.sin(angles)])
    draw_cuts(ax, article("build")["build"](ring), (-1.3, -1.3), (1.3, 1.3), 0.7)
    for line in ax.lines:
        line.set_color("#b5b0a3")
    ax.add_patch(plt.Circle((0, 0), 1, facecolor=BLUE, alpha=0.14))
    ax.add_patch(plt.Circle((0, 0), 1, fill=False, edgecolor=BLUE, lw=2))
    ax.add_patch(plt.Rectangle((-0.7, -0.7), 1.4, 1.4, fill=False, edgecolor=ORANGE, lw=2.4))
    ax.plot(*ring.T, "o", color=INK, ms=4.5)
    ax.plot(0, 0, "*", color=INK, ms=13)
    ax.set(xlim=(-1.32, 1.32), ylim=(-1.32, 1.32))


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.0, 3.7))
    typical(left)
    worst(right)
    for ax in (left, right):
        ax.set_aspect("equal")
        ax.axis("off")
    return figure
