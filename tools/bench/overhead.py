"""Measure what `latest_updates` adds to the builds of a generated site: CPU time, and the environment.

The site is built with the extension and without it, in turns; everything else is the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from tools.bench.builds import COMMON, PRESENT, Cost, Variant, build
from tools.bench.corpus import Corpus

ROOT = Path(__file__).parents[2]
WITH = (*COMMON, *PRESENT)
WITHOUT = tuple(name for name in WITH if name != "latest_updates")
# What issue and README promise.
MOST_CPU = 0.03
MOST_BYTES = 2500


class Measured(NamedTuple):
    """A build: its cost, the size of the stored environment, and what the meter says."""

    cost: Cost
    environment: int
    meter: dict[str, Any]

    @property
    def handlers(self) -> float:
        """CPU seconds in handlers of the extension."""
        return float(sum(self.meter["handlers"].values()))

    @property
    def rest(self) -> float:
        """CPU seconds of the build without these, and without the pages that the extension adds."""
        return float(self.meter["total"] - self.meter["pages"] - self.handlers)


def conf(extensions: tuple[str, ...], settings: str = "") -> str:
    """Return the site's ``conf.py``, with the meter among its *extensions*."""
    path = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
    return path + Variant("", (*extensions, "tools.bench.meter")).conf() + settings


def measure(corpus: Corpus, extensions: tuple[str, ...], settings: str = "") -> Measured:
    """Build the site of *corpus* in a new folder."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        corpus.write(work / "source", conf(extensions, settings), listings="latest_updates" in extensions)
        cost = build(work / "source", work, jobs=1, show=lambda _progress: None)
        size = (work / "doctrees" / "environment.pickle").stat().st_size
        return Measured(cost, size, json.loads((work / "meter.json").read_text(encoding="utf-8")))


def report(size: int, given: list[Measured], without: list[Measured]) -> dict[str, float]:
    """Return the figures, by what they say."""
    shares = [run.handlers / run.rest for run in given]
    pages = [run.meter["pages"] / run.rest for run in given]
    pairs = [one.cost.cpu / other.cost.cpu - 1 for one, other in zip(given, without, strict=True)]
    grown = given[0].environment - without[0].environment
    return {
        "CPU s without the extension": median(run.cost.cpu for run in without),
        "CPU s with it": median(run.cost.cpu for run in given),
        "its handlers, of the rest": median(shares),
        "pages that it adds": given[0].meter["generated"],
        "making these pages, of the rest": median(pages),
        "difference of whole builds, least": min(pairs),
        "difference of whole builds, median": median(pairs),
        "bytes of the environment an article": grown / size,
    }


def show(figures: dict[str, float]) -> str:
    """Return the figures as a table."""
    lines = []
    for name, value in figures.items():
        is_share = "of the rest" in name or "difference" in name
        lines.append(f"{name:<38} {f'{100 * value:10.2f} %' if is_share else f'{value:10.1f}'}")
    return "\n".join(lines)


def main() -> None:
    """Measure and report; fail if a promise is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench.overhead", description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="number of articles")
    parser.add_argument("--pairs", type=int, default=2, help="builds with the extension, and without it")
    options = parser.parse_args()
    corpus = Corpus(options.size)
    given, without = [], []
    for _turn in range(options.pairs):
        without.append(measure(corpus, WITHOUT))
        given.append(measure(corpus, WITH))
    figures = report(options.size, given, without)
    print(show(figures))
    for event, seconds in sorted(given[0].meter["handlers"].items(), key=lambda item: -item[1]):
        print(f"  {event:<36} {seconds:10.2f} CPU s")
    kept = figures["its handlers, of the rest"] <= MOST_CPU
    if not kept or figures["bytes of the environment an article"] > MOST_BYTES:
        sys.exit(f"more than {MOST_CPU:.0%} CPU or {MOST_BYTES} bytes an article")


if __name__ == "__main__":
    main()
