"""A page as rules see it: its tokens, those inside directives too, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from tools.site import ROOT, read_front_matter, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from latest_updates.front_matter import FrontMatter, Problem
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: Directives whose content is not Markdown.
CODE_DIRECTIVES = frozenset(
    {
        "code",
        "code-block",
        "sourcecode",
        "toctree",
        "math",
        "latest-updates",
        "reading-map",
        "raw",
        "csv-table",
    }
)
FENCES = frozenset({"fence", "colon_fence"})
SOURCES = "参考资料"
_directive = re.compile(r"\{([\w:-]+)\}\s*(.*)")
_option = re.compile(r"\s*:([\w-]+):\s*(.*)")


class Finding(NamedTuple):
    """What is wrong on a line, and what to write instead; *better* is the line mended, where that is safe."""

    line: int
    message: str
    better: str | None = None


class Block(NamedTuple):
    """A block and the line on which it begins; *nested*: inside a directive."""

    token: Token
    line: int
    nested: bool


class Span(NamedTuple):
    """A piece of running text and its line."""

    token: Token
    line: int


class Heading(NamedTuple):
    """A heading outside directives."""

    level: int
    line: int
    text: str


class Directive(NamedTuple):
    """A directive with its options; *first* is the line on which its content begins, less its options."""

    name: str
    argument: str
    options: dict[str, str]
    line: int
    content: str


@cache
def markdown() -> MarkdownIt:
    """Return a parser set up like the site's."""
    extensions = {"attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath"}
    return create_md_parser(MdParserConfig(enable_extensions=extensions), RendererHTML)


def read_directive(block: Block) -> Directive | None:
    """Return the directive that a fence is; None for code."""
    match = _directive.match(block.token.info.strip()) if block.token.type in FENCES else None
    if match is None:
        return None
    rows = block.token.content.split("\n")
    options = {}
    for number, row in enumerate(rows):
        option = _option.fullmatch(row)
        if option is None:
            break
        options[option[1]] = option[2].strip()
        rows[number] = ""
    return Directive(match[1], match[2].strip(), options, block.line, "\n".join(rows))


@dataclass(frozen=True)
class Page:
    """One Markdown file of the site."""

    path: Path
    text: str
    root: Path = ROOT

    @property
    def name(self) -> str:
        """The path as findings show it."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def is_article(self) -> bool:
        """Whether the page is an article: below a category, and no ``index``."""
        return self.path.parent.name in rules().categories and self.path.stem != "index"

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, from 0."""
        return self.text.split("\n")

    @cached_property
    def front_matter(self) -> tuple[FrontMatter, list[Problem]]:
        """What the front matter says, and what is wrong with it."""
        return read_front_matter(self.text)

    @cached_property
    def blocks(self) -> list[Block]:
        """All blocks in order, the insides of directives behind them."""
        return list(_blocks(markdown().parse(self.text), 1, nested=False))

    @cached_property
    def spans(self) -> list[Span]:
        """All pieces of running text."""
        return [span for block in self.blocks if block.token.type == "inline" for span in _spans(block)]

    @cached_property
    def directives(self) -> list[Directive]:
        """All directives."""
        return list(filter(None, map(read_directive, self.blocks)))

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings outside directives."""
        pairs = zip(self.blocks, self.blocks[1:], strict=False)
        return [
            Heading(int(block.token.tag[1]), block.line, plain_text(following.token))
            for block, following in pairs
            if block.token.type == "heading_open" and not block.nested
        ]

    @cached_property
    def sources(self) -> range:
        """The lines of the section of sources, whose titles are not ours."""
        starts = [heading for heading in self.headings if heading.text.strip() == SOURCES]
        if not starts:
            return range(0)
        start = starts[-1]
        ends = [h.line for h in self.headings if h.line > start.line and h.level <= start.level]
        return range(start.line, ends[0] if ends else len(self.lines) + 1)

    def replaced(self, line: int, old: str, new: str) -> str | None:
        """Return *line* with *old* replaced; None unless it occurs exactly once."""
        row = self.lines[line - 1]
        return row.replace(old, new) if row.count(old) == 1 else None


def _blocks(tokens: Sequence[Token], first: int, *, nested: bool) -> Iterator[Block]:
    line = first
    for token in tokens:
        line = token.map[0] + first if token.map else line
        block = Block(token, line, nested)
        yield block
        directive = read_directive(block)
        if directive and directive.name not in CODE_DIRECTIVES:
            yield from _blocks(markdown().parse(directive.content), line + 1, nested=True)


def _spans(block: Block) -> Iterator[Span]:
    line = block.line
    for child in block.token.children or []:
        yield Span(child, line)
        line += child.type in {"softbreak", "hardbreak"}


def plain_text(inline: Token) -> str:
    """Return the text of a heading as its anchor is made of it."""
    wanted = {"text", "code_inline"}
    return "".join(child.content for child in inline.children or [] if child.type in wanted)
