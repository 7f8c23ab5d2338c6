"""Visited nodes of a query in the plane, by the number of points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from _kd_tree import BLUE, GREY, article

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    averages = article("cells")["averages"]
    n, visits = np.array(list(averages)), np.array(list(averages.values()))
    slope, start = np.polyfit(np.log2(n), visits, 1)

    figure, ax = plt.subplots(figsize=(5.6, 3.6))
    wide = np.array([180, 23000])
    ax.plot(wide, start + slope * np.log2(wide), "--", color=GREY, lw=1.6)
    ax.plot(n, visits, "o", color=BLUE, ms=9)
    for x, y in zip(n, visits, strict=True):
        ax.annotate(
            f"{y:.1f}", (x, y), (0, -22), textcoords="offset points", ha="center", fontsize=14, color=BLUE
        )
    ax.set_xscale("log", base=2)
    ax.set(xlim=(160, 26000), ylim=(0, 24), xlabel="number of points $n$", ylabel="visited nodes")
    ax.set_xticks(n, [f"{x:,}" for x in n])
    ax.minorticks_off()
    ax.tick_params(labelsize=13)
    ax.xaxis.label.set_size(14)
    ax.yaxis.label.set_size(14)
    return figure
