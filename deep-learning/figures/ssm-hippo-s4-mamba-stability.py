"""Where the eigenvalues of a discretised system may lie."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

STEP, SIZE = 0.2, 16


def draw() -> Figure:
    """Draw the stable sets of forward Euler and of the bilinear rule (and ZOH)."""
    re, im = np.meshgrid(np.linspace(-3.6, 1.0, 461), np.linspace(-2, 2, 401))
    z = re + 1j * im
    growth = {"Euler": np.abs(1 + z), "bilinear, ZOH": np.abs((1 + z / 2) / (1 - z / 2))}
    figure, rows = plt.subplots(2, 1, figsize=(5.2, 6.4), sharex=True)
    for axes, (name, size) in zip(rows, growth.items(), strict=True):
        axes.contourf(re, im, size, levels=[0, 1], colors=["#cfe3f1"])
        axes.contour(re, im, size, levels=[1], colors=["#0072b2"], linewidths=1.5)
        points = -STEP * np.arange(1, SIZE + 1)
        inside = np.abs(1 + points) < 1 if name == "Euler" else points < 0
        axes.plot(points[inside], 0 * points[inside], "o", color="C0", markersize=6)
        axes.plot(points[~inside], 0 * points[~inside], "o", color="C1", markersize=6)
        axes.set_aspect("equal")
        axes.set_title(name, loc="left")
        axes.set_ylabel(r"$\mathrm{Im}\,z$")
    rows[-1].set_xlabel(r"$\mathrm{Re}\,z$,  $z=\Delta\lambda$")
    return figure
