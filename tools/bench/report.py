"""The tables and the plot of measured builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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

    @property
    def per_article(self) -> float:
        """CPU milliseconds an article."""
        return 1000 * self.cost.cpu / self.size


_COLUMNS: dict[str, Callable[[Row], str]] = {
    "articles": lambda row: str(row.size),
    "variant": lambda row: row.variant,
    "step": lambda row: row.step,
    "CPU s": lambda row: f"{row.cost.cpu:.1f}",
    "CPU ms an article": lambda row: f"{row.per_article:.1f}",
    "wall s": lambda row: f"{row.cost.wall:.1f}",
    "peak MB": lambda row: f"{row.cost.peak:.0f}",
    "pages written": lambda row: str(row.cost.pages),
    "MB written": lambda row: f"{row.cost.written:.1f}",
    "sidebar bytes": lambda row: str(row.sidebar),
}


def _markdown(head: list[str], body: Iterable[list[str]]) -> str:
    lines = [head, ["--:"] * len(head), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def report(rows: list[Row]) -> str:
    """Return Markdown: all builds, how their cost grows, and what parts of a build cost."""
    builds = _markdown(list(_COLUMNS), ([value(row) for value in _COLUMNS.values()] for row in rows))
    return f"{builds}\n{growth(rows)}\n{parts([row for row in rows if row.variant == rows[0].variant])}"


def growth(rows: list[Row]) -> str:
    """Return a table of cold builds: CPU time an article, and against the smallest site of the variant.

    The last column is what each article more than on the next smaller site has cost: the start of the
    process, which is the same for all sizes, is not in it.
    """
    head, body = ["variant", "articles", "CPU ms an article", "against the smallest", "each more, ms"], []
    for variant in dict.fromkeys(row.variant for row in rows):
        cold = [row for row in rows if row.variant == variant and row.step == "cold"]
        for before, row in zip([None, *cold], cold, strict=False):
            line = [variant, str(row.size), f"{row.per_article:.1f}"]
            line.append(f"{row.per_article / cold[0].per_article:.2f}")
            more = before and 1000 * (row.cost.cpu - before.cost.cpu) / (row.size - before.size)
            body.append([*line, f"{more:.1f}" if more else ""])
    return _markdown(head, body)


def parts(rows: list[Row]) -> str:
    """Return a table of what parts of each build cost, in CPU seconds; some are parts of others."""
    names = dict.fromkeys(name for row in rows for name in row.cost.parts)
    head = ["CPU s", *(f"{row.size} {row.step}" for row in rows)]
    body = [[name, *(_seconds(row.cost.parts.get(name)) for row in rows)] for name in names]
    return _markdown(head, [*body, ["all", *(_seconds(row.cost.cpu) for row in rows)]])


def _seconds(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def plot(rows: list[Row], path: Path) -> None:
    """Draw CPU time per article, cold, and CPU time of each edit, against the number of articles."""
    figure = Figure(figsize=(9, 4), layout="constrained")
    cold, edits = figure.subplots(1, 2)
    for variant in dict.fromkeys(row.variant for row in rows if row.step == "cold"):
        own = [row for row in rows if row.variant == variant and row.step == "cold"]
        cold.plot([row.size for row in own], [row.per_article for row in own], "o-", label=variant)
    own_rows = [row for row in rows if row.variant == rows[0].variant and row.step != "cold"]
    for step in dict.fromkeys(row.step for row in own_rows):
        own = [row for row in own_rows if row.step == step]
        edits.plot([row.size for row in own], [row.cost.cpu for row in own], "o-", label=step)
    for axes, label in (
        (cold, "CPU ms per article, cold build"),
        (edits, f"CPU s per build, {rows[0].variant}"),
    ):
        axes.set(xscale="log", xlabel="articles", ylabel=label, ylim=(0, None))
        if axes.get_legend_handles_labels()[0]:
            axes.legend()
    figure.savefig(path, metadata={"Date": None})
