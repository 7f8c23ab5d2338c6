"""Signal and gradient in random networks of twenty layers, for four choices of activation and scale."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import expit

DEPTH, WIDTH, BATCH = 20, 256, 64
ACTIVATIONS = {
    "sigmoid": (expit, lambda z: expit(z) * (1 - expit(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
}


def propagate(name, scale, seed):
    """Return the spread over samples after each layer, and the gradient's size before each layer."""
    phi, slope = ACTIVATIONS[name]
    rng = np.random.default_rng(seed)
    h = rng.standard_normal((BATCH, WIDTH))
    weights = rng.standard_normal((DEPTH, WIDTH, WIDTH)) * np.sqrt(scale / WIDTH)
    spread, zs = [h.std(axis=0).mean()], []
    for w in weights:
        zs.append(h @ w)
        h = phi(zs[-1])
        spread.append(h.std(axis=0).mean())
    g = rng.choice([-1.0, 1.0], (BATCH, WIDTH))
    sizes = [np.linalg.norm(g)]
    for z, w in zip(zs[::-1], weights[::-1], strict=True):
        g = (g * slope(z)) @ w.T
        sizes.append(np.linalg.norm(g))
    return np.array(spread), np.array(sizes) / sizes[0]


def draw() -> Figure:
    """Draw both quantities against the number of layers passed."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 6.6), sharex=True)
    cases = [("relu", 2, "ReLU, He"), ("tanh", 1, "tanh, Xavier")]
    cases += [("relu", 1, "ReLU, Xavier"), ("sigmoid", 1, "sigmoid, Xavier")]
    for i, (name, scale, label) in enumerate(cases):
        for seed in range(3):
            spread, sizes = propagate(name, scale, seed)
            top.semilogy(spread, color=f"C{i}", linewidth=1.4)
            bottom.semilogy(sizes, color=f"C{i}", linewidth=1.4, label=label if seed == 0 else None)
    top.set_title("forward: spread over samples", loc="left")
    bottom.set_title("backward: gradient / gradient at the output", loc="left")
    bottom.legend(loc="lower left")
    bottom.set_xlabel("layers passed")
    bottom.set_xticks([0, 5, 10, 15, 20])
    return figure
