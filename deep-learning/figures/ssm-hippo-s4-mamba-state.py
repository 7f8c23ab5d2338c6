"""What a layer must keep while generating, and what a fixed state loses."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

WIDTH = 64


def recall(rng, pairs):
    """Return the fractions of values found again from the fixed state and from the full cache."""
    keys = rng.standard_normal((pairs, WIDTH)) / np.sqrt(WIDTH)
    values = rng.choice([-1.0, 1.0], (pairs, 32))
    scores = np.exp(20 * keys @ keys.T)
    outputs = keys @ (keys.T @ values), scores / scores.sum(axis=1, keepdims=True) @ values
    return [np.mean((out @ values.T).argmax(axis=1) == np.arange(pairs)) for out in outputs]


def draw() -> Figure:
    """Draw the sizes of the states above, the recall below."""
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.6, 6.2))
    tokens = np.geomspace(1, 100_000, 50)
    top.loglog(tokens, 2 * tokens, color="C1", label="KV cache")
    top.loglog(tokens, np.full(50, 256.0), color="C2", label="Mamba-2 ($N=128$)")
    top.loglog(tokens, np.full(50, 32.0), color="C0", label="Mamba ($N=16$)")
    top.set_xlim(1, 100_000)
    top.set_xlabel("tokens read")
    top.set_ylabel("numbers kept / $d$")
    top.legend(loc="upper left")

    rng = np.random.default_rng(0)
    pairs = np.array([4, 8, 16, 32, 64, 128, 256, 512])
    rates = np.array([np.mean([recall(rng, int(m)) for _ in range(8)], axis=0) for m in pairs])
    bottom.axvline(WIDTH, color="C6", linestyle=":", linewidth=1.5)
    bottom.plot(pairs, rates[:, 1], "o-", color="C1", label="full cache")
    bottom.plot(pairs, rates[:, 0], "o-", color="C0", label="fixed state")
    bottom.set_xscale("log", base=2)
    bottom.set_ylim(0, 1.08)
    bottom.set_xlabel("pairs stored")
    bottom.set_ylabel("recalled")
    bottom.legend(loc="lower left")
    return figure
