"""Words per bucket when a thousand words are hashed into a thousand buckets, beside Poisson(1)."""

from math import exp, factorial

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

BUCKETS = WORDS = 1000
MASK = (1 << 64) - 1
K0, K2 = 0xC3A5C85C97CB3127, 0x9AE16A3B2F90404F


def shift_mix(value: int) -> int:
    """Fold the high bits into the low ones."""
    return value ^ value >> 47


def fingerprint64(data: bytes) -> int:
    """FarmHash Fingerprint64 of one to seven bytes."""
    n = len(data)
    if n < 4:
        y = data[0] + (data[n // 2] << 8)
        z = n + (data[-1] << 2)
        return shift_mix((y * K2 ^ z * K0) & MASK) * K2 & MASK
    k = (K2 + 2 * n) & MASK
    u = n + (int.from_bytes(data[:4], "little") << 3)
    v = int.from_bytes(data[-4:], "little")
    a = shift_mix((u ^ v) * k & MASK)
    return shift_mix((v ^ a) * k & MASK) * k & MASK


def draw() -> Figure:
    """Draw the histogram and the distribution it should follow."""
    load = np.bincount([fingerprint64(b"w%d" % i) % BUCKETS for i in range(WORDS)], minlength=BUCKETS)
    sizes = np.arange(7)
    poisson = [BUCKETS * exp(-1) / factorial(int(size)) for size in sizes]
    figure, axes = plt.subplots(figsize=(5.6, 4.0))
    axes.bar(sizes, np.bincount(load, minlength=7)[:7], width=0.7, color="C0", label="Fingerprint64")
    axes.plot(
        sizes,
        poisson,
        linestyle="",
        marker="o",
        markersize=9,
        markerfacecolor="none",
        markeredgewidth=2,
        color="C1",
        label="Poisson(1)",
    )
    axes.set_xlabel("words in a bucket")
    axes.set_ylabel("buckets")
    axes.grid(axis="x", visible=False)
    axes.legend()
    return figure
