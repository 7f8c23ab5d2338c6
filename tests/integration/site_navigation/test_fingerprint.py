"""What no setting tells: the code and the words of the project's own extensions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.site_navigation.conftest import Project


@pytest.fixture
def extended(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project with an extension of its own and a catalogue."""
    monkeypatch.syspath_prepend(str(project.source))
    monkeypatch.delitem(sys.modules, "own_extension", raising=False)
    project.write("own_extension.py", "def setup(app): return {'parallel_read_safe': True}")
    project.write("locales/en/LC_MESSAGES/own.po", 'msgid ""\nmsgstr ""')
    conf = (project.source / "conf.py").read_text(encoding="utf-8")
    project.write("conf.py", conf.replace('"site_navigation"', '"site_navigation", "own_extension"'))
    project.build()
    return project


@pytest.mark.parametrize("name", ["own_extension.py", "locales/en/LC_MESSAGES/own.po"])
def test_an_edit_reads_everything_again(extended: Project, name: str) -> None:
    """And so writes everything; without an edit, nothing."""
    assert extended.build() == set()
    content = (extended.source / name).read_text(encoding="utf-8")
    extended.write(name, content, "# Edited.")

    assert extended.build() >= {"index.html", "a/1.html", "b/4.html"}
