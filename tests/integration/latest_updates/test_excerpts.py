"""Excerpts of real Markdown: cases in plain files, source and result side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from latest_updates.settings import domain_of

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from latest_updates.runs import Run

    from .conftest import Site

CASES = Path(__file__).parent / "excerpts"
CONF = """
language = "zh_CN"
extensions = ["myst_parser", "sphinx_design", "latest_updates"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath"]
myst_disable_syntax = ["html_inline", "html_block"]
suppress_warnings = ["toc.not_included", "image.not_readable"]
"""
OTHER = article(title="另一篇", body="$$ x $$ (eq-other)\n\n(label-other)=\n## 另一节\n\n另一篇的正文。")


class Case(NamedTuple):
    """A source, and what its excerpt is as runs and as plain text."""

    name: str
    source: str
    runs: str
    plain: str


def cases(name: str) -> list[Case]:
    """Return the cases of a file: ``=== name``, source, ``=>``, runs, plain text."""
    text = (CASES / name).read_text(encoding="utf-8")
    found = []
    for part in text.split("\n=== ")[1:]:
        source, _arrow, expected = part.partition("\n=>\n")
        heading, _newline, body = source.partition("\n")
        runs, plain = expected.split("\n")[:2]
        found.append(Case(heading, body, runs, plain))
    return found


def shown(runs: tuple[Run, ...]) -> str:
    """Return runs as the files write them."""
    return "".join(text if kind == "text" else f"{{{kind}|{text}}}" for kind, text in runs)


def source_of(case: Case) -> str:
    """Return the article of a case; a first line ``%description`` goes into its front matter."""
    first, _newline, rest = case.source.partition("\n")
    if first.startswith("%description "):
        return article(f"description: {first.removeprefix('%description ')}", case.name, rest)
    return article(title=case.name, body=case.source)


@pytest.mark.parametrize(("name", "length"), [("lines.md", 350), ("blocks.md", 350), ("cuts.md", 20)])
def test_excerpts_are_those_beside_their_sources(site: Callable[..., Site], name: str, length: int) -> None:
    """Every case of a file gives the runs for the card and the plain text that stand below it."""
    given = cases(name)
    sources = {f"python/case-{number:02}.md": source_of(case) for number, case in enumerate(given)}
    small = site({**sources, "nlp/other.md": OTHER}, f"{CONF}latest_updates_excerpt_length = {length}\n")
    made = []
    with small.opened("dummy", tags=["html"]) as app:
        app.build()
        view = domain_of(app.env).view
        for number, case in enumerate(given):
            read = view.articles[f"python/case-{number:02}"]
            runs = shown(view.excerpt(read).runs)
            made.append(case._replace(runs=runs, plain=view.plain_excerpt(read)))

    assert app.warning.getvalue() == ""
    assert [pair for pair in zip(given, made, strict=True) if pair[0] != pair[1]] == []
