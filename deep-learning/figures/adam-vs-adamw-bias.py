"""Adam's effective step with and without bias correction, for a constant gradient and for pure noise."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

BETA1, BETA2 = 0.9, 0.999


def draw() -> Figure:
    """Draw the size of one step, in units of the learning rate, against the step number."""
    t = np.unique(np.round(np.geomspace(1, 10_000, 200)))
    c1, c2 = 1 - BETA1**t, 1 - BETA2**t
    noise = (1 - BETA1) / np.sqrt(1 - BETA1**2) * np.sqrt(1 - BETA1 ** (2 * t))
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 5.6), sharex=True)

    top.plot(t, c1 / np.sqrt(c2), color="C1", label="without correction")
    top.plot(t, np.ones_like(t), color="C0", label="with correction")
    top.set_title("constant gradient", loc="left")
    top.set_ylim(0, 7.5)

    bottom.plot(t, noise / np.sqrt(c2), color="C1", label="without correction")
    bottom.plot(t, noise / c1, color="C0", label="with correction")
    bottom.axhline(np.sqrt((1 - BETA1) / (1 + BETA1)), color="C6", linestyle=":")
    bottom.set_title("zero-mean noise (RMS)", loc="left")
    bottom.set_ylim(0, 3.5)
    bottom.set_xlabel("step $t$")
    for axes in (top, bottom):
        axes.set_xscale("log")
        axes.set_xlim(1, 10_000)
        axes.set_ylabel("step / lr")
    top.legend(loc="upper right")
    return figure
