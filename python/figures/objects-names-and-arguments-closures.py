"""Three closures over one loop variable share a cell; default values are bound one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from _objects import draw_names

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw() -> Figure:
    """Draw what each function reads i from."""
    late = [lambda: i for i in range(3)]  # noqa: B023
    early = [lambda i=i: i for i in range(3)]
    cells = {f"f{n}": function.__closure__[0] for n, function in enumerate(late) if function.__closure__}
    values = {f"f{n}": function.__defaults__[0] for n, function in enumerate(early) if function.__defaults__}
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.2, 5.6))
    draw_names(top, "lambda: i", {"": dict(cells)})
    draw_names(bottom, "lambda i=i: i", {"": dict(values)})
    for axes in (top, bottom):
        axes.set(xlim=(-0.1, 5.4), ylim=(-2.5, 0.5))
    return figure
