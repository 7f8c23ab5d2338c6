"""Files that are written again as they were; no Sphinx."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class FileTimes:
    """Times of modification, given back to the files that a build writes again with the same content.

    Sphinx and extensions write some files in every build. Servers, caches and rsync take a new time
    for a new file.
    """

    def __init__(self) -> None:
        self._noted: dict[Path, tuple[os.stat_result, bytes]] = {}

    def note(self, outdir: os.PathLike[str], names: Iterable[str]) -> None:
        """Note times and contents of files below *outdir*."""
        for name in names:
            path = Path(outdir, name)
            if (content := _content(path)) is not None:
                self._noted[path] = (path.stat(), content)

    def restore(self) -> None:
        """Give back the time to each file that has a new one, but the content that was noted."""
        for path, (status, content) in self._noted.items():
            is_rewritten = path.exists() and path.stat().st_mtime_ns != status.st_mtime_ns
            if is_rewritten and _content(path) == content:
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _content(path: Path) -> bytes | None:
    try:
        return blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return None


def replace_if_different(new: Path, old: Path) -> None:
    """Move *new* to *old*, unless both have the same content: then *old* stays as it is."""
    if old.is_file() and old.read_bytes() == new.read_bytes():
        new.unlink()
    else:
        new.replace(old)
