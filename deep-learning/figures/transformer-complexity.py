"""Operations of one layer: linear part and quadratic part against the length."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WIDTH = 512


def draw() -> Figure:
    """Draw both parts on logarithmic axes and mark where they meet."""
    n = np.geomspace(64, 65_536, 100)
    figure, axes = plt.subplots(figsize=(5.6, 4.0))
    axes.loglog(n, 24 * n * WIDTH**2, color="C0")
    axes.loglog(n, 4 * n**2 * WIDTH, color="C1")
    axes.axvline(6 * WIDTH, color="C6", linestyle=":")
    axes.text(70, 1.6e9, "projections, FFN\n$24\\,n\\,d^2$", color="C0")
    axes.text(380, 5e7, "scores, mixing\n$4\\,n^2 d$", color="C1")
    axes.text(3400, 2.2e7, "$n=6d$", color="C6")
    axes.set_xlabel("length $n$")
    axes.set_ylabel("operations per layer")
    return figure
