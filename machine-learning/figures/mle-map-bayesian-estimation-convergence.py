"""Three estimates of a coin that shows 70 % heads, by the number of tosses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from scipy import stats

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#00795a"
A, B = 5, 5


def draw() -> Figure:
    n = np.logspace(1, 4, 61)
    h = 0.7 * n
    posterior = stats.beta(A + h, B + n - h)
    figure, ax = plt.subplots(figsize=(6.0, 3.8))
    ax.fill_between(n, posterior.ppf(0.025), posterior.ppf(0.975), color=BLUE, alpha=0.15, lw=0)
    ax.axhline(0.7, color=ORANGE, label="MLE")
    ax.plot(n, (h + A - 1) / (n + A + B - 2), color=GREEN, ls="--", label="MAP")
    ax.plot(n, posterior.mean(), color=BLUE, label="posterior mean, 95% interval")
    ax.set(xscale="log", xlim=(10, 10_000), ylim=(0.35, 0.85), xlabel="number of tosses $n$")
    ax.set_ylabel(r"estimate of $\theta$")
    ax.legend(loc="lower right")
    return figure
