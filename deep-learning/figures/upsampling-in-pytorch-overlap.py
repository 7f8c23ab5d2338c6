"""How often each output of a transposed convolution is covered by the kernel."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

CASES = [("k=3, s=2, p=0", 3, 2, 0), ("k=4, s=2, p=1", 4, 2, 1)]


def coverage(size: int, kernel: int, stride: int, padding: int) -> np.ndarray:
    """Count along one axis how many stamps cover each place."""
    counts = np.zeros((size - 1) * stride + kernel, dtype=int)
    for i in range(size):
        counts[i * stride : i * stride + kernel] += 1
    return counts[padding : len(counts) - padding]


def draw() -> Figure:
    """Draw the two counts side by side, with the number in each cell."""
    figure, panels = plt.subplots(1, 2, figsize=(7.0, 3.9))
    for axes, (name, kernel, stride, padding) in zip(panels, CASES, strict=True):
        line = coverage(4, kernel, stride, padding)
        counts = np.outer(line, line)
        axes.pcolormesh(counts, cmap="YlOrBr", vmin=0, vmax=7, edgecolor="#fbfaf7", linewidth=1.5)
        for (i, j), count in np.ndenumerate(counts):
            axes.text(j + 0.5, i + 0.5, str(count), ha="center", va="center", fontsize=14)
        axes.set_title(name, fontsize=16)
        axes.set(aspect="equal", ylim=(len(line), 0))
        axes.axis("off")
    return figure
