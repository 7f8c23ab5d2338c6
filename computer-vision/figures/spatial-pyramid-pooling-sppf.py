"""Three pools of length 5 reach 13 inputs; the same three results in parallel and in a row."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

COLORS = ["#5c5c5c", "#0072b2", "#d55e00", "#00795a"]
INK = "#22303c"
Point = tuple[float, float]


def reach(axes: Axes) -> None:
    """Draw what the topmost value depends on, row by row."""
    for row in range(4):
        half = 2 * (3 - row)
        if row:
            for top in range(-half, half + 1):
                for low in range(top - 2, top + 3):
                    axes.plot([low, top], [row - 1, row], color=COLORS[row], lw=0.8, alpha=0.55)
        seen = range(-half, half + 1)
        axes.scatter(list(seen), [row] * len(seen), s=70, color=COLORS[row], zorder=3)
        name = "input" if row == 0 else f"pool {row}"
        axes.text(-10.6, row, name, fontsize=15, va="center", color=COLORS[row])
        axes.text(7.2, row, f"{2 * half + 1}", fontsize=15, va="center", color=COLORS[row])
    axes.set(xlim=(-10.8, 8.6), ylim=(-0.4, 3.4))
    axes.axis("off")


def box(axes: Axes, at: Point, text: str, color: str) -> None:
    """Write a text in a box."""
    style = {"boxstyle": "round,pad=0.35", "fc": "#ffffff", "ec": color, "lw": 1.6}
    axes.text(*at, text, ha="center", va="center", fontsize=14, color=color, bbox=style)


def arrow(axes: Axes, start: Point, end: Point, bend: float = 0) -> None:
    """Draw an arrow from start to end."""
    style = {"arrowstyle": "->", "color": INK, "lw": 1.3, "shrinkA": 15, "shrinkB": 15}
    style["connectionstyle"] = f"arc3,rad={bend}"
    axes.annotate("", xy=end, xytext=start, arrowprops=style)


def block(axes: Axes, left: float, title: str, kernels: list[int], *, chain: bool) -> None:
    """Draw one module: pools beside each other, or one after another."""
    axes.text(left + 2.2, 4.75, title, ha="center", fontsize=16, color=INK)
    source, target = (left + 0.5, 4.0), (left + 4.0, 2.05)
    pools = [(left + 2.1, 3.0 - k) for k in range(3)]
    arrow(axes, source, target, bend=-0.4)
    for k, (at, kernel) in enumerate(zip(pools, kernels, strict=True)):
        arrow(axes, pools[k - 1] if chain and k else source, at)
        arrow(axes, at, target)
        box(axes, at, str(kernel), COLORS[k + 1])
    box(axes, source, "x", COLORS[0])
    box(axes, target, "cat", INK)


def draw() -> Figure:
    """Draw the dependence above and the two modules below."""
    figure, (above, below) = plt.subplots(2, 1, figsize=(6.4, 7.2), gridspec_kw={"height_ratios": [1, 1.15]})
    reach(above)
    block(below, 0, "SPP", [5, 9, 13], chain=False)
    block(below, 5.4, "SPPF", [5, 5, 5], chain=True)
    below.set(xlim=(-0.1, 10.1), ylim=(0.5, 5.2))
    below.axis("off")
    return figure
