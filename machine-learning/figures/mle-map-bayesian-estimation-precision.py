"""A Gaussian mean with known variance: precisions add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from scipy import stats

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#7a8792"


def draw() -> Figure:
    mu = np.linspace(1.5, 6.5, 501)
    centre = (20 * 5.1 + 4) / 21
    figure, ax = plt.subplots(figsize=(6.0, 3.7))
    curves = [
        (4.0, 1.0, GREY, "--", "prior: precision 1"),
        (5.1, 20.0, ORANGE, "-", "data: precision 20"),
        (centre, 21.0, BLUE, "-", "posterior: precision 21"),
    ]
    for middle, precision, color, style, label in curves:
        density = stats.norm.pdf(mu, middle, precision**-0.5)
        ax.plot(mu, density, color=color, ls=style, label=label)
        ax.plot([middle, middle], [0, density.max()], color=color, lw=1.0, ls=":")
    ax.set(xlim=(1.5, 6.5), ylim=(0, 2.0), xlabel=r"$\mu$", ylabel="density")
    ax.legend(loc="upper left")
    return figure
