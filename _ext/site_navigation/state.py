"""What the last successful build wrote, in a file of our own; no Sphinx.

Sphinx pickles its environment before it writes pages. Digests kept there would claim, after an
interrupted build, that pages show what they do not yet show.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .plain import digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSION = 1


class References(NamedTuple):
    """The references in a page's body, as written.

    *shown* is a digest of how they look, *targets* the digest of each document that they lead to, and
    *unresolved* a digest of all documents if some reference led nowhere, so that any may mend it.
    """

    shown: str
    targets: dict[str, str]
    unresolved: str | None


@dataclass(slots=True)
class State:
    """Digests of pages by name, references by document, and the output files, relative to the folder."""

    pages: dict[str, str] = field(default_factory=dict)
    generated: dict[str, str] = field(default_factory=dict)
    references: dict[str, References] = field(default_factory=dict)
    outputs: set[str] = field(default_factory=set)

    def in_doubt(self, docnames: Iterable[str], outputs: Iterable[str]) -> State:
        """Return the state to leave behind while *docnames* and all generated pages are written.

        If the build is cut off, these are written again, and *outputs* of both builds are known.
        """
        doubtful = set(docnames)
        pages = {name: value for name, value in self.pages.items() if name not in doubtful}
        return State(pages, {}, self.references, self.outputs | set(outputs))


def state_path(folder: Path, outdir: Path, builder: str) -> Path:
    """Return the state file, in *folder*, of the site that *builder* builds into *outdir*."""
    return folder / f"site_navigation-{digest((str(outdir), builder))}.json"


def load_state(path: Path) -> State:
    """Return the state in *path*; an empty one, by which all pages are written, if it can't be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return State()
        references = {name: References(*value) for name, value in data["references"].items()}
        outputs = {*data["outputs"], *_new_outputs(path)}
        return State(data["pages"], data["generated"], references, outputs)
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def save_state(path: Path, state: State) -> None:
    """Write *state* so that a reader finds the old one or the new one, never half of one."""
    data = {
        "version": VERSION,
        "pages": state.pages,
        "generated": state.generated,
        "references": state.references,
        "outputs": sorted(state.outputs),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".tmp")
    beside.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    beside.replace(path)
    _journal(path).unlink(missing_ok=True)


def note_new_output(path: Path, output: str) -> None:
    """Record an output file that the state in *path* does not name, before it is written."""
    with _journal(path).open("a", encoding="utf-8") as stream:
        stream.write(f"{output}\n")


def _new_outputs(path: Path) -> list[str]:
    journal = _journal(path)
    return journal.read_text(encoding="utf-8").splitlines() if journal.is_file() else []


def _journal(path: Path) -> Path:
    return path.with_suffix(".new")
