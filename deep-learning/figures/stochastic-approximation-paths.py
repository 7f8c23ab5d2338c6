"""Robbins–Monro paths for the root of tanh(w - 1), seen through standard normal noise."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw twenty paths against the logarithm of the step number."""
    rng = np.random.default_rng(1)
    k = np.arange(1, 10_001)
    w = np.full(20, 3.0)
    paths = [w]
    for step in 1 / k[:-1]:
        w = w - step * (np.tanh(w - 1) + rng.standard_normal(w.size))
        paths.append(w)
    shown = np.unique(np.round(np.geomspace(1, 10_000, 250)).astype(int)) - 1
    paths = np.array(paths)[shown]
    figure, axes = plt.subplots(figsize=(5.6, 3.8))
    axes.plot(k[shown], paths[:, 1:], color="C6", linewidth=0.8, alpha=0.45)
    axes.plot(k[shown], paths[:, 0], color="C0")
    axes.axhline(1, color="#22303c", linestyle="--", linewidth=1)
    tail = k[shown] >= 4
    for sign in (-1, 1):
        bound = 1 + sign * 2 / np.sqrt(k[shown][tail])
        axes.plot(k[shown][tail], bound, color="C1", linewidth=1.6)
    axes.text(30, 1.55, r"$w^*\pm2/\sqrt{k}$", color="C1")
    axes.text(1.1, 1.05, r"$w^*$")
    axes.set_xscale("log")
    axes.set_xlim(1, 10_000)
    axes.set_ylim(-1, 4)
    axes.set_xlabel("step $k$")
    axes.set_ylabel("$w_k$")
    return figure
