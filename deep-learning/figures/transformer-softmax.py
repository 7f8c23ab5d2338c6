"""Softmax weights of the same scores with and without the division by the root of d_k."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WIDTH, KEYS = 512, 10


def softmax(z):
    """Return the softmax of a vector."""
    e = np.exp(z - z.max())
    return e / e.sum()


def draw() -> Figure:
    """Draw the two sets of weights as bars over the same keys."""
    rng = np.random.default_rng(3)
    query, keys = rng.standard_normal(WIDTH), rng.standard_normal((KEYS, WIDTH))
    scores = keys @ query
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 4.6), sharex=True)
    position = np.arange(1, KEYS + 1)
    top.bar(position, softmax(scores), color="C1")
    top.set_title(r"softmax$(qk^\top)$", loc="left")
    bottom.bar(position, softmax(scores / np.sqrt(WIDTH)), color="C0")
    bottom.set_title(r"softmax$(qk^\top/\sqrt{d_k})$", loc="left")
    bottom.set_xlabel("key")
    bottom.set_xticks(position)
    for axes in (top, bottom):
        axes.set_ylim(0, 1.05)
        axes.set_ylabel("weight")
        axes.grid(axis="x", visible=False)
    return figure
