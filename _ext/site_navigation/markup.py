"""The sidebar's HTML; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import count, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .tree import Branch, Tree

# What the tags below cost, in bytes, besides titles and addresses: of an entry, of its check box, of the
# marks on each entry down to the current page, of a list's caption, and of a link to what was left out.
ENTRY_BYTES = 72
FOLD_BYTES = 246
CURRENT_BYTES = 50
CAPTION_BYTES = 100
MORE_BYTES = 40
# What each element in a title costs: ``<code class="docutils literal notranslate"><span class="pre">``.
TAG_BYTES = 80
# A formula in a title is about as large as this, and so much larger for each character of its source.
FORMULA_BYTES, FORMULA_BYTES_A_CHARACTER = 500, 60


@dataclass(frozen=True, slots=True)
class Words:
    """The wording, with ``%s`` where a title goes."""

    navigation: str
    more: str
    toggle: str


@dataclass(slots=True)
class Sidebar:
    """Renders views of *tree* for one page.

    *title* and *href* give an entry's title as HTML and its address, by number. *current* is the
    page's own document, *path* the numbers on the way to it. With *foldable*, entries with others
    below them get the check boxes by which Furo folds them.
    """

    tree: Tree
    title: Callable[[int], str]
    href: Callable[[int], str]
    words: Words
    current: str | None
    path: frozenset[int]
    foldable: bool = False

    def render(self, view: Branch) -> str:
        """Return the lists of *view*, one for each toctree of the root document, with their captions."""
        boxes = count(1)
        groups = groupby(view.branches, key=lambda branch: self.tree.groups[branch.number])
        html = [self._group(self.tree.captions[group], branches, boxes) for group, branches in groups]
        before = f"<ul>{self._more(view, 1)}</ul>" if view.more_before else ""
        after = f"<ul>{self._more(view, 1)}</ul>" if view.more_after else ""
        return before + "".join(html) + after

    def _group(self, caption: str | None, branches: Iterator[Branch], boxes: Iterator[int]) -> str:
        # Sphinx gives captions the role of a heading, but no level, which ARIA requires.
        heading = (
            '<p class="caption" role="heading" aria-level="2">'
            f'<span class="caption-text">{escape(caption)}</span></p>'
            if caption
            else ""
        )
        return heading + f"<ul>{''.join(self._item(branch, 1, boxes) for branch in branches)}</ul>"

    def _item(self, branch: Branch, depth: int, boxes: Iterator[int]) -> str:
        entry = self.tree.entries[branch.number]
        is_current = not entry.external and entry.target == self.current
        on_path = is_current or branch.number in self.path
        classes = [f"toctree-l{depth}"]
        if on_path:
            classes.append("current")
        fold = ""
        if self.foldable and branch.branches:
            classes.append("has-children")
            fold = self._fold(branch, next(boxes), on_path)
        if is_current and self.foldable:
            classes.append("current-page")
        link = self._link(branch.number, on_path, is_current)
        return f'<li class="{" ".join(classes)}">{link}{fold}{self._below(branch, depth + 1, boxes)}</li>'

    def _below(self, branch: Branch, depth: int, boxes: Iterator[int]) -> str:
        items = [self._item(below, depth, boxes) for below in branch.branches]
        if branch.more_before:
            items.insert(0, self._more(branch, depth))
        if branch.more_after:
            items.append(self._more(branch, depth))
        return f"<ul>{''.join(items)}</ul>" if items else ""

    def _link(self, number: int, on_path: bool, is_current: bool) -> str:
        external = self.tree.entries[number].external
        classes = f"{'current ' if on_path else ''}reference {'external' if external else 'internal'}"
        mark = ' aria-current="page"' if is_current else ""
        return f'<a class="{classes}" href="{escape(self.href(number))}"{mark}>{self.title(number)}</a>'

    def _more(self, branch: Branch, depth: int) -> str:
        text = escape(self.words.more) % self.title(branch.number)
        return (
            f'<li class="toctree-l{depth} site-navigation-more">'
            f'<a class="reference internal" href="{escape(self.href(branch.number))}">{text}</a></li>'
        )

    def _fold(self, branch: Branch, box: int, is_open: bool) -> str:
        label = escape(self.words.toggle) % escape(text_of(self.title(branch.number)))
        name = f"toctree-checkbox-{box}"
        return (
            f'<input type="checkbox" class="toctree-checkbox" id="{name}" role="switch" '
            f'aria-label="{label}"{" checked" if is_open else ""}>'
            f'<label for="{name}"><span class="icon">'
            '<svg><use href="#svg-arrow-right"></use></svg></span></label>'
        )


class _Text(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        self.parts.append(data)


def text_of(html: str) -> str:
    """Return the text of a title's HTML."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)
