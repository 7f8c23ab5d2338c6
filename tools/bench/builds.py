"""Builds that are measured: what they cost, and what they wrote."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tools.bench.corpus import CATEGORIES

EXTENSIONS = Path(__file__).parents[2] / "_ext"
OURS = ("furo_companion", "latest_updates", "cjk_search", "prerendered_math", "site_navigation")
PRESENT = tuple(name for name in OURS if (EXTENSIONS / name / "__init__.py").is_file())


@dataclass(frozen=True)
class Variant:
    """A way to build the site: with which extensions, with or without a search index."""

    name: str
    extensions: tuple[str, ...]
    index: bool = True

    def conf(self) -> str:
        """Return the site's ``conf.py``."""
        values = {
            "project": "bench",
            "language": "zh_CN",
            "extensions": ["myst_parser", "sphinx_design", "sphinx_copybutton", *self.extensions],
            "html_theme": "furo",
            "myst_enable_extensions": ["dollarmath", "colon_fence"],
            "myst_heading_anchors": 3,
            "html_baseurl": "https://example.org/",
            "latest_updates_categories": CATEGORIES,
        }
        lines = ["import sys", f"sys.path.insert(0, {str(EXTENSIONS)!r})"]
        lines += [f"{name} = {value!r}" for name, value in values.items()]
        if not self.index:
            lines += [
                "def setup(app):",
                "    app.connect('builder-inited', lambda app: setattr(app.builder, 'search', False))",
            ]
        return "\n".join(lines) + "\n"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("ours", PRESENT),
        Variant("ours, no index", PRESENT, index=False),
        Variant("navigation alone", ("site_navigation",)),
        Variant("stock Furo", ()),
    )
}


@dataclass(frozen=True)
class Cost:
    """What one build cost: CPU and wall time in seconds, memory and written bytes in MB, pages by number."""

    cpu: float
    wall: float
    peak: float
    written: float
    pages: int


def _files(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = {}
    for path in folder.rglob("*"):
        status = path.stat()
        if not path.is_dir():
            found[str(path)] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def build(source: Path, work: Path, jobs: int = 1) -> Cost:
    """Build *source* in a process of its own and return what that cost; exit if it fails."""
    out = work / "html"
    before = _files(out)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-j",
        str(jobs),
        "-b",
        "html",
        "-d",
        str(work / "doctrees"),
    ]
    started = time.monotonic()
    with (work / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen([*command, str(source), str(out)], stdout=log, stderr=log)
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - started
    if process.returncode:
        sys.exit((work / "log").read_text(encoding="utf-8"))
    new = {path: value for path, value in _files(out).items() if before.get(path) != value}
    pages = sum(path.endswith(".html") for path in new)
    written = sum(size for _time, size, _inode in new.values()) / 1e6
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, written, pages)
