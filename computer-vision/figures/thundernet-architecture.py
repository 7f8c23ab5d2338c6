"""Data flow of ThunderNet with an input of 320×320 and SNet146."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, BLUE, ORANGE, GREEN = "#22303c", "#0072b2", "#d55e00", "#00795a"
Point = tuple[float, float]


def box(axes: Axes, at: Point, text: str, color: str = INK) -> None:
    """Write a text in a box."""
    style = {"boxstyle": "round,pad=0.35", "fc": "#ffffff", "ec": color, "lw": 1.6}
    axes.text(*at, text, ha="center", va="center", fontsize=13, color=color, bbox=style, zorder=3)


def arrow(axes: Axes, start: Point, end: Point, color: str = INK, lines: int = 1) -> None:
    """Draw an arrow down from start to the upper border of a box of so many lines at end."""
    style = {"arrowstyle": "->", "color": color, "lw": 1.5, "shrinkA": 0, "shrinkB": 0}
    border = end[0], end[1] + (0.4 if lines == 1 else 0.62)
    axes.annotate("", xy=border, xytext=start, arrowprops=style, zorder=2)


def flat(axes: Axes, start: float, end: float, y: float, color: str) -> None:
    """Draw a horizontal arrow between the borders of two boxes."""
    style = {"arrowstyle": "->", "color": color, "lw": 1.5, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", xy=(end, y), xytext=(start, y), arrowprops=style)


def context(axes: Axes) -> None:
    """Draw the backbone and CEM."""
    box(axes, (5, 13.2), "image 3×320×320")
    box(axes, (5, 11.9), "SNet146")
    arrow(axes, (5, 13.2), (5, 11.9))
    levels = (("C4\n264×20×20", "1×1"), ("C5\n528×10×10", "1×1, up ×2"), ("GAP(C5)\n528×1×1", "1×1, spread"))
    for x, (name, step) in zip((1.4, 5, 8.6), levels, strict=True):
        arrow(axes, (5, 11.9), (x, 10.4), lines=2)
        arrow(axes, (x, 10.4), (x, 9.0), BLUE)
        arrow(axes, (x, 9.0), (5 + (x - 5) / 4, 7.7), BLUE)
        box(axes, (x, 10.4), name)
        box(axes, (x, 9.0), step, BLUE)
    box(axes, (5, 7.7), "CEM: sum  245×20×20", BLUE)


def proposals(axes: Axes) -> None:
    """Draw the RPN, SAM and the second stage."""
    middle, gate, product, roi = (7.6, 6.2), (7.6, 4.7), (2.9, 4.7), (2.9, 2.7)
    arrow(axes, (5.8, 7.7), middle, ORANGE, lines=2)
    arrow(axes, (4.2, 7.7), product, BLUE, lines=2)
    arrow(axes, middle, gate, ORANGE, lines=2)
    flat(axes, 5.95, 4.15, 4.7, ORANGE)
    axes.plot([9.75, 9.75], [6.2, 2.7], color=ORANGE, lw=1.5)
    axes.plot([9.3, 9.75], [6.2, 6.2], color=ORANGE, lw=1.5)
    flat(axes, 9.75, 8.85, 2.7, ORANGE)
    flat(axes, 6.1, 4.05, 2.7, INK)
    flat(axes, 4.0, 6.5, 1.2, GREEN)
    arrow(axes, product, roi, GREEN, lines=2)
    arrow(axes, roi, (2.9, 1.2), GREEN)
    box(axes, middle, "RPN: 5×5 DW, 1×1\n256×20×20", ORANGE)
    box(axes, gate, "SAM gate: 1×1,\nBN, sigmoid", ORANGE)
    box(axes, product, "product\n245×20×20", GREEN)
    box(axes, (7.6, 2.7), "200 proposals")
    box(axes, roi, "PSRoI Align\n5×7×7", GREEN)
    box(axes, (2.9, 1.2), "FC 1024", GREEN)
    box(axes, (7.6, 1.2), "class, box")


def draw() -> Figure:
    """Draw everything, from the image down to the detections."""
    figure, axes = plt.subplots(figsize=(6.2, 8.6))
    context(axes)
    proposals(axes)
    axes.set(xlim=(-0.3, 10.3), ylim=(0.6, 13.7))
    axes.axis("off")
    return figure
