"""Check the Chinese typography of articles and documents: full-width punctuation, spaces beside Latin.

The rules are those of AutoCorrect (https://github.com/huacnlee/autocorrect); front matter and code are
left alone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import autocorrect_py

ERROR: object = autocorrect_py.Severity.Error
ROOT = Path(__file__).parents[1]
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# The fence of a directive makes AutoCorrect take its text for code.
FENCE = re.compile(r"^ *`{3,}.*$", re.MULTILINE)
# Plain code only: a directive such as {note} or {figure} holds prose.
CODE = re.compile(r"^(?P<fence> *`{3,})(?!\{(?!code))[^\n]*\n.*?^(?P=fence)`* *$", re.DOTALL | re.MULTILINE)


def prose(text: str) -> str:
    """Return the text with front matter and code blanked, line by line, so that lines keep their numbers."""

    def blank(match: re.Match[str]) -> str:
        return "\n" * match[0].count("\n")

    return FENCE.sub("", CODE.sub(blank, FRONT_MATTER.sub(blank, text)))


def findings(text: str) -> list[str]:
    """Return what is wrong, each as ``line: found → better``."""
    result = autocorrect_py.lint_for(prose(text), "md")
    errors = [line for line in result.lines if line.severity == ERROR]
    return [f"{line.line}: {line.old.strip()} → {line.new.strip()}" for line in errors]


def sources() -> list[Path]:
    """Return the Markdown files that readers and authors see."""
    pages = [path for path in ROOT.glob("[!_.]*/*.md") if path.parent.name not in {"tests", "tools"}]
    return sorted([*pages, *ROOT.glob("*.md")])


def main() -> None:
    """Print all findings; fail if there are any."""
    found = [
        f"{path.relative_to(ROOT)}:{finding}"
        for path in sources()
        for finding in findings(path.read_text(encoding="utf-8"))
    ]
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
