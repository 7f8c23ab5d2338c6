"""Six collective operations on four ranks: colour is origin, four quarters are a sum, digits are blocks."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

ORIGIN = ["#56a0d3", "#e8935a", "#58b09c", "#cf8fb8"]
EDGE, INK = "#7a8792", "#22303c"
RANKS = range(4)

# A cell is (ranks whose data it holds, number of the block), or None when it is empty.
Cell = tuple[tuple[int, ...], int] | None
Grid = list[list[Cell]]
ALL = tuple(RANKS)

own: Grid = [[((i,), b) for b in RANKS] for i in RANKS]
total: Grid = [[(ALL, b) for b in RANKS] for _ in RANKS]
blank: list[Cell] = [None] * 4
shards: Grid = [[((i,), b) if b == i else None for b in RANKS] for i in RANKS]
OPERATIONS: dict[str, tuple[Grid, Grid]] = {
    "broadcast": ([own[0], blank, blank, blank], [own[0]] * 4),
    "reduce": (own, [total[0], blank, blank, blank]),
    "allgather": (shards, [[((b,), b) for b in RANKS] for _ in RANKS]),
    "reduce-scatter": (own, [[(ALL, b) if b == i else None for b in RANKS] for i in RANKS]),
    "alltoall": (own, [[((j,), i) for j in RANKS] for i in RANKS]),
    "allreduce": (own, total),
}


def table(axes: Axes, grid: Grid, left: float) -> None:
    for i, row in enumerate(grid):
        for b, cell in enumerate(row):
            x, y = left + b, 3 - i
            if cell:
                ranks, block = cell
                side = 1 if len(ranks) == 1 else 0.5
                for k, rank in enumerate(ranks):
                    corner = x + 0.5 * (k % 2), y + 0.5 * (1 - k // 2) * (side == 0.5)
                    axes.add_patch(Rectangle(corner, side, side, facecolor=ORIGIN[rank], linewidth=0))
                if len(ranks) > 1:
                    axes.add_patch(Circle((x + 0.5, y + 0.5), 0.28, facecolor="#fbfaf7", linewidth=0))
                axes.text(x + 0.5, y + 0.48, str(block), ha="center", va="center", fontsize=12, color=INK)
            axes.add_patch(Rectangle((x, y), 1, 1, fill=False, edgecolor=EDGE, linewidth=1))


def draw() -> Figure:
    figure, panels = plt.subplots(3, 2, figsize=(7.0, 6.6))
    for axes, (name, (before, after)) in zip(panels.flat, OPERATIONS.items(), strict=True):
        table(axes, before, 0)
        table(axes, after, 6)
        arrow = {"arrowstyle": "-|>", "color": INK, "linewidth": 1.6}
        axes.annotate("", xy=(5.8, 2), xytext=(4.2, 2), arrowprops=arrow)
        axes.set_title(name, fontsize=14)
        axes.set(xlim=(-0.5, 10.5), ylim=(-0.15, 4.15), aspect="equal")
        axes.axis("off")
    return figure
