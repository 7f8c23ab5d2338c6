"""Biplots of the iris data before and after standardisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

COLORS = ["#0072b2", "#d55e00", "#00795a"]
NAMES = ["sepal l.", "sepal w.", "petal l.", "petal w."]
INK = "#22303c"
LABEL = {"boxstyle": "round,pad=0.15", "facecolor": "#fbfaf7", "edgecolor": "none", "alpha": 0.8}


# Where the names of the four arrows stand, in each panel.
RAW_NAMES = [(1.5, 0.95), (-0.3, 0.95), (3.35, -0.42), (1.6, -0.45)]
SCALED_NAMES = [(2.4, 1.1), (-0.9, 2.4), (2.9, -0.2), (2.75, 0.5)]


def panel(ax: Axes, X: NDArray[np.float64], arrow: float, at: list[tuple[float, float]]) -> None:
    """Draw scores as points and loadings as arrows (*arrow* times as long)."""
    U, s, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    # Signs are arbitrary: petal length points right, sepal width points up.
    signs = np.sign([Vt[0, 2], Vt[1, 1]])
    scores = (U * s)[:, :2] * signs
    loadings = (Vt * s[:, None])[:2].T / np.sqrt(len(X) - 1) * signs
    for i, (color, marker) in enumerate(zip(COLORS, "o^s", strict=True)):
        ax.plot(*scores[50 * i : 50 * i + 50].T, marker, color=color, ms=3.4, alpha=0.5, mew=0)
    for name, (x, y), place in zip(NAMES, arrow * loadings, at, strict=True):
        ax.annotate("", (x, y), (0, 0), arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1.6})
        ax.text(*place, name, ha="center", va="center", bbox=LABEL)
    share = 100 * s**2 / (s**2).sum()
    ax.set(xlabel=f"PC1 ({share[0]:.1f}%)", ylabel=f"PC2 ({share[1]:.1f}%)")
    ax.set_aspect("equal")


def draw() -> Figure:
    X = load_iris().data
    figure, (raw, scaled) = plt.subplots(2, 1, figsize=(6.2, 7.0), height_ratios=[3.2, 5.8])
    panel(raw, X, 1.6, RAW_NAMES)
    raw.set(title="raw (cm)", xlim=(-4, 4.4), ylim=(-1.6, 1.6))
    panel(scaled, (X - X.mean(axis=0)) / X.std(axis=0), 2.0, SCALED_NAMES)
    scaled.set(title="standardised", xlim=(-4, 4.4), ylim=(-2.9, 2.9))
    return figure
