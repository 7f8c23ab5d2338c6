"""A state that chooses what to keep, beside one with a fixed step."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def run(values, gate):
    """Return the states of h = (1 - g) h + g u."""
    h, states = 0.0, []
    for value, g in zip(values, gate, strict=True):
        h = (1 - g) * h + g * value
        states.append(h)
    return np.array(states)


def draw() -> Figure:
    """Draw the input and both states."""
    rng = np.random.default_rng(3)
    steps = np.arange(40)
    values = rng.standard_normal(40)
    marked = np.isin(steps, [0, 9, 21, 30])
    values[marked] = [1.3, -1.2, 0.7, -0.5]
    last = np.maximum.accumulate(np.where(marked, steps, 0))
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 5.4), sharex=True)
    top.vlines(steps, 0, values, color="#a9b1b8", linewidth=1.5)
    top.plot(steps[~marked], values[~marked], "o", color="#7a8792", markersize=5, mfc="none")
    top.plot(steps[marked], values[marked], "o", color="C1", markersize=8, label="marked")
    top.set_title("input", loc="left")
    top.legend(loc="upper right", bbox_to_anchor=(1, 1.22))
    bottom.step(steps, values[last], where="post", color="#a9b1b8", linewidth=5, label="target")
    gate = np.where(marked, 1 / (1 + np.exp(-10)), 1 / (1 + np.exp(10)))
    bottom.step(steps, run(values, gate), where="post", color="C1", linewidth=1.8, label="selective")
    fixed = run(values, np.full(40, 0.25))
    bottom.plot(steps, fixed, color="C0", linestyle="--", label="fixed step")
    bottom.set_title("state", loc="left")
    bottom.set_xlabel("step")
    bottom.set_ylim(-1.6, 2.4)
    bottom.legend(loc="upper right", ncols=3, columnspacing=1.0, handlelength=1.4)
    return figure
