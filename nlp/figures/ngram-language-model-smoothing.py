"""Test perplexity of seven ways to smooth, for n = 1, 2, 3."""

import matplotlib.pyplot as plt
import numpy as np
from _ngram_language_model import article
from matplotlib.figure import Figure

METHODS = {
    "加一": "add one",
    "加 k": "add k",
    "Jelinek–Mercer": "Jelinek–Mercer",
    "Katz": "Katz",
    "绝对折扣": "absolute disc.",
    "Kneser–Ney": "Kneser–Ney",
    "修正 Kneser–Ney": "modified KN",
}
COLORS = ("#b9c3cb", "#5a9bc8", "#0b4f7d")


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 5.2))
    results = article("results")["results"]
    places = np.arange(len(METHODS))
    for n, color in zip((1, 2, 3), COLORS, strict=True):
        scores = [results[name][n - 1] for name in METHODS]
        bars = axes.barh(places + 0.27 * (n - 2), scores, 0.25, color=color, label=f"n = {n}")
        axes.bar_label(bars, fmt="%.0f", padding=3, fontsize=10)
    axes.set_yticks(places, list(METHODS.values()), fontsize=12)
    axes.invert_yaxis()
    axes.set(xlabel="perplexity on the test text", xlim=(0, 150))
    axes.grid(axis="y", visible=False)
    axes.legend(fontsize=12, loc="lower right")
    return figure
