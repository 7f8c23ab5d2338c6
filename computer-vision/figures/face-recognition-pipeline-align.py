"""Five points in a photo, and where one similarity puts them; two wrong orders for comparison."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

TEMPLATE = np.array(
    [(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)]
)
PLACE, FOUND, BAD = "#0072b2", "#d55e00", "#b04a86"
LINKS = ((0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4))


def align(points: np.ndarray) -> np.ndarray:
    """Return the points under the similarity that brings them nearest to the template."""
    x = points @ [1, 1j]
    y = TEMPLATE @ [1, 1j]
    dx, dy = x - x.mean(), y - y.mean()
    moved = y.mean() + (dy @ dx.conj()) / (dx @ dx.conj()) * dx
    return np.column_stack([moved.real, moved.imag])


def face(axes: Axes, points: np.ndarray, color: str, marker: str) -> None:
    for i, j in LINKS:
        axes.plot(*points[[i, j]].T, color=color, linewidth=1.2, alpha=0.5)
    axes.plot(*points.T, marker, color=color, markersize=9, markeredgewidth=2)


def target(axes: Axes, title: str) -> None:
    axes.add_patch(Rectangle((0, 0), 112, 112, fill=False, edgecolor="#7a8792", linewidth=1.5))
    axes.plot(*TEMPLATE.T, "o", markerfacecolor="none", color=PLACE, markersize=15, markeredgewidth=2)
    axes.set(xlim=(-6, 118), ylim=(118, -6), aspect="equal")
    axes.set_title(title, fontsize=14)
    axes.axis("off")


def draw() -> Figure:
    phi = np.deg2rad(20)
    turn = np.array([[np.cos(phi), -np.sin(phi)], [np.sin(phi), np.cos(phi)]])
    found = 2.5 * TEMPLATE @ turn.T + [120, 60] + np.random.default_rng(0).normal(0, 2, (5, 2))

    figure, (photo, right, wrong) = plt.subplots(1, 3, figsize=(6.4, 2.7))
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    face(photo, found, FOUND, "x")
    for name, point in zip("12345", found, strict=True):
        photo.text(point[0] + 11, point[1] - 9, name, fontsize=14, weight="bold")
    photo.set(xlim=(80, 310), ylim=(385, 155), aspect="equal", xticks=(), yticks=())
    photo.spines[:].set_visible(True)
    photo.set_title("photo", fontsize=14)

    face(right, align(found), FOUND, "x")
    target(right, "aligned")
    face(wrong, align(found[[1, 0, 2, 3, 4]]), BAD, "x")
    target(wrong, "eyes swapped")
    return figure
