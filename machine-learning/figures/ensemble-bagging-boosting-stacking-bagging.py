"""Trees of three bootstrap samples, and the average of fifty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

N, TREES = 80, 50
GRID = np.linspace(0, 1, 601)
BLUE, ORANGE, GREEN, GREY, INK = "#0072b2", "#d55e00", "#00795a", "#7a8792", "#22303c"


def draw() -> Figure:
    rng = np.random.default_rng(3)
    x = np.sort(rng.random(N))
    y = np.sin(2 * np.pi * x) + 0.3 * rng.standard_normal(N)
    trees = []
    for _ in range(TREES):
        i = np.unique(rng.integers(0, N, N))
        trees.append(y[i][np.searchsorted((x[i][1:] + x[i][:-1]) / 2, GRID)])
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6.0, 5.6), sharex=True, sharey=True)
    for ax in (top, bottom):
        ax.scatter(x, y, s=14, color=GREY, zorder=1)
        ax.plot(GRID, np.sin(2 * np.pi * GRID), color=INK, ls="--", lw=1.6, label="truth")
        ax.set(xlim=(0, 1), ylim=(-1.9, 1.9), yticks=(-1, 0, 1))
        ax.tick_params(labelsize=13)
    for tree, color in zip(trees[:3], (BLUE, ORANGE, GREEN), strict=True):
        top.plot(GRID, tree, color=color, lw=1.2)
    bottom.plot(GRID, np.mean(trees, axis=0), color=BLUE, lw=2.2, label="mean of 50 trees")
    top.set_title("three trees, three bootstrap samples", fontsize=14, loc="left")
    bottom.set_title("bagging", fontsize=14, loc="left")
    bottom.legend(loc="upper right", fontsize=13)
    bottom.set_xlabel("x", fontsize=14)
    return figure
