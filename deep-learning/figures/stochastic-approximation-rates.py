"""Exact RMS errors of five step sequences, and the slopes that theory gives."""

from math import gamma

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

STEPS = 100_000


def rms(steps: np.ndarray) -> np.ndarray:
    """Return the RMS error after each step: slope 1, noise of variance 1, first error 10."""
    m, errors = 100.0, []
    for a in steps.tolist():
        m = (1 - a) ** 2 * m + a**2
        errors.append(m)
    return np.sqrt(errors)


def draw() -> Figure:
    """Draw the errors in double logarithmic scale."""
    k = np.arange(1, STEPS + 1)
    shown = np.unique(np.round(np.geomspace(1, STEPS, 200)).astype(int)) - 1
    end = 10 * np.sin(np.pi * 0.5**0.5) / (np.pi * 0.5**0.5)
    figure, axes = plt.subplots(figsize=(5.8, 4.4))
    for steps, theory, color, label, shift in (
        (0.5 / k**2.0, np.full(STEPS, end), "C3", "$0.5/k^2$", 0),
        (0.25 / k, 10 / gamma(0.75) * k**-0.25, "C1", "$0.25/k$", 0),
        (0.5 / k, 10 / gamma(0.5) * k**-0.5, "C4", "$0.5/k$", -7),
        (k**-0.6, np.sqrt(k**-0.6 / 2), "C2", "$k^{-0.6}$", 7),
        (1 / k, k**-0.5, "C0", "$1/k$", 0),
    ):
        exact = rms(steps)
        axes.plot(k[shown], exact[shown], color=color)
        late = shown[k[shown] >= 100]
        axes.plot(k[late], theory[late], color="#22303c", linestyle="--", linewidth=1)
        axes.annotate(
            label, (STEPS, exact[-1]), (6, shift), textcoords="offset points", va="center", color=color
        )
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(1, STEPS)
    axes.set_xlabel("step $k$")
    axes.set_ylabel("RMS error")
    return figure
