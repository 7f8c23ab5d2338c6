"""Measure builds of generated sites and print a table; also write it, and a plot, to a folder."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.builds import VARIANTS, Cost, Variant, build
from tools.bench.corpus import Corpus
from tools.bench.report import Row, plot, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEPS = ("cold", "no-op", "body", "retitle", "re-date", "add", "delete")
# Built to be compared with; the sidebar of stock Furo makes them quadratic.
COMPARED = ("extensions off", "stock Furo")


@dataclass(frozen=True)
class Site:
    """A site of made-up articles below *work*, built one way, step after step."""

    corpus: Corpus
    variant: Variant
    work: Path
    jobs: int

    @property
    def source(self) -> Path:
        """The folder of its sources."""
        return self.work / "source"

    def write(self) -> None:
        """Write the sources."""
        listings = "latest_updates" in self.variant.extensions
        self.corpus.write(self.source, self.variant.conf(), listings=listings)

    def edits(self) -> dict[str, Callable[[], object]]:
        """Return what is done to the site before each step."""
        middle, source = self.corpus.size // 2, self.source
        write = partial(self.corpus.write_article, source)
        return {
            "body": partial(write, middle, extra="新的一段。"),
            "retitle": partial(write, middle, title="新的标题"),
            "re-date": partial(write, middle, title="新的标题", date="2026-01-01"),
            "add": partial(write, self.corpus.size),
            "delete": partial((source / f"{self.corpus.names[middle + 1]}.md").unlink, missing_ok=True),
        }

    def measure(self, step: str, without: str = "") -> Row:
        """Make an edit and build, *without* one of our measures."""
        name = f"{self.variant.name} − {without}" if without else self.variant.name
        label = f"{self.corpus.size:>6} {name:<48} {step:<8}"
        (self.source / "conf.py").write_text(self.variant.conf(without), encoding="utf-8")
        cost = build(self.source, self.work, self.jobs, partial(_show, label))
        _show(label, _short(cost), end="\n")
        return Row(self.corpus.size, name, step, cost, sidebar_bytes(self.work / "html"))

    def rows(self, steps: list[str], ablations: bool) -> Iterator[Row]:
        """Yield a row for each step, and for each of our measures a build without it."""
        edits = self.edits()
        for step in steps:
            edits.get(step, lambda: None)()
            yield self.measure(step)
        if not ablations:
            return
        from tools.bench.ablations import ABLATIONS  # noqa: PLC0415 - needs our extensions

        for name, ablation in ABLATIONS.items():
            if ablation.step == "body":
                self.corpus.write_article(self.source, 0, extra=name)
            yield self.measure(ablation.step, name)


def _show(label: str, text: str, end: str = "\r") -> None:
    """Print a line; one that will be overwritten, only to a terminal."""
    if end == "\n" or sys.stdout.isatty():
        print(f"{label} {text:<70}".rstrip() if end == "\n" else f"{label} {text:<70}", end=end, flush=True)


def _short(cost: Cost) -> str:
    times = f"{cost.cpu:8.1f} CPU s {cost.wall:8.1f} s"
    return f"{times} {cost.peak:7.0f} MB {cost.pages:>6} pages {cost.written:8.1f} MB"


def sidebar_bytes(html: Path) -> int:
    """Return the size of the largest sidebar among some pages of a site."""
    pages = sorted(html.glob("*/article-*.html"))
    sizes = [0]
    for page in pages[:: max(1, len(pages) // 50)]:
        text = page.read_text(encoding="utf-8")
        start = text.index('<div class="sidebar-tree">')
        sizes.append(len(text[start : text.index("</div>", start)].encode()))
    return max(sizes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], help="numbers of articles")
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=["ours", "ours, no index"])
    parser.add_argument(
        "--compared", type=int, default=100, help="largest size that is built without our extensions, too"
    )
    parser.add_argument(
        "--ablations", type=int, default=1000, help="largest size that is built without each measure, too"
    )
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--work", type=Path, help="folder for the sites, to look at afterwards")
    parser.add_argument("--out", type=Path, default=Path("_build/bench"), help="folder for the report")
    return parser.parse_args()


def measured(options: argparse.Namespace) -> Iterator[Row]:
    """Yield all rows, in the order in which they are measured."""
    for size in options.sizes:
        corpus = Corpus(size)
        for name in [*options.variants, *(COMPARED if size <= options.compared else ())]:
            folder = options.work and options.work / f"{size}-{name}".replace(", ", "-").replace(" ", "-")
            with nullcontext(folder) if folder else tempfile.TemporaryDirectory() as work:
                site = Site(corpus, VARIANTS[name], Path(work), options.jobs)
                site.write()
                ablations = name == options.variants[0] and size <= options.ablations
                yield from site.rows(options.steps, ablations)


def main() -> None:
    """Read the command line, measure, report; after each build, so that nothing measured is lost."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    for row in measured(options):
        rows.append(row)
        data = json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False)
        (options.out / "bench.json").write_text(data, encoding="utf-8")
        (options.out / "bench.md").write_text(report(rows), encoding="utf-8")
        plot(rows, options.out / "bench.svg")
    print(f"\n{report(rows)}\n{options.out}/bench.md, bench.json, bench.svg")


if __name__ == "__main__":
    main()
