"""Perplexity of a bigram model mixed with a unigram model, over the weight of the bigrams."""

import matplotlib.pyplot as plt
import numpy as np
from _ngram_language_model import article
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 3.9))
    names = article("curve")
    weights = np.linspace(0.01, 0.99, 99)
    for part, style in (("train", "--"), ("valid", "-"), ("test", "-.")):
        scores = names["curve"](names[part], weights)
        (line,) = axes.plot(weights, scores, style, label=part)
        if part != "train":
            lowest = scores.argmin()
            axes.plot(weights[lowest], scores[lowest], "o", color=line.get_color(), markersize=8)
    axes.set(xlabel="λ (weight of the bigram model)", ylabel="perplexity", ylim=(0, 70), xlim=(0, 1))
    axes.legend(fontsize=12, loc="upper center", ncols=3)
    return figure
