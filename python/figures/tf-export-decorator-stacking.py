"""Which object the module's name, the registry and the attribute reach, read from three running modules."""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _objects import NAME, OBJECT, QUIET, SHARED, arrow
from matplotlib.patches import FancyBboxPatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Function = Callable[[], None]

REGISTRY: dict[str, Function] = {}


def export(symbol: Function) -> Function:
    """Register as the decorator of the article does, under the one name ``f``."""
    vars(inspect.unwrap(symbol))["_api_names"] = ("f",)
    REGISTRY["f"] = symbol
    return symbol


def logged(function: Function) -> Function:
    @functools.wraps(function)
    def wrapper() -> None:
        function()

    return wrapper


def cases() -> Iterator[tuple[str, Function]]:
    """Yield each way to combine the two, and what the module's name is bound to in the end."""

    @export
    @logged
    def outside() -> None: ...

    yield "@export\n@logged", outside

    @logged
    @export
    def inside() -> None: ...

    yield "@logged\n@export", inside

    @export
    def rebound() -> None: ...

    yield "@export, later\nf = logged(f)", logged(rebound)


def box(axes: Axes, corner: tuple[float, float], width: float, text: str, color: str) -> None:
    x, y = corner
    axes.add_patch(
        FancyBboxPatch(
            (x, y - 0.3),
            width,
            0.6,
            boxstyle="round,pad=0,rounding_size=0.1",
            facecolor="white" if color == QUIET else color + "1c",
            edgecolor=color,
            linewidth=1.6,
        )
    )
    axes.text(x + width / 2, y, text, ha="center", va="center", fontsize=14, color=NAME)


def draw_case(axes: Axes, title: str, bound: Function) -> None:
    """Draw two names at the left, the two functions at the right, the attribute where it is stored."""
    functions = {"wrapper": (bound, 0.0), "original": (inspect.unwrap(bound), -1.15)}
    for label, level, value in (("module: f", 0.0, bound), ("registry: f", -1.15, REGISTRY["f"])):
        box(axes, (0.0, level), 1.9, label, QUIET)
        end = next(y for function, y in functions.values() if function is value)
        arrow(axes, (1.9, level), (3.0, end), NAME)
    for label, (function, level) in functions.items():
        box(axes, (3.0, level), 1.5, label, OBJECT if label == "original" else SHARED)
        if "_api_names" in vars(function):
            axes.text(4.62, level, "_api_names", ha="left", va="center", fontsize=13, color=NAME)
    axes.set_title(title, loc="left", fontsize=14, family="DejaVu Sans Mono")
    arrow(axes, (3.75, -0.3), (3.75, -0.85), QUIET)
    axes.set(xlim=(-0.1, 6.5), ylim=(-1.8, 0.45))
    axes.axis("off")


def draw() -> Figure:
    """Draw one panel for each case."""
    figure, panels = plt.subplots(3, 1, figsize=(5.0, 7.0))
    for axes, (title, bound) in zip(panels, cases(), strict=True):
        draw_case(axes, title, bound)
    return figure
