"""The extension's words in the language of the project.

The catalogues are kept as ``*.po`` only and compiled when the extension is loaded, so that there is no
compiled file to forget. A project's own ``site_navigation.po`` in its ``locale_dirs`` goes before ours.
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
    from sphinx.application import Sphinx

CATALOG = "site_navigation"

_ = get_translation(CATALOG)
__ = get_translation(CATALOG, "console")


def add_catalog(app: Sphinx) -> None:
    """Load the translations."""
    # Sphinx would add them to those of an earlier project of the same process, and look there first.
    for namespace in ("general", "console"):
        locale.translators.pop((namespace, CATALOG), None)
    for folder in (
        *(Path(app.srcdir, name) for name in app.config.locale_dirs),
        Path(__file__).parent / "locale",
    ):
        with tempfile.TemporaryDirectory() as compiled:
            _compile(folder, Path(compiled))
            app.add_message_catalog(CATALOG, compiled)


def _compile(source: Path, target: Path) -> None:
    for po in source.glob(f"*/LC_MESSAGES/{CATALOG}.po"):
        mo = (target / po.relative_to(source)).with_suffix(".mo")
        mo.parent.mkdir(parents=True)
        with po.open("rb") as text, mo.open("wb") as stream:
            write_mo(stream, read_po(text, locale=po.parents[1].name))
