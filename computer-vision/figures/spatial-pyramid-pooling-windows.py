"""Windows of adaptive pooling beside those of a sliding pool with fixed length and stride."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

BLUE, ORANGE, INK = "#0072b2", "#d55e00", "#22303c"
Window = tuple[int, int]


def adaptive(a: int, n: int) -> list[Window]:
    """Return the windows of adaptive pooling."""
    return [(i * a // n, -(-(i + 1) * a // n)) for i in range(n)]


def fixed(a: int, n: int) -> list[Window]:
    """Return the windows of length ⌈a/n⌉ and stride ⌊a/n⌋."""
    win, stride = -(-a // n), a // n
    return [(s, s + win) for s in range(0, a - win + 1, stride)] if stride else []


def bars(axes: Axes, found: list[Window], top: float, color: str) -> None:
    """Draw windows in two alternating rows, so that overlaps show."""
    for i, (start, stop) in enumerate(found):
        corner = (start + 0.08, top - 0.62 * (i % 2))
        size = (stop - start - 0.16, 0.5)
        axes.add_patch(Rectangle(corner, *size, fc=color + "55", ec=color, lw=1.5))


def draw() -> Figure:
    """Draw four cases: equal, a tail dropped, too many cells, repeated windows."""
    cases = [(13, 3), (14, 6), (10, 6), (4, 6)]
    figure, panels = plt.subplots(4, 1, figsize=(6.4, 8.8))
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    for axes, (a, n) in zip(panels, cases, strict=True):
        new, old = adaptive(a, n), fixed(a, n)
        for i in range(a):
            axes.add_patch(Rectangle((i, 3.3), 1, 0.5, fc="#e9e5da", ec=INK, lw=1))
        bars(axes, new, 2.35, BLUE)
        bars(axes, old, 0.75, ORANGE)
        axes.text(14.3, 2.3, f"{len(new)} cells", color=BLUE, fontsize=14, va="center")
        text = f"{len(old)} cells" if old else "stride 0"
        axes.text(14.3, 0.7, text, color=ORANGE, fontsize=14, va="center")
        if old and old[-1][1] < a:
            axes.text(old[-1][1] + 0.5, 0.7, "×", color=INK, fontsize=20, ha="center", va="center")
        axes.set_title(f"a = {a},  n = {n}", fontsize=15, loc="left")
        axes.set(xlim=(-0.2, 17.2), ylim=(-0.1, 3.9))
        axes.axis("off")
    return figure
