"""Variance kept and variance lost by a line through the mean, by its angle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#7a8792"
X = [2.5, 0.5, 2.2, 1.9, 3.1, 2.3, 2.0, 1.0, 1.5, 1.1]
Y = [2.4, 0.7, 2.9, 2.2, 3.0, 2.7, 1.6, 1.1, 1.6, 0.9]


def draw() -> Figure:
    S = np.cov(X, Y)
    degrees = np.linspace(0, 180, 361)
    directions = np.stack([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))])
    kept = np.einsum("ia,ij,ja->a", directions, S, directions)
    total = np.trace(S)
    best = 0.5 * np.rad2deg(np.arctan2(2 * S[0, 1], S[0, 0] - S[1, 1]))

    figure, ax = plt.subplots(figsize=(6.4, 3.7))
    ax.plot(degrees, kept, color=BLUE)
    ax.plot(degrees, total - kept, color=ORANGE, ls="--")
    ax.axhline(total, color=GREY, lw=1.2, ls=":")
    ax.plot([best, best + 90], [kept.max(), kept.min()], "o", color=BLUE, ms=7)
    ax.text(best, 1.10, f"$v_1$: {best:.2f}°", ha="center", va="center", color=BLUE)
    ax.text(best + 90, 0.16, "$v_2$", ha="center", va="center", color=BLUE)
    ax.text(176, total + 0.02, r"sum $=\mathrm{tr}\,S$", ha="right", va="bottom", color="#5c5c5c")
    ax.text(best, 0.93, r"kept  $v^{\top}Sv$", color=BLUE, va="center", ha="center")
    ax.text(best, 0.36, r"lost  SSE$/(m-1)$", color=ORANGE, va="center", ha="center")
    ax.set(xlim=(0, 180), ylim=(0, 1.5), xticks=range(0, 181, 45))
    ax.set(xlabel=r"angle $\theta$ of the line (degrees)", ylabel="variance")
    return figure
