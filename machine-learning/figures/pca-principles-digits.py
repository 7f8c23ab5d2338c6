"""Scree plot and cumulative explained variance of the digits data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BLUE, ORANGE = "#0072b2", "#d55e00"


def draw() -> Figure:
    X = load_digits().data
    variances = np.linalg.svd(X - X.mean(axis=0), compute_uv=False) ** 2 / (len(X) - 1)
    ratio = variances / variances.sum()
    k = np.arange(1, ratio.size + 1)

    figure, (scree, cumulative) = plt.subplots(2, 1, figsize=(6.4, 5.2), sharex=True, height_ratios=[2, 3])
    scree.bar(k, 100 * ratio, color=BLUE, width=0.8)
    scree.set(ylabel="each, %", ylim=(0, 16))
    cumulative.step(k, 100 * ratio.cumsum(), where="post", color=BLUE)
    for level in (90, 95, 99):
        needed = int(np.searchsorted(ratio.cumsum(), level / 100, side="right")) + 1
        cumulative.plot([0, needed, needed], [level, level, 0], color=ORANGE, lw=1.2, ls="--")
        cumulative.text(needed + 0.7, 3, f"{level}%\n$k={needed}$", color=ORANGE, ha="left", va="bottom")
    cumulative.set(xlim=(0, 64.2), ylim=(0, 103), xticks=[1, 10, 20, 30, 40, 50, 64])
    cumulative.set(xlabel="number of components $k$", ylabel="sum of the first $k$, %")
    return figure
