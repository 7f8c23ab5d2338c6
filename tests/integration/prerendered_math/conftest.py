"""Builds of the tiny projects, each in folders of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

Build = Callable[..., "Path"]


@pytest.fixture
def build(make_app: Callable[..., SphinxTestApp], rootdir: Path, tmp_path: Path) -> Build:
    """Return a function that builds a project without a warning and returns the output folder.

    The source of a project is copied once a test, so that a test can edit it between builds.
    """

    def run(root: str, builder: str, name: str, *, parallel: int = 0, **settings: Any) -> Path:
        source = tmp_path / "source"
        if not source.exists():
            shutil.copytree(rootdir / f"test-prerendered-math-{root}", source)
        app = make_app(
            builder,
            srcdir=source,
            builddir=tmp_path / name,
            confoverrides=settings,
            parallel=parallel,
        )
        app.build()
        assert app.warning.getvalue() == ""
        app.cleanup()  # or the next one would find its nodes registered
        return app.outdir

    return run
