"""The kernels of the time-invariant LegS system: exponentially warped Legendre polynomials."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import eval_legendre


def draw() -> Figure:
    """Draw the first five kernels against the age of the input."""
    age = np.linspace(0, 5, 600)
    figure, axes = plt.subplots(figsize=(5.6, 3.8))
    for n in range(5):
        warped = np.sqrt(2 * n + 1) * eval_legendre(n, 2 * np.exp(-age) - 1) * np.exp(-age)
        axes.plot(age, warped, label=f"$n={n}$")
    axes.axhline(0, color="#7a8792", linewidth=0.8)
    axes.set_xlim(0, 5)
    axes.set_xlabel("age $a$")
    axes.set_ylabel(r"$(e^{aA}B)_n$")
    axes.legend(loc="upper right")
    return figure
