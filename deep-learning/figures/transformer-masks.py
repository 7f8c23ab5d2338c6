"""Padding, causal and cross-attention masks as grids of allowed cells."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw which keys each query may read."""
    n = 6
    padding = np.tile(np.arange(n) < n - 2, (n, 1))
    causal = np.tri(n, dtype=bool)
    cross = np.tile(np.arange(5) < 4, (n, 1))
    figure, panels = plt.subplots(1, 3, figsize=(6.4, 2.9), width_ratios=[6, 6, 5])
    colors = ListedColormap(["#e9e4d8", "#0072b2"])
    titles = ("padding", "causal", "cross")
    for axes, grid, title in zip(panels, (padding, causal, cross), titles, strict=True):
        axes.pcolormesh(grid, cmap=colors, vmin=0, vmax=1, edgecolor="#fbfaf7", linewidth=2)
        axes.set_aspect("equal")
        axes.invert_yaxis()
        axes.grid(visible=False)
        axes.spines[:].set_visible(False)
        axes.set_xticks(np.arange(grid.shape[1]) + 0.5, range(grid.shape[1]))
        axes.set_yticks(np.arange(n) + 0.5, range(n))
        axes.tick_params(length=0)
        axes.set_title(title)
        axes.set_xlabel("source key" if title == "cross" else "key")
    panels[0].set_ylabel("query")
    return figure
