"""Rank and frequency of the n-grams of the Analects, and how many types occur r times."""

from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
from _ngram_language_model import article
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.0, 3.7))
    names = article("gram_counts")
    for n, marker in ((1, "o"), (2, "s"), (3, "^")):
        counts = names["gram_counts"](names["CHAPTERS"], n)
        frequencies = sorted(counts.values(), reverse=True)
        ranks = np.arange(1, len(frequencies) + 1)
        left.loglog(ranks, frequencies, drawstyle="steps-post", label=f"n = {n}")
        spectrum = Counter(frequencies)
        r = [r for r in range(1, 31) if spectrum[r]]
        right.loglog(r, [spectrum[x] for x in r], marker, markersize=5, alpha=0.85, label=f"n = {n}")
    left.set(title="rank and frequency", xlabel="rank", ylabel="count")
    right.set(title="counts of counts", xlabel="r", ylabel="$N_r$")
    right.legend(fontsize=12)
    return figure
