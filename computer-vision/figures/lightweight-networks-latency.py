"""Measured latency against multiply-accumulates: one record, which the article prints as a table."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

# Millions of multiply-accumulates, milliseconds on one thread, place of the label.
RECORD = {
    "standard conv.": (4867.3, 268.2, "left"),
    "SqueezeNet": (818.9, 70.8, "left"),
    "AlexNet": (714.2, 49.5, "right"),
    "MobileNet V1": (568.7, 44.0, "below"),
    "MobileNet V2": (300.8, 37.0, "above left"),
    "V3-Large": (216.6, 29.3, "right"),
    "ShuffleNet V1, g = 8": (138.4, 33.1, "left"),
    "g = 3": (137.5, 27.0, "left"),
    "g = 1": (143.1, 22.3, "below left"),
    "ShuffleNet V2": (144.9, 23.9, "right"),
    "0.5×": (40.5, 16.3, "right"),
}
PLACES = {
    "left": ((-9, 0), "right", "center"),
    "right": ((9, 0), "left", "center"),
    "above left": ((-4, 6), "right", "bottom"),
    "below": ((4, -9), "left", "top"),
    "below left": ((-7, -4), "right", "top"),
}


def draw() -> Figure:
    """Draw the points, and the line of time proportional to work."""
    figure, ax = plt.subplots(figsize=(5.8, 4.8))
    work, time, _ = RECORD["standard conv."]
    ends = np.array([28.0, 7000.0])
    ax.plot(ends, ends * time / work, color="#5c5c5c", linestyle="--", linewidth=1.4)
    for name, (x, y, place) in RECORD.items():
        color = "#d55e00" if "Shuffle" in name or "g =" in name or "0.5" in name else "#0072b2"
        if name in ("standard conv.", "AlexNet", "SqueezeNet"):
            color = "#5c5c5c"
        ax.plot(x, y, "o", color=color, markersize=7)
        offset, horizontal, vertical = PLACES[place]
        ax.annotate(
            name,
            (x, y),
            offset,
            textcoords="offset points",
            ha=horizontal,
            va=vertical,
            color=color,
            bbox={"facecolor": "#fbfaf7", "edgecolor": "none", "pad": 0.5},
        )
    ax.set(xscale="log", yscale="log", xlim=(15, 8500), ylim=(7, 400))
    ax.set_xticks([50, 200, 1000, 5000], ["50", "200", "1000", "5000"])
    ax.set_yticks([10, 20, 50, 100, 200], ["10", "20", "50", "100", "200"])
    ax.xaxis.set_minor_formatter(NullFormatter())
    ax.yaxis.set_minor_formatter(NullFormatter())
    ax.set(xlabel="multiply-accumulates (million)", ylabel="milliseconds")
    return figure
