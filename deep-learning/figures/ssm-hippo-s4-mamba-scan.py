"""The rounds of a Hillis-Steele scan over eight elements."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

LENGTH = 8


def draw() -> Figure:
    """Draw every merge, and the range of inputs that each element covers."""
    figure, axes = plt.subplots(figsize=(5.6, 4.6))
    for level in range(4):
        reach = 2**level
        for i in range(LENGTH):
            first = max(0, i - reach + 1)
            if level:
                axes.plot([i, i], [1 - level, -level], color="#a9b1b8", linewidth=1.4, zorder=1)
                if i >= reach // 2:
                    source = [i - reach // 2, i]
                    axes.plot(source, [1 - level, -level], color="C0", linewidth=1.6, zorder=1)
            done = first == 0
            axes.plot(i, -level, "o", markersize=11, color="C1" if done else "C0", zorder=2)
            text = f"{first + 1}" if first == i else f"{first + 1}–{i + 1}"
            axes.text(
                i + 0.16,
                -level - 0.14,
                text,
                fontsize=11,
                va="top",
                ha="left",
                bbox={"facecolor": "#fbfaf7", "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
                zorder=3,
            )
    for level, name in enumerate(("input", "round 1", "round 2", "round 3")):
        axes.text(-0.5, -level, name, ha="right", va="center")
    axes.set_xlim(-1.7, 7.8)
    axes.set_ylim(-3.5, 0.3)
    axes.axis("off")
    return figure
