"""What the figures of the article on kd trees share: the names its blocks define, and how cuts are drawn."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ARTICLE = Path(__file__).parents[1] / "kd-tree.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLUE, ORANGE, INK, GREY = "#0072b2", "#d55e00", "#22303c", "#7a8792"

names: dict[str, Any] = {"__name__": "__main__"}
blocks = BLOCK.finditer(ARTICLE.read_text(encoding="utf-8"))


def article(name: str) -> dict[str, Any]:
    """Run the article's blocks until *name* is defined, so that a figure shows what the text computes."""
    with contextlib.redirect_stdout(io.StringIO()):
        while name not in names:
            exec(next(blocks)[1], names)
    return names


def draw_cuts(ax: Axes, node: Any, low: tuple[float, float], high: tuple[float, float], width: float) -> None:
    """Draw the cut of each node inside its cell: blue across x, orange across y."""
    if node is None:
        return
    s = node.point[node.axis]
    if node.axis == 0:
        ax.plot([s, s], [low[1], high[1]], color=BLUE, lw=width, solid_capstyle="butt")
        draw_cuts(ax, node.left, low, (s, high[1]), width)
        draw_cuts(ax, node.right, (s, low[1]), high, width)
    else:
        ax.plot([low[0], high[0]], [s, s], color=ORANGE, lw=width, solid_capstyle="butt")
        draw_cuts(ax, node.left, low, (high[0], s), width)
        draw_cuts(ax, node.right, (low[0], s), high, width)
