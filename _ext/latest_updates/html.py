"""HTML as strings in which text can't become markup.

Nothing here knows docutils or Sphinx. Cards are made by the dozen for every page of a listing; as trees of
docutils nodes they would cost ten times as much.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .runs import Run

_template_place = re.compile(r"%\((\w+)\)s")
_WORDS = re.compile(r"[^ ]+| +")


def tag(name: str, classes: str, *children: str, **attributes: str | None) -> Markup:
    """Return an element; children that are not markup themselves are text, and are escaped.

    An underscore in the name of an attribute stands for a hyphen; an attribute that is None is left out.
    """
    opening = f'<{name} class="{classes}"' if classes else f"<{name}"
    for key, value in attributes.items():
        if value is not None:
            opening += f' {key.replace("_", "-")}="{escape(value)}"'
    content = "".join([child if isinstance(child, Markup) else escape(child) for child in children])
    return Markup(f"{opening}>{content}</{name}>")


def join(*parts: str, between: str = "") -> Markup:
    """Return *parts* one after the other; those that are no markup are escaped."""
    return Markup(between).join(parts)


def fill(template: str, **parts: str) -> Markup:
    """Return a translated *template* such as ``Updated %(date)s`` with markup in its places."""
    pieces = _template_place.split(template)
    return join(*(parts[piece] if place % 2 else piece for place, piece in enumerate(pieces)))


def runs_html(runs: Iterable[Run], formula: Callable[[str], Markup]) -> Markup:
    """Return *runs* as HTML, written as Sphinx writes the like; *formula* renders TeX."""
    return join(*(_run_html(kind, text, formula) for kind, text in runs))


def _run_html(kind: str, text: str, formula: Callable[[str], Markup]) -> str:
    if kind == "text":
        return text
    if kind == "math":
        return formula(text)
    if kind == "literal":
        # One span a word: browsers break code between words and nowhere else.
        words = (tag("span", "pre", word) if word.strip() else word for word in _WORDS.findall(text))
        return tag("code", "docutils literal notranslate", *words)
    if kind == "placeholder":
        return tag("span", "latest-updates-placeholder", text)
    return tag({"strong": "strong", "emphasis": "em"}[kind], "", text)
