"""Equal squares shifted by a part s of their side: IoU = (1 - s) / (1 + s)."""

from fractions import Fraction

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

TRUTH, FOUND = "#0072b2", "#d55e00"


def draw() -> Figure:
    figure, panels = plt.subplots(1, 4, figsize=(7.0, 1.95))
    shifts = (Fraction(1, 10), Fraction(1, 5), Fraction(1, 3), Fraction(1, 2))
    for axes, shift in zip(panels, shifts, strict=True):
        s = float(shift)
        axes.add_patch(Rectangle((s, 0), 1 - s, 1, facecolor="#9fb3c1", alpha=0.55, edgecolor="none"))
        axes.add_patch(Rectangle((0, 0), 1, 1, fill=False, edgecolor=TRUTH, linewidth=2.4))
        axes.add_patch(Rectangle((s, 0), 1, 1, fill=False, edgecolor=FOUND, linewidth=2.4, linestyle="--"))
        axes.set_title(f"s = {shift}", fontsize=13)
        axes.text(0.5 + s / 2, -0.28, f"IoU {(1 - s) / (1 + s):.2f}", ha="center", fontsize=14)
        axes.set(xlim=(0.5 + s / 2 - 0.86, 0.5 + s / 2 + 0.86), ylim=(-0.4, 1.05), aspect="equal")
        axes.axis("off")
    return figure
