"""AP falls as the IoU threshold rises: a loose detector against a tight one."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

POSITIVES = 400
THRESHOLDS = np.linspace(0.5, 0.95, 10)
GRID = np.linspace(0, 1, 101)


def ranked_overlaps(rng: np.random.Generator, found: int, spread: float, clutter: int) -> np.ndarray:
    """IoU of each detection with its object (0: clutter), by falling score; the same as in the text."""
    shift = np.abs(rng.normal(0, spread, found))
    iou = np.append((1 - shift) / (1 + shift), np.zeros(clutter))
    score = np.append(rng.beta(5, 2, found), rng.beta(2, 5, clutter))
    return iou[np.argsort(-score, kind="stable")]


def ap_101(hits: np.ndarray) -> float:
    tp = np.cumsum(hits)
    envelope = np.maximum.accumulate((tp / np.arange(1, len(hits) + 1))[::-1])[::-1]
    return float(np.append(envelope, 0.0)[np.searchsorted(tp / POSITIVES, GRID)].mean())


def draw() -> Figure:
    rng = np.random.default_rng(0)
    figure, axes = plt.subplots(figsize=(7.0, 4.2))
    for name, setting, marker, color in (
        ("loose: finds more", (370, 0.16, 300), "o", "#d55e00"),
        ("tight: fits better", (280, 0.04, 300), "s", "#0072b2"),
    ):
        iou = ranked_overlaps(rng, *setting)
        values = [ap_101(iou >= t) for t in THRESHOLDS]
        axes.plot(THRESHOLDS, values, marker=marker, color=color, label=name)
        axes.plot((0.5, 0.97), (np.mean(values),) * 2, color=color, linewidth=1.4, linestyle=":")
        axes.text(
            0.975, np.mean(values), f"mean {np.mean(values):.2f}", color=color, fontsize=12, va="center"
        )
    axes.set(
        xlabel="IoU threshold", ylabel="AP", xlim=(0.485, 1.07), ylim=(0, 1), xticks=np.linspace(0.5, 0.9, 5)
    )
    axes.legend(loc="lower left", fontsize=12)
    return figure
