"""Three rounds of AdaBoost on ten points: weights, stumps and their weighted sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PLUS, MINUS = "#0072b2", "#d55e00"


def draw() -> Figure:
    x = np.arange(10)
    y = np.array([1, 1, 1, -1, -1, -1, 1, 1, 1, -1])
    fine = np.linspace(-0.6, 9.6, 1021)
    weights, total = np.full(10, 0.1), np.zeros_like(fine)
    ratios = {"height_ratios": [1, 1, 1, 1.9]}
    figure, axes = plt.subplots(4, 1, figsize=(6.0, 6.6), sharex=True, gridspec_kw=ratios)
    for m, (cut, sign) in enumerate(((2.5, 1), (8.5, 1), (5.5, -1)), 1):
        ax = axes[m - 1]
        guess = np.where(x < cut, sign, -sign)
        wrong = guess != y
        error = weights[wrong].sum()
        alpha = 0.5 * np.log((1 - error) / error)
        ax.axvspan(-0.6, cut, color=PLUS if sign > 0 else MINUS, alpha=0.13, lw=0)
        ax.axvspan(cut, 9.6, color=MINUS if sign > 0 else PLUS, alpha=0.13, lw=0)
        ax.axvline(cut, color="#22303c", lw=1.5)
        colors = [PLUS if label > 0 else MINUS for label in y]
        ax.scatter(x, np.zeros(10), s=3200 * weights, c=colors)
        ring = {"facecolors": "none", "edgecolors": "#22303c", "linewidths": 1.8}
        ax.scatter(x[wrong], np.zeros(wrong.sum()), s=3200 * weights[wrong] + 170, **ring)
        title = rf"round {m}:  $\varepsilon={error:.3f}$,  $\alpha={alpha:.3f}$"
        ax.set_title(title, fontsize=14, loc="left")
        ax.set(ylim=(-1, 1), yticks=[])
        ax.grid(visible=False)
        weights = weights * np.exp(-alpha * y * guess)
        weights /= weights.sum()
        total += alpha * np.where(fine < cut, sign, -sign)
    last = axes[3]
    last.plot(fine, total, color="#22303c")
    last.axhline(0, color="#7a8792", lw=1)
    at = total[np.searchsorted(fine, x)]
    last.scatter(x, at, s=90, c=[PLUS if label > 0 else MINUS for label in y], zorder=3)
    last.set_title(r"$F=\alpha_1h_1+\alpha_2h_2+\alpha_3h_3$", fontsize=14, loc="left")
    last.set(xlim=(-0.6, 9.6), ylim=(-1.25, 1.25), xticks=x, yticks=(-1, 0, 1))
    last.set_xlabel("x", fontsize=14)
    last.tick_params(labelsize=13)
    return figure
