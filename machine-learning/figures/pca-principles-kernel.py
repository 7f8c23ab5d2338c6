"""Two rings: the plane itself, and the first two kernel principal components."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_circles

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLORS = ["#0072b2", "#d55e00"]


def draw() -> Figure:
    X, ring = make_circles(200, factor=0.3, noise=0.05, random_state=0)
    K = np.exp(-2 * ((X[:, None] - X[None]) ** 2).sum(axis=-1))
    K = K - K.mean(axis=0) - K.mean(axis=1, keepdims=True) + K.mean()
    values, vectors = np.linalg.eigh(K)
    scores = vectors[:, [-1, -2]] * np.sqrt(values[[-1, -2]])
    # Signs are arbitrary: the inner ring lies right, the first point above.
    scores *= [np.sign(scores[ring == 1, 0].mean()), np.sign(scores[0, 1])]

    figure, (plane, kernel) = plt.subplots(1, 2, figsize=(6.6, 3.5))
    for i, (color, marker) in enumerate(zip(COLORS, "o^", strict=True)):
        plane.plot(*X[ring == i].T, marker, color=color, ms=4, alpha=0.7, mew=0)
        kernel.plot(*scores[ring == i].T, marker, color=color, ms=4, alpha=0.7, mew=0)
    plane.set(title="input", xlabel="$x_1$", ylabel="$x_2$")
    kernel.set(title="RBF kernel PCA", xlabel="kernel PC1", ylabel="kernel PC2")
    for ax in (plane, kernel):
        ax.set_aspect("equal")
    return figure
