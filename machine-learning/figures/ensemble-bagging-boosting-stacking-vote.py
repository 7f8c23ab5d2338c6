"""Accuracy of a majority vote against the number of voters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import binom

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    sizes = np.arange(1, 102, 2)
    figure, ax = plt.subplots(figsize=(6.4, 4.2))
    for p, color in ((0.7, "#00795a"), (0.6, "#0072b2"), (0.5, "#5c5c5c"), (0.4, "#d55e00")):
        right = binom.sf(sizes // 2, sizes, p)
        ax.plot(sizes, right, color=color)
        ax.text(103, right[-1], f"$p={p}$", color=color, va="center", fontsize=14)
    correlated = 0.3 * 0.6 + 0.7 * binom.sf(sizes // 2, sizes, 0.6)
    ax.plot(sizes, correlated, "--", color="#0072b2", lw=1.8)
    ax.text(103, correlated[-1], r"$\rho=0.3$", color="#0072b2", va="center", fontsize=14)
    ax.texts[1].set_y(0.935)  # p = 0.6 and p = 0.7 end at almost the same height
    ax.set(xlim=(0, 122), ylim=(-0.02, 1.04), xticks=(1, 21, 41, 61, 81, 101))
    ax.set_xlabel("voters", fontsize=13)
    ax.set_ylabel("P(majority is right)", fontsize=13)
    ax.tick_params(labelsize=12)
    return figure
