"""Mean squared error of the MLE and of the posterior mean, by the true probability."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from scipy import stats

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE, GREY = "#0072b2", "#d55e00", "#7a8792"
N, A, B = 10, 5, 5


def draw() -> Figure:
    theta = np.linspace(0, 1, 401)
    variance = theta * (1 - theta)
    mean = (N * variance + (A - (A + B) * theta) ** 2) / (N + A + B) ** 2
    prior = stats.beta.pdf(theta, A, B)
    figure, ax = plt.subplots(figsize=(6.0, 3.8))
    ax.plot(theta, 0.02 * prior / prior.max(), color=GREY, ls="--", lw=1.4, label="prior (scaled)")
    ax.plot(theta, variance / N, color=ORANGE, label="MLE")
    ax.plot(theta, mean, color=BLUE, label="posterior mean")
    ax.set(xlim=(0, 1), ylim=(0, 0.066), xlabel=r"true $\theta$", ylabel="mean squared error")
    ax.legend(loc="upper center")
    return figure
