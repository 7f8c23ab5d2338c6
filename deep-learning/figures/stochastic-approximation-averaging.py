"""Last iterate against averages of the iterates, for slope 0.1: exact RMS errors."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

SLOPE, STEPS = 0.1, 100_000


def errors(steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the RMS error of the last iterate and of the mean of all, after each step."""
    m, cross, total, last, mean = 1.0, 0.0, 0.0, [], []
    for k, a in enumerate(steps.tolist(), 1):
        keep = 1 - a * SLOPE
        m, cross = keep**2 * m + a**2, keep * cross
        cross, total = cross + m, total + 2 * cross + m
        last.append(m)
        mean.append(total / k**2)
    return np.sqrt(last), np.sqrt(mean)


def second_half(steps: np.ndarray, stop: int) -> float:
    """Return the RMS error of the mean of the last half of *stop* steps."""
    m, cross, total = 1.0, 0.0, 0.0
    for k, a in enumerate(steps[:stop].tolist(), 1):
        keep = 1 - a * SLOPE
        m, cross = keep**2 * m + a**2, keep * cross
        if k > stop // 2:
            cross, total = cross + m, total + 2 * cross + m
    return float(np.sqrt(total)) / (stop - stop // 2)


def draw() -> Figure:
    """Draw the errors in double logarithmic scale."""
    k = np.arange(1, STEPS + 1)
    shown = np.unique(np.round(np.geomspace(10, STEPS, 150)).astype(int)) - 1
    steps = k ** (-2 / 3)
    last, mean = errors(steps)
    stops = np.unique(np.round(np.geomspace(10, STEPS, 25)).astype(int))
    half = [second_half(steps, int(stop)) for stop in stops]
    figure, axes = plt.subplots(figsize=(5.8, 4.4))
    axes.plot(k[shown], errors(1 / k)[0][shown], color="C6")
    axes.plot(k[shown], last[shown], color="C1")
    axes.plot(k[shown], mean[shown], color="C0")
    axes.plot(stops, half, color="C2", linestyle="-.")
    late = k[shown] >= 100
    axes.plot(
        k[shown][late], 1 / (SLOPE * np.sqrt(k[shown][late])), color="#22303c", linestyle="--", linewidth=1.2
    )
    axes.text(9000, 0.78, "$1/k$, last", color="C6")
    axes.text(14, 1.9, r"$k^{-2/3}$, mean of all", color="C0")
    axes.text(11, 0.5, r"$k^{-2/3}$, last", color="C1")
    axes.annotate(
        "mean of last half",
        (1000, 0.36),
        (15, 0.2),
        color="C2",
        arrowprops={"arrowstyle": "-", "color": "C2"},
    )
    axes.text(900, 0.07, "optimum", color="#22303c")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(10, STEPS)
    axes.set_ylim(0.025, 3)
    axes.set_xlabel("step $k$")
    axes.set_ylabel("RMS error")
    return figure
