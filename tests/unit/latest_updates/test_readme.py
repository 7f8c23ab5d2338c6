"""The README of the extension names what there is."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

FOLDER = ROOT / "_ext" / "latest_updates"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.py")))


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("option", r'add_config_value\("(\w+)"'),
        ("directive", r'add_directive\("(latest[\w-]+)"'),
        ("option of the directive", r'^        "([a-z-]+)": (?:directives\.|_style|_group|_year)'),
        ("class", r"(?<![\w/{-])(latest-updates-[a-z][a-z-]*[a-z])"),
        ("front matter", r'^    "([a-z]+)",$'),
        ("subtype", r'(?:_note|warn|Problem)\("([a-z-]+)"'),
    ],
)
def test_everything_that_users_meet_is_in_the_readme(kind: str, pattern: str) -> None:
    """Options, classes, keys and warnings are described; a new one without a word fails here."""
    names = set(re.findall(pattern, SOURCES, re.MULTILINE))

    assert len(names) >= 2
    assert {name for name in names if name not in README} == set(), kind
