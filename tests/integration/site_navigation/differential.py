"""Edit small sites at random and compare each incremental build with a clean one, byte for byte.

``python -m tests.integration.site_navigation.differential --help`` lists the options.
Every build runs in a process of its own, forked from this one, which has only imported Sphinx.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from random import Random

from sphinx.cmd.build import build_main

from tests.integration.site_navigation.random_site import PRESENT, RandomSite

for module in ("furo", "myst_parser.sphinx_ext.main", "sphinx_design"):
    import_module(module)  # once, for all builds

_PROCESSES = multiprocessing.get_context("fork")


def build(source: Path, work: Path, jobs: int) -> None:
    """Build *source* into ``work/html``; exit with an error if Sphinx fails."""
    arguments = [
        "-q",
        "-j",
        str(jobs),
        "-b",
        "html",
        "-d",
        str(work / "doctrees"),
        str(source),
        str(work / "html"),
    ]
    process = _PROCESSES.Process(target=_build, args=(arguments, work.with_suffix(".log")))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(work.with_suffix(".log").read_text(encoding="utf-8"))


def _build(arguments: list[str], log: Path) -> None:
    with log.open("w", encoding="utf-8") as stream:
        os.dup2(stream.fileno(), 1)
        os.dup2(stream.fileno(), 2)
        sys.exit(build_main(arguments))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below *folder*; folders are named, too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the names that are not in both, or not with the same content."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def run(steps: int, seed: int, size: int, jobs: int, work: Path) -> int:
    """Make *steps* edits on a site of *size* articles; return how many builds differed."""
    source, failures = work / "source", 0
    source.mkdir(parents=True)
    site = RandomSite(source, Random(seed), size)
    build(source, work / "incremental", jobs)
    for step in range(steps):
        started = time.monotonic()
        edit = site.edit()
        build(source, work / "incremental", jobs)
        shutil.rmtree(work / "clean", ignore_errors=True)
        build(source, work / "clean", 1)
        found = differences(contents(work / "incremental" / "html"), contents(work / "clean" / "html"))
        seconds = time.monotonic() - started
        logging.info("seed %s -j %s step %s: %s [%.1f s] %s", seed, jobs, step, edit, seconds, found or "")
        failures += bool(found)
    return failures


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=30, help="edits on each site")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0], help="one site for each")
    parser.add_argument("--size", type=int, default=4, help="articles at the beginning")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1], help="values of -j, in turn")
    parser.add_argument("--keep", type=Path, help="folder for the sites, to look at afterwards")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    failures = 0
    with tempfile.TemporaryDirectory() as temporary:
        for number, seed in enumerate(options.seeds):
            jobs = options.jobs[number % len(options.jobs)]
            folder = (options.keep or Path(temporary)) / f"seed-{seed}"
            failures += run(options.steps, seed, options.size, jobs, folder)
    steps = options.steps * len(options.seeds)
    logging.info("%s differences in %s steps; also with: %s", failures, steps, ", ".join(PRESENT) or "-")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
