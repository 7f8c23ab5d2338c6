"""One scene, two rules of matching: what happens when the best object is already taken."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

Box = tuple[float, float, float, float]
TRUTHS: dict[str, Box] = {"A": (10, 10, 70, 70), "B": (30, 16, 90, 76)}
FOUND: dict[str, Box] = {"1": (8, 6, 68, 66), "2": (18, 12, 78, 72)}
OBJECT, RIGHT, WRONG = "#0072b2", "#00795a", "#d55e00"


def frame(box: Box, **style: object) -> Rectangle:
    """Return the outline of a box given by two corners."""
    left, top, right, bottom = box
    return Rectangle((left, top), right - left, bottom - top, **style)  # type: ignore[arg-type]


def draw() -> Figure:
    figure, panels = plt.subplots(1, 2, figsize=(7.0, 3.9))
    outcomes = (
        ("VOC: best object only", WRONG, "2: A is taken → FP"),
        ("COCO: best free object", RIGHT, "2: B is free → TP"),
    )
    for axes, (title, color, outcome) in zip(panels, outcomes, strict=True):
        for box in TRUTHS.values():
            axes.add_patch(frame(box, facecolor=OBJECT, alpha=0.10, edgecolor="none"))
            axes.add_patch(frame(box, fill=False, edgecolor=OBJECT, linewidth=3))
        axes.add_patch(frame(FOUND["1"], fill=False, edgecolor=RIGHT, linewidth=2, linestyle="--"))
        axes.add_patch(frame(FOUND["2"], fill=False, edgecolor=color, linewidth=2, linestyle="--"))
        for x, y, text, ink in (
            (13, 61, "A", OBJECT),
            (82, 28, "B", OBJECT),
            (10.5, 3.5, "1", RIGHT),
            (74, 9.5, "2", color),
        ):
            axes.text(x, y, text, color=ink, fontsize=15, weight="bold", ha="center", va="center")
        axes.text(49, 86, "1: A → TP", color=RIGHT, fontsize=13, ha="center")
        axes.text(49, 96, outcome, color=color, fontsize=13, ha="center")
        axes.set_title(title, fontsize=13)
        axes.set(xlim=(4, 94), ylim=(100, -1), aspect="equal")
        axes.axis("off")
    return figure
