"""What the figures of the article on kd trees share: the names its blocks define, and how cuts are drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.article_code import ArticleNames

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLUE, ORANGE, INK, GREY = "#0072b2", "#d55e00", "#22303c", "#7a8792"

article = ArticleNames(Path(__file__).parents[1] / "kd-tree.md").until


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
