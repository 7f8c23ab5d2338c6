"""The message catalogue: complete, and faithful in its placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import latest_updates
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PACKAGE = Path(latest_updates.__file__).parent
KEYWORDS = {"_": None, "__": None, "warn": (2,), "_warn": (1,)}
PLACE = re.compile(r"%\(\w+\)[sr]|%[sr]")


def used() -> set[str]:
    """Return the messages in the code."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {str(message) for _file, _line, message, _comments, _context in found}


def translated() -> dict[str, str]:
    """Return the messages of the Chinese catalogue."""
    with (PACKAGE / "locale/zh_CN/LC_MESSAGES/latest_updates.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


def test_every_word_is_translated_and_no_other() -> None:
    """The catalogue holds what the code says, no more and no less."""
    assert used() == translated().keys()
    assert [message for message, words in translated().items() if not words] == []


def test_placeholders_stay_in_order() -> None:
    """Arguments are given by place, so a translation must not change the order of ``%s`` and ``%r``."""
    changed = {
        message: words
        for message, words in translated().items()
        if sorted(PLACE.findall(message)) != sorted(PLACE.findall(words))
        or ("%(" not in message and PLACE.findall(message) != PLACE.findall(words))
    }
    assert changed == {}
