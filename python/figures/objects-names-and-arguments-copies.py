"""Alias, shallow copy and deep copy of a nested list, read from live objects."""

from __future__ import annotations

from copy import copy, deepcopy
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _objects import draw_names

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw the three ways to get a second name, one panel each."""
    heights = (2, 2, 4)
    figure, panels = plt.subplots(3, 1, figsize=(5.2, 6.0), height_ratios=heights)
    a = [[1], [2]]
    ways = {"b = a": a, "b = copy(a)": copy(a), "b = deepcopy(a)": deepcopy(a)}
    for axes, height, (title, b) in zip(panels, heights, ways.items(), strict=True):
        draw_names(axes, title, {"": {"a": a, "b": b}})
        axes.set(xlim=(-0.1, 5.4), ylim=(0.5 - height, 0.5))
    return figure
