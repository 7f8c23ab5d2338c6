"""Four statements and the bindings after each: snapshots of running code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _objects import draw_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.figure import Figure

Frames = dict[str, dict[str, object]]


def stages() -> Iterator[tuple[str, Frames]]:
    """Run the statements named in the titles and yield what every name is bound to."""
    a = [1, 2]
    yield "a = [1, 2]", {"caller": {"a": a}}
    b = a
    yield "b = a", {"caller": {"a": a, "b": b}}

    def f(p: list[int]) -> Iterator[tuple[str, Frames]]:
        yield "f(a)", {"caller": {"a": a, "b": b}, "f": {"p": p}}
        p = [9]
        yield "p = [9]", {"caller": {"a": a, "b": b}, "f": {"p": p}}

    yield from f(a)


def draw() -> Figure:
    """Draw one panel for each statement."""
    figure, panels = plt.subplots(2, 2, figsize=(5.4, 4.6))
    for axes, (title, frames) in zip(panels.flat, stages(), strict=True):
        draw_names(axes, title, frames)
        axes.set(xlim=(-0.5, 3.5), ylim=(-2.5, 0.5))
    return figure
