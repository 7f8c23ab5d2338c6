"""The root of w^3 - 5: four steps of 1/k from zero, and two remedies."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw the explosion on the left, the convergence on the right."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.0, 3.8))
    w, path = 0.0, [0.0]
    for k in range(1, 5):
        w -= (w**3 - 5) / k
        path.append(w)
    left.plot(range(1, 6), path, color="C1", marker="o")
    left.set_yscale("symlog", linthresh=1)
    left.set_ylim(-1e15, 1e9)
    left.set_yticks([-1e12, -1e8, -1e4, 0, 1e4, 1e8])
    left.set_xticks(range(1, 6))
    left.set_title("$a_k=1/k$", loc="left")
    left.set_xlabel("$k$")
    left.set_ylabel("$w_k$")

    rng = np.random.default_rng(0)
    small, projected = [2.5], [0.0]
    for k in range(1, 1000):
        noise = rng.standard_normal()
        small.append(small[-1] - (small[-1] ** 3 - 5 + noise) / (k + 20))
        projected.append(float(np.clip(projected[-1] - (projected[-1] ** 3 - 5 + noise) / k, -3, 3)))
    steps = np.arange(1, 1001)
    right.plot(steps, projected, color="C2", linewidth=1.5)
    right.plot(steps, small, color="C0")
    right.axhline(5 ** (1 / 3), color="#22303c", linestyle="--", linewidth=1)
    right.text(60, 2.15, r"$a_k=1/(k+20)$", color="C0")
    right.text(25, -1.5, r"$1/k$ and" + "\nprojection", color="C2")
    right.set_xscale("log")
    right.set_xlim(1, 1000)
    right.set_ylim(-3.4, 3.4)
    right.set_xlabel("$k$")
    return figure
