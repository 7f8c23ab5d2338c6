"""Formulas of a build: from the cache, or from KaTeX. No Sphinx in here."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .cache import FormulaCache
from .engine import Katex
from .styles import hoist_styles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .engine import RenderedFormula

PACKAGE = Path(__file__).parent


class FormulaRenderer:
    """Renders each distinct formula once, whatever process, page or build asks for it."""

    def __init__(self, macros: Mapping[str, str], cache_folder: Path) -> None:
        self._katex = Katex(macros)
        self._cache = FormulaCache(cache_folder, fingerprint(macros))
        self._cache.remove_others()

    def render(self, tex: str, *, display: bool) -> RenderedFormula:
        """Return `tex` as HTML without inline styles; raise `engine.TexError` if it cannot be read."""
        rendered = self._cache.get(tex, display=display)
        if rendered is None:
            made = self._katex.render(tex, display=display)
            rendered = replace(made, html=hoist_styles(made.html))
            self._cache.put(tex, rendered, display=display)
        return rendered

    def close(self) -> None:
        """End KaTeX and the cache's connection; a later formula starts them again."""
        self._katex.close()
        self._cache.close()


def fingerprint(macros: Mapping[str, str]) -> str:
    """Return a digest of all that decides what a formula looks like, besides the formula."""
    digest = hashlib.sha256(code_digest().encode())
    digest.update(json.dumps(sorted(macros.items())).encode())
    return digest.hexdigest()


def code_digest() -> str:
    """Return a digest of this package: its code, its style sheet and the KaTeX that it carries."""
    digest = hashlib.sha256()
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".js", ".css"}):
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()
