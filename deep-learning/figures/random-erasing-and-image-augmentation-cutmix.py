"""CutMix: the sampled weight against the weight that the clipped rectangle deserves."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw samples, their conditional mean and the diagonal."""
    rng = np.random.default_rng(0)
    lam = rng.random(900)
    side = np.sqrt(1 - lam)
    centre = rng.random((2, 900))
    seen = np.minimum(centre + side / 2, 1) - np.maximum(centre - side / 2, 0)
    x = np.linspace(0, 1, 200)
    t = np.sqrt(1 - x)

    figure, axes = plt.subplots(figsize=(5.4, 5.0))
    axes.scatter(lam, 1 - seen.prod(axis=0), s=8, color="C0", alpha=0.5, linewidth=0)
    axes.plot(x, 1 - (t - t**2 / 4) ** 2, color="C1", linewidth=3)
    axes.plot([0, 1], [0, 1], color="C6", linestyle="--")
    axes.text(0.62, 0.5, r"$\lambda'=\lambda$", color="C6", fontsize=13)
    axes.set(xlim=(0, 1), ylim=(0, 1.01), aspect="equal")
    axes.set_xlabel(r"sampled $\lambda$")
    axes.set_ylabel(r"corrected $\lambda'$")
    return figure
