"""A fixed Laplace density times a correction gives a skew density with a sharp core."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

INK = "#22303c"


def gauss(x: NDArray[np.float64], y: NDArray[np.float64], sd: float) -> NDArray[np.float64]:
    """Return the density of an isotropic Gaussian at the origin."""
    return np.exp(-(x**2 + y**2) / (2 * sd**2)) / (2 * np.pi * sd**2)


def draw() -> Figure:
    axis = np.linspace(-2.5, 2.5, 101)
    x, y = np.meshgrid(axis, axis)
    target = 0.7 * gauss(x, y, 0.6) + 0.3 * gauss(x - 1.0, y + 0.8, 0.8)
    base = np.exp(-np.abs(x) - np.abs(y)) / 4
    figure, axes = plt.subplots(1, 3, figsize=(7.0, 2.8), sharey=True)
    panels = (("$Q$: fixed", base), ("$G$: learnt", target / base), (r"$P = s\,Q\,G$", target))
    for ax, (title, values) in zip(axes, panels, strict=True):
        levels = np.linspace(0.08, 0.98, 8) * values.max()
        ax.contourf(x, y, values, levels=levels, cmap="Blues", extend="max")
        ax.contour(x, y, values, levels=levels, colors=INK, linewidths=0.5)
        ax.axhline(0, color=INK, lw=0.6)
        ax.axvline(0, color=INK, lw=0.6)
        ax.set(title=title, aspect="equal", xticks=[-2, 0, 2], yticks=[-2, 0, 2])
        ax.grid(visible=False)
    return figure
