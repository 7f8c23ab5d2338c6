"""Multiply-accumulates of the parts at an input of 320, for three backbones and for heavier heads."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

PARTS = {"backbone": "#0072b2", "CEM": "#00795a", "RPN + SAM": "#b04a86", "head": "#d55e00"}
# Backbones at 320×320, in millions, as the article counts them; channels of C4 and C5.
BACKBONES = {"SNet49": (103.5, 120, 512), "SNet146": (327.8, 264, 528), "SNet535": (1090.5, 496, 992)}
OUTPUTS = 81 + 4 * 80


def budget(name: str, *, old: bool = False, layers: int = 1) -> list[float]:
    """Return the four parts in millions, with the old RPN and head or a second layer if wished."""
    backbone, c4, c5 = BACKBONES[name]
    cells, boxes = 400, 200
    neck = 245 * (c4 * cells + c5 * cells // 4 + c5) / 1e6
    trunk = 9 * 245 * 256 if old else (25 + 256) * 245
    proposals = cells * (trunk + 245 * 256 + 256 * 125) / 1e6
    features = 256 * 49 if old else 245
    head = boxes * (features * 1024 + (layers - 1) * 1024**2 + 1024 * OUTPUTS) / 1e6
    return [backbone, neck, proposals, head]


def draw() -> Figure:
    """Draw stacked bars."""
    figure, axes = plt.subplots(figsize=(6.6, 5.2))
    rows = [(name, budget(name)) for name in BACKBONES] + [
        ("SNet146,\ntwo layers", budget("SNet146", layers=2)),
        ("SNet146,\nold RPN, head", budget("SNet146", old=True)),
    ]
    for y, (_, parts) in enumerate(rows):
        left = 0.0
        for (part, color), value in zip(PARTS.items(), parts, strict=True):
            axes.barh(y, value, left=left, height=0.6, color=color, label=part if y == 0 else None)
            left += value
        axes.text(left + 40, y, f"{left:.0f}", va="center", fontsize=14)
    axes.set_yticks(range(len(rows)), [name for name, _ in rows], fontsize=14)
    axes.invert_yaxis()
    axes.set(xlim=(0, 3800))
    axes.set_xlabel("multiply-accumulates (millions)", fontsize=14)
    axes.tick_params(axis="x", labelsize=13)
    axes.grid(visible=False, axis="y")
    axes.legend(loc="upper right", fontsize=13)
    return figure
