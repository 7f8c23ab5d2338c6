"""What derivatives cost in the two modes, in units of one evaluation: counted, and by formula."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor
from torch.func import grad, jacrev
from torch.utils.flop_counter import FlopCounterMode

INPUTS = 64


def flops(function: Callable[..., object], *args: Tensor) -> int:
    """Count the operations of the products of matrices."""
    with FlopCounterMode(display=False) as counter:
        function(*args)
    return int(counter.get_total_flops())


def loss(h: Tensor, *weights: Tensor) -> Tensor:
    """Run a network without biases and sum up its output."""
    for weight in weights:
        h = (h @ weight).tanh()
    return h.sum()


def gradients(axes: Axes) -> None:
    """Draw the cost of the gradient of a scalar against the number of parameters."""
    sizes, ratios = [], []
    for width in (4, 16, 64, 256):
        args = [torch.zeros(shape) for shape in [(1, width), (width, width), (width, 1)]]
        every = grad(loss, argnums=(0, 1, 2))
        sizes.append(sum(arg.numel() for arg in args))
        ratios.append(flops(every, *args) / flops(loss, *args))
    n = np.geomspace(10, 1e5, 50)
    axes.plot(n, 3 * n, color="C1", label="forward mode, $3n$")
    axes.plot(n, 2 * n, color="C3", linestyle="--", label="central differences, $2n$")
    axes.plot(n, 0 * n + 3, color="C0", label="reverse mode, 3")
    axes.scatter(sizes, ratios, color="C0", s=50, zorder=3)
    axes.set_xlabel("number of inputs and parameters $n$")
    axes.set_title("gradient of a scalar loss")


def jacobians(axes: Axes) -> None:
    """Draw the cost of a whole Jacobian against the number of outputs."""
    outputs, x = (1, 8, 64, 512), torch.zeros(1, INPUTS)
    ratios = []
    for count in outputs:
        weight = torch.zeros(INPUTS, count)

        def layer(x: Tensor, weight: Tensor = weight) -> Tensor:
            return (x @ weight).tanh()

        ratios.append(flops(jacrev(layer), x) / flops(layer, x))
    m = np.geomspace(1, 1000, 50)
    axes.plot(m, 0 * m + 1 + INPUTS, color="C1", label="forward mode, $1+n$")
    axes.plot(m, 1 + m, color="C0", label="reverse mode, $1+m$")
    axes.scatter(outputs, ratios, color="C0", s=50, zorder=3)
    axes.set_xlabel("number of outputs $m$")
    axes.set_title(f"Jacobian of a map from $n={INPUTS}$ to $m$ dimensions")


def draw() -> Figure:
    """Draw both comparisons, one below the other."""
    figure, (upper, lower) = plt.subplots(2, 1, figsize=(5.6, 6.6))
    gradients(upper)
    jacobians(lower)
    for axes in (upper, lower):
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_ylabel("cost / one evaluation")
        axes.legend(loc="upper left")
    return figure
