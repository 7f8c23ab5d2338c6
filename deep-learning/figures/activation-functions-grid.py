"""Twelve activation functions and their derivatives on one grid."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import expit, ndtr

ALPHA, SCALE = 1.6732632423543772, 1.0507009873554805


def functions(x):
    """Return name, value and derivative of each function on the grid *x*."""
    s, t, on = expit(x), np.tanh(x), x > 0
    e = np.exp(np.minimum(x, 0))
    density = np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
    u = np.tanh(np.logaddexp(0, x))
    inside = np.abs(x) < 3
    return [
        ("step", np.where(on, 1.0, 0.0), np.zeros_like(x)),
        ("sigmoid", s, s * (1 - s)),
        ("tanh", t, 1 - t**2),
        ("ReLU", np.maximum(x, 0), np.where(on, 1.0, 0.0)),
        ("Leaky ReLU (0.1)", np.where(on, x, 0.1 * x), np.where(on, 1.0, 0.1)),
        ("ELU", np.where(on, x, e - 1), np.where(on, 1.0, e)),
        ("SELU", SCALE * np.where(on, x, ALPHA * (e - 1)), SCALE * np.where(on, 1.0, ALPHA * e)),
        ("softplus", np.logaddexp(0, x), s),
        ("GELU", x * ndtr(x), ndtr(x) + x * density),
        ("SiLU", x * s, s * (1 + x * (1 - s))),
        ("Mish", x * u, u + x * (1 - u**2) * s),
        ("hard-swish", x * np.clip(x + 3, 0, 6) / 6, np.where(inside, x / 3 + 0.5, np.where(on, 1.0, 0.0))),
    ]


def draw() -> Figure:
    """Draw value (solid) and derivative (dashed) of each function."""
    figure, grid = plt.subplots(4, 3, figsize=(6.4, 7.6), sharex=True, sharey=True)
    x = np.linspace(-4, 4, 801)
    for axes, (name, value, slope) in zip(grid.flat, functions(x), strict=True):
        jump = np.abs(np.diff(slope, append=slope[-1])) > 0.09
        leap = np.abs(np.diff(value, append=value[-1])) > 0.5
        axes.axhline(0, color="#7a8792", linewidth=0.8)
        axes.plot(x, np.where(leap, np.nan, value), color="C0")
        axes.plot(x, np.where(jump, np.nan, slope), color="C1", linestyle="--", linewidth=1.8)
        axes.set_title(name, fontsize=12)
        axes.set_xlim(-4, 4)
        axes.set_ylim(-2, 3.5)
        axes.set_xticks([-3, 0, 3])
        axes.set_yticks([-1, 0, 1, 2, 3])
    grid[0, 0].text(-3.6, 1.35, r"$\varphi$", color="C0", fontsize=14)
    grid[0, 0].text(-3.6, -1.1, r"$\varphi\,'$", color="C1", fontsize=14)
    return figure
