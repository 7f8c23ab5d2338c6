"""Cross entropy with one softmax and with two: loss and gradient against the lead of the true class."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

CLASSES = 10


def losses(lead: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return both losses and their derivatives by the true logit; the other logits are zero."""
    others = CLASSES - 1
    true = 1 / (1 + others * np.exp(-lead))
    other = (1 - true) / others
    once = -np.log(true)
    twice = np.log1p(others * np.exp(other - true))
    second = np.exp(-twice)
    # Chain rule through the first softmax: its Jacobian times (second softmax - one-hot target).
    slope = true * (1 - true) * (second - 1) - others * true * other * (1 - second) / others
    return once, twice, true - 1, slope


def draw() -> Figure:
    """Draw the losses above, the gradients below."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 6.4), sharex=True)
    lead = np.linspace(-10, 10, 401)
    once, twice, slope_once, slope_twice = losses(lead)
    top.plot(lead, once, color="C0")
    top.plot(lead, twice, color="C1")
    ceiling = np.log(np.e + CLASSES - 1)
    for level in (ceiling, ceiling - 1):
        top.axhline(level, color="C6", linestyle=":", linewidth=1.5)
    top.text(-6.4, 9.2, "one softmax", color="C0")
    top.text(-9.8, 3.0, "two softmaxes", color="C1")
    top.text(10, ceiling + 0.15, r"$\log(e+K-1)$", color="C6", ha="right")
    top.set_ylabel("loss")
    bottom.plot(lead, slope_once, color="C0")
    bottom.plot(lead, slope_twice, color="C1")
    bottom.text(-9.8, -0.9, "one softmax", color="C0")
    bottom.text(-9.8, -0.13, "two softmaxes", color="C1")
    bottom.set_ylabel("gradient by the true logit")
    bottom.set_xlabel("lead of the true logit")
    return figure
