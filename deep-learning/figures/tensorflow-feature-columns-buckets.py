"""What a linear model learns on a bucketized number: too few, about right, and too many buckets."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

COUNT, SIGMA = 2000, 0.5


def draw() -> Figure:
    """Draw the fitted steps over the samples, one panel for each number of buckets."""
    rng = np.random.default_rng(3)
    v = rng.random(COUNT)
    y = np.cos(2 * np.pi * v) + SIGMA * rng.standard_normal(COUNT)
    grid = np.linspace(0, 1, 200)
    figure, panels = plt.subplots(3, 1, figsize=(5.6, 7.8), sharex=True, sharey=True)
    for axes, buckets in zip(panels, (4, 30, 300), strict=True):
        place = (v * buckets).astype(int)
        counts = np.bincount(place, minlength=buckets)
        means = np.bincount(place, y, minlength=buckets) / np.maximum(counts, 1)
        axes.plot(v[:400], y[:400], linestyle="", marker="o", markersize=2, color="#b9b4a6")
        axes.stairs(means, np.linspace(0, 1, buckets + 1), baseline=None, linewidth=1.8, color="C0")
        axes.plot(grid, np.cos(2 * np.pi * grid), color="C1", linestyle="--", linewidth=1.8)
        axes.set_title(f"{buckets} buckets", loc="left")
        axes.set_ylim(-2.2, 2.2)
        axes.set_ylabel("$y$")
    panels[-1].set_xlabel("$v$")
    return figure
