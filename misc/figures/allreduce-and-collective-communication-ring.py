"""Ring allreduce of four ranks and four blocks: seven states, from the schedule itself."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

P = 4
SHADES = {1: "#e6edf2", 2: "#b5d3e7", 3: "#6fb0d9", 4: "#0072b2"}
NEW = "#d55e00"
Got = set[tuple[int, int]]


def states() -> list[tuple[str, np.ndarray, Got]]:
    """Count the summands in each cell, and note the cells that have just been received."""
    count = np.ones((P, P), dtype=int)
    found: list[tuple[str, np.ndarray, Got]] = [("start", count.copy(), set())]
    for phase, offset in (("reduce-scatter", 1), ("allgather", 0)):
        for s in range(P - 1):
            before, got = count.copy(), set()
            for i in range(P):
                b, right = (i - offset - s) % P, (i + 1) % P
                count[right, b] = before[i, b] + (before[right, b] if offset else 0)
                got.add((right, b))
            found.append((f"{phase} {s + 1}", count.copy(), got))
    return found


def panel(axes: Axes, title: str, count: np.ndarray, got: Got) -> None:
    for (i, b), value in np.ndenumerate(count):
        axes.add_patch(Rectangle((b, i), 1, 1, facecolor=SHADES[value], edgecolor="#fbfaf7", linewidth=2))
        color = "#ffffff" if value == P else "#22303c"
        axes.text(b + 0.5, i + 0.53, str(value), ha="center", va="center", fontsize=14, color=color)
    for i, b in got:
        box = (b + 0.06, i + 0.06), 0.88, 0.88
        axes.add_patch(Rectangle(*box, fill=False, edgecolor=NEW, linewidth=2.4))
    axes.set_title(title, fontsize=12)
    axes.set(xlim=(-0.05, P + 0.05), ylim=(P + 0.05, -0.05), aspect="equal")
    axes.set_xticks(np.arange(P) + 0.5, range(P), fontsize=11)
    axes.set_yticks(np.arange(P) + 0.5, range(P), fontsize=11)
    axes.tick_params(length=0)
    axes.grid(visible=False)
    axes.spines[:].set_visible(False)


def draw() -> Figure:
    figure, panels = plt.subplots(2, 4, figsize=(7.0, 4.3))
    film = states()
    for axes, state in zip([*panels[0], *panels[1, 1:]], film, strict=True):
        panel(axes, *state)
    panels[0, 0].set_ylabel("rank", fontsize=12)
    panels[0, 0].set_xlabel("block", fontsize=12)
    key = panels[1, 0]
    key.axis("off")
    key.set(xlim=(0, 4), ylim=(4, 0), aspect="equal")
    for value, shade in SHADES.items():
        key.add_patch(Rectangle((0.1, value - 0.85), 0.7, 0.7, facecolor=shade))
        key.text(1.1, value - 0.47, f"{value} summand" + "s" * (value > 1), va="center", fontsize=11)
    return figure
