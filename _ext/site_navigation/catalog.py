"""The extension's words in other languages."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.locale import get_translation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DOMAIN = "site_navigation"
LOCALE_DIR = Path(__file__).parent / "locale"

_ = get_translation(DOMAIN)


def compile_catalogs(folder: Path = LOCALE_DIR) -> None:
    """Write the ``.mo`` file of each ``.po`` file in *folder* that is missing or older.

    Sphinx compiles the catalogues in ``locale_dirs`` only. Each file appears at once, so that builds
    that start together do not read half of one; where the folder is read-only, English remains.
    """
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        try:
            descriptor, name = tempfile.mkstemp(dir=target.parent, suffix=".mo.tmp")
        except OSError:
            return
        with os.fdopen(descriptor, "wb") as stream, source.open("rb") as text:
            write_mo(stream, read_po(text, locale=source.parents[1].name))
        Path(name).replace(target)


def setup_catalog(app: Sphinx) -> None:
    """Make the words known to Sphinx."""
    compile_catalogs()
    app.add_message_catalog(DOMAIN, str(LOCALE_DIR))
