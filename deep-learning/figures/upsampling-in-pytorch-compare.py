"""One small picture, enlarged four times by five methods."""

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn.functional as F
from matplotlib.figure import Figure
from torch import Tensor


def picture(size: int = 12) -> Tensor:
    """Return a bright disc beside slanting stripes."""
    y, x = np.mgrid[:size, :size] + 0.5
    disc = np.clip(3.4 - np.hypot(x - 4, y - 4), 0, 1)
    stripes = ((x + y) % 4 < 2) & (x + y > 14)
    return torch.tensor(0.15 + 0.7 * np.maximum(disc, stripes), dtype=torch.float32)[None, None]


def stamp(x: Tensor, kernel: Tensor, padding: int, extra: int) -> Tensor:
    """Double the size by a transposed convolution; edges are repeated to keep the margin quiet."""
    wide = F.pad(x, (1, 1, 1, 1), mode="replicate")
    out = F.conv_transpose2d(wide, kernel, stride=2, padding=padding, output_padding=extra)
    return out[..., 2:-2, 2:-2]


def draw() -> Figure:
    """Draw the input and the five results."""
    generator = torch.Generator().manual_seed(3)
    tent = torch.tensor([1.0, 3.0, 3.0, 1.0]) / 4
    smooth = torch.outer(tent, tent)[None, None]
    noisy = smooth * (1 + 0.35 * torch.randn(1, 1, 4, 4, generator=generator))
    uneven = torch.full((1, 1, 3, 3), 4 / 9)
    small = picture()
    twice = {
        "transposed, k=3 s=2, ones": lambda x: stamp(x, uneven, 1, 1),
        "transposed, k=4 s=2, random": lambda x: stamp(x, noisy, 1, 0),
    }
    panels = {"input, 12 × 12": small}
    for mode in ("nearest", "bilinear", "bicubic"):
        panels[mode] = F.interpolate(small, scale_factor=4, mode=mode)
    for name, double in twice.items():
        panels[name] = double(double(small))
    figure, cells = plt.subplots(3, 2, figsize=(6.4, 9.4))
    for axes, (name, image) in zip(cells.flat, panels.items(), strict=True):
        shown = np.round(image[0, 0].clamp(0, 1).numpy() * 255).astype(np.uint8)
        axes.imshow(shown, cmap="gray", vmin=0, vmax=255, interpolation="none")
        axes.set_title(name, fontsize=14)
        axes.axis("off")
    return figure
