"""What lambda and alpha do to the value of a leaf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

GREEN, BLUE, ORANGE, PINK = "#00795a", "#0072b2", "#d55e00", "#b04a86"
H = 4.0


def draw() -> Figure:
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6.0, 6.8))
    lam = np.logspace(-1, 2, 121)
    for n, color, style in ((1, ORANGE, "-"), (4, PINK, "--"), (20, BLUE, "-."), (100, GREEN, "-")):
        top.plot(lam, n / (n + lam), style, color=color)
        top.text(n, 0.53, f" {n}", color=color, fontsize=13, ha="left", va="bottom")
    top.set(xscale="log", xlim=(0.1, 250), ylim=(0, 1.04))
    top.set_xlabel(r"$\lambda$", fontsize=13)
    top.set_ylabel(r"kept:  $n/(n+\lambda)$", fontsize=13)

    G = np.linspace(-8, 8, 161)
    shrunk = np.sign(G) * np.maximum(np.abs(G) - 2, 0)
    bottom.plot(G, -G / H, ":", color=GREEN)
    bottom.plot(G, -G / (H + 4), "-", color=BLUE)
    bottom.plot(G, -shrunk / H, "--", color=ORANGE)
    bottom.text(-3.6, 1.75, "no penalty", color=GREEN, fontsize=12)
    bottom.text(-0.6, 1.25, r"$\alpha=2,\ \lambda=0$", color=ORANGE, fontsize=12)
    bottom.text(-0.6, 0.75, r"$\alpha=0,\ \lambda=4$", color=BLUE, fontsize=12)
    bottom.set(xlim=(-8, 8), ylim=(-2.1, 2.1), xticks=(-8, -4, 0, 4, 8))
    bottom.set_xlabel("$G$", fontsize=13)
    bottom.set_ylabel(r"leaf value $w^*$", fontsize=13)
    for ax in (top, bottom):
        ax.tick_params(labelsize=12)
    return figure
