"""Backward and the allreduce of its buckets: 8 ranks, 24 layers of 12 MiB, 96 ms of backward."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

MIB = 2**20
P, LAYERS, LAYER, BACKWARD, ALPHA = 8, 24, 12 * MIB, 96.0, 0.02
BLUE, ORANGE, INK = "#0072b2", "#d55e00", "#22303c"


def fill(first: int, cap: int) -> list[int]:
    buckets, limit = [0], first
    for _ in range(LAYERS):
        if buckets[-1] >= limit:
            buckets.append(0)
            limit = cap
        buckets[-1] += LAYER
    return buckets


def spans(first: int, cap: int, speed: float) -> list[tuple[float, float]]:
    """Start and length of each allreduce, at *speed* GB/s."""
    filled, free, found = 0, 0.0, []
    for size in fill(first, cap):
        filled += size
        start = max(free, BACKWARD * filled / (LAYER * LAYERS))
        length = 2 * (P - 1) * ALPHA + 2 * (P - 1) / P * size * 1e-6 / speed
        found.append((start, length))
        free = start + length
    return found


def group(axes: Axes, name: str, bars: list[tuple[float, float]]) -> None:
    layers = [(i * BACKWARD / LAYERS, BACKWARD / LAYERS) for i in range(LAYERS)]
    axes.broken_barh(layers, (1.05, 0.8), facecolor=BLUE, edgecolor="#fbfaf7", linewidth=0.6)
    axes.broken_barh(bars, (0.1, 0.8), facecolor=ORANGE, edgecolor="#fbfaf7", linewidth=1.2)
    end = sum(bars[-1])
    axes.text(end + 3, 0.5, f"{end:.1f} ms", va="center", fontsize=14, color=INK)
    axes.set_title(name, loc="left", fontsize=14, pad=4)
    axes.set(xlim=(0, 265), ylim=(0, 1.95), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.tick_params(labelsize=13)


def draw() -> Figure:
    figure, panels = plt.subplots(4, 1, figsize=(7.0, 6.4), sharex=True)
    cases = [
        ("one bucket, 10 GB/s", 1024 * MIB, 1024 * MIB, 10.0),
        ("cap 100 MiB, 10 GB/s", 100 * MIB, 100 * MIB, 10.0),
        ("default 1 + 25 MiB, 10 GB/s", MIB, 25 * MIB, 10.0),
        ("default 1 + 25 MiB, 2.5 GB/s", MIB, 25 * MIB, 2.5),
    ]
    for axes, (name, first, cap, speed) in zip(panels, cases, strict=True):
        group(axes, name, spans(first, cap, speed))
    panels[0].text(4, 1.45, "backward", va="center", fontsize=13, color="#ffffff")
    panels[0].text(99, 0.5, "allreduce", va="center", fontsize=13, color="#ffffff")
    panels[-1].set_xlabel("time in ms", fontsize=14)
    return figure
