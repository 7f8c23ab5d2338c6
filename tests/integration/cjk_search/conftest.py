"""What all tests of the search in Sphinx need."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sphinx import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp


@pytest.fixture(autouse=True)
def languages() -> Iterator[None]:
    """Take back the search language, which Sphinx keeps for the whole process."""
    before = dict(search.languages)
    yield
    search.languages.clear()
    search.languages.update(before)


@pytest.fixture
def source(rootdir: Path, tmp_path: Path) -> Path:
    """Return a copy of the project that may be edited."""
    return shutil.copytree(rootdir / "test-cjk-search-articles", tmp_path / "source")


@pytest.fixture
def build(make_app: Callable[..., SphinxTestApp], source: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that builds the project without a warning, into a folder of that name."""

    def build(name: str = "out", builder: str = "html", parallel: int = 0, **settings: Any) -> Path:
        app = make_app(
            builder, srcdir=source, builddir=tmp_path / name, parallel=parallel, confoverrides=settings
        )
        app.build()
        app.cleanup()
        assert app.warning.getvalue() == ""
        return app.outdir

    return build
