"""What is made of measured builds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tools.bench.ablations import ABLATIONS
from tools.bench.builds import Cost
from tools.bench.parts import timed
from tools.bench.report import Row, growth, parts, plot, report

if TYPE_CHECKING:
    from pathlib import Path


def row(size: int, cpu: float, step: str = "cold", variant: str = "ours") -> Row:
    """Return a measured build."""
    return Row(size, variant, step, Cost(cpu, 2 * cpu, 100, 1.0, size, {"read": cpu / 4}), 3000)


ROWS = [row(100, 11), row(100, 3, "no-op"), row(1000, 65), row(100, 19, variant="stock Furo")]


def cells(table: str) -> list[list[str]]:
    """Return the cells of a Markdown table, without its two head lines."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_growth_is_told_by_variant() -> None:
    """An article at 1,000 against one at 100, and what each of the 900 more has cost."""
    assert cells(growth(ROWS)) == [
        ["ours", "100", "110.0", "1.00", ""],
        ["ours", "1000", "65.0", "0.59", "60.0"],
        ["stock Furo", "100", "190.0", "1.00", ""],
    ]


def test_parts_stand_beside_the_whole() -> None:
    """In seconds; a part that a build does not have is left empty."""
    assert cells(parts([*ROWS[:2], Row(100, "ours", "body", Cost(4, 4, 1, 1, 1), 0)])) == [
        ["read", "2.75", "0.75", ""],
        ["all", "11.00", "3.00", "4.00"],
    ]


def test_the_report_and_the_plot_hold_all_variants(tmp_path: Path) -> None:
    """One line for each build; one curve for each variant."""
    plot(ROWS, tmp_path / "bench.svg")

    assert report(ROWS).count("stock Furo") == 2
    assert "<svg" in (tmp_path / "bench.svg").read_text(encoding="utf-8")


def test_what_is_undone_is_there() -> None:
    """Else a build without it would be one with it."""
    missing = [(a.owner, name) for a in ABLATIONS.values() for name in a.names if not hasattr(a.owner, name)]

    assert missing == []


def test_a_part_that_calls_itself_is_timed_once() -> None:
    """And returns what it returns."""
    spent: defaultdict[str, float] = defaultdict(float)
    calls: list[int] = []

    def count(number: int) -> int:
        calls.append(number)
        return timed_count(number - 1) + 1 if number else 0

    timed_count = timed(count, "count", spent)

    assert timed_count(3) == 3
    assert calls == [3, 2, 1, 0]
    assert list(spent) == ["count"]
