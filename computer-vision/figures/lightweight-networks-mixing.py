"""Which output channels depend on which input channels: single layers, and two grouped layers."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

CHANNELS, GROUPS = 12, 3


def draw() -> Figure:
    """Draw six dependency matrices, rows for outputs and columns for inputs."""
    size = CHANNELS // GROUPS
    grouped = np.kron(np.eye(GROUPS), np.ones((size, size)))
    order = np.arange(CHANNELS).reshape(GROUPS, size).T.ravel()
    shuffle = np.eye(CHANNELS)[order]
    panels = [
        ("standard, pointwise", np.ones((CHANNELS, CHANNELS)), "C0"),
        ("grouped, g = 3", grouped, "C0"),
        ("depthwise", np.eye(CHANNELS), "C2"),
        ("grouped, grouped", grouped @ grouped, "C0"),
        ("shuffle", shuffle, "C1"),
        ("grouped, shuffle,\ngrouped", grouped @ shuffle @ grouped, "C0"),
    ]
    figure, axes = plt.subplots(2, 3, figsize=(5.6, 4.4))
    for ax, (title, matrix, color) in zip(axes.flat, panels, strict=True):
        ink = plt.rcParams["axes.prop_cycle"].by_key()["color"][int(color[1])]
        ax.pcolormesh(
            matrix[::-1] > 0,
            cmap=ListedColormap(["#ece9e0", ink]),
            vmin=0,
            vmax=1,
            edgecolors="#fbfaf7",
            linewidth=1,
        )
        ax.set_title(title, fontsize=11.5)
        ax.set_aspect("equal")
        ax.set_xticks([])
        ax.set_yticks([])
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
    axes[0, 0].set_xlabel("input channel", fontsize=10.5)
    axes[0, 0].set_ylabel("output channel", fontsize=10.5)
    return figure
