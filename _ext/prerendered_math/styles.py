"""Inline styles as classes, so that pages need no ``style`` attribute. No Sphinx in here.

KaTeX places every box by an inline style, which a Content-Security-Policy without ``unsafe-inline``
forbids. Here each declaration becomes a class of the same wording: ``style="height:0.6833em;"`` becomes
``class="height:0.6833em"``. The class *is* the declaration, so the style sheet of a page follows from the
page's HTML alone: no state, no order, nothing to merge, and no page depends on another page's formulas.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLED_TAG = re.compile(r'<(\w+)([^<>]*?) style="([^"]*)"([^<>]*?)(/?)>')
_CLASS = re.compile(r' class="([^"]*)"')
# What KaTeX writes: a property and lengths, colours or words. Anything else would not be a declaration.
_DECLARATION_CLASS = re.compile(r"[a-z]+(?:-[a-z]+)*:[#\w.-]+")
_NOT_IDENT = re.compile(r"[^\w-]")


def hoist_styles(html: str) -> str:
    """Return `html` with every ``style`` attribute turned into classes, see `style_rules`."""
    return _STYLED_TAG.sub(_with_classes, html)


def _with_classes(tag: re.Match[str]) -> str:
    name, before, style, after, slash = tag.groups()
    attributes = before + after
    added = " ".join(declaration_classes(style))
    if _CLASS.search(attributes):
        attributes = _CLASS.sub(lambda found: f' class="{found[1]} {added}"', attributes, count=1)
    else:
        attributes += f' class="{added}"'
    return f"<{name}{attributes}{slash}>"


def declaration_classes(style: str) -> list[str]:
    """Return one class for each declaration of a ``style`` attribute, in its order."""
    declarations = (declaration.strip() for declaration in style.split(";"))
    return [re.sub(r"\s+", "_", declaration) for declaration in declarations if declaration]


def used_declaration_classes(html: str) -> set[str]:
    """Return the classes in `html` that `hoist_styles` made."""
    used = {name for names in _CLASS.findall(html) if ":" in names for name in names.split()}
    return {name for name in used if _DECLARATION_CLASS.fullmatch(name)}


def style_rules(classes: Iterable[str]) -> str:
    """Return the style sheet of `classes`: one rule a line, sorted.

    ``!important`` gives a rule the rank of the inline style that it stands for.
    """
    return "".join(f"{_rule(name)}\n" for name in sorted(classes))


def _rule(name: str) -> str:
    selector = _NOT_IDENT.sub(lambda found: "\\" + found[0], name)
    return f".math .{selector}{{{name.replace('_', ' ')}!important}}"
