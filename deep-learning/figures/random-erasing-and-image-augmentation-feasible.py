"""Where a proposed rectangle (area share s, aspect ratio r) fits into a square image."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw the proposals, accepted and rejected, over area share and aspect ratio."""
    low, high, r1 = 0.02, 0.4, 0.3
    rng = np.random.default_rng(0)
    s, r = rng.uniform(low, high, 700), rng.uniform(r1, 1 / r1, 700)
    fits = (s * r < 1) & (s / r < 1)
    edge = np.linspace(r1, high, 50)

    figure, axes = plt.subplots(figsize=(6.0, 4.6))
    axes.fill_between(edge, 1 / edge, 1 / r1, color="C1", alpha=0.3, linewidth=0)
    axes.fill_between(edge, r1, edge, color="C1", alpha=0.3, linewidth=0)
    axes.plot(edge, 1 / edge, color="C1")
    axes.plot(edge, edge, color="C1")
    axes.scatter(s[fits], r[fits], s=7, color="C0", alpha=0.6, linewidth=0)
    axes.scatter(s[~fits], r[~fits], s=12, color="C1", linewidth=0)
    axes.axhline(1, color="C6", linestyle="--", linewidth=1.4)
    axes.text(0.405, 2.75, "too tall\n$r>1/s$", color="C1", va="center", fontsize=12)
    axes.text(0.405, 0.34, "too wide\n$r<s$", color="C1", va="center", fontsize=12)
    axes.set(xlim=(0, 0.49), ylim=(0.28, 3.6), yscale="log")
    axes.set_xlabel("area share $s$")
    axes.set_ylabel("aspect ratio $r = H_e / W_e$")
    axes.set_yticks([0.3, 0.5, 1, 2, 3.33], ["0.3", "0.5", "1", "2", "1/0.3"])
    axes.minorticks_off()
    return figure
