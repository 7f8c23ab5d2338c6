"""The table and the plot of measured builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.bench.builds import Cost


@dataclass(frozen=True)
class Row:
    """One build: the site's size, how it was built, after which edit, what it cost."""

    size: int
    variant: str
    step: str
    cost: Cost
    sidebar: int


_COLUMNS: dict[str, Callable[[Row], str]] = {
    "articles": lambda row: str(row.size),
    "variant": lambda row: row.variant,
    "step": lambda row: row.step,
    "CPU s": lambda row: f"{row.cost.cpu:.1f}",
    "CPU ms an article": lambda row: f"{1000 * row.cost.cpu / row.size:.1f}",
    "wall s": lambda row: f"{row.cost.wall:.1f}",
    "peak MB": lambda row: f"{row.cost.peak:.0f}",
    "pages written": lambda row: str(row.cost.pages),
    "MB written": lambda row: f"{row.cost.written:.1f}",
    "sidebar bytes": lambda row: str(row.sidebar),
}


def table(rows: list[Row]) -> str:
    """Return a Markdown table."""
    lines = [list(_COLUMNS), ["--:"] * len(_COLUMNS)]
    lines += [[value(row) for value in _COLUMNS.values()] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def plot(rows: list[Row], path: Path) -> None:
    """Draw CPU time per article, cold, and CPU time of each edit, against the number of articles."""
    figure = Figure(figsize=(9, 4), layout="constrained")
    cold, edits = figure.subplots(1, 2)
    for variant in dict.fromkeys(row.variant for row in rows):
        own = [row for row in rows if row.variant == variant and row.step == "cold"]
        cold.plot(
            [row.size for row in own], [1000 * row.cost.cpu / row.size for row in own], "o-", label=variant
        )
    for step in dict.fromkeys(row.step for row in rows if row.step != "cold"):
        own = [row for row in rows if row.step == step and row.variant == rows[0].variant]
        edits.plot([row.size for row in own], [row.cost.cpu for row in own], "o-", label=step)
    for axes, label in (
        (cold, "CPU ms per article, cold build"),
        (edits, f"CPU s per build, {rows[0].variant}"),
    ):
        axes.set(xscale="log", xlabel="articles", ylabel=label, ylim=(0, None))
        axes.legend()
    figure.savefig(path, metadata={"Date": None})
