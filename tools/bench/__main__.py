"""Measure builds of generated sites and print a table; also write it, and a plot, to a folder."""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.builds import VARIANTS, Cost, Variant, build
from tools.bench.corpus import Corpus
from tools.bench.report import Row, plot, table

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = ("cold", "no-op", "body", "retitle", "re-date", "add", "delete")


def edits(corpus: Corpus, source: Path) -> dict[str, Callable[[], None]]:
    """Return what is done to the site before each step."""
    middle = corpus.size // 2
    return {
        "body": partial(corpus.write_article, source, middle, extra="新的一段。"),
        "retitle": partial(corpus.write_article, source, middle, title="新的标题"),
        "re-date": partial(corpus.write_article, source, middle, title="新的标题", date="2026-01-01"),
        "add": partial(corpus.write_article, source, corpus.size),
        "delete": (source / f"{corpus.names[middle + 1]}.md").unlink,
    }


def measure(size: int, variant: Variant, steps: list[str], work: Path, jobs: int) -> list[Row]:
    """Build a site of *size* articles step after step."""
    corpus, source = Corpus(size), work / "source"
    corpus.write(source, variant.conf(), listings="latest_updates" in variant.extensions)
    prepare, rows = edits(corpus, source), []
    for step in steps:
        print(f"{size:>6} {variant.name:<18} {step:<8}", end=" ", flush=True)
        if step in prepare:
            prepare[step]()
        cost = build(source, work, jobs)
        print(_short(cost), flush=True)
        rows.append(Row(size, variant.name, step, cost, sidebar_bytes(work / "html")))
    return rows


def _short(cost: Cost) -> str:
    times = f"{cost.cpu:8.1f} CPU s {cost.wall:8.1f} s"
    return f"{times} {cost.peak:7.0f} MB {cost.pages:>6} pages {cost.written:8.1f} MB"


def sidebar_bytes(html: Path) -> int:
    """Return the size of the largest sidebar among some pages of a site."""
    pages = sorted(html.glob("*/article-*.html"))[:: max(1, len(list(html.glob("*/article-*.html"))) // 50)]
    sizes = [0]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        start = text.index('<div class="sidebar-tree">')
        sizes.append(len(text[start : text.index("</div>", start)].encode()))
    return max(sizes)


def main() -> None:
    """Read the command line, measure, report."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], help="numbers of articles")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=["ours", "ours, no index"])
    parser.add_argument(
        "--stock", type=int, default=100, help="largest size at which stock Furo is built, too"
    )
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument(
        "--out", type=Path, default=Path("_build/bench"), help="folder for table, plot and data"
    )
    options = parser.parse_args()
    rows: list[Row] = []
    for size in options.sizes:
        names = [*options.variants, *["stock Furo"] * (size <= options.stock)]
        for name in names:
            with tempfile.TemporaryDirectory() as work:
                rows += measure(size, VARIANTS[name], options.steps, Path(work), options.jobs)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "bench.md").write_text(table(rows), encoding="utf-8")
    (options.out / "bench.json").write_text(
        json.dumps([asdict(row) for row in rows], indent=1), encoding="utf-8"
    )
    plot(rows, options.out / "bench.svg")
    print(f"\n{table(rows)}\n{options.out}/bench.md, bench.json, bench.svg")


if __name__ == "__main__":
    main()
