"""The logit of the true class as a function of its angle, under four losses."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure


def draw() -> Figure:
    theta = np.linspace(0, np.pi, 721)
    k = np.minimum((4 * theta / np.pi).astype(int), 3)
    curves = {
        "softmax": np.cos(theta),
        "CosFace 0.35": np.cos(theta) - 0.35,
        "ArcFace 0.5": np.where(theta <= np.pi - 0.5, np.cos(theta + 0.5), np.cos(theta) - 0.5 * np.sin(0.5)),
        "SphereFace 4": (-1.0) ** k * np.cos(4 * theta) - 2 * k,
    }
    figure, (left, right) = plt.subplots(1, 2, figsize=(6.4, 4.0))
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    for (name, values), style in zip(curves.items(), ("-", "--", "-", "-."), strict=True):
        left.plot(np.degrees(theta), values, style, label=name)
    left.set(xlim=(0, 180), ylim=(-5.6, 1.1), xticks=(0, 45, 90, 135, 180))
    left.set_xlabel(r"$\theta_y$ (degrees)", fontsize=13)
    left.set_title(r"$\varphi(\theta_y)$", fontsize=14)
    left.legend(loc="lower left", fontsize=11.5, handlelength=1.6, borderaxespad=0.1)

    # How much of the angle each margin asks for, seen as a shift along the angle axis.
    angle = np.linspace(0.02, np.pi / 2, 300)
    shifts = {
        "CosFace 0.35": np.arccos(np.cos(angle) - 0.35) - angle,
        "ArcFace 0.5": np.full_like(angle, 0.5),
    }
    for (name, shift), color, style in zip(shifts.items(), ("#d55e00", "#00795a"), ("--", "-"), strict=True):
        right.plot(np.degrees(angle), np.degrees(shift), style, color=color, label=name)
    right.set(xlim=(0, 90), ylim=(0, 55), xticks=(0, 30, 60, 90))
    right.set_xlabel(r"$\theta_y$ (degrees)", fontsize=13)
    right.set_title("margin as an angle (degrees)", fontsize=13)
    right.legend(loc="upper right", fontsize=11.5)
    for axes in (left, right):
        axes.tick_params(labelsize=12)
    return figure
