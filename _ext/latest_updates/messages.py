"""The extension's message catalogue.

It is kept as ``*.po`` only: a compiled catalogue would be one more file to forget. It is compiled when the
extension is loaded, in a millisecond, so that a fresh clone needs no further step.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx import locale
from sphinx.locale import get_translation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

CATALOG = "latest_updates"

#: What a reader sees; in the language of the project.
_ = get_translation(CATALOG)
#: What an author or operator sees; in the language of the console.
__ = get_translation(CATALOG, "console")


def add_catalog(app: Sphinx) -> None:
    """Load our words, the project's own before ours (``latest_updates.po`` in its ``locale_dirs``)."""
    # Sphinx adds a catalogue to what an earlier project in this process has loaded, and keeps looking
    # there first: a second project would speak the language of the first.
    for namespace in ("general", "console"):
        locale.translators.pop((namespace, CATALOG), None)
    for directory in _locale_dirs(app):
        with tempfile.TemporaryDirectory() as compiled:
            _compile(directory, Path(compiled))
            app.add_message_catalog(CATALOG, compiled)


def _locale_dirs(app: Sphinx) -> Iterator[Path]:
    for name in app.config.locale_dirs:
        yield Path(app.srcdir, name)
    yield Path(__file__).parent / "locale"


def _compile(source: Path, target: Path) -> None:
    """Compile the catalogue of every language in *source* into *target*."""
    for po in sorted(source.glob(f"*/LC_MESSAGES/{CATALOG}.po")):
        folder = target / po.relative_to(source).parent
        folder.mkdir(parents=True)
        with po.open("rb") as file:
            catalog = read_po(file, locale=po.parent.parent.name)
        with (folder / f"{CATALOG}.mo").open("wb") as file:
            write_mo(file, catalog)
