"""The toy ROC on a logarithmic axis, and what one threshold does to a gallery of N."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import norm

GENUINE, IMPOSTOR = norm(0.60, 0.15), norm(0.05, 0.12)


def draw() -> Figure:
    figure, (roc, search) = plt.subplots(1, 2, figsize=(6.4, 3.9))
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    far = np.logspace(-8, 0, 300)
    roc.semilogx(far, GENUINE.sf(IMPOSTOR.isf(far)))
    marks = np.array([1e-6, 1e-4, 1e-2])
    roc.plot(marks, GENUINE.sf(IMPOSTOR.isf(marks)), "o", color="#d55e00", markersize=8)
    for f in marks:
        roc.text(
            f * 1.6, GENUINE.sf(IMPOSTOR.isf(f)) - 0.085, f"{GENUINE.sf(IMPOSTOR.isf(f)):.3f}", fontsize=12
        )
    roc.set(xlim=(1e-8, 1), ylim=(0, 1.04), xticks=(1e-8, 1e-6, 1e-4, 1e-2, 1))
    roc.set_xlabel("FAR", fontsize=13)
    roc.set_title("TAR", fontsize=13)

    n = np.logspace(0, 7, 200)
    for f, style in zip((1e-3, 1e-4, 1e-6), ("-", "--", "-."), strict=True):
        search.semilogx(n, -np.expm1(n * np.log1p(-f)), style, label=f"FAR $10^{{{round(np.log10(f))}}}$")
    search.set(xlim=(1, 1e7), ylim=(0, 1.5), xticks=(1, 1e2, 1e4, 1e6), yticks=(0, 0.25, 0.5, 0.75, 1))
    search.set_xlabel("gallery size N", fontsize=13)
    search.set_title("P(some false match)", fontsize=13)
    search.legend(loc="upper left", fontsize=12)
    for axes in (roc, search):
        axes.tick_params(labelsize=12)
    return figure
