"""One synthetic picture and eight ways to augment it."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

SIZE = 64
GREY = 0.5


def house():
    """Paint a house under a sun."""
    y, x = np.mgrid[:SIZE, :SIZE]
    image = np.empty((SIZE, SIZE, 3))
    image[:] = (0.55, 0.78, 0.95)
    image[y > 46] = (0.35, 0.62, 0.30)
    image[(x - 13) ** 2 + (y - 13) ** 2 < 49] = (0.98, 0.80, 0.20)
    image[(y > 28) & (y < 54) & (x > 24) & (x < 54)] = (0.93, 0.86, 0.70)
    image[(y > 12) & (y <= 28) & (abs(x - 39) < 1.15 * (y - 12))] = (0.75, 0.22, 0.17)
    image[(y > 38) & (y < 54) & (x > 28) & (x < 36)] = (0.42, 0.26, 0.15)
    image[(y > 34) & (y < 43) & (x > 41) & (x < 50)] = (0.25, 0.45, 0.70)
    return image


def balloon():
    """Paint a striped balloon at dusk."""
    y, x = np.mgrid[:SIZE, :SIZE]
    image = np.empty((SIZE, SIZE, 3))
    image[:] = (0.28, 0.20, 0.42)
    inside = (x - 36) ** 2 / 20**2 + (y - 27) ** 2 / 23**2 < 1
    image[inside] = (0.95, 0.55, 0.15)
    image[inside & ((x - 36) // 6 % 2 == 0)] = (0.98, 0.90, 0.55)
    image[(y > 54) & (y < 62) & (abs(x - 36) < 6)] = (0.55, 0.35, 0.20)
    return image


def draw() -> Figure:
    """Draw the pictures in a grid of three by three."""
    rng = np.random.default_rng(0)
    first, second = house(), balloon()

    moved = np.full_like(first, GREY)
    moved[6:, :-8] = first[:-6, ::-1][:, 8:]
    erased = first.copy()
    erased[20:48, 30:46] = rng.random((28, 16, 3))
    square = first.copy()
    square[30:54, 6:30] = GREY
    hidden = np.kron(rng.random((4, 4)) < 0.3, np.ones((16, 16))).astype(bool)
    seek = np.where(hidden[..., None], GREY, first)
    stripe = (np.arange(SIZE) + 5) % 20 < 10
    grid = np.where((stripe[:, None] & stripe)[..., None], GREY, first)
    pasted = first.copy()
    pasted[24:, 28:] = second[24:, 28:]

    panels = {
        "original": first,
        "flip + shift": moved,
        "color jitter": np.clip(first * (1.2, 0.95, 0.7) - 0.05, 0, 1),
        "Random Erasing": erased,
        "Cutout": square,
        "Hide-and-Seek": seek,
        "GridMask": grid,
        "Mixup": 0.6 * first + 0.4 * second,
        "CutMix": pasted,
    }
    figure, axes = plt.subplots(3, 3, figsize=(6.0, 6.6))
    for cell, (name, image) in zip(axes.flat, panels.items(), strict=True):
        cell.imshow(np.round(image * 255).astype(np.uint8), interpolation="none")
        cell.set_title(name, fontsize=13)
        cell.axis("off")
    return figure
