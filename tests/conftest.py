"""Fixtures for all tests: tiny Sphinx projects under tests/roots, and the real site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings
from sphinx.locale import translators

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["sphinx.testing.fixtures"]

# On a busy machine an example may take any time; that says nothing about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Return the folder of the tiny projects, ``roots/test-*``."""
    return ROOT / "tests" / "roots"


def build(source: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build a site in a process of its own, as ``make html`` does; warnings are on stderr."""
    doctrees = out.parent / f"{out.name}-doctrees"
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", doctrees, *options, source, out]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


def copy_project(target: Path) -> Path:
    """Copy what a clone of the working tree would hold, uncommitted changes included."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real site, built once for all workers with warnings as errors."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    out = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (shared / "site.done").exists():
            result = build(ROOT, out, "-W", "--keep-going")
            assert result.returncode == 0, result.stderr
            (shared / "site.done").touch()
    return out


@pytest.fixture(autouse=True)
def forget_translations() -> Iterator[None]:
    """Let no test see the language of a site built before it in the same process.

    Sphinx keeps a catalogue that it found even when the next site's language has none
    (``sphinx.locale.init``); only its own test application forgets them.
    """
    yield
    translators.clear()
