"""What a reader sees of a built page, read without the search's own means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from cjk_search.packing import PackedFormat
from sphinx.search import js_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
CJK = f"{HAN}\u3040-\u30ff\u31f0-\u31ff\u3105-\u312f\uac00-\ud7a3"
HIDDEN = ["script", "style", "nav", ".headerlink", ".no-search", ".linenos", ".eqno"]
PHRASING = {
    *("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"),
    *("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
# Stands where an element of a line begins or ends, so that queries can be made across it.
SEAM = "\x00"


@dataclass(frozen=True)
class Page:
    """A page of the index as it is read: its title, its headings and its blocks of text."""

    docname: str
    title: str
    headings: tuple[str, ...]
    blocks: tuple[str, ...]
    folded: tuple[str, ...] = field(repr=False)

    def has(self, word: str) -> bool:
        """Tell whether the word, which is folded, stands literally in a block of the page."""
        return any(word in block for block in self.folded)


def fold(text: str) -> str:
    """Return a text without what does not matter: case, width, and white space where CJK is not set apart.

    A line break between CJK characters is no space, nor is a space between CJK and another script.
    """
    text = unicodedata.normalize("NFKC", text.replace(SEAM, "")).lower()
    text = re.sub(rf"(?<=[{CJK}])[ \t]*\n\s*(?=[{CJK}])", "", text)
    text = re.sub(rf"(?<=[{CJK}])\s+(?=[^\s{CJK}])|(?<=[^\s{CJK}])\s+(?=[{CJK}])", "", text)
    return re.sub(r"\s+", " ", text).strip()


def read_site(site: Path) -> list[Page]:
    """Return the pages that are in the search index of a built site."""
    with (site / "searchindex.js").open(encoding="utf-8") as stream:
        index = PackedFormat(js_index).load(stream)
    pages = zip(index["docnames"], index["titles"], strict=True)
    return [read_page(site / f"{docname}.html", docname, title) for docname, title in pages]


def read_page(path: Path, docname: str, title: str) -> Page:
    """Return a page as a reader sees it."""
    main = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select_one('[role="main"]')
    assert main is not None, path
    for formula in main.select(".math"):
        source = formula.select_one("annotation")
        if source:
            formula.string = source.get_text().strip()
    for hidden in main.select(", ".join(HIDDEN)):
        hidden.decompose()
    headings = tuple(clean(heading.get_text()) for heading in main.select("h2, h3, h4"))
    blocks = tuple(block for block in map(str.strip, "".join(lines(main)).split("\x01")) if block)
    return Page(docname, title, headings, blocks, tuple(map(fold, blocks)))


def clean(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def lines(node: Tag) -> Iterator[str]:
    r"""Yield the texts of a node, with a seam at the ends of phrases and ``\x01`` at those of blocks."""
    for child in node.children:
        if isinstance(child, Tag):
            border = SEAM if child.name in PHRASING else "\x01"
            yield border
            yield from lines(child)
            yield border
        elif type(child) is NavigableString:
            yield str(child)
