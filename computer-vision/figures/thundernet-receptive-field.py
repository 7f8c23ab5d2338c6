"""One-dimensional response of the toy backbone with 3×3 and with 5×5 depthwise kernels."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray


def response(k: int) -> NDArray[np.float64]:
    """Convolve the uniform kernels of all layers; half of each stride-1 block is a shortcut."""
    layers = [(3, 1.0, 2), (3, 1.0, 2)]
    for repeats in (4, 8, 4):
        layers += [(k, 1.0, 2)] + [(k, 0.5, 1)] * (repeats - 1)
    weights, jump = np.ones(1), 1
    for size, part, stride in layers:
        kernel = np.zeros((size - 1) * jump + 1)
        kernel[::jump] = part / size
        kernel[len(kernel) // 2] += 1 - part
        weights = np.convolve(weights, kernel)
        jump *= stride
    return weights


def draw() -> Figure:
    """Draw both responses, smoothed over one last stride, over the width of the input."""
    figure, axes = plt.subplots(figsize=(6.4, 4.0))
    axes.axvspan(-160, 160, color="#5c5c5c", alpha=0.13, lw=0)
    for k, color, top in ((3, "#0072b2", 0.0098), (5, "#d55e00", 0.0055)):
        weights = response(k)
        smooth = np.convolve(weights, np.ones(32) / 32, mode="same")
        x = np.arange(len(weights)) - len(weights) // 2
        axes.plot(x, smooth, color=color)
        label = f"{k}×{k}: theory {len(weights)}"
        axes.text(62 if k == 3 else 105, top * 0.62, label, color=color, fontsize=14)
    axes.text(0, 0.00025, "input 320", ha="center", fontsize=13, color="#5c5c5c")
    axes.set(xlim=(-523, 523), ylim=(0, None), yticks=[])
    axes.set_xlabel("distance from the centre (pixels)", fontsize=14)
    axes.tick_params(labelsize=13)
    axes.grid(visible=False)
    return figure
