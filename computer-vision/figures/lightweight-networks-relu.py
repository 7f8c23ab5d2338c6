"""How much of a spiral in the plane can be recovered from m random channels after a ReLU."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

CHANNELS = (2, 4, 6, 12)


def recover(points: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Solve for every point from its positive channels; the shortest solution where they are too few."""
    solved = np.array([np.linalg.pinv(rows[rows @ x > 0]) @ (rows[rows @ x > 0] @ x) for x in points])
    return solved, np.isclose(solved, points).all(axis=1)


def draw() -> Figure:
    """Draw one panel per number of channels."""
    angle = np.linspace(0.8, 4.6 * np.pi, 220)
    points = np.stack([angle * np.cos(angle), angle * np.sin(angle)], axis=1) / angle.max()
    figure, axes = plt.subplots(2, 2, figsize=(5.6, 5.8))
    for ax, m in zip(axes.flat, CHANNELS, strict=True):
        rows = np.random.default_rng(11).standard_normal((m, 2))
        solved, exact = recover(points, rows)
        ax.plot(*points.T, color="#b9b6ac", linewidth=1.2)
        ax.scatter(*solved[~exact].T, s=12, color="#d55e00", linewidths=0)
        ax.scatter(*solved[exact].T, s=12, color="#0072b2", linewidths=0)
        ax.set_title(f"m = {m}: {exact.mean():.0%} recovered")
        ax.set(xlim=(-1.1, 1.1), ylim=(-1.1, 1.1), aspect="equal", xticks=[], yticks=[])
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
    return figure
