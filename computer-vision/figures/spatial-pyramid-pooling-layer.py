"""One feature map, divided three ways, becomes a vector of fixed length."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

INK, COLORS = "#22303c", {1: "#00795a", 2: "#d55e00", 4: "#0072b2"}


def grid(axes: Axes, corner: tuple[float, float], size: tuple[float, float], n: int) -> None:
    """Draw a rectangle divided into n × n cells."""
    (x, y), (width, height) = corner, size
    for i in range(n):
        for j in range(n):
            cell = (x + j * width / n, y + i * height / n)
            axes.add_patch(Rectangle(cell, width / n, height / n, fc=COLORS[n] + "30", ec=COLORS[n], lw=1.8))


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw an arrow from start to end."""
    axes.annotate("", xy=end, xytext=start, arrowprops={"arrowstyle": "->", "color": INK, "lw": 1.6})


def draw() -> Figure:
    """Draw the feature map, the three divisions and the vector."""
    figure, axes = plt.subplots(figsize=(6.4, 6.4))
    for k in range(3):
        shift = 0.12 * (2 - k)
        axes.add_patch(Rectangle((3.3 + shift, 7.6 + shift), 3, 1.7, fc="#e9e5da", ec=INK, lw=1.4))
    axes.text(4.8, 8.45, "C × H × W", ha="center", va="center", fontsize=16)
    unit, left = 9.6 / 21, 0.2
    for k, n in enumerate(COLORS):
        x = 0.4 + 3.4 * k
        arrow(axes, (4.8, 7.5), (x + 1.2, 6.75))
        grid(axes, (x, 4.6), (2.4, 1.9), n)
        axes.text(x + 1.2, 4.1, f"{n} × {n}", ha="center", va="center", fontsize=16, color=COLORS[n])
        width = n * n * unit
        arrow(axes, (x + 1.2, 3.75), (left + width / 2, 2.55))
        for cell in range(n * n):
            corner = (left + cell * unit, 1.8)
            axes.add_patch(Rectangle(corner, unit, 0.65, fc=COLORS[n] + "30", ec=COLORS[n], lw=1.6))
        label = f"{n * n}C" if n > 1 else "C"
        axes.text(left + width / 2, 1.3, label, ha="center", fontsize=15, color=COLORS[n])
        left += width
    axes.text(5, 0.45, "length = (1 + 4 + 16) C = 21 C", ha="center", fontsize=16)
    axes.set(xlim=(0, 10), ylim=(0.1, 9.8))
    axes.axis("off")
    return figure
