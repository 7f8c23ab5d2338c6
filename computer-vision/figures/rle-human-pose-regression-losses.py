"""Loss and its slope as functions of one residual: L2, L1 and the likelihood of a contaminated Gaussian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#00795a"


def mixture(e: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the NLL of 80 % N(0, 0.5²) and 20 % N(0, 3²)."""
    narrow = 0.8 / 0.5 * np.exp(-0.5 * (e / 0.5) ** 2)
    wide = 0.2 / 3 * np.exp(-0.5 * (e / 3) ** 2)
    nll: NDArray[np.float64] = -np.log((narrow + wide) / np.sqrt(2 * np.pi))
    return nll


def draw() -> Figure:
    e = np.linspace(-5, 5, 1001)
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.6, 3.2))
    for name, loss, color, style in (
        ("L2 (Gaussian)", e**2 / 2, BLUE, "-"),
        ("L1 (Laplace)", np.abs(e), ORANGE, "--"),
        ("mixture", mixture(e), GREEN, "-"),
    ):
        left.plot(e, loss - loss.min(), color=color, ls=style, label=name)
        right.plot(e, np.gradient(loss, e), color=color, ls=style)
    left.set(xlabel="residual $e$", title="loss", ylim=(0, 10))
    right.set(xlabel="residual $e$", title="slope", ylim=(-4, 4))
    left.legend(loc="upper center", fontsize=11)
    return figure
