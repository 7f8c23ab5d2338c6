"""Distance lost by decoding a stride-4 heatmap: the maximum, and the maximum moved by a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE = "#0072b2", "#d55e00"
STRIDE = 4


def draw() -> Figure:
    x = (np.arange(400) + 0.5) / 400 * STRIDE
    error = np.abs((x + STRIDE / 2) % STRIDE - STRIDE / 2)
    quarter = np.abs(error - STRIDE / 4)
    figure, ax = plt.subplots(figsize=(6.0, 3.6))
    bins = [0.05 * k for k in range(61)]
    for name, e, color in (("argmax", error, BLUE), ("argmax + 1/4 cell", quarter, ORANGE)):
        distance = np.hypot(*np.meshgrid(e, e)).ravel()
        ax.hist(distance, bins, density=True, histtype="stepfilled", alpha=0.25, color=color)
        ax.hist(distance, bins, density=True, histtype="step", lw=2, color=color, label=name)
        ax.axvline(distance.mean(), color=color, ls="--", lw=1.6)
    ax.set(xlabel="distance to the true point, input pixels", ylabel="density", xlim=(0, 3))
    ax.legend(loc="upper right")
    return figure
