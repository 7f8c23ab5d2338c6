"""The mean digit, the first axes, and one digit rebuilt from more and more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

DIMENSIONS = (1, 5, 21, 41)


def picture(ax: Axes, pixels: NDArray[np.float64], title: str, *, signed: bool = False) -> None:
    """Draw eight by eight squares (as vectors, so that no image format is involved)."""
    limits = (-0.35, 0.35) if signed else (0, 16)
    ax.pcolormesh(
        pixels.reshape(8, 8), cmap="PuOr" if signed else "Greys", vmin=limits[0], vmax=limits[1],
        edgecolors="face", linewidth=0.3,
    )  # fmt: skip
    ax.invert_yaxis()
    ax.set_aspect("equal")
    ax.set_title(title, fontsize=12)
    ax.set(xticks=[], yticks=[])
    ax.grid(visible=False)
    for spine in ax.spines.values():
        spine.set_visible(True)


def draw() -> Figure:
    X = load_digits().data
    mean = X.mean(axis=0)
    _, _, axes = np.linalg.svd(X - mean, full_matrices=False)
    # The sign of an axis is arbitrary: let its largest entry be positive.
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    digit = X[5]
    figure, rows = plt.subplots(2, 5, figsize=(6.4, 3.0))
    picture(rows[0, 0], mean, r"mean $\mu$")
    for i in range(4):
        picture(rows[0, i + 1], axes[i], f"$v_{i + 1}$", signed=True)
    for ax, k in zip(rows[1], DIMENSIONS, strict=False):
        rebuilt = mean + (digit - mean) @ axes[:k].T @ axes[:k]
        picture(ax, rebuilt, f"$k={k}$")
    picture(rows[1, 4], digit, "original")
    return figure
