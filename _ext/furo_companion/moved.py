"""Redirects of moved pages, as sphinx-reredirects writes them: checked, and known as output.

It writes a page over whatever is there, and leaves it behind when the redirect is struck.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from sphinx.locale import __
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def check_redirects(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a redirect that hides a page or leads to none."""
    for source, target in getattr(app.config, "redirects", {}).items():
        if source in env.all_docs:
            _warn(__("redirect %r: there is a page of this name, which it would hide"), source)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target.partition("#")[0]))
        if "://" not in target and _docname(path) not in env.all_docs:
            _warn(__("redirect %r: there is no page %r"), source, path)


def _docname(path: str) -> str:
    path = path.lstrip("/")
    return path.removesuffix(".html") if path.endswith(".html") else posixpath.join(path, "index")


def _warn(message: str, *values: str) -> None:
    logger.warning(message, *values, type="furo_companion", subtype="redirects")


def redirect_files(app: Sphinx) -> Iterator[str]:
    """Yield the files that the redirects make, relative to the output folder."""
    for source in getattr(app.config, "redirects", {}):
        yield app.builder.get_output_path(source).relative_to(app.outdir).as_posix()  # type: ignore[attr-defined]
