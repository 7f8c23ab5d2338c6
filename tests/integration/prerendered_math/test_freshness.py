"""Incremental, clean and parallel builds write the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [f"page{number}" for number in range(8)]
CONF = f"""
import sys
sys.path.insert(0, {str(ROOT / "_ext")!r})
extensions = ["myst_parser", "prerendered_math"]
myst_enable_extensions = ["dollarmath"]
html_theme = "basic"
"""


def formulas(number: int) -> str:
    """Return the source of a page; every page has formulas of its own and common ones."""
    own = "+".join(rf"\frac{{x^{{{power}}}}}{{{number}}}" for power in range(number + 1))
    return f"# Page {number}\n\nText $E=mc^2$ and $x_{{{number}}}$.\n\n$$ {own} $$ (eq{number})\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a project of eight pages with formulas."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    toctree = "\n".join(["```{toctree}", *PAGES, "```"])
    (folder / "index.md").write_text(f"# Index\n\n{toctree}\n", encoding="utf-8")
    for number, name in enumerate(PAGES):
        (folder / f"{name}.md").write_text(formulas(number), encoding="utf-8")
    return folder


def written(out: Path) -> dict[str, bytes]:
    """Return the pages and what formulas load."""
    paths = [*out.rglob("*.html"), *(out / "_static" / "prerendered-math").rglob("*")]
    return {str(path.relative_to(out)): path.read_bytes() for path in paths if path.is_file()}


def built(source: Path, name: str, *options: str) -> dict[str, bytes]:
    """Build into a folder of this name and return what is there."""
    out = source.parent / name
    result = build(source, out, "-W", *options)
    assert result.stderr == ""
    return written(out)


def test_parallel_build_equals_serial_build(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when workers share a cache that is full; and nothing is forked while V8's threads run.

    Python 3.12 and later warn of such forks.
    """
    monkeypatch.setenv("PYTHONWARNINGS", "error:This process:DeprecationWarning")
    serial = built(source, "serial", "-j", "1")

    assert built(source, "parallel", "-j", "4") == serial
    assert built(source, "parallel", "-j", "4", "-a", "-E") == serial


def test_incremental_build_equals_clean_build(source: Path) -> None:
    """After edits, sheets included; and only the pages edited were written again."""
    edits = {
        "page0": "# Page 0\n\nNo formula any more.\n",
        "page1": "# Page 1\n\nOther $\\sqrt{y}$ formulas.\n",
        "page2": formulas(2) + "\nOne more: $\\widehat{abc}$.\n",
    }
    before = built(source, "out")
    for name, text in edits.items():
        (source / f"{name}.md").write_text(text, encoding="utf-8")
    after = built(source, "out")
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    sheets = {f"_static/prerendered-math/pages/{name}.css" for name in edits}

    assert after == built(source, "clean")
    assert changed == {f"{name}.html" for name in edits} | sheets


def test_sheet_goes_with_its_page(source: Path) -> None:
    """Sphinx leaves pages of removed sources; whoever removes such a page leaves no sheet behind."""
    built(source, "out")
    (source / "page5.md").unlink()
    (source.parent / "out" / "page5.html").unlink()
    index = source / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("page5\n", ""), encoding="utf-8")
    after = built(source, "out")

    assert "_static/prerendered-math/pages/page5.css" not in after
    assert "_static/prerendered-math/pages/page6.css" in after


def test_macros_change_every_page_that_uses_them(source: Path) -> None:
    """A new meaning is seen at once, in spite of the cache."""
    conf = source / "conf.py"
    (source / "page0.md").write_text("# Page 0\n\n$\\mine$\n", encoding="utf-8")
    conf.write_text(CONF + 'prerendered_math_macros = {r"\\mine": "u"}\n', encoding="utf-8")
    assert b"<mi>u</mi>" in built(source, "out")["page0.html"]
    conf.write_text(CONF + 'prerendered_math_macros = {r"\\mine": "v"}\n', encoding="utf-8")

    assert b"<mi>v</mi>" in built(source, "out")["page0.html"]
