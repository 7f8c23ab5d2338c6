"""What the output depends on besides sources and settings: code and versions.

Neither the configuration nor the environment's version sees an edit of an extension, and a newer
Sphinx or theme need not change it. A configuration value that does makes Sphinx read everything again.
"""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path
from typing import TYPE_CHECKING

from .plain import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

_DISTRIBUTIONS = ("Sphinx", "docutils", "Pygments", "Jinja2", "Babel")
_IGNORED = {".pyc", ".mo", ".tmp"}


def digest_of_files(paths: Iterable[Path]) -> str:
    """Return a digest of names and contents of files and of all files below folders."""
    return digest([(path.name, _content(path)) for path in paths])


def _content(path: Path) -> bytes | list[tuple[str, bytes]] | None:
    if path.is_file():
        return path.read_bytes()
    files = (file for file in path.rglob("*") if file.suffix not in _IGNORED and file.is_file())
    return sorted((file.relative_to(path).as_posix(), file.read_bytes()) for file in files)


def note_fingerprint(app: Sphinx, config: Config) -> None:
    """Set the value ``site_navigation_fingerprint``, a change of which reads all documents again."""
    config.site_navigation_fingerprint = digest(
        (
            sys.version_info[:2],
            [(name, _version(name)) for name in _DISTRIBUTIONS],
            _theme_version(config.html_theme),
            sorted((extension.name, str(extension.version)) for extension in app.extensions.values()),
            digest_of_files(sorted(_local_code(app))),
            digest_of_files(_catalogs(app, config)),
        )
    )


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _theme_version(theme: str) -> str | None:
    found = entry_points(group="sphinx.html_themes", name=theme)
    return next((entry.dist.version for entry in found if entry.dist), None)


def _local_code(app: Sphinx) -> Iterator[Path]:
    """Yield modules and packages of the extensions that belong to the project itself."""
    for name in app.extensions:
        file = getattr(sys.modules.get(name), "__file__", None)
        if file and Path(file).is_relative_to(app.confdir) and "site-packages" not in file:
            path = Path(file)
            yield path.parent if path.stem == "__init__" else path


def _catalogs(app: Sphinx, config: Config) -> list[Path]:
    folders = (Path(app.srcdir, entry, config.language) for entry in config.locale_dirs)
    return sorted(file for folder in folders for file in folder.rglob("*.po"))
