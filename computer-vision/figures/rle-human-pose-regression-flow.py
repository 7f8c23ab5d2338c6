"""What two affine couplings do to a square grid and to normal samples that ride on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#9aa5ad"
MARKS = np.array([[-1.5, 1.0], [0.0, 0.0], [1.5, -1.0]])


def vertical(p: Points) -> Points:
    """Scale and shift the second coordinate by what the first one says."""
    a, b = p[..., 0], p[..., 1]
    return np.stack([a, b * np.exp(0.4 * np.tanh(a)) + 0.35 * a**2 - 0.5], -1)


def horizontal(p: Points) -> Points:
    """Scale and shift the first coordinate by what the second one says."""
    a, b = p[..., 0], p[..., 1]
    return np.stack([a * np.exp(-0.3 * np.tanh(b)) + 0.6 * np.tanh(b), b], -1)


def panel(ax: Axes, name: str, grid: Points, dots: Points, marks: Points) -> None:
    for lines, color in ((grid, BLUE), (grid.swapaxes(0, 1), ORANGE)):
        for line in lines[::5]:
            ax.plot(*line.T, color=color, lw=1.0, alpha=0.8)
    ax.plot(*dots.T, ".", color=GREY, ms=4, zorder=0)
    for number, (x, y) in enumerate(marks, 1):
        ax.plot(x, y, "o", color="#fbfaf7", mec="#22303c", ms=17, zorder=3)
        ax.text(x, y, str(number), ha="center", va="center", fontsize=12, zorder=4)
    ax.set_title(name, fontsize=14)
    ax.set(aspect="equal", xlim=(-3.1, 3.1), ylim=(-3.2, 4.1))
    ax.axis("off")


def draw() -> Figure:
    axis = np.linspace(-2, 2, 41)
    grid = np.stack(np.meshgrid(axis, axis, indexing="ij"), -1)
    dots = np.random.default_rng(0).standard_normal((150, 2))
    figure, axes = plt.subplots(1, 3, figsize=(6.0, 2.7))
    state = (grid, dots, MARKS)
    for ax, (name, layer) in zip(
        axes, (("noise $z$", None), ("one coupling", vertical), ("two couplings", horizontal)), strict=True
    ):
        if layer is not None:
            state = tuple(layer(part) for part in state)  # type: ignore[assignment]
        panel(ax, name, *state)
    return figure
