"""Stationary distributions of mean estimation with a constant step."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw histograms of the iterate for two steps, with the normal densities of theory."""
    rng = np.random.default_rng(0)
    figure, axes = plt.subplots(figsize=(5.6, 3.6))
    grid = np.linspace(-0.8, 0.8, 400)
    for alpha, color, place in ((0.1, "C0", (0.24, 1.5)), (0.01, "C1", (0.09, 4.6))):
        w = np.zeros(20_000)
        for _ in range(int(6 / alpha)):
            w += alpha * (rng.standard_normal(w.size) - w)
        variance = alpha / (2 - alpha)
        density = np.exp(-(grid**2) / (2 * variance)) / np.sqrt(2 * np.pi * variance)
        axes.hist(w, bins=60, density=True, color=color, alpha=0.3)
        axes.plot(grid, density, color=color)
        axes.text(*place, rf"$\alpha={alpha}$", color=color)
    axes.set_xlim(-0.8, 0.8)
    axes.set_xlabel(r"$w-\mu$")
    axes.set_ylabel("density")
    return figure
