"""Live activations over time for three strategies on a chain of equal layers."""

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

LAYERS, SEGMENT = 16, 4
FORWARD, RECOMPUTE, BACKWARD = "C0", "C1", "C2"
Step = tuple[str, int, float]  # kind, duration, live activations during it


def store_all() -> list[Step]:
    """Keep everything."""
    forward = [(FORWARD, 1, float(i)) for i in range(1, LAYERS + 1)]
    return forward + [(BACKWARD, 2, float(i)) for i in range(LAYERS, 0, -1)]


def in_segments() -> list[Step]:
    """Keep the input of each segment, and the activations of the last segment."""
    steps: list[Step] = []
    count = LAYERS // SEGMENT
    for segment in range(count):
        for i in range(SEGMENT):
            last = segment == count - 1
            steps.append((FORWARD, 1, segment + 1.0 + (i + 1 if last else 1)))
    for segment in range(count - 1, -1, -1):
        if segment < count - 1:
            steps += [(RECOMPUTE, 1, segment + 2.0 + i) for i in range(SEGMENT)]
        steps += [(BACKWARD, 2, segment + 1.0 + i) for i in range(SEGMENT, 0, -1)]
    return steps


def keep_input() -> list[Step]:
    """Keep nothing but the input; the last layer's activation is at hand at first."""
    steps: list[Step] = [(FORWARD, 1, 2.0)] * LAYERS
    for layer in range(LAYERS, 0, -1):
        if layer < LAYERS:
            steps += [(RECOMPUTE, 1, 2.0)] * layer
        steps.append((BACKWARD, 2, 2.0))
    return steps


def draw() -> Figure:
    """Draw one panel for each strategy."""
    figure, panels = plt.subplots(3, 1, figsize=(5.6, 6.8))
    plans = {
        "store all": store_all(),
        f"{LAYERS // SEGMENT} segments": in_segments(),
        "keep the input only": keep_input(),
    }
    for axes, (title, steps) in zip(panels, plans.items(), strict=True):
        left = 0
        for color, duration, live in steps:
            axes.bar(left, live, duration, align="edge", color=color, linewidth=0)
            left += duration
        axes.set_title(title, loc="left")
        axes.set_ylim(0, LAYERS + 1)
        axes.set_xlim(0, max(left, 64))
        axes.set_ylabel("live")
        axes.grid(axis="x", visible=False)
    panels[0].bar(0, 0, color=FORWARD, label="forward")
    panels[0].bar(0, 0, color=RECOMPUTE, label="recompute")
    panels[0].bar(0, 0, color=BACKWARD, label="backward")
    panels[0].legend(loc="upper right")
    panels[-1].set_xlabel("time (one layer forward = 1)")
    return figure
