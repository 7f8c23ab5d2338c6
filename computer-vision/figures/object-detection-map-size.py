"""How small "small" is: the borders 32 x 32 and 96 x 96 in a picture of 640 x 480 pixels."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 5.2))
    axes.add_patch(Rectangle((0, 0), 640, 480, facecolor="#eef1f3", edgecolor="#7a8792", linewidth=1.5))
    for left, side, color, name in (
        (70, 32, "#d55e00", "32 × 32"),
        (190, 96, "#0072b2", "96 × 96"),
        (380, 200, "#00795a", "200 × 200"),
    ):
        axes.add_patch(
            Rectangle((left, 110), side, side, facecolor=color, alpha=0.25, edgecolor=color, linewidth=2)
        )
        axes.text(left + side / 2, 96, name, ha="center", color=color, fontsize=13)
    axes.text(20, 380, "small: area < 1024", color="#d55e00", fontsize=13, va="center")
    axes.text(20, 412, "medium: 1024 to 9216", color="#0072b2", fontsize=13, va="center")
    axes.text(20, 444, "large: area > 9216", color="#00795a", fontsize=13, va="center")
    axes.text(620, 30, "640 × 480", ha="right", fontsize=13, va="center")
    axes.set(xlim=(-4, 644), ylim=(484, -4), aspect="equal")
    axes.axis("off")
    return figure
