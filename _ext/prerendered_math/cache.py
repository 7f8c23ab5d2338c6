"""Rendered formulas that outlive a build. No Sphinx in here."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import zlib
from typing import TYPE_CHECKING

from .engine import RenderedFormula

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = "prerendered-math-"


class FormulaCache:
    """Rendered formulas in an SQLite file, shared by all processes of a build and by later builds.

    The file's name carries a `fingerprint` of all that the result depends on besides the formula, so what
    another KaTeX, other macros or another version of this package made is never found.
    A cache that cannot be read or written is as good as an empty one.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.path = folder / f"{PREFIX}{fingerprint[:16]}.sqlite"
        # A connection must not be used, nor closed, in a fork of the process that opened it.
        self._connections: dict[int, sqlite3.Connection] = {}

    def get(self, tex: str, *, display: bool) -> RenderedFormula | None:
        """Return what was kept for a formula, or None."""
        with contextlib.suppress(sqlite3.Error, zlib.error, ValueError):
            query = "SELECT html, width, box, height FROM formulas WHERE key = ?"
            for html, *size in self._connect().execute(query, (_key(tex, display),)):
                return RenderedFormula(zlib.decompress(html).decode(), *size)
        return None

    def put(self, tex: str, rendered: RenderedFormula, *, display: bool) -> None:
        """Keep what was rendered for a formula."""
        html = zlib.compress(rendered.html.encode(), 1)
        row = (_key(tex, display), html, rendered.width, rendered.box, rendered.height)
        with contextlib.suppress(sqlite3.Error):
            self._connect().execute("INSERT OR REPLACE INTO formulas VALUES (?, ?, ?, ?, ?)", row)

    def _connect(self) -> sqlite3.Connection:
        pid = os.getpid()
        if pid not in self._connections:
            self._connections[pid] = _open(self.path)
        return self._connections[pid]

    def close(self) -> None:
        """Close this process's connection."""
        if connection := self._connections.pop(os.getpid(), None):
            connection.close()

    def remove_others(self) -> None:
        """Delete caches of other fingerprints beside this one, and this one if it is no database."""
        others = [
            path for path in self.path.parent.glob(f"{PREFIX}*") if not path.name.startswith(self.path.name)
        ]
        try:
            self._connect()
        except sqlite3.DatabaseError:
            others.append(self.path)
        for path in others:
            with contextlib.suppress(OSError):  # another build may use it
                path.unlink()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=60, isolation_level=None)
    try:
        # Losing the last formulas in a power cut costs milliseconds; waiting for the disk costs more.
        connection.execute("PRAGMA synchronous = OFF")
        columns = "key BLOB PRIMARY KEY, html BLOB, width REAL, box REAL, height REAL"
        connection.execute(f"CREATE TABLE IF NOT EXISTS formulas ({columns})")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _key(tex: str, display: bool) -> bytes:
    return hashlib.sha256(f"{int(display)}{tex}".encode()).digest()
