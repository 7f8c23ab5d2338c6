"""What PyTorch's check says about a 3 by 3 view, and what is true, for all small strides."""

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

STRIDES = range(7)
# (really overlapping, verdict) -> colour, mark, legend
KINDS = {
    (True, 1): ("#f0b48a", "E", "E: overlap, refused with the error"),
    (True, 2): ("#f3e2a0", "×", "×: overlap, but not detected"),
    (False, 2): ("#e6ebef", "·", "·: no overlap, undecided, allowed"),
    (False, 0): ("#a9d3c4", "ok", "ok: dense, known to be safe"),
}


def kind(s0: int, s1: int) -> tuple[bool, int]:
    """Tell whether two elements share a slot, and what PyTorch answers."""
    view = torch.empty(30).as_strided((3, 3), (s0, s1))
    slots = {i * s0 + j * s1 for i in range(3) for j in range(3)}
    return len(slots) < view.numel(), torch._debug_has_internal_overlap(view)


def draw() -> Figure:
    """Draw one cell for each pair of strides."""
    figure, axes = plt.subplots(figsize=(5.6, 6.6))
    for s0 in STRIDES:
        for s1 in STRIDES:
            colour, mark, _ = KINDS[kind(s0, s1)]
            corner = (s1 - 0.5, s0 - 0.5)
            axes.add_patch(Rectangle(corner, 1, 1, facecolor=colour, edgecolor="white", lw=2))
            axes.text(s1, s0, mark, ha="center", va="center", fontsize=15)
    axes.set(xlim=(-0.5, 6.5), ylim=(6.5, -0.5), aspect="equal")
    axes.grid(visible=False)
    axes.set_xlabel("stride of the columns, $s_1$", fontsize=14)
    axes.set_ylabel("stride of the rows, $s_0$", fontsize=14)
    axes.tick_params(labelsize=13, length=0)
    figure.legend(
        handles=[Patch(facecolor=colour, label=text) for colour, _, text in KINDS.values()],
        loc="outside lower center",
        fontsize=13,
    )
    return figure
