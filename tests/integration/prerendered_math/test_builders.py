"""What builders other than the HTML ones write is Sphinx's own; the HTML ones all write KaTeX's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.prerendered_math.conftest import Build


_CLOCK = re.compile(r'"POT-Creation-Date: .*')


def contents(folder: Path, pattern: str) -> dict[str, str]:
    """Return the text files below `folder` that match, by name."""
    return {path.name: _CLOCK.sub("", path.read_text(encoding="utf-8")) for path in folder.rglob(pattern)}


@pytest.mark.parametrize(
    ("builder", "pattern"),
    [("latex", "*.tex"), ("text", "*.txt"), ("man", "*.1"), ("epub", "*.xhtml"), ("gettext", "*.pot")],
)
def test_other_builders_do_as_without_the_extension(build: Build, builder: str, pattern: str) -> None:
    """Byte for byte."""
    project = {"copyright": "A", "version": "1"}  # which EPUB asks for
    ours = build("numbered", builder, "ours", **project)
    plain = build("numbered", builder, "plain", extensions=["myst_parser"], **project)

    assert contents(ours, pattern) == contents(plain, pattern) != {}


@pytest.mark.parametrize(
    ("builder", "name"),
    [("html", "formulas.html"), ("dirhtml", "formulas/index.html"), ("singlehtml", "index.html")],
)
def test_html_builders_write_the_same_formulas(build: Build, builder: str, name: str) -> None:
    """Each with the style sheet of its page, at an address that exists."""
    out = build("plain", builder, "out")
    page = (out / name).read_text(encoding="utf-8")
    sheet = "index" if builder == "singlehtml" else "formulas"

    assert '<span class="katex-display">' in page
    assert f"_static/prerendered-math/pages/{sheet}.css?v=" in page
    assert (out / "_static" / "prerendered-math" / "pages" / f"{sheet}.css").is_file()


def test_another_renderer_can_be_chosen(build: Build) -> None:
    """Sphinx's option has the last word; nothing of ours is loaded."""
    out = build("plain", "html", "out", html_math_renderer="mathjax")
    page = (out / "formulas.html").read_text(encoding="utf-8")

    assert "katex" not in page
    assert "prerendered-math" not in page
    assert not (out / "_static" / "prerendered-math").exists()


def test_macros_must_be_tex(build: Build) -> None:
    """A slip in conf.py is told at once."""
    with pytest.raises(ConfigError, match=r"prerendered_math_macros: ."):
        build("plain", "html", "out", prerendered_math_macros={"R": "x"})
