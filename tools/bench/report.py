"""The table and the plot of measured builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tools.bench.builds import Cost

_HEAD = (
    "| articles | variant | step | CPU s | CPU ms an article | wall s | peak MB | pages written | MB written | sidebar bytes |\n"
    "|--:|---|---|--:|--:|--:|--:|--:|--:|--:|\n"
)


@dataclass(frozen=True)
class Row:
    """One build: the site's size, how it was built, after which edit, what it cost."""

    size: int
    variant: str
    step: str
    cost: Cost
    sidebar: int


def table(rows: list[Row]) -> str:
    """Return a Markdown table."""
    return _HEAD + "".join(
        f"| {row.size} | {row.variant} | {row.step} | {row.cost.cpu:.1f} | {1000 * row.cost.cpu / row.size:.1f} "
        f"| {row.cost.wall:.1f} | {row.cost.peak:.0f} | {row.cost.pages} | {row.cost.written:.1f} | {row.sidebar} |\n"
        for row in rows
    )


def plot(rows: list[Row], path: Path) -> None:
    """Draw CPU time per article, cold, and CPU time of each edit, against the number of articles."""
    from matplotlib.figure import Figure

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
