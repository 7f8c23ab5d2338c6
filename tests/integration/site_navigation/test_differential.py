"""After any edit the output equals a clean build's, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("steps", "seed", "jobs"), [(20, 1, 1), (10, 2, 4)])
def test_an_incremental_build_equals_a_clean_one(steps: int, seed: int, jobs: int) -> None:
    """After each of some random edits, on a site of four pages, with one process and with four.

    ``make soak`` makes many more.
    """
    module = "tests.integration.site_navigation.differential"
    options = ["--steps", steps, "--seeds", seed, "--jobs", jobs]
    command = [sys.executable, "-m", module, *map(str, options)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr
