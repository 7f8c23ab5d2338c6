"""Six toy identities on the unit circle, trained with and without the angular margin."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

COLORS = ("#0072b2", "#d55e00", "#00795a", "#b04a86", "#8a6d00", "#5c5c5c")


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def through_unit(x: np.ndarray, grad: np.ndarray) -> np.ndarray:
    u = unit(x)
    return (grad - (grad * u).sum(-1, keepdims=True) * u) / np.linalg.norm(x, axis=-1, keepdims=True)


def logit_grad(cos: np.ndarray, y: np.ndarray, s: float, m: float) -> np.ndarray:
    rows = np.arange(len(y))
    theta = np.arccos(np.clip(cos[rows, y], -1 + 1e-7, 1 - 1e-7))
    past = theta > np.pi - m
    z = s * cos
    z[rows, y] = s * np.where(past, np.cos(theta) - m * np.sin(m), np.cos(theta + m))
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    p[rows, y] -= 1
    grad = s * p / len(y)
    grad[rows, y] *= np.where(past, 1.0, np.sin(theta + m) / np.sin(theta))
    return grad


def train(x: np.ndarray, y: np.ndarray, m: float, rng: np.random.Generator) -> list[np.ndarray]:
    corner = 2 * np.pi * np.arange(6) / 6
    weights = [
        rng.normal(size=(16, 64)) / 4,
        rng.normal(size=(64, 2)) / 8,
        np.column_stack([np.cos(corner), np.sin(corner)]),
    ]
    speed = [np.zeros_like(w) for w in weights]
    for _ in range(400):
        hidden = np.tanh(x @ weights[0])
        e = hidden @ weights[1]
        u, c = unit(e), unit(weights[2])
        g = logit_grad(u @ c.T, y, 16, m)
        ge = through_unit(e, g @ c)
        grads = [
            x.T @ (ge @ weights[1].T * (1 - hidden**2)),
            hidden.T @ ge,
            through_unit(weights[2], g.T @ u),
        ]
        for w, v, grad in zip(weights, speed, grads, strict=True):
            v *= 0.9
            v += grad
            w -= 0.1 * v
            # The last digits of exp and tanh depend on the processor; training would blow them up.
            np.round(w, 6, out=w)
    return weights


def draw() -> Figure:
    figure, panels = plt.subplots(1, 2, figsize=(6.4, 3.5))
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    for axes, m in zip(panels, (0.0, 0.5), strict=True):
        rng = np.random.default_rng(0)
        means = rng.normal(size=(6, 16))
        y = np.repeat(np.arange(6), 40)
        x = means[y] + 0.9 * rng.normal(size=(len(y), 16))
        w = train(x, y, m, rng)
        u, c = unit(np.tanh(x @ w[0]) @ w[1]), unit(w[2])
        axes.plot(*np.array([np.cos(t := np.linspace(0, 7, 300)), np.sin(t)]), color="#b9b4a6", linewidth=1)
        for k, color in enumerate(COLORS):
            axes.plot(*np.column_stack([0 * c[k], c[k]]), color=color, linewidth=1.4)
            axes.plot(*u[y == k].T, "o", color=color, markersize=6, alpha=0.45, markeredgewidth=0)
        axes.set(aspect="equal", xlim=(-1.15, 1.15), ylim=(-1.15, 1.15))
        axes.set_title(f"m = {m:g}", fontsize=14)
        axes.axis("off")
    return figure
