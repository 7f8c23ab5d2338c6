"""All rules, in the order in which an author meets their findings on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import code, front, links, math, structure, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tools.lint.page import Finding, Page

    Rule = Callable[[Page], Iterable[Finding]]

#: Rules for every page that readers or authors see.
FOR_ALL: dict[str, Rule] = {
    "typography": words.typography,
    "terms": words.terms,
    "math": math.displayed,
    "math-inline": math.inline,
    "math-place": math.outside,
    "headings": structure.heading_levels,
    "alt": structure.alternative_texts,
    "picture-sizes": structure.picture_sizes,
    "table-heads": structure.table_heads,
    "language": code.languages,
    "anchors": links.anchors,
    "identifiers": links.identifiers,
}
#: Rules for articles alone.
FOR_ARTICLES: dict[str, Rule] = {
    "front-matter": front.front_matter,
    "tags": front.tags,
    "prerequisites": front.prerequisites,
    "sections": structure.closing_sections,
}
ALL = FOR_ALL | FOR_ARTICLES
