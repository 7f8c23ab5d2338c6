"""Where SGD, Adam with L2 and AdamW go on an ill-conditioned quadratic, without and with gradient noise."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

H = np.array([1.0, 25.0])
TARGET = np.array([1.0, 1.0])
START = np.array([-0.6, -0.15])
NOISE = np.array([0.4, 10.0])
DECAY = 0.5


def adam(noise, lr, decoupled):
    """Return the path of Adam, averaged over the copies in *noise* (steps, 2, copies)."""
    theta = np.repeat(START[:, None], noise.shape[2], axis=1)
    m, v, path = np.zeros_like(theta), np.zeros_like(theta), [START]
    for t, xi in enumerate(noise, 1):
        g = H[:, None] * (theta - TARGET[:, None]) + NOISE[:, None] * xi
        if decoupled:
            theta = theta * (1 - lr * DECAY)
        else:
            g = g + DECAY * theta
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        theta = theta - lr * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        path.append(theta.mean(axis=1))
    return np.array(path)


def sgd(lr, steps):
    """Return the path of SGD, for which L2 and weight decay are the same."""
    path = [START]
    for _ in range(steps):
        path.append(path[-1] - lr * (H * (path[-1] - TARGET) + DECAY * path[-1]))
    return np.array(path)


def draw() -> Figure:
    """Draw the paths over the level lines, and the minima with and without the penalty."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 7.6), sharex=True)
    x, y = np.meshgrid(np.linspace(-0.75, 1.6, 200), np.linspace(-0.3, 2.1, 200))
    level = 0.5 * (H[0] * (x - 1) ** 2 + H[1] * (y - 1) ** 2)
    silence = np.zeros((3000, 2, 1))
    noise = np.random.default_rng(0).standard_normal((3000, 2, 200))
    top.plot(*sgd(0.074, 60).T, color="C6", linewidth=1.2, marker=".", markersize=4, label="SGD")
    for axes, xi, lr in ((top, silence, 2e-2), (bottom, noise, 5e-3)):
        axes.contour(x, y, level, levels=np.geomspace(0.05, 20, 9), colors="#b9b4a5", linewidths=0.8)
        axes.plot(*adam(xi, lr, decoupled=False).T, color="C1", linestyle="--", label="Adam + L2")
        axes.plot(*adam(xi, lr, decoupled=True).T, color="C0", label="AdamW")
        axes.plot(*START, "o", color="#22303c")
        axes.plot(*TARGET, "*", color="#22303c", markersize=13, label=r"$\min f$")
        axes.plot(*(H * TARGET / (H + DECAY)), "D", color="C1", label="min of $f$ + L2")
        axes.set_ylabel(r"steep $\theta_2$")
        axes.grid(visible=False)
    bottom.plot(*(H * TARGET / (H + DECAY * NOISE)), "s", color="C0", label="min of $f$ + scaled L2")
    top.set_title("exact gradients", loc="left")
    bottom.set_title("noisy gradients (mean of 200 runs)", loc="left")
    bottom.set_xlabel(r"flat $\theta_1$")
    for axes in (top, bottom):
        axes.legend(loc="lower right", fontsize=10)
    return figure
