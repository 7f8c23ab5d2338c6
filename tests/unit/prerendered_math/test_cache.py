"""Rendered formulas outlive the build, and only as long as they are right."""

from __future__ import annotations

import multiprocessing
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from prerendered_math.cache import FormulaCache
from prerendered_math.engine import RenderedFormula
from prerendered_math.renderer import FormulaRenderer, fingerprint

if TYPE_CHECKING:
    from pathlib import Path

FORMULA = RenderedFormula("<b>公式</b>", 3.5, 1.25, 2.125)


def test_what_is_put_is_found_by_a_later_build(tmp_path: Path) -> None:
    """Inline and displayed are two formulas."""
    first = FormulaCache(tmp_path, "a" * 64)
    first.put("x", FORMULA, display=True)
    first.close()

    with closing(FormulaCache(tmp_path, "a" * 64)) as later:
        assert later.get("x", display=True) == FORMULA
        assert later.get("x", display=False) is None
        assert later.get("y", display=True) is None


def test_other_fingerprint_finds_nothing_and_sweeps(tmp_path: Path) -> None:
    """What another KaTeX or other macros made is deleted."""
    old = FormulaCache(tmp_path, "a" * 64)
    old.put("x", FORMULA, display=True)
    old.close()

    with closing(FormulaCache(tmp_path, "b" * 64)) as new:
        new.remove_others()

        assert new.get("x", display=True) is None
    assert not old.path.exists()


def test_broken_file_is_an_empty_cache(tmp_path: Path) -> None:
    """A cache never breaks a build, and repairs itself."""
    with closing(FormulaCache(tmp_path, "a" * 64)) as broken:
        broken.path.write_bytes(b"not a database, but long enough to be taken for a header" * 100)
        assert broken.get("x", display=True) is None
        broken.put("x", FORMULA, display=True)
        broken.remove_others()
        broken.put("x", FORMULA, display=True)

        assert broken.get("x", display=True) == FORMULA


def put_many(folder: Path, worker: int) -> None:
    """Write a hundred formulas, half of them those of all workers."""
    with closing(FormulaCache(folder, "a" * 64)) as cache:
        for number in range(50):
            cache.put(f"own {worker} {number}", FORMULA, display=True)
            cache.put(f"common {number}", FORMULA, display=True)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # threads of pytest-xdist
def test_processes_share_it(tmp_path: Path) -> None:
    """Nothing is lost when workers write at once."""
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=put_many, args=(tmp_path, worker)) for worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    keys = [f"own {worker} {number}" for worker in range(4) for number in range(50)]

    assert [worker.exitcode for worker in workers] == [0] * 4
    with closing(FormulaCache(tmp_path, "a" * 64)) as cache:
        assert all(cache.get(key, display=True) == FORMULA for key in keys)


def test_macros_belong_to_the_fingerprint() -> None:
    """Their order does not."""
    one, two = {r"\a": "x"}, {r"\b": "y"}

    assert fingerprint(one) != fingerprint(two)
    assert fingerprint({**one, **two}) == fingerprint({**two, **one})


def test_formula_is_rendered_once(tmp_path: Path) -> None:
    """The second build asks KaTeX nothing, and gets the same."""
    first = FormulaRenderer({}, tmp_path)
    made = first.render(r"\frac12", display=True)
    first.close()
    second = FormulaRenderer({}, tmp_path)
    second._katex.render = None  # type: ignore[method-assign, assignment]

    assert second.render(r"\frac12", display=True) == made
    assert "style=" not in made.html
    second.close()
