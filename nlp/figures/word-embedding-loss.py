"""The training loss between the loss of guessing and the bound computed from the counts."""

import matplotlib.pyplot as plt
import numpy as np
from _word_embedding import article
from matplotlib.figure import Figure


def draw() -> Figure:
    figure, axes = plt.subplots(figsize=(7.0, 3.9))
    names = article("bound")
    width = 40
    smooth = np.convolve(names["losses"], np.full(width, 1 / width), mode="valid")[::8]
    axes.plot(np.arange(len(smooth)) * 8 + width, smooth)
    chance = (names["K"] + 1) * np.log(2)
    for level, label in ((chance, "(K + 1) ln 2"), (names["bound"], "bound from the counts")):
        axes.axhline(level, color="#d55e00", linestyle="--", linewidth=1.5)
        axes.annotate(
            label,
            (len(names["losses"]), level),
            (0, -6),
            textcoords="offset points",
            ha="right",
            va="top",
            fontsize=13,
        )
    axes.set(xlabel="step", ylabel="loss per pair", ylim=(1, 4.4))
    return figure
