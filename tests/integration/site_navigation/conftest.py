"""A project to edit and build again and again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.builders.html import _assets
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONF = """
extensions = ["myst_parser", "site_navigation"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
myst_heading_anchors = 2
exclude_patterns = ["_build"]
"""


class Project:
    """Sources below *source*, and what each build changes in the output."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.out = source / "_build" / "html"
        self.warnings = ""
        self.settings: dict[str, Any] = {}
        self.handlers: list[tuple[str, Callable[..., Any]]] = []

    def write(self, name: str, *lines: str) -> None:
        """Write a source file."""
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")

    def article(self, name: str, title: str, *lines: str) -> None:
        """Write a Markdown page."""
        self.write(f"{name}.md", f"# {title}", *lines)

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Return content and time of every output file."""
        return {
            path.relative_to(self.out).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in self.out.rglob("*")
            if path.is_file()
        }

    def build(
        self, builder: str = "html", *, warnings: bool = False, parallel: int = 0, specific: str = ""
    ) -> set[str]:
        """Build, and return the names of the HTML files that are new, different or gone."""
        return {
            name for name in self.build_all(builder, warnings, parallel, specific) if name.endswith(".html")
        }

    def build_all(
        self, builder: str = "html", warnings: bool = False, parallel: int = 0, specific: str = ""
    ) -> set[str]:
        """Build, and return the names of all files that are new, different or gone."""
        self.out = self.source / "_build" / builder
        before = self.files()
        # Sphinx remembers checksums for as long as the process lives.
        _assets._file_checksum_inner.cache_clear()
        app = SphinxTestApp(builder, srcdir=self.source, confoverrides=self.settings, parallel=parallel)
        for event, handler in self.handlers:
            app.connect(event, handler)
        try:
            app.build(filenames=[self.source / specific] if specific else ())
        finally:
            app.cleanup()
        self.warnings = app.warning.getvalue()
        assert warnings or self.warnings == ""
        after = self.files()
        return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}

    def page(self, name: str) -> str:
        """Return an output file."""
        return (self.out / name).read_text(encoding="utf-8")

    def age(self, name: str, seconds: int = 1000) -> None:
        """Make a source file look older than it is."""
        status = (self.source / name).stat()
        os.utime(self.source / name, (status.st_atime, status.st_mtime - seconds))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with two sections of four pages each, built once."""
    project = Project(tmp_path)
    project.write("conf.py", CONF)
    project.write("_static/site.css", "body {}")
    project.article("index", "Home", toctree("a/index", "b/index"))
    for section in "ab":
        project.article(f"{section}/index", f"Section {section}", toctree("*", glob=True))
        for number in range(1, 5):
            project.article(f"{section}/{number}", f"Page {section}{number}", "Text.")
    project.settings = {"site_navigation_window": 2, "site_navigation_full_below": 0}
    project.build()
    return project


def toctree(*entries: str, glob: bool = False, options: str = ":hidden:") -> str:
    """Return a MyST toctree."""
    lines = [options, *[":glob:"] * glob, "", *entries]
    return "```{toctree}\n" + "\n".join(lines) + "\n```"
