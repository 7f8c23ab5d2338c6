"""A signal rebuilt from the coefficients that HiPPO-LegS kept while reading it."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import eval_legendre

STEPS = 1000


def signal(t):
    """Return the signal that the article compresses."""
    return np.sin(4 * np.pi * t) + 0.5 * np.cos(10 * np.pi * t)


def compress(size):
    """Return the coefficients after all samples."""
    b = np.sqrt(2 * np.arange(size) + 1)
    a = np.tril(-np.outer(b, b), -1) - np.diag(np.arange(size) + 1.0)
    eye, c = np.eye(size), np.zeros(size)
    for k in range(1, STEPS + 1):
        right = (eye + a / (2 * k)) @ c + b * signal((k - 0.5) / STEPS) / k
        c = np.linalg.solve(eye - a / (2 * k), right)
    return c


def draw() -> Figure:
    """Draw the signal and its reconstruction for three sizes."""
    t = np.linspace(0, 1, 500)
    figure, rows = plt.subplots(3, 1, figsize=(5.6, 5.8), sharex=True)
    for axes, size, color in zip(rows, (8, 16, 32), ("C0", "C1", "C2"), strict=True):
        basis = [np.sqrt(2 * n + 1) * eval_legendre(n, 2 * t - 1) for n in range(size)]
        axes.plot(t, signal(t), color="#a9b1b8", linewidth=4)
        axes.plot(t, compress(size) @ np.array(basis), color=color, linewidth=1.8)
        axes.set_title(f"$N={size}$", loc="left")
        axes.set_xlim(0, 1)
        axes.set_ylim(-2.2, 2.2)
    rows[-1].set_xlabel("time $t$")
    return figure
