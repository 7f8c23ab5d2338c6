"""Data flow through the backbone, FPN and PAN."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

COLORS = {"C": "#5c5c5c", "P": "#0072b2", "N": "#d55e00"}
INK = "#22303c"
Point = tuple[float, float]
HALF = {3: (0.95, 0.62), 4: (0.75, 0.5), 5: (0.55, 0.38)}


def arrow(axes: Axes, start: Point, end: Point, color: str) -> None:
    """Draw an arrow from start to end."""
    axes.annotate("", xy=end, xytext=start, arrowprops={"arrowstyle": "->", "color": color, "lw": 2})


def draw() -> Figure:
    """Draw three columns of three maps and the arrows between them."""
    figure, axes = plt.subplots(figsize=(6.4, 6.2))
    columns, rows = {"C": 1.6, "P": 4.7, "N": 7.8}, {3: 1.2, 4: 3.7, 5: 6.0}
    for name, x in columns.items():
        for level, y in rows.items():
            w, h = HALF[level]
            color = COLORS[name]
            axes.add_patch(Rectangle((x - w, y - h), 2 * w, 2 * h, fc=color + "28", ec=color, lw=1.8))
            axes.text(x, y, f"${name}_{level}$", ha="center", va="center", fontsize=17, color=INK)
    for level, y in rows.items():
        for left, right in (("C", "P"), ("P", "N")):
            start = columns[left] + HALF[level][0] + 0.08
            arrow(axes, (start, y), (columns[right] - HALF[level][0] - 0.08, y), INK)
        side = 640 // 2**level
        axes.text(9.15, y, f"{side}×{side}", fontsize=14, va="center", color=INK)
    labels = {"C": "stride 2", "P": "up ×2, +", "N": "stride 2, +"}
    for low in (3, 4):
        bottom, top = rows[low] + HALF[low][1] + 0.08, rows[low + 1] - HALF[low + 1][1] - 0.08
        for name, x in columns.items():
            ends = ((x, top), (x, bottom)) if name == "P" else ((x, bottom), (x, top))
            arrow(axes, *ends, COLORS[name])
            axes.text(
                x + 0.15, (bottom + top) / 2, labels[name], fontsize=13, va="center", color=COLORS[name]
            )
    axes.text(3.3, 1.42, "1×1", fontsize=13, ha="center", color=INK)
    for name, title in {"C": "backbone", "P": "FPN", "N": "PAN"}.items():
        axes.text(columns[name], 7.0, title, fontsize=16, ha="center", color=COLORS[name])
    axes.set(xlim=(0.4, 10.6), ylim=(0.3, 7.5))
    axes.axis("off")
    return figure
