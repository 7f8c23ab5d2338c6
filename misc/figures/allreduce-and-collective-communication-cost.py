"""Time of four allreduce algorithms on 64 ranks, alpha = 5 us, 25 GB/s."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

P, ALPHA, BETA = 64, 5e-6, 1 / 25e9


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 4.6))
    n, steps = np.logspace(2, 9.5, 400), np.log2(P)
    volume = 2 * (P - 1) / P
    curves = {
        "central": (2 * (P - 1) * (ALPHA + n * BETA), "#5c5c5c", ":"),
        "ring": (2 * (P - 1) * ALPHA + volume * n * BETA, "#0072b2", "-"),
        "recursive doubling": (steps * (ALPHA + n * BETA), "#d55e00", "--"),
        "Rabenseifner": (2 * steps * ALPHA + volume * n * BETA, "#00795a", "-."),
    }
    for name, (time, color, style) in curves.items():
        axes.plot(n, time * 1e3, style, color=color, label=name)
    crossing = (2 * (P - 1) - steps) * ALPHA / ((steps - volume) * BETA)
    axes.plot(crossing, steps * (ALPHA + crossing * BETA) * 1e3, "o", color="#22303c", markersize=8)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks([1e3, 1e6, 1e9], ["1 KB", "1 MB", "1 GB"], fontsize=12)
    axes.set_yticks([0.01, 0.1, 1, 10, 100, 1000], ["0.01", "0.1", "1", "10", "100", "1000"], fontsize=12)
    axes.minorticks_off()
    axes.set_xlabel("message size n", fontsize=12)
    axes.set_ylabel("time in ms", fontsize=12)
    axes.legend(loc="upper left", fontsize=12)
    return figure
