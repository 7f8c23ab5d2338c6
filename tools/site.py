"""What the authors' tools have to know of the site: its categories and its tags, read from its own files."""

from __future__ import annotations

import runpy
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
if str(ROOT / "_ext") not in sys.path:
    sys.path.insert(0, str(ROOT / "_ext"))

from latest_updates.front_matter import (  # noqa: E402
    FrontMatter,
    Problem,
    Rules,
    find_block,
    parse_front_matter,
)
from latest_updates.tags import parse_vocabulary  # noqa: E402


@cache
def settings() -> dict[str, Any]:
    """Return the settings of the site."""
    return runpy.run_path(str(ROOT / "conf.py"))


@cache
def rules() -> Rules:
    """Return what the front matter of this site's articles may say (categories, tags, further keys)."""
    name = settings()["latest_updates_tags"]
    vocabulary, _problems = parse_vocabulary((ROOT / name).read_text(encoding="utf-8"), name)
    return Rules(
        settings()["latest_updates_categories"],
        vocabulary,
        frozenset(settings()["latest_updates_extra_keys"]),
    )


def read_front_matter(source: str) -> tuple[FrontMatter, list[Problem]]:
    """Return what an article's front matter says, and what is wrong with it."""
    return parse_front_matter(find_block(source), rules())


def find_category(name: str) -> str | None:
    """Return the folder of the category called *name* (its folder or its name, in any case), or None."""
    wanted = name.strip().casefold()
    for folder, label in rules().categories.items():
        if wanted in {folder.casefold(), label.casefold()}:
            return folder
    return None
