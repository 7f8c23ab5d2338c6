"""Check the Chinese typography of articles and documents: full-width punctuation, spaces beside Latin.

The rules are those of AutoCorrect (https://github.com/huacnlee/autocorrect); front matter and code are
left alone.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import autocorrect_py

ERROR: object = autocorrect_py.Severity.Error
ROOT = Path(__file__).parents[1]
WORDS = ROOT / "tools" / "lint" / "words.txt"
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


@cache
def dictionary() -> dict[str, str]:
    """Return the words that AutoCorrect gets wrong, each with a stand-in that it leaves alone.

    A word with Han characters is replaced by a rare one, any other by letters.
    """
    rows = (row.strip() for row in WORDS.read_text(encoding="utf-8").splitlines())
    words = sorted((row for row in rows if row and not row.startswith("#")), key=len, reverse=True)
    return {
        word: f"Qzx{number:03}q" if word.isascii() else chr(0x3400 + number)
        for number, word in enumerate(words)
    }


def masked(text: str) -> str:
    """Return the text with stand-ins for the words of the dictionary."""
    for word, stand_in in dictionary().items():
        text = text.replace(word, stand_in)
    return text


def unmasked(text: str) -> str:
    """Return the text with the words of the dictionary in the places of their stand-ins."""
    for word, stand_in in dictionary().items():
        text = text.replace(stand_in, word)
    return text


def corrections(text: str) -> list[tuple[int, str, str]]:
    """Return what is wrong: line, what was found, what is better."""
    result = autocorrect_py.lint_for(masked(prose(text)), "md")
    errors = [line for line in result.lines if line.severity == ERROR]
    return [(line.line, unmasked(line.old.strip()), unmasked(line.new.strip())) for line in errors]


def findings(text: str) -> list[str]:
    """Return what is wrong, each as ``line: found → better``."""
    return [f"{line}: {old} → {new}" for line, old, new in corrections(text)]


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
