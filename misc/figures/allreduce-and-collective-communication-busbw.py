"""Bus bandwidth of the ring against the message size, alpha = 5 us, 25 GB/s."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

ALPHA, BETA = 5e-6, 1 / 25e9
RANKS = {8: "#0072b2", 64: "#d55e00", 1024: "#00795a"}


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 3.9))
    n = np.logspace(4, 10, 400)
    for p, color in RANKS.items():
        factor = 2 * (p - 1) / p
        time = 2 * (p - 1) * ALPHA + factor * n * BETA
        axes.plot(n, factor * n / time / 1e9, color=color, label=f"p = {p}")
        axes.plot(p * ALPHA / BETA, 12.5, "o", color=color, markersize=7)
    axes.axhline(25, color="#5c5c5c", linestyle=":", linewidth=1.5)
    axes.set_xscale("log")
    axes.set_xticks([1e4, 1e6, 1e8, 1e10], ["10 KB", "1 MB", "100 MB", "10 GB"], fontsize=12)
    axes.set_yticks([0, 12.5, 25], ["0", "12.5", "25"], fontsize=12)
    axes.minorticks_off()
    axes.set_ylim(0, 27)
    axes.set_xlabel("message size n", fontsize=12)
    axes.set_ylabel("busbw in GB/s", fontsize=12)
    axes.legend(loc="upper left", bbox_to_anchor=(0, 0.93), fontsize=12)
    return figure
