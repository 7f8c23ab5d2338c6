r"""The TeX of a formula as KaTeX is to read it. No Sphinx in here.

Sphinx's ``math`` directive promises that blank lines separate equations and that a block may contain
``\\`` and ``&``; the LaTeX and MathJax writers keep that promise by wrapping the source, and so does this
module (sphinx.util.math.wrap_displaymath).
"""

from __future__ import annotations

import re

# Environments that LaTeX allows at the top level only, where they number their lines themselves.
TOP_LEVEL_ENVIRONMENTS = ("equation", "align", "alignat", "flalign", "gather", "multline", "eqnarray")

_TOKEN = re.compile(r"\\begin\b|\\end\b|\\\\|\\.|%[^\n]*|[{}&]", re.DOTALL)
_NUMBERING = re.compile(rf"\\tag\b|\\begin\{{(?:{'|'.join(TOP_LEVEL_ENVIRONMENTS)})\*?\}}")
_OWN_NUMBER = re.compile(r"\\(?:begin|end)\{(?:equation|align|alignat|gather)(?=\})")
_STEP = {r"\begin": 1, "{": 1, r"\end": -1, "}": -1}


def displayed_source(tex: str, *, wrap: bool = True) -> str:
    r"""Return the source of a displayed formula, ready for KaTeX.

    Unless the author asked for ``:no-wrap:``, equations between blank lines stand under each other, and a
    formula with ``\\`` or ``&`` of its own becomes a ``split``. An environment that would number its lines
    loses the numbers, because numbering is Sphinx's.
    """
    if wrap:
        parts = [_split(part.strip()) for part in tex.split("\n\n") if part.strip()]
        tex = parts[0] if len(parts) == 1 else _stack(parts)
    return _OWN_NUMBER.sub(r"\g<0>*", tex)


def _stack(parts: list[str]) -> str:
    if not parts:
        return ""
    lines = "\\\\\n".join(parts)
    return f"\\begin{{aligned}}\n{lines}\n\\end{{aligned}}"


def _split(part: str) -> str:
    return f"\\begin{{split}}{part}\\end{{split}}" if breaks_lines(part) else part


def breaks_lines(tex: str) -> bool:
    r"""Tell whether ``\\`` or ``&`` stands outside of every environment and group of `tex`."""
    depth = 0
    for token in _TOKEN.findall(tex):
        depth += _STEP.get(token, 0)
        if depth == 0 and token in {r"\\", "&"}:
            return True
    return False


def own_numbering(tex: str) -> str | None:
    r"""Return what in `tex` belongs to a numbering other than Sphinx's: ``\begin{align}``, ``\tag``; or None.

    The environments that LaTeX allows at the top level only cannot stand in Sphinx's own equation either.
    """
    found = _NUMBERING.search(tex)
    return found[0] if found else None
