"""Squared bias and variance of trees, bagging and boosting on one toy problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    Array = NDArray[np.floating]

N = 80
GRID = np.linspace(0.02, 0.98, 97)


def full_tree(x: Array, y: Array) -> Array:
    """Predict like a tree grown to its end: cut half way between neighbours."""
    return np.asarray(y[np.searchsorted((x[1:] + x[:-1]) / 2, GRID)])


def boost(x: Array, y: Array, rounds: int, rate: float) -> Array:
    """Boost stumps with squared loss, one row per data set."""
    rows, k = np.arange(len(x)), np.arange(1, N)
    fitted, out = np.zeros_like(x), np.zeros((len(x), len(GRID)))
    for _ in range(rounds):
        residual = y - fitted
        left = residual.cumsum(axis=1)[:, :-1]
        right = residual.sum(axis=1, keepdims=True) - left
        cut = (left**2 / k + right**2 / (N - k)).argmax(axis=1)
        threshold = ((x[rows, cut] + x[rows, cut + 1]) / 2)[:, None]
        low = (left[rows, cut] / k[cut])[:, None]
        high = (right[rows, cut] / (N - k[cut]))[:, None]
        fitted += rate * np.where(x <= threshold, low, high)
        out += rate * np.where(threshold >= GRID, low, high)
    return out


def draw() -> Figure:
    rng = np.random.default_rng(0)
    xs = np.sort(rng.random((100, N)), axis=1)
    ys = np.sin(2 * np.pi * xs) + 0.3 * rng.standard_normal((100, N))
    pairs = list(zip(xs, ys, strict=True))
    bagged = []
    for x, y in pairs:
        draws = (np.unique(rng.integers(0, N, N)) for _ in range(50))
        bagged.append(np.mean([full_tree(x[i], y[i]) for i in draws], axis=0))
    methods = {
        "full tree": np.array([full_tree(x, y) for x, y in pairs]),
        "bagging 50": np.array(bagged),
        "stump": boost(xs, ys, 1, 1.0),
        "boost 10": boost(xs, ys, 10, 0.1),
        "boost 100": boost(xs, ys, 100, 0.1),
        "boost 1000": boost(xs, ys, 1000, 0.1),
    }
    truth = np.sin(2 * np.pi * GRID)
    bias = np.array([((p.mean(axis=0) - truth) ** 2).mean() for p in methods.values()])
    variance = np.array([p.var(axis=0).mean() for p in methods.values()])
    figure, ax = plt.subplots(figsize=(6.4, 4.2))
    ax.barh(list(methods), bias, color="#0072b2", label="bias²")
    ax.barh(list(methods), variance, left=bias, color="#e8b48a", label="variance")
    ax.axhline(1.5, color="#7a8792", lw=1)
    ax.invert_yaxis()
    ax.legend(fontsize=13, loc="lower right")
    ax.tick_params(labelsize=13)
    ax.grid(visible=False, axis="y")
    return figure
