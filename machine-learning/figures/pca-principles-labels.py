"""Two classes whose difference lies in the direction of little variance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLORS = ["#0072b2", "#d55e00"]
INK = "#22303c"


def draw() -> Figure:
    rng = np.random.default_rng(0)
    y = np.repeat([0, 1], 100)
    X = rng.standard_normal((200, 2)) * [3.0, 0.5] + np.outer(2 * y - 1, [0.0, 1.0])
    c, s = np.cos(np.deg2rad(30)), np.sin(np.deg2rad(30))
    X = X @ np.array([[c, s], [-s, c]])
    _, _, axes = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    axes *= np.sign(axes[:, [1]])

    figure, panels = plt.subplot_mosaic(
        [["plane", "first"], ["plane", "second"]], figsize=(6.6, 3.9), width_ratios=[3, 2]
    )
    plane = panels["plane"]
    for i, color in enumerate(COLORS):
        plane.plot(*X[y == i].T, "o^"[i], color=color, ms=4, alpha=0.6, mew=0)
    for name, axis, length in (("$v_1$", axes[0], 5.0), ("$v_2$", axes[1], 3.0)):
        plane.annotate("", length * axis, (0, 0), arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 2.2})
        x, y_text = (length + 0.9) * axis
        plane.text(x, y_text, name, ha="center", va="center", fontsize=13)
    plane.set_aspect("equal")
    plane.set(xlabel="$x_1$", ylabel="$x_2$", xlim=(-7.5, 7.5), ylim=(-6.4, 6.4))
    for key, axis, reach in (("first", axes[0], 9), ("second", axes[1], 3)):
        bins = np.linspace(-reach, reach, 19).tolist()
        for i, color in enumerate(COLORS):
            panels[key].hist(X[y == i] @ axis, bins=bins, color=color, alpha=0.55)
        panels[key].set(yticks=[])
    panels["first"].set_title("scores on $v_1$")
    panels["second"].set_title("scores on $v_2$")
    return figure
