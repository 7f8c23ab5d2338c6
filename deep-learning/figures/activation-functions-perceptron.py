"""The perceptron's boundaries for AND and OR, and XOR before and after a hidden layer."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

POINTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)


def train(target):
    """Return bias and weights after online training from zero, learning rate one."""
    inputs, w = np.c_[np.ones(4), POINTS], np.zeros(3)
    for _ in range(20):
        for x, t in zip(inputs, target, strict=True):
            w = w + (t - (w @ x > 0)) * x
    return w


def scatter(axes, points, target):
    """Draw filled dots for class 1, hollow dots for class 0."""
    for (a, b), t in zip(points, target, strict=True):
        axes.plot(a, b, "o", markersize=12, color="C0", markerfacecolor="C0" if t else "#fbfaf7", zorder=3)


def boundary(axes, w):
    """Draw the line where the unit switches, and shade the side where it gives one."""
    a, b = np.meshgrid(np.linspace(-0.5, 1.5, 2), np.linspace(-0.5, 1.5, 2))
    values = w[0] + w[1] * a + w[2] * b
    axes.contourf(a, b, values, levels=[0, 99], colors=["#f6ddcb"])
    axes.contour(a, b, values, levels=[0], colors=["#d55e00"], linewidths=2)


def draw() -> Figure:
    """Draw four panels."""
    figure, grid = plt.subplots(2, 2, figsize=(5.6, 5.8))
    gates = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1]}
    for axes, (name, target) in zip(grid[0], gates.items(), strict=True):
        boundary(axes, train(target))
        scatter(axes, POINTS, target)
        axes.set_title(name)
    xor = [0, 1, 1, 0]
    scatter(grid[1, 0], POINTS, xor)
    grid[1, 0].plot([0, 1], [0, 1], color="#7a8792", linestyle=":")
    grid[1, 0].plot([0, 1], [1, 0], color="C0", linestyle=":")
    grid[1, 0].set_title("XOR: no line")
    inputs = np.c_[np.ones(4), POINTS]
    hidden = np.c_[inputs @ train([0, 1, 1, 1]) > 0, inputs @ train([1, 1, 1, 0]) > 0].astype(float)
    boundary(grid[1, 1], train([0, 0, 0, 1]))
    scatter(grid[1, 1], hidden, xor)
    grid[1, 1].set_title("XOR, hidden layer")
    for axes in grid.flat:
        axes.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xticks=[0, 1], yticks=[0, 1], aspect="equal")
        axes.set_xlabel("$x_1$", labelpad=-4)
        axes.set_ylabel("$x_2$", labelpad=-4)
    grid[1, 1].set_xlabel("$h_1$ = OR", labelpad=-4)
    grid[1, 1].set_ylabel("$h_2$ = NAND", labelpad=-4)
    return figure
