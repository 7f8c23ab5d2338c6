r"""What to write instead of TeX that KaTeX refuses. No Sphinx in here."""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING

from .engine import KATEX_SCRIPT
from .source import TOP_LEVEL_ENVIRONMENTS

if TYPE_CHECKING:
    from .engine import TexError

_UNDEFINED = re.compile(r"Undefined control sequence: (\\[A-Za-z]+)")
_NO_ENVIRONMENT = re.compile(r"No such environment: (\w+\*?)")
_NUMBERING = {
    r"\label": "label the block itself: $$ … $$ (label)",
    r"\eqref": "refer to an equation outside of formulas, by {eq}`label`",
    r"\ref": "refer to an equation outside of formulas, by {eq}`label`",
}
_KNOWN_MISTAKES = [
    (r"Expected 'EOF', got '&'", r"write \& for the sign, or align inside \begin{aligned} … \end{aligned}"),
    (r"Expected '[^']*', got '#'", r"write \# for the sign"),
    (r"Can't use function '\$'", r"close \text{…} before the dollar sign, or write \$ for the sign"),
    (r"Expected '\}', got 'EOF'|end of input in a macro argument", "a { is not closed"),
    (r"Expected 'EOF', got '\}'", "a } was not opened"),
    (r"Expected '\\right', got", r"every \left needs a \right; \right. shows nothing"),
    (r"Expected 'EOF', got '\\right'", r"every \right needs a \left; \left. shows nothing"),
    (r"Double (super|sub)script", "put the first script and its base into braces"),
    (r"Expected 'EOF', got '\\end'", r"every \end needs a \begin"),
    (r"is not allowed", "links, images and HTML belong outside of formulas"),
]


def advise(error: TexError) -> tuple[str, ...]:
    """Return what to write instead, as a message (to be translated) and what belongs into it.

    An empty tuple if nothing better is known than the error itself.
    """
    if found := _UNDEFINED.search(error.message):
        numbering = _NUMBERING.get(found[1])
        return (numbering,) if numbering else _did_you_mean(found[1])
    if found := _NO_ENVIRONMENT.search(error.message):
        if found[1].rstrip("*") in TOP_LEVEL_ENVIRONMENTS:
            return (r"write \begin{aligned} … \end{aligned}",)
        return _did_you_mean(found[1])
    return tuple(advice for mistake, advice in _KNOWN_MISTAKES if re.search(mistake, error.message))[:1]


def _did_you_mean(name: str) -> tuple[str, ...]:
    near = difflib.get_close_matches(name, _known_names(), n=2, cutoff=0.75)
    return ("did you mean %s?", ", ".join(sorted(near))) if near else ()


@cache
def _known_names() -> list[str]:
    """Return KaTeX's commands and environments, as far as its script names them in strings."""
    script = KATEX_SCRIPT.read_text(encoding="utf-8")
    commands = set(re.findall(r'["\'](\\\\[A-Za-z]+)["\']', script))
    environments = set(re.findall(r'["\']([a-z]*(?:matrix|aligned|cases|array|gathered)\*?)["\']', script))
    return sorted({command[1:] for command in commands} | environments)


def excerpt(tex: str, error: TexError, around: int = 20) -> str:
    """Return the part of `tex` that `error` points at, with a little of what stands around it."""
    if error.position is None:
        start, end = 0, 0
    else:
        start, end = _index(tex, error.position), _index(tex, error.position + error.length)
    left, right = max(0, start - around), min(len(tex), end + around)
    line = " ".join(tex[left:right].split())
    return f"{'…' if left else ''}{line}{'…' if right < len(tex) else ''}"


def _index(tex: str, units: int) -> int:
    """Turn a position in UTF-16 units, as JavaScript counts, into one in characters."""
    return len(tex.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
