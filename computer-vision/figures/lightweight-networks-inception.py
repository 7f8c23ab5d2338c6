"""GoogLeNet's module 3a, naive and with 1x1 convolutions."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

COLUMNS = [1.3, 3.8, 6.3, 8.8]
WIDTH, HEIGHT = 2.15, 0.95
Box = tuple[str, str]


def box(ax: Axes, centre: tuple[float, float], label: Box, width: float = WIDTH) -> None:
    """Draw one box with its text and colour."""
    (x, y), (text, color) = centre, label
    ax.add_patch(Rectangle((x - width / 2, y - HEIGHT / 2), width, HEIGHT, fc=color, ec="none", alpha=0.18))
    ax.add_patch(Rectangle((x - width / 2, y - HEIGHT / 2), width, HEIGHT, fc="none", ec=color, lw=1.5))
    ax.text(x, y, text, ha="center", va="center", fontsize=11.5)


def arrow(ax: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a thin arrow."""
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": "#5c5c5c", "lw": 1.2})


def module(ax: Axes, branches: list[list[Box]], title: str, total: str) -> None:
    """Draw input, four branches and concatenation from top to bottom."""
    middle, top, bottom = 5.05, 6.2, 0.6
    box(ax, (middle, top), ("input  192", "#5c5c5c"), 4)
    box(ax, (middle, bottom), (f"concatenate  {total}", "#5c5c5c"), 5)
    for x, branch in zip(COLUMNS, branches, strict=True):
        levels = [4.4, 2.4] if len(branch) == 2 else [3.4]
        previous = (middle + (x - middle) * 0.45, top - HEIGHT / 2)
        for y, label in zip(levels, branch, strict=True):
            arrow(ax, previous, (x, y + HEIGHT / 2))
            box(ax, (x, y), label)
            previous = (x, y - HEIGHT / 2)
        arrow(ax, previous, (middle + (x - middle) * 0.5, bottom + HEIGHT / 2))
    ax.set(xlim=(0, 10.1), ylim=(0, 6.8))
    ax.set_title(title, loc="left")
    ax.axis("off")


def draw() -> Figure:
    """Draw both modules, one above the other."""
    figure, (upper, lower) = plt.subplots(2, 1, figsize=(5.4, 6.6))
    blue, orange, grey = "#0072b2", "#d55e00", "#5c5c5c"
    naive: list[list[Box]] = [
        [("1×1  64", blue)],
        [("3×3  128", blue)],
        [("5×5  32", blue)],
        [("pool  192", grey)],
    ]
    reduced: list[list[Box]] = [
        [("1×1  64", blue)],
        [("1×1  96", orange), ("3×3  128", blue)],
        [("1×1  16", orange), ("5×5  32", blue)],
        [("pool  192", grey), ("1×1  32", orange)],
    ]
    module(upper, naive, "naive: 387,072 weights", "416")
    module(lower, reduced, "Inception V1: 163,328 weights", "256")
    return figure
