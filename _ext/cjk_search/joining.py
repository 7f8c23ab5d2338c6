"""Words that Sphinx's index would miss, because it splits one text node at a time.

In ``**反**卷积`` no node holds 反卷, and in ``nn.*Conv2d*`` none holds nn.conv2d.
Keywords of a ``<meta>`` reach the index whole, so a Chinese one is never found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from .splitting import CJK, WORD, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEAM = "\x00"
_SEPARATOR = "\x01"
_CJK_ACROSS = re.compile(rf"([{CJK}])(?=([\s{_SEAM}]*{_SEAM}[\s{_SEAM}]*)([{CJK}]))")
_WORD_ACROSS = re.compile(rf"[{WORD}.]+(?:{_SEAM}+[{WORD}.]+)+")

# What stands between two texts in print; a word cannot go on across it.
_SEPARATORS = (nodes.math, nodes.image, nodes.raw, nodes.footnote_reference)


class search_words(nodes.Invisible, nodes.Element):  # noqa: N801 - as node classes are called
    """Text that goes into the search index and nowhere else."""


def missed_words(doctree: nodes.document) -> list[str]:
    """Return what is to be indexed besides the text nodes of *doctree*, each once, in order."""
    found: dict[str, None] = {}
    for block in _blocks(doctree):
        if len(block.children) > 1:
            found |= dict.fromkeys(words_across(normalize(_seamed_text(block))))
    for meta in doctree.findall(nodes.meta):
        if meta.get("name") == "keywords" and meta.get("lang", "zh").startswith("zh"):
            found |= dict.fromkeys(keyword.strip() for keyword in meta["content"].split(","))
    return list(found)


def words_across(seamed: str) -> Iterator[str]:
    """Yield the words of a normalized text that have a seam, a null character, inside.

    Of a CJK run only the two characters at the seam: all other pairs are within the texts.
    Between them a line break may stand, which no reader sees there.
    """
    for pair in _CJK_ACROSS.finditer(seamed):
        gap = pair[2].replace(_SEAM, "")
        if not gap or "\n" in gap:
            yield pair[1] + pair[3]
    for word in _WORD_ACROSS.finditer(seamed):
        yield word[0].replace(_SEAM, "")


def _blocks(node: nodes.Element) -> Iterator[nodes.TextElement]:
    """Yield the paragraphs, titles, terms, … that are searched."""
    if _is_hidden(node):
        return
    if isinstance(node, nodes.TextElement):
        yield node
        return
    for child in node.children:
        if isinstance(child, nodes.Element):
            yield from _blocks(child)


def _seamed_text(node: nodes.Element) -> str:
    """Return the texts of a block, with a seam between them."""
    texts = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            texts.append(child.astext())
        elif isinstance(child, nodes.Element):
            apart = isinstance(child, _SEPARATORS) or _is_hidden(child)
            texts.append(_SEPARATOR if apart else _seamed_text(child))
    return _SEAM.join(texts)


def _is_hidden(node: nodes.Element) -> bool:
    return isinstance(node, nodes.Invisible) or "no-search" in node["classes"]
