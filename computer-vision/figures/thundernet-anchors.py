"""The 25 anchors of a position: five areas, five ratios."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

COLORS = ["#0072b2", "#d55e00", "#00795a", "#b04a86", "#8a6d00"]


def draw() -> Figure:
    """Draw width against height on logarithmic axes."""
    figure, axes = plt.subplots(figsize=(6.0, 5.4))
    ratios = np.sqrt([0.5, 0.75, 1, 4 / 3, 2])
    for scale, color in zip((32, 64, 128, 256, 512), COLORS, strict=True):
        axes.scatter(scale / ratios, scale * ratios, s=55, color=color, zorder=3)
        axes.text(scale * 1.6, scale * 0.68, f"{scale}²", fontsize=15, color=color, va="center")
    axes.axvline(320, color="#22303c", ls="--", lw=1.2)
    axes.axhline(320, color="#22303c", ls="--", lw=1.2)
    axes.set_xscale("log", base=2)
    axes.set_yscale("log", base=2)
    ticks = [32, 64, 128, 320, 512]
    axes.set(xlim=(17, 1800), ylim=(17, 1000), xticks=ticks, yticks=ticks)
    axes.set_xticklabels([str(t) for t in ticks], fontsize=13)
    axes.set_yticklabels([str(t) for t in ticks], fontsize=13)
    axes.set_xlabel("width (pixels)", fontsize=14)
    axes.set_ylabel("height (pixels)", fontsize=14)
    axes.set_aspect("equal")
    return figure
