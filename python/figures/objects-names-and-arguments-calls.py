"""What a parameter is under three calling conventions, just after f(a) has been entered."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _objects import Variable, draw_names

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw the caller's name and the parameter, one panel for each convention."""
    figure, panels = plt.subplots(3, 1, figsize=(4.6, 5.8))
    a = [0]
    conventions: dict[str, object] = {
        "call by value": deepcopy(a),
        "call by reference": Variable("a"),
        "call by sharing (Python)": a,
    }
    for axes, (title, p) in zip(panels, conventions.items(), strict=True):
        draw_names(axes, title, {"caller": {"a": a}, "f": {"p": p}})
        axes.set(xlim=(-0.5, 3.6), ylim=(-1.45, 0.5))
    return figure
