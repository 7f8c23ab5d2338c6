"""The table of sinusoidal positions as a heat map."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw positions down, the sines of all frequencies across."""
    n, d = 64, 64
    angle = np.arange(n)[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    figure, axes = plt.subplots(figsize=(5.6, 4.4))
    image = axes.imshow(np.sin(angle), cmap="RdBu_r", vmin=-1, vmax=1, aspect="auto")
    axes.set_xlabel("pair $i$")
    axes.set_ylabel("position")
    axes.grid(visible=False)
    figure.colorbar(image, ax=axes, ticks=[-1, 0, 1])
    return figure
