"""Compute the lock files ``requirements/*.txt``: for all platforms and Pythons, hashed, one version of each.

The largest set is solved first and constrains the smaller ones.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
OPTIONS = [
    "-q",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
]


def compile_lock(name: str, *constraints: str) -> None:
    """Compile one ``.in`` file."""
    command = [sys.executable, "-m", "uv", "pip", "compile", *OPTIONS, f"requirements/{name}.in"]
    for constraint in constraints:
        command += ["-c", f"requirements/{constraint}.txt"]
    subprocess.run([*command, "-o", f"requirements/{name}.txt"], cwd=ROOT, check=True)
    print(f"requirements/{name}.txt")


def main() -> None:
    """Compile all locks."""
    compile_lock("uv")
    compile_lock("dev", "uv")
    compile_lock("test", "dev")
    compile_lock("write", "dev")
    compile_lock("site", "dev")


if __name__ == "__main__":
    main()
