"""Where four pixels are sampled to make eight, under both conventions for coordinates."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tools.figures import COLORS, INK

IN, OUT = 4, 8


def panel(axes: Axes, title: str, points: np.ndarray, *, squares: bool) -> None:
    """Draw the input pixels and the sampling points above them."""
    for k in range(IN):
        if squares:
            axes.add_patch(Rectangle((k - 0.5, -0.5), 1, 1, facecolor="#dbe7f0", edgecolor=INK, lw=1.4))
        axes.plot(k, 0, "o", color=INK, ms=9)
        axes.text(k, -0.98, str(k), ha="center", va="center", fontsize=15)
    axes.plot([-0.5, IN - 0.5], [0, 0], color=INK, lw=1.2, zorder=0)
    for point in points:
        outside = int(point < 0 or point > IN - 1)
        axes.annotate(
            "",
            xy=(point, 0.1),
            xytext=(point, 1.05),
            arrowprops={"arrowstyle": "-|>", "color": COLORS[outside], "lw": 2},
        )
    axes.set_title(title, fontsize=15)
    axes.set(xlim=(-0.7, IN - 0.3), ylim=(-1.25, 1.15))
    axes.axis("off")


def draw() -> Figure:
    """Draw one convention above the other."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(6.0, 5.0))
    q = np.arange(OUT)
    panel(top, "align_corners=False, step 4/8", (q + 0.5) * IN / OUT - 0.5, squares=True)
    panel(bottom, "align_corners=True, step 3/7", q * (IN - 1) / (OUT - 1), squares=False)
    return figure
