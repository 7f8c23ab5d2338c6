"""The index of an incremental build is that of a clean one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import cjk_search
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITS: dict[str, Callable[[Path], object]] = {
    "a word is gone": lambda source: replace(source / "entropy.rst", "极大似然", "最小二乘"),
    "a page is gone": lambda source: remove(source, "gradient"),
    "a page is new": lambda source: add(source, "newcomer", "新来的\n======\n\n从未有过的词。\n"),
    "a title is new": lambda source: replace(source / "entropy.rst", "交叉熵\n======", "相对熵\n======"),
    "an index entry is gone": lambda source: replace(source / "convolution.rst", ".. index:: 空洞卷积\n", ""),
    "an index entry is new": lambda source: replace(
        source / "entropy.rst", "熵度量", ".. index:: 散度\n\n熵度量"
    ),
    "nothing": lambda source: None,
}


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def add(source: Path, docname: str, text: str) -> None:
    """Add a page."""
    (source / f"{docname}.rst").write_text(text, encoding="utf-8")
    replace(source / "index.rst", "   scripts\n", f"   scripts\n   {docname}\n")


def remove(source: Path, docname: str) -> None:
    """Remove a page."""
    (source / f"{docname}.rst").unlink()
    replace(source / "index.rst", f"   {docname}\n", "")


@pytest.fixture
def index_of(build: Callable[..., Path]) -> Callable[..., str]:
    """Return a function that builds the project into a folder and returns the index file."""
    return lambda name, **options: (build(name, **options) / "searchindex.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("edit", EDITS)
def test_incremental_index_is_the_clean_one(index_of: Callable[..., str], source: Path, edit: str) -> None:
    """Byte for byte, whatever was edited in between."""
    index_of("kept")
    EDITS[edit](source)

    assert index_of("kept") == index_of("clean")


def test_index_made_by_another_splitter_is_thrown_away(
    index_of: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With another version of the splitter every page is indexed anew, and no old term is left."""
    with monkeypatch.context() as earlier:
        earlier.setattr(cjk_search, "SPLITTER_VERSION", 10_000)
        earlier.setattr("cjk_search.language.split", lambda text: ["老", "词"])
        assert "#老" in index_of("kept")

    assert index_of("kept") == index_of("clean")


def test_parallel_index_is_the_serial_one(index_of: Callable[..., str]) -> None:
    """Pages written by several processes give the same index."""
    assert index_of("parallel", parallel=2) == index_of("serial")


def test_sphinx_still_leaves_empty_terms_and_loses_index_entries(
    index_of: Callable[..., str], source: Path
) -> None:
    """When this fails, Sphinx has repaired one of them, and ours may go (sphinx-doc/sphinx #12599)."""
    replace(source / "conf.py", '"cjk_search"', "")
    replace(source / "conf.py", 'language = "zh_CN"', 'language = "en"')
    index_of("kept")
    replace(source / "gradient.rst", "沿着计算图", "顺着计算图")
    index = json.loads(index_of("kept")[len("Search.setIndex(") : -1])

    assert [] in index["terms"].values()
    assert index["indexentries"] == {}
