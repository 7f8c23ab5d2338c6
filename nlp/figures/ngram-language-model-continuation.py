"""How often each character occurs, and how many different characters come before it."""

import matplotlib.pyplot as plt
import numpy as np
from _ngram_language_model import article
from matplotlib.figure import Figure

LABELS = {"曰": "yue", "：": "colon", "子": "zi", "也": "ye", "，": "comma", "</s>": "end"}
PLACES = {"曰": (-34, -6), "：": (8, -12), "子": (8, -12), "也": (8, -12), "，": (-30, -20), "</s>": (8, -5)}


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 4.4))
    names = article("kn_counts")
    count = names["followers"](names["CHAPTERS"], 1)[()]
    before = names["kn_counts"](names["CHAPTERS"], 2)[()]
    marks = [w for w in count if w not in LABELS]
    noise = np.random.default_rng(0).uniform(-0.04, 0.04, (2, len(marks)))
    x = np.array([count[w] for w in marks]) * 10 ** noise[0]
    y = np.array([before[w] for w in marks]) * 10 ** noise[1]
    axes.plot([1, 300], [1, 300], color="#7a8792", linewidth=1, linestyle="--")
    axes.plot(x, y, "o", markersize=4, alpha=0.45)
    for w, label in LABELS.items():
        axes.plot(count[w], before[w], "o", color="#d55e00", markersize=8)
        axes.annotate(label, (count[w], before[w]), PLACES[w], textcoords="offset points", fontsize=13)
    axes.set(
        xscale="log",
        yscale="log",
        xlabel="count  c(w)",
        ylabel="different tokens before  $N_{1+}(\\cdot\\,w)$",
    )
    return figure
