"""Densities of Beta(alpha, alpha), from which Mixup and CutMix draw their weight."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import beta


def draw() -> Figure:
    """Draw four densities."""
    x = np.linspace(0.004, 0.996, 400)
    figure, axes = plt.subplots(figsize=(6.0, 3.8))
    for alpha, style in ((0.2, "-"), (0.5, "--"), (1, "-."), (4, ":")):
        axes.plot(x, beta.pdf(x, alpha, alpha), style, label=rf"$\alpha = {alpha}$")
    axes.set(xlim=(0, 1), ylim=(0, 3.4))
    axes.set_xlabel(r"$\lambda$")
    axes.set_ylabel("density")
    axes.legend(loc="upper center", ncols=2, fontsize=12)
    return figure
