"""How DistributedSampler deals 10 samples to 4 ranks: the order, filled up, and what each rank gets."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

N, P = 10, 4
COLORS = ["#56a0d3", "#e8935a", "#58b09c", "#cf8fb8"]
EDGE, INK = "#7a8792", "#22303c"


def cell(axes: Axes, x: float, y: float, position: int) -> None:
    extra = position >= N
    box = Rectangle(
        (x, y),
        0.92,
        0.92,
        facecolor=COLORS[position % P],
        edgecolor=INK if extra else EDGE,
        linewidth=2.2 if extra else 1.0,
        linestyle="--" if extra else "-",
    )
    axes.add_patch(box)
    axes.text(x + 0.46, y + 0.45, str(position % N), ha="center", va="center", fontsize=16, color=INK)


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 4.3))
    total = -(-N // P) * P
    for k in range(total):
        cell(axes, k, 5.4, k)
        cell(axes, 4.6 + k // P, 3.3 - 1.1 * (k % P), k)
    axes.text(0, 6.65, "order of this epoch, filled up to 12", fontsize=15, color=INK)
    for r in range(P):
        axes.text(4.2, 3.75 - 1.1 * r, f"rank {r}", ha="right", va="center", fontsize=15, color=INK)
    axes.text(8.0, 2.1, "dashed: repeated\nfrom the head", va="center", fontsize=14, color=INK)
    axes.set(xlim=(-0.2, 12.2), ylim=(-0.25, 7.2), aspect="equal")
    axes.axis("off")
    return figure
