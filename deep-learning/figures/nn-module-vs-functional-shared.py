"""One batch norm used at two places: its running mean, and what training and evaluation see."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

MOMENTUM = 0.1
MEANS = (0.0, 10.0)
ROUNDS = 30


def running(inputs: np.ndarray) -> np.ndarray:
    """Return the running mean after each call, from zero."""
    values = [0.0]
    for mean in inputs:
        values.append((1 - MOMENTUM) * values[-1] + MOMENTUM * mean)
    return np.array(values)


def draw() -> Figure:
    """Draw the saw of the shared statistics above, the outputs of both places below."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 6.4))
    a, b = MEANS
    top.plot(running(np.tile(MEANS, ROUNDS)), color="C1")
    for mean, name in zip(MEANS, "ab", strict=True):
        own = running(np.full(ROUNDS, mean))
        top.plot(2 * np.arange(ROUNDS + 1), own, "--", color="C0")
        top.text(44, mean - 1.6 if mean else 0.4, f"own BN at {name}", color="C0")
    after_b = ((1 - MOMENTUM) * a + b) / (2 - MOMENTUM)
    top.text(24, 6.0, "shared: one running mean", color="C1")
    top.set_xlabel("calls")
    top.set_ylabel(r"running mean $\bar{\mu}$")
    top.set_ylim(-0.8, 10.6)

    grid = np.linspace(-9, 9, 400)
    bell = np.exp(-(grid**2) / 2) / np.sqrt(2 * np.pi)
    bottom.fill_between(grid, bell, color="C6", alpha=0.25)
    bottom.text(0, 0.415, "training:\na and b", ha="center", color="C6")
    for mean, name, color in zip((a - after_b, b - after_b), "ab", ("C0", "C2"), strict=True):
        bottom.plot(grid, np.exp(-((grid - mean) ** 2) / 2) / np.sqrt(2 * np.pi), color=color)
        bottom.text(mean, 0.415, f"eval: {name}\nmean {mean:+.2f}", ha="center", color=color)
    bottom.set_ylim(0, 0.53)
    bottom.set_yticks([])
    bottom.set_xlabel("output of the layer")
    return figure
