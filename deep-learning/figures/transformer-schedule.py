"""The learning rate of the original Transformer for three settings."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw warm-up and decay."""
    s = np.linspace(1, 20_000, 800)
    figure, axes = plt.subplots(figsize=(5.6, 3.6))
    for d, w, style in ((512, 4000, "-"), (512, 8000, "--"), (1024, 4000, "-.")):
        rate = d**-0.5 * np.minimum(s**-0.5, s * w**-1.5)
        axes.plot(s, 1e4 * rate, style, label=f"$d={d}$, $w={w}$")
    axes.set_xlim(0, 20_000)
    axes.set_ylim(0, 8)
    axes.set_xticks([0, 5000, 10_000, 15_000, 20_000])
    axes.set_xlabel("step $s$")
    axes.set_ylabel(r"learning rate $\times 10^4$")
    axes.legend(loc="upper right")
    return figure
