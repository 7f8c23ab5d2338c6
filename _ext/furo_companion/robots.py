"""The file that tells crawlers what to leave alone and where the map of the site is."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAME = "robots.txt"
SITEMAP = "sitemap.xml"


def robots_text(base_url: str, has_sitemap: bool) -> str:
    """Return the rules of RFC 9309: the sources of pages are no pages."""
    path = urlsplit(base_url).path or "/"
    rules = ["User-agent: *", f"Disallow: {posixpath.join(path, '_sources/')}"]
    if base_url and has_sitemap:
        rules += ["", f"Sitemap: {posixpath.join(base_url, SITEMAP)}"]
    return "\n".join(rules) + "\n"


def write_robots(app: Sphinx, exception: Exception | None) -> None:
    """Write the file beside the pages, once it is known whether there is a sitemap."""
    if exception is None and is_wanted(app):
        text = robots_text(app.config.html_baseurl, Path(app.outdir, SITEMAP).is_file())
        Path(app.outdir, NAME).write_text(text, encoding="utf-8", newline="\n")


def is_wanted(app: Sphinx) -> bool:
    """Tell whether this build makes a site to be crawled."""
    return bool(app.config.furo_companion_robots) and app.builder.name in {"html", "dirhtml"}
