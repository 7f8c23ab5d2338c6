"""Front matter: the rules of the build, told before it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import latest_updates
from babel.messages.pofile import read_po
from latest_updates.front_matter import nearest

from tools.lint.page import Finding
from tools.site import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.page import Page


@cache
def _catalogue() -> dict[str, str]:
    path = Path(latest_updates.__file__).parent / "locale/zh_CN/LC_MESSAGES/latest_updates.po"
    with path.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


def _problems(page: Page, *, about_tags: bool) -> Iterator[Finding]:
    for problem in page.front_matter[1]:
        if (problem.subtype == "tag") == about_tags:
            message = _catalogue().get(problem.message, problem.message)
            yield Finding(problem.line, message % problem.arguments if problem.arguments else message)


def front_matter(page: Page) -> Iterator[Finding]:
    """Check that dates, keys and types are what the build takes."""
    yield from _problems(page, about_tags=False)


def tags(page: Page) -> Iterator[Finding]:
    """Check that tags are from the vocabulary; another spelling of one is mended."""
    vocabulary = rules().vocabulary
    for finding in _problems(page, about_tags=True):
        row = page.lines[finding.line - 1]
        better = row
        for written in page.front_matter[0].written_tags:
            tag = vocabulary.resolve(written) if vocabulary else None
            if tag and tag != written and tag not in page.front_matter[0].written_tags:
                better = page.replaced(finding.line, written, tag) or better
        yield finding._replace(better=better if better != row else None)


def prerequisites(page: Page) -> Iterator[Finding]:
    """Check that what is to be read before is there."""
    front = page.front_matter[0]
    known = [
        path.relative_to(page.root).with_suffix("").as_posix()
        for folder in rules().categories
        for path in (page.root / folder).glob("*.md")
        if path.stem != "index"
    ]
    for name in front.prerequisites:
        if name not in known:
            guess = nearest(name, known)
            hint = f"是不是 {guess}？" if guess else "写 docname，如 python/pdb-debugging"
            yield Finding(front.lines["prerequisites"], f"没有先修文章 {name}；{hint}")
