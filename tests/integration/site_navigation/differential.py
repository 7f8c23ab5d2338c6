"""Edit small sites at random and compare each incremental build with a clean one, byte for byte.

``python -m tests.integration.site_navigation.differential --help`` lists the options.
Every build runs in a process of its own, forked from this one, which has only imported Sphinx and the
extensions. That, and templates that are compiled once, halve the time of a build.
"""

from __future__ import annotations

import argparse
import logging
import marshal
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
from functools import partial
from hashlib import sha256
from importlib import import_module
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from sphinx.cmd.build import build_main
from sphinx.events import EventManager

from tests.integration.site_navigation.random_site import EXTENSIONS, KINDS, PRESENT, RandomSite

if TYPE_CHECKING:
    from types import CodeType

sys.path.insert(0, str(EXTENSIONS))
for module in ("furo", "myst_parser.sphinx_ext.main", "sphinx_design", *PRESENT, "site_navigation"):
    import_module(module)  # once, for all builds

# The share of builds that are killed once before they come through, and about how many events one emits.
KILLED, EVENTS = 0.15, 400

_PROCESSES = multiprocessing.get_context("fork")


def build(source: Path, work: Path, builder: str, jobs: int, killed_at: int = 0) -> None:
    """Build *source* into ``work/html`` with *builder*; exit with an error if Sphinx fails.

    With *killed_at*, the build is killed when it emits its event of that number, if it comes so far.
    """
    folders = ["-d", str(work / "doctrees"), str(source), str(work / "html")]
    arguments = ["-q", "-j", str(jobs), "-b", builder, *folders]
    process = _PROCESSES.Process(target=_build, args=(arguments, work.with_suffix(".log"), killed_at))
    process.start()
    process.join()
    if process.exitcode and not (killed_at and process.exitcode == -signal.SIGKILL):
        sys.exit(work.with_suffix(".log").read_text(encoding="utf-8"))


def _build(arguments: list[str], log: Path, killed_at: int) -> None:
    with log.open("w", encoding="utf-8") as stream:
        os.dup2(stream.fileno(), 1)
        os.dup2(stream.fileno(), 2)
        if killed_at:
            _kill_at(killed_at)
        sys.exit(build_main(arguments))


def _kill_at(number: int) -> None:
    events, emit, own = count(1), EventManager.emit, os.getpid()

    def emit_or_die(*arguments: Any, **options: Any) -> Any:
        if os.getpid() == own and next(events) == number:
            os.kill(own, signal.SIGKILL)
        return emit(*arguments, **options)

    EventManager.emit = emit_or_die  # type: ignore[method-assign]


def compile_templates_once(folder: Path) -> None:
    """Keep compiled templates in *folder*, by their source as Jinja's extensions have left it."""
    folder.mkdir(parents=True, exist_ok=True)
    compile_template = Environment.compile

    def compile_once(self: Environment, source: Any, *names: Any, **options: Any) -> Any:
        text = self.preprocess(source, *names)
        key = sha256(repr((text, names, sorted(options.items()))).encode("utf-8", "surrogatepass"))
        path = folder / key.hexdigest()
        if path.is_file():
            return marshal.loads(path.read_bytes())
        code: CodeType = compile_template(self, source, *names, **options)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(marshal.dumps(code))
        beside.replace(path)
        return code

    Environment.compile = compile_once  # type: ignore[method-assign]


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below *folder*; folders are named, too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the names that are not in both, or not with the same content."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def run(steps: int, site: RandomSite, jobs: int, work: Path) -> int:
    """Make *steps* edits on a site; return how many builds differed from clean ones."""
    build_site = partial(build, site.root, builder=site.kind.builder)
    failures = 0
    build_site(work / "incremental", jobs=jobs)
    for step in range(steps):
        started = time.monotonic()
        edit = site.edit()
        if site.random.random() < KILLED:
            killed_at = site.random.randint(1, EVENTS)
            build_site(work / "incremental", jobs=jobs, killed_at=killed_at)
            edit += f", killed at event {killed_at}"
        build_site(work / "incremental", jobs=jobs)
        shutil.rmtree(work / "clean", ignore_errors=True)
        build_site(work / "clean", jobs=1)
        found = differences(contents(work / "incremental" / "html"), contents(work / "clean" / "html"))
        seconds = time.monotonic() - started
        logging.info("%s -j %s step %s: %s [%.1f s] %s", work.name, jobs, step, edit, seconds, found or "")
        failures += bool(found)
    return failures


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=30, help="edits on each site")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0], help="one site for each")
    parser.add_argument("--size", type=int, nargs="+", default=[4], help="articles at the beginning, in turn")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1], help="values of -j, in turn")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=["all"], help="kinds of sites, in turn")
    parser.add_argument("--keep", type=Path, help="folder for the sites, to look at afterwards")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    failures = 0
    with tempfile.TemporaryDirectory() as temporary:
        compile_templates_once(Path(temporary) / "templates")
        turns = zip(
            options.seeds, cycle(options.size), cycle(options.jobs), cycle(options.kinds), strict=False
        )
        for seed, size, jobs, kind in turns:
            work = (options.keep or Path(temporary)) / f"{kind}-{seed}"
            (work / "source").mkdir(parents=True)
            site = RandomSite(work / "source", Random(seed), size, KINDS[kind])
            failures += run(options.steps, site, jobs, work)
    steps = options.steps * len(options.seeds)
    logging.info("%s differences in %s steps; also with: %s", failures, steps, ", ".join(PRESENT) or "-")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
