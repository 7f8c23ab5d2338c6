"""Multiply-adds of one encoder layer against the number of tokens."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WIDTH, HIDDEN = 256, 2048


def draw() -> Figure:
    """Draw the linear and the quadratic part and mark three strides."""
    n = np.geomspace(400, 30_000, 100)
    figure, axes = plt.subplots(figsize=(5.6, 4.0))
    axes.loglog(n, (4 * n * WIDTH**2 + 2 * n * WIDTH * HIDDEN) / 1e9, color="C0")
    axes.loglog(n, 2 * n**2 * WIDTH / 1e9, color="C1")
    for stride, tokens in ((32, 850), (16, 3350), (8, 13_400)):
        axes.axvline(tokens, color="C6", linestyle=":")
        axes.text(tokens * 1.06, 0.07, f"stride\n{stride}", color="C6", fontsize=12)
    ground = {"facecolor": "#fbfaf7", "edgecolor": "none", "pad": 1}
    axes.text(420, 4.5, "projections, FFN\n$4nd^2+2ndf$", color="C0", fontsize=12, bbox=ground)
    axes.text(3000, 60, "attention\n$2n^2d$", color="C1", fontsize=12, ha="right")
    axes.set_ylim(0.05, 600)
    axes.set_xlabel("tokens $n=HW$", fontsize=13)
    axes.set_ylabel("$10^9$ multiply-adds per layer", fontsize=13)
    return figure
