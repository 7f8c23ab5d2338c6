"""Weights that only decay: no gradient at all, and gradients that are pure noise of different scales."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def run(theta, gradients, lr, weight_decay, decoupled):
    """Return the trajectory of Adam with L2 regularisation or with decoupled weight decay."""
    theta = np.array(theta, dtype=float)
    m, v, path = np.zeros_like(theta), np.zeros_like(theta), [theta.copy()]
    for t, g in enumerate(gradients, 1):
        if decoupled:
            theta = theta * (1 - lr * weight_decay)
        else:
            g = g + weight_decay * theta
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        theta = theta - lr * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        path.append(theta.copy())
    return np.array(path)


def draw() -> Figure:
    """Draw both experiments as the fraction of the initial weight that is left."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 6.4))
    start = np.array([1.0, 3.0, 100.0])
    zero = np.zeros((100, 3))
    l2 = run(start, zero, 1e-2, 0.1, decoupled=False) / start
    adamw = run(start, zero, 1e-2, 0.1, decoupled=True) / start
    top.plot(adamw[:, 0], color="C0")
    top.plot(l2, color="C1", linestyle="--")
    top.text(55, 1.02, r"L2, $\theta_0=100$", color="C1")
    top.text(73, 0.84, r"AdamW, any $\theta_0$", color="C0")
    top.text(62, 0.68, r"L2, $\theta_0=3$", color="C1")
    top.text(30, 0.5, r"L2, $\theta_0=1$", color="C1")
    top.set_title("zero gradient", loc="left")

    scales, copies, steps = np.array([10.0, 1.0, 0.1, 0.01]), 200, 5000
    rng = np.random.default_rng(0)
    noise = [rng.standard_normal(copies) for _ in range(steps)]
    l2 = run(np.ones((4, copies)), (scales[:, None] * xi for xi in noise), 1e-3, 0.1, decoupled=False)
    adamw = run(np.ones(copies), noise, 1e-3, 0.1, decoupled=True)
    bottom.plot(adamw.mean(axis=1), color="C0", linewidth=4, alpha=0.6)
    bottom.plot(l2.mean(axis=2), color="C1", linestyle="--")
    bottom.text(2200, 1.0, r"L2, $\sigma=10$", color="C1")
    bottom.text(1900, 0.86, r"AdamW, any $\sigma$", color="C0")
    bottom.text(3300, 0.54, r"L2, $\sigma=1$", color="C1")
    bottom.text(1500, 0.36, r"L2, $\sigma=0.1$", color="C1")
    bottom.text(60, 0.06, r"L2, $\sigma=0.01$", color="C1")
    bottom.set_title(r"zero-mean gradients of scale $\sigma$", loc="left")
    bottom.set_xlabel("step")
    for axes in (top, bottom):
        axes.set_ylabel(r"$\theta_t\,/\,\theta_0$")
        axes.set_ylim(-0.05, 1.12)
    return figure
