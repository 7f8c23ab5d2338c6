"""Published accuracy against multiply-accumulates; the source stands in the article."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

# MACs in millions and top-1 error in percent, all from the tables of the ShuffleNet authors.
RESULTS = {
    "MobileNet V3": [(155, 26.7), (217, 24.8), (356, 23.4)],
    "ShuffleNet V2": [(41, 38.9), (146, 30.6), (299, 27.4), (591, 25.0)],
    "MobileNet V2": [(300, 28.0), (585, 25.3)],
    "ShuffleNet V1": [(38, 42.7), (138, 32.2), (292, 28.4), (524, 25.9)],
    "MobileNet V1": [(41, 49.4), (149, 36.3), (325, 31.6), (569, 29.4)],
}


def draw() -> Figure:
    """Draw one series per family."""
    figure, ax = plt.subplots(figsize=(5.6, 4.6))
    for (name, rows), marker in zip(RESULTS.items(), "^osvD", strict=True):
        macs, errors = zip(*rows, strict=True)
        ax.plot(macs, [100 - e for e in errors], marker=marker, label=name, linewidth=1.4, markersize=7)
    ax.set_xscale("log")
    ax.set_xticks([50, 100, 200, 400, 800], ["50", "100", "200", "400", "800"])
    ax.xaxis.set_minor_formatter(NullFormatter())
    ax.set(
        xlim=(30, 900), ylim=(49, 78.5), xlabel="multiply-accumulates (million)", ylabel="ImageNet top-1 (%)"
    )
    ax.legend(loc="lower right")
    return figure
