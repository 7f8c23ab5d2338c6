"""The lists of requirements, their locks and their reasons agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ROOT / "requirements"
LISTS = ("site", "write", "test", "dev", "uv")


def normalised(name: str) -> str:
    """Return a distribution's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(path: Path) -> set[str]:
    """Return the distributions that a requirements file names, without those it includes."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return {normalised(m[0]) for row in rows if (m := re.match(r"[A-Za-z][\w.-]*", row))}


def reasons() -> dict[str, str]:
    """Return the reasons that pyproject.toml gives."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        why: dict[str, str] = tomllib.load(file)["tool"]["knowledge-base"]["why"]
    return {normalised(name): reason for name, reason in why.items()}


def test_every_requirement_has_a_reason_and_no_reason_is_left_over() -> None:
    """pyproject.toml says of each direct requirement why it is there."""
    listed = set().union(*(names(REQUIREMENTS / f"{name}.in") for name in LISTS), {"torch"})

    assert listed == set(reasons())


@pytest.mark.parametrize("name", LISTS)
def test_lock_holds_every_requirement_with_a_hash(name: str) -> None:
    """A requirement added without `make lock` is seen; so is a lock without hashes."""
    lock = REQUIREMENTS / f"{name}.txt"
    text = lock.read_text(encoding="utf-8")

    assert names(REQUIREMENTS / f"{name}.in") <= names(lock)
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[A-Za-z])", text.strip()))


def test_locks_agree_on_versions() -> None:
    """A package has one version for each platform, whatever lock it is installed from."""
    pins = {
        name: set(re.findall(r"^[a-z][^ ;]*", (REQUIREMENTS / f"{name}.txt").read_text(), re.M))
        for name in LISTS
    }

    assert pins["site"] <= pins["test"] <= pins["dev"]
    assert pins["site"] <= pins["write"] <= pins["dev"]


def test_site_needs_none_of_the_heavy_libraries() -> None:
    """Building the site and writing an article need no PyTorch, no Matplotlib, no NumPy."""
    heavy = {"torch", "numpy", "scipy", "scikit-learn", "matplotlib", "pycocotools", "xgboost-cpu"}

    assert (names(REQUIREMENTS / "site.txt") | names(REQUIREMENTS / "write.txt")) & heavy == set()
