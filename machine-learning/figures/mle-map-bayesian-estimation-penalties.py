"""The same likelihood under a Gaussian and under a Laplace prior."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

BLUE, ORANGE, GREY, INK = "#0072b2", "#d55e00", "#7a8792", "#22303c"
GRAM = np.array([[1.0, 0.3], [0.3, 1.0]])
MLE = np.array([1.6, 0.5])


def lasso(weight: float) -> NDArray[np.float64]:
    """Minimise half the quadratic form plus *weight* times the L1 norm, coordinate by coordinate."""
    w = MLE.copy()
    for _ in range(200):
        for j in range(2):
            pull = GRAM[j] @ MLE - GRAM[j, 1 - j] * w[1 - j]
            w[j] = np.sign(pull) * max(abs(pull) - weight, 0) / GRAM[j, j]
    return w


def panel(ax: Axes, best: NDArray[np.float64], p: int, title: str) -> None:
    """Draw the likelihood's ellipses, and the contour of the prior through the MAP *best*."""
    x, y = np.meshgrid(np.linspace(-1.5, 3.6, 301), np.linspace(-1.5, 2.6, 301))
    gap = np.stack([x - MLE[0], y - MLE[1]])
    loss = np.einsum("iab,ij,jab->ab", gap, GRAM, gap)
    touch = (best - MLE) @ GRAM @ (best - MLE)
    ax.contour(x, y, loss, levels=[0.3 * touch, touch, 2.2 * touch], colors=ORANGE, linewidths=1.6)
    norm = np.abs(x) ** p + np.abs(y) ** p
    radius = (np.abs(best) ** p).sum()
    ax.contour(x, y, norm, levels=[0.4 * radius, radius], colors=GREY, linewidths=1.6)
    ax.plot(*MLE, "x", color=ORANGE, ms=9, mew=2.4)
    ax.plot(*best, "o", color=BLUE, ms=8)
    ax.axhline(0, color=INK, lw=0.8)
    ax.axvline(0, color=INK, lw=0.8)
    ax.set(title=title, xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
    ax.set(xlim=(-1.3, 3.4), ylim=(-1.3, 2.3), xticks=[-1, 0, 1, 2, 3], yticks=[-1, 0, 1, 2])


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.4, 3.1), sharey=True)
    panel(left, np.linalg.solve(GRAM + 0.7 * np.eye(2), GRAM @ MLE), 2, "Gaussian prior")
    panel(right, lasso(0.8), 1, "Laplace prior")
    right.set_ylabel("")
    return figure
