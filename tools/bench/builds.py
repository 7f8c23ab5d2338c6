"""Builds that are measured: what they cost, and what they wrote."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.corpus import CATEGORIES

if TYPE_CHECKING:
    import resource
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
EXTENSIONS = ROOT / "_ext"
OURS = ("furo_companion", "latest_updates", "cjk_search", "prerendered_math", "site_navigation")
PRESENT = tuple(name for name in OURS if (EXTENSIONS / name / "__init__.py").is_file())
COMMON = ("myst_parser", "sphinx_design", "sphinx_copybutton")
SETUP = """
import sys
from pathlib import Path

sys.path[:0] = {paths!r}
from tools.bench.parts import install


def setup(app):
    install(app, Path(__file__).parents[1] / "parts.json")
"""
NO_INDEX = "    app.connect('builder-inited', lambda app: setattr(app.builder, 'search', False))\n"
UNDO = "from tools.bench.ablations import undo\n\nundo({name!r})\n"
_PROGRESS = re.compile(r"^(\w+) \w+\.\.\. \[ *(\d+%)\]")


@dataclass(frozen=True)
class Variant:
    """A way to build the site: with which extensions, with or without a search index."""

    name: str
    extensions: tuple[str, ...]
    index: bool = True

    def conf(self, without: str = "") -> str:
        """Return the site's ``conf.py``, *without* one of the measures that are in ``ablations``."""
        values = {
            "project": "bench",
            "language": "zh_CN",
            "extensions": list(self.extensions),
            "html_theme": "furo",
            "myst_enable_extensions": ["dollarmath", "colon_fence"],
            "myst_heading_anchors": 3,
            "html_baseurl": "https://example.org/",
            "latest_updates_categories": CATEGORIES,
        }
        settings = "".join(f"{name} = {value!r}\n" for name, value in values.items())
        setup = SETUP.format(paths=[str(EXTENSIONS), str(ROOT)]) + NO_INDEX * (not self.index)
        return settings + setup + (UNDO.format(name=without) if without else "")


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("ours", (*COMMON, *PRESENT)),
        Variant("ours, no index", (*COMMON, *PRESENT), index=False),
        Variant("navigation alone", (*COMMON, "site_navigation")),
        Variant("extensions off", COMMON),
        Variant("stock Furo", ("myst_parser",)),
    )
}


@dataclass(frozen=True)
class Cost:
    """What one build cost: CPU and wall time in seconds, memory and written bytes in MB, pages by number.

    *parts* are the CPU seconds of some parts of the build, by name.
    """

    cpu: float
    wall: float
    peak: float
    written: float
    pages: int
    parts: dict[str, float] = field(default_factory=dict)


def _files(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = {}
    for path in folder.rglob("*"):
        status = path.stat()
        if not path.is_dir():
            found[str(path)] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def build(source: Path, work: Path, jobs: int, show: Callable[[str], None]) -> Cost:
    """Build *source* in a process of its own and return what that cost; exit if it fails.

    *show* is called with how far the build has come.
    """
    out = work / "html"
    before = _files(out)
    started = time.monotonic()
    usage = _run(["-j", str(jobs), "-d", str(work / "doctrees"), str(source), str(out)], work / "log", show)
    wall = time.monotonic() - started
    new = {path: value for path, value in _files(out).items() if before.get(path) != value}
    pages = sum(path.endswith(".html") for path in new)
    written = sum(size for _time, size, _inode in new.values()) / 1e6
    cpu = usage.ru_utime + usage.ru_stime
    parts = json.loads((work / "parts.json").read_text(encoding="utf-8"))
    parts["end of the process"] = cpu - parts.pop("until the end of build-finished")
    return Cost(cpu, wall, usage.ru_maxrss / 1024, written, pages, parts)


def _run(arguments: list[str], log: Path, show: Callable[[str], None]) -> resource.struct_rusage:
    command = [sys.executable, "-m", "sphinx", "-b", "html", "--no-color", *arguments]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8")
        assert process.stdout is not None
        for line in process.stdout:
            if found := _PROGRESS.match(line):
                show(" ".join(found.groups()))
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(log.read_text(encoding="utf-8"))
    return usage
