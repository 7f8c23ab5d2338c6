"""Ten points projected on the first and on the second principal axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#7a8792"
POINTS = np.array(
    [
        [2.5, 2.4], [0.5, 0.7], [2.2, 2.9], [1.9, 2.2], [3.1, 3.0],
        [2.3, 2.7], [2.0, 1.6], [1.0, 1.1], [1.5, 1.6], [1.1, 0.9],
    ]
)  # fmt: skip


def panel(ax: Axes, axis: NDArray[np.float64], name: str) -> None:
    """Draw the points, the line through their mean, the feet and the residuals."""
    mean = POINTS.mean(axis=0)
    feet = mean + np.outer((POINTS - mean) @ axis, axis)
    sse = float(((POINTS - feet) ** 2).sum())
    line = mean + np.outer([-2.3, 2.3], axis)
    ax.plot(*line.T, color=BLUE, lw=1.6, zorder=1)
    for point, foot in zip(POINTS, feet, strict=True):
        ax.plot(*np.array([point, foot]).T, color=ORANGE, lw=1.2, zorder=2)
    ax.plot(*POINTS.T, "o", color="#22303c", ms=5.5, zorder=3)
    ax.plot(*feet.T, "o", mfc="#fbfaf7", mec=BLUE, mew=1.4, ms=6, zorder=4)
    ax.plot(*mean, "+", color=GREY, ms=13, mew=2, zorder=5)
    ax.set_title(f"onto ${name}$:  SSE = {sse:.3f}")
    ax.set(xlim=(-0.1, 3.9), ylim=(-0.1, 3.9), xticks=range(4), yticks=range(4), xlabel="$x_1$")
    ax.set_aspect("equal")


def draw() -> Figure:
    centred = POINTS - POINTS.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.6, 4.0), sharey=True)
    panel(left, axes[0], "v_1")
    panel(right, axes[1], "v_2")
    left.set_ylabel("$x_2$")
    return figure
