"""The basic units of MobileNet V1 and V2 and of ShuffleNet V1 and V2, stride one."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

BLUE, GREEN, ORANGE = "#0072b2", "#00795a", "#d55e00"
GREY, HEIGHT = "#5c5c5c", 0.78
Box = tuple[str, str]


def box(ax: Axes, x: float, y: float, text: str, color: str) -> None:
    """Draw one labelled box centred at (x, y)."""
    ax.add_patch(Rectangle((x - 1.55, y - HEIGHT / 2), 3.1, HEIGHT, fc=color, ec="none", alpha=0.18))
    ax.add_patch(Rectangle((x - 1.55, y - HEIGHT / 2), 3.1, HEIGHT, fc="none", ec=color, lw=1.5))
    ax.text(x, y, text, ha="center", va="center", fontsize=11)


def unit(ax: Axes, title: str, boxes: list[Box], bypass: tuple[int, int] | None) -> None:
    """Draw a column of boxes; the bypass leads from one box (-1: the input) to another."""
    x, top, step = 2.6, 7.0, 1.2
    heights = [top - step * i for i in range(len(boxes))]
    ends = [top + 1.0, *(y - HEIGHT / 2 for y in heights)]
    for previous, y, (text, color) in zip(ends, heights, boxes, strict=False):
        ax.annotate(
            "", (x, y + HEIGHT / 2), (x, previous), arrowprops={"arrowstyle": "-|>", "color": GREY, "lw": 1.2}
        )
        box(ax, x, y, text, color)
    ax.annotate(
        "", (x, ends[-1] - 0.55), (x, ends[-1]), arrowprops={"arrowstyle": "-|>", "color": GREY, "lw": 1.2}
    )
    if bypass:
        start, end = bypass
        from_x, from_y = (x, top + 0.75) if start < 0 else (x - 1.55, heights[start])
        ax.plot([from_x, 0.45, 0.45], [from_y, from_y, heights[end]], color=ORANGE, lw=1.6)
        ax.annotate(
            "",
            (x - 1.55, heights[end]),
            (0.43, heights[end]),
            arrowprops={"arrowstyle": "-|>", "color": ORANGE, "lw": 1.6},
        )
    ax.set(xlim=(0.2, 4.4), ylim=(-0.2, 8.1))
    ax.set_title(title, fontsize=12)
    ax.axis("off")


def draw() -> Figure:
    """Draw the four units in a square."""
    figure, axes = plt.subplots(2, 2, figsize=(5.4, 8.2))
    depthwise = ("3×3 depthwise", GREEN)
    units: list[tuple[str, list[Box], tuple[int, int] | None]] = [
        ("MobileNet V1", [depthwise, ("1×1", BLUE)], None),
        (
            "MobileNet V2",
            [("1×1, C → tC", BLUE), depthwise, ("1×1 (linear)", BLUE), ("add", ORANGE)],
            (-1, 3),
        ),
        (
            "ShuffleNet V1",
            [
                ("1×1 GConv", BLUE),
                ("shuffle", ORANGE),
                ("3×3 dw (linear)", GREEN),
                ("GConv (linear)", BLUE),
                ("add", ORANGE),
            ],
            (-1, 4),
        ),
        (
            "ShuffleNet V2",
            [
                ("split", ORANGE),
                ("1×1", BLUE),
                ("3×3 dw (linear)", GREEN),
                ("1×1", BLUE),
                ("concatenate", ORANGE),
                ("shuffle", ORANGE),
            ],
            (0, 4),
        ),
    ]
    for ax, (title, boxes, bypass) in zip(axes.flat, units, strict=True):
        unit(ax, title, boxes, bypass)
    return figure
