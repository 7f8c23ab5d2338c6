"""The memory of a checkpointed chain against the number of its segments: model and measurement."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

# What the article prints for 16 units at batch size 2048, in MiB: k, after forward, peak.
MEASURED = ((2, 36.0, 40.01), (4, 24.0, 27.0), (8, 24.0, 26.5), (16, 36.0, 38.25))
PLAIN = (66.0, 68.25)


def draw() -> Figure:
    """Draw M(k) with c = one tensor, g = two tensors, and the measured points."""
    figure, axes = plt.subplots(figsize=(5.6, 4.2))
    k = np.geomspace(1.25, 24, 200)
    axes.plot(k, 2 * (k + 2 * 16 / k), color="C0", zorder=1)
    axes.text(9.4, 17.6, "$M(k)=c\\,k+g\\,n/k$", color="C0")
    ks, after, peak = zip(*MEASURED, strict=True)
    hollow = {"facecolors": "none", "linewidths": 2, "s": 55, "zorder": 3}
    axes.scatter((1, *ks), (PLAIN[0], *after), edgecolors="C0", label="after forward", **hollow)
    axes.scatter((1, *ks), (PLAIN[1], *peak), color="C1", s=55, zorder=2, label="peak")
    axes.annotate(
        "store all", (1.06, PLAIN[1]), (1.5, 72), arrowprops={"arrowstyle": "-", "color": "#7a8792"}
    )
    axes.axvline(32**0.5, color="C6", linestyle=":", linewidth=1.5)
    axes.text(32**0.5 * 1.05, 60, "$k^*=\\sqrt{gn/c}$", color="C6")
    axes.set_xscale("log", base=2)
    axes.set_xticks([1, 2, 4, 8, 16], ["1", "2", "4", "8", "16"])
    axes.minorticks_off()
    axes.set_xlim(0.85, 26)
    axes.set_ylim(0, 80)
    axes.set_xlabel("segments $k$")
    axes.set_ylabel("MiB")
    axes.legend(loc="lower left")
    return figure
