"""Published accuracy against multiply-accumulates; the sources stand in the article."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

# MACs in millions, top-1 error in percent: the ShuffleNet authors' table, and the MobileNet paper.
RESULTS = {
    "ShuffleNet V2": [(41, 38.9, "0.5×"), (146, 30.6, "1.0×"), (299, 27.4, "1.5×"), (591, 25.0, "2.0×")],
    "MobileNet V2": [(300, 28.0, "1.0"), (585, 25.3, "1.4")],
    "MobileNet V1": [(569, 29.4, "1.0")],
}


def draw() -> Figure:
    """Draw one series per family."""
    figure, ax = plt.subplots(figsize=(5.6, 4.0))
    for (name, rows), marker in zip(RESULTS.items(), "osD", strict=True):
        macs = [row[0] for row in rows]
        accuracy = [100 - row[1] for row in rows]
        ax.plot(macs, accuracy, marker=marker, label=name, linewidth=1.4, markersize=7)
        above = name == "ShuffleNet V2"
        for x, y, (*_, label) in zip(macs, accuracy, rows, strict=True):
            ax.annotate(
                label,
                (x, y),
                (-4, 6) if above else (4, -15),
                textcoords="offset points",
                ha="right" if above else "left",
            )
    ax.set_xscale("log")
    ax.set_xticks([50, 100, 200, 400, 800], ["50", "100", "200", "400", "800"])
    ax.xaxis.set_minor_formatter(NullFormatter())
    ax.set(
        xlim=(30, 900), ylim=(59, 78), xlabel="multiply-accumulates (million)", ylabel="ImageNet top-1 (%)"
    )
    ax.legend(loc="lower right")
    return figure
