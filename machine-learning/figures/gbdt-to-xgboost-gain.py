"""Eight points cut in two: leaf values and the gain of every cut for three values of lambda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

INK = "#22303c"
STYLES = {0: ("#00795a", ":", "^"), 1: ("#0072b2", "-", "o"), 2: ("#d55e00", "--", "s")}
Y = np.array([1.0, 1.2, 0.9, 1.1, 3.0, 3.2, 2.9, 3.1])


def gains(lam: float) -> NDArray[np.float64]:
    G, H = -Y.cumsum(), np.arange(1.0, 9.0)
    left, right = G[:-1] ** 2 / (H[:-1] + lam), (G[-1] - G[:-1]) ** 2 / (8 - H[:-1] + lam)
    cut: NDArray[np.float64] = (left + right - G[-1] ** 2 / (8 + lam)) / 2
    return cut


def draw() -> Figure:
    x = np.arange(1, 9)
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6.4, 5.4), sharex=True)
    top.plot(x, Y, "o", color=INK, ms=7)
    for lam, (color, style, marker) in STYLES.items():
        left, right = Y[:4].sum() / (4 + lam), Y[4:].sum() / (4 + lam)
        top.plot([0.6, 4.5, 4.5, 8.4], [left, left, right, right], style, color=color)
        top.text(8.5, right, rf"$\lambda={lam}$", color=color, va="center", fontsize=13)
        bottom.plot(x[:-1] + 0.5, gains(lam), style, color=color, marker=marker, ms=6)
    bottom.axhline(0, color="#7a8792", lw=1.2, ls=(0, (4, 3)))
    top.set_ylabel("y  and leaf value", fontsize=13)
    bottom.set_ylabel("gain", fontsize=13)
    bottom.set_xlabel("x  (cut between neighbours)", fontsize=13)
    bottom.set(xlim=(0.5, 9.6), xticks=x)
    for ax in (top, bottom):
        ax.tick_params(labelsize=12)
    return figure
