"""Share of the nodes that a nearest-neighbour query visits, by dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _kd_tree import BLUE, ORANGE, article

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    shares = article("shares")["shares"]
    dimensions = list(shares)
    plane, cell = zip(*shares.values(), strict=True)

    figure, ax = plt.subplots(figsize=(5.6, 4.0))
    ax.plot(dimensions, [100 * share for share in plane], "o-", color=BLUE, ms=8)
    ax.plot(dimensions, [100 * share for share in cell], "s--", color=ORANGE, ms=7)
    ax.text(10.6, 80, "plane", color=BLUE, fontsize=15, ha="right", va="center")
    ax.text(14.6, 46, "cell", color=ORANGE, fontsize=15, ha="left", va="center")
    ax.set(xlim=(0, 21), ylim=(0, 104), xticks=dimensions)
    ax.set_xlabel("dimension $D$", fontsize=14)
    ax.set_ylabel("visited nodes, %", fontsize=14)
    ax.tick_params(labelsize=13)
    return figure
