"""Check the articles, or mend what is safe to mend: ``python -m tools.lint [--fix] [FILE …]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.lint.page import Page
from tools.lint.rules import ALL, FOR_ALL
from tools.site import ROOT
from tools.typography import sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.lint.page import Finding

# A mended line may show another finding; no line has more of them than this.
_ROUNDS = 20


class Report(NamedTuple):
    """A finding and the rule that made it."""

    rule: str
    finding: Finding


def check(page: Page) -> list[Report]:
    """Return all findings on *page*, in the order of lines."""
    chosen = ALL if page.is_article else FOR_ALL
    reports = [Report(name, finding) for name, rule in chosen.items() for finding in rule(page)]
    return sorted(reports, key=lambda report: report.finding.line)


def mend(page: Page) -> Page:
    """Return *page* with everything mended that is safe to mend; a second time there is nothing to do."""
    for _round in range(_ROUNDS):
        better = {f.line: f.better for _rule, f in check(page) if f.better is not None}
        if not better:
            break
        lines = [better.get(number, row) for number, row in enumerate(page.lines, start=1)]
        page = Page(page.path, "\n".join(lines), page.root)
    return page


def read(paths: Iterable[Path], root: Path) -> Iterator[Page]:
    """Read the pages."""
    for path in paths:
        yield Page(path.resolve(), path.read_text(encoding="utf-8"), root)


def mend_files(pages: Iterable[Page]) -> Iterator[Page]:
    """Mend files in place; yield the pages as they are now."""
    for page in pages:
        mended = mend(page)
        if mended.text != page.text:
            page.path.write_text(mended.text, encoding="utf-8", newline="\n")
            print(f"已改正 {page.name}")
        yield mended


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Print all findings; return 1 if there are any."""
    parser = argparse.ArgumentParser(description="检查文章", prog="make lint")
    parser.add_argument("files", nargs="*", type=Path, help="只看这些（默认全部文章与文档）")
    parser.add_argument("--fix", action="store_true", help="改正可以放心改的")
    options = parser.parse_args(arguments)
    pages = read(options.files or sources(), root)
    found = [
        (page, report) for page in (mend_files(pages) if options.fix else pages) for report in check(page)
    ]
    for page, (rule, finding) in found:
        print(f"{page.name}:{finding.line}: {finding.message} [{rule}]")
    if found:
        fixable = sum(report.finding.better is not None for _page, report in found)
        print(f"{len(found)} 处要改" + (f"，其中 {fixable} 处可以 make fix" if fixable else ""))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
