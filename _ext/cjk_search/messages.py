"""The wording of the search, and its translations.

The catalogues are kept as ``*.po`` only and compiled when the extension is loaded, so that there is no
compiled file to forget. A project's own ``cjk_search.po`` in its ``locale_dirs`` goes before ours.
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

CATALOG = "cjk_search"
_ = get_translation(CATALOG)

MESSAGES = (
    "Search",
    "Loading the search index…",
    "The search index could not be loaded.",
    "Results",
    "{count} found",
    "{count} found, and {rest} without the exact words",
    "Without the exact words",
    "{count} more",
    "Nothing has all of this. The closest:",
    "Nothing found.",
    "All words have to be on a page; words in quotes stand together there.",
    "Use fewer words, or only a part of one.",
    "One word alone:",
    "Numbers of more than four digits are not in the index.",
    "updated {date}",
    "All results",
    "choose",
    "open",
    "close",
)


def browser_messages() -> dict[str, str]:
    """Return what the interface says, by its English wording, in the language of the project."""
    return {message: _(message) for message in MESSAGES}


def add_catalog(app: Sphinx) -> None:
    """Load the translations, the project's own before ours."""
    # Sphinx would add them to those of an earlier project of the same process, and look there first.
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
