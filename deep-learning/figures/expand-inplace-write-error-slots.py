"""Which storage slot each element of a view stands on, worked out from the strides."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tools.figures import COLORS, INK

PLAIN, SHARED = "#dbe7f0", "#f6d3b3"
CASES = [
    ("expand(2, 3)", (2, 3), (0, 1), 3),
    ("unfold(0, 2, 1)", (2, 2), (1, 1), 3),
    ("expand(2, 3).clone()", (2, 3), (3, 1), 6),
]


def box(axes: Axes, x: float, y: float, text: str, colour: str) -> None:
    """Draw one cell centred at x, y."""
    axes.add_patch(Rectangle((x - 0.4, y - 0.36), 0.8, 0.72, facecolor=colour, edgecolor=INK, lw=1.2))
    axes.text(x, y, text, ha="center", va="center", fontsize=14)


def panel(axes: Axes, name: str, shape: tuple[int, int], stride: tuple[int, int], size: int) -> None:
    """Draw the elements above, the storage below and the arrows that the strides give."""
    rows, columns = shape
    targets = {(i, j): i * stride[0] + j * stride[1] for i in range(rows) for j in range(columns)}
    users = [list(targets.values()).count(slot) for slot in range(size)]
    left = -(columns - 1) / 2 - (rows - 1) * (columns + 0.6) / 2
    for (i, j), slot in targets.items():
        x, colour = left + i * (columns + 0.6) + j, SHARED if users[slot] > 1 else PLAIN
        box(axes, x, 2.1, f"{i},{j}", colour)
        head = slot - (size - 1) / 2 + (0.16 * (2 * i - 1) if users[slot] > 1 else 0)
        line = COLORS[1] if users[slot] > 1 else COLORS[0]
        axes.annotate(
            "",
            xy=(head, 0.4),
            xytext=(x, 1.7),
            arrowprops={"arrowstyle": "-|>", "color": line, "lw": 1.6},
        )
    for slot, count in enumerate(users):
        box(axes, slot - (size - 1) / 2, 0, str(slot), SHARED if count > 1 else PLAIN)
    axes.set_title(f"{name}   stride {stride}", fontsize=15)
    axes.text(-4.55, 2.1, "index", ha="left", va="center", fontsize=13)
    axes.text(-4.55, 0, "storage", ha="left", va="center", fontsize=13)
    axes.set(xlim=(-4.6, 3.9), ylim=(-0.5, 2.6))
    axes.axis("off")


def draw() -> Figure:
    """Draw the three cases one below the other."""
    figure, panels = plt.subplots(3, 1, figsize=(6.2, 7.0))
    for axes, case in zip(panels, CASES, strict=True):
        panel(axes, *case)
    return figure
