"""IoU and GIoU of two unit squares against their shift."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw both curves and shade where IoU is flat."""
    t = np.linspace(0, 4, 401)
    giou = (1 - t) / (1 + t)
    figure, axes = plt.subplots(figsize=(5.6, 3.7))
    axes.axvspan(1, 4, color="#e9e4d8", linewidth=0)
    axes.plot(t, giou, color="C1")
    axes.plot(t, np.maximum(giou, 0), "--", color="C0")
    axes.text(1.9, 0.07, "IoU: no gradient", color="C0", fontsize=13)
    axes.text(1.3, -0.52, "GIoU", color="C1", fontsize=13)
    axes.set_xlim(0, 4)
    axes.set_ylim(-0.8, 1.05)
    axes.set_xlabel("shift $t$ of a unit square", fontsize=13)
    return figure
