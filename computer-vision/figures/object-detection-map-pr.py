"""The worked example: its raw curve and the three ways to turn it into one number."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

HITS = np.array([1, 1, 0, 1, 0, 0, 1, 0, 1, 0])
POSITIVES = 6
RAW, AREA, DOTS = "#5c5c5c", "#0072b2", "#d55e00"

tp = np.cumsum(HITS)
recall, precision = tp / POSITIVES, tp / np.arange(1, len(HITS) + 1)
envelope = np.maximum.accumulate(precision[::-1])[::-1]


def interpolated(grid: np.ndarray) -> np.ndarray:
    return np.append(envelope, 0.0)[np.searchsorted(recall, grid)]


def raw(axes: Axes, alpha: float) -> None:
    axes.plot(np.append(0, recall), np.append(1, precision), color=RAW, alpha=alpha, linewidth=1.4)


def panel(axes: Axes, title: str) -> None:
    axes.set_title(title, fontsize=12)
    axes.set(xlim=(-0.03, 1.03), ylim=(0, 1.08), xticks=(0, 0.5, 1), yticks=(0, 0.5, 1))


def draw() -> Figure:
    figure, ((a, b), (c, d)) = plt.subplots(2, 2, figsize=(7.0, 6.0), sharex=True, sharey=True)
    x, y = np.append(0, recall), np.append(1, precision)
    raw(a, 1)
    a.fill_between(x, y, color=RAW, alpha=0.15, linewidth=0)
    a.plot(recall[HITS == 1], precision[HITS == 1], "o", color=AREA, label="TP")
    a.plot(recall[HITS == 0], precision[HITS == 0], "o", markerfacecolor="#fbfaf7", color=DOTS, label="FP")
    a.legend(loc="lower left", fontsize=12)
    panel(a, f"raw, trapezoids: {np.sum(np.diff(x) * (y[1:] + y[:-1]) / 2):.3f}")

    grid = np.linspace(0, 1, 11)
    raw(b, 0.5)
    b.vlines(grid, 0, interpolated(grid), color=DOTS, linewidth=2)
    b.plot(grid, interpolated(grid), "o", color=DOTS)
    panel(b, f"VOC 2007, 11 points: {interpolated(grid).mean():.3f}")

    steps = np.append(0, recall)
    raw(c, 0.5)
    c.fill_between(
        steps,
        np.append(envelope, 0)[np.searchsorted(recall, steps)],
        step="pre",
        color=AREA,
        alpha=0.25,
        linewidth=0,
    )
    c.step(np.append(steps, steps[-1]), np.append(interpolated(steps), 0), where="pre", color=AREA)
    panel(c, f"VOC 2010, area: {np.diff(recall, prepend=0) @ envelope:.3f}")

    fine = np.linspace(0, 1, 101)
    raw(d, 0.5)
    d.vlines(fine, 0, interpolated(fine), color=DOTS, linewidth=0.8, alpha=0.6)
    d.plot(fine, interpolated(fine), "o", color=DOTS, markersize=2.5)
    panel(d, f"COCO, 101 points: {interpolated(fine).mean():.3f}")
    figure.supxlabel("recall", fontsize=12)
    figure.supylabel("precision", fontsize=12)
    return figure
