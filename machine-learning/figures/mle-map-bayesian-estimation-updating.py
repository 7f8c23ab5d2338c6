"""Prior, likelihood and posterior of a coin after 0, 1, 10 and 100 tosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from scipy import stats

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#7a8792"
A, B = 5, 5


def draw() -> Figure:
    theta = np.linspace(0, 1, 401)
    figure, axes = plt.subplots(2, 2, figsize=(6.0, 5.2), sharex=True)
    for ax, (n, h) in zip(axes.flat, [(0, 0), (1, 1), (10, 7), (100, 70)], strict=True):
        ax.plot(theta, stats.beta.pdf(theta, A, B), color=GREY, ls="--", label="prior")
        ax.plot(theta, stats.beta.pdf(theta, 1 + h, 1 + n - h), color=ORANGE, label="likelihood")
        ax.plot(theta, stats.beta.pdf(theta, A + h, B + n - h), color=BLUE, lw=2.6, label="posterior")
        ax.set(title=f"$n={n},\\ h={h}$", xlim=(0, 1), ylim=(0, None), xticks=[0, 0.5, 1])
    axes[0, 1].legend(loc="upper left", fontsize=10, handlelength=1.4)
    axes[0, 1].set_ylim(0, 4.6)
    for ax in axes[1]:
        ax.set_xlabel(r"$\theta$")
    return figure
