"""After any edit the output equals a clean build's, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("steps", "seed", "jobs", "kind"), [(14, 1, 1, "all"), (10, 2, 4, "all"), (6, 3, 1, "alone")]
)
def test_an_incremental_build_equals_a_clean_one(steps: int, seed: int, jobs: int, kind: str) -> None:
    """After each of some random edits, on a site of four pages, with one process and with four.

    Some builds are killed once before they come through. With the other extensions, and without them.

    ``make soak`` makes many more.
    """
    module = "tests.integration.site_navigation.differential"
    options = ["--steps", steps, "--seeds", seed, "--jobs", jobs, "--kinds", kind]
    command = [sys.executable, "-m", module, *map(str, options)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr
