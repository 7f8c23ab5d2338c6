"""Structure: headings in order, the closing sections, pictures, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.lint.page import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.page import Page

CLOSING = ("常见误区", "小结", "参考资料")
FIGURES = frozenset({"figure", "image"})
SIZES = ("width", "height", "scale", "figwidth")


def heading_levels(page: Page) -> Iterator[Finding]:
    """Check for one title, first of all, and that no level is left out and no heading empty."""
    level = 0
    for heading in page.headings:
        hashes = "#" * heading.level
        if not heading.text.strip():
            yield Finding(heading.line, "标题是空的；写上文字或删去")
        if not level and heading.level > 1:
            yield Finding(heading.line, f"第一个标题应当是文章的题目：{hashes} → #")
        elif level and heading.level == 1:
            yield Finding(heading.line, "一页只有一个题目；这里用 ##")
        elif heading.level > level + 1:
            better = "#" * (level + 1)
            yield Finding(heading.line, f"标题跳级：上一级是 {'#' * level}，这里用 {better}，不是 {hashes}")
        level = heading.level


def closing_sections(page: Page) -> Iterator[Finding]:
    """Check that an article ends with pitfalls, a summary and sources, in this order."""
    places = {h.text.strip(): h.line for h in page.headings if h.level == 2}
    last = len(page.text.rstrip("\n").split("\n"))
    for name in CLOSING:
        if name not in places:
            yield Finding(last, f"缺少一节「## {name}」；结尾依次是{'、'.join(CLOSING)}")
    found = [name for name in CLOSING if name in places]
    in_place = sorted(found, key=lambda name: places[name])
    if found != in_place:
        yield Finding(places[in_place[0]], f"结尾的次序应当是{'、'.join(CLOSING)}")
    elif found and found[-1] == CLOSING[-1]:
        after = [name for name, line in places.items() if line > places[found[-1]]]
        if after:
            yield Finding(places[after[0]], f"「{CLOSING[-1]}」应当是最后一节；把「{after[0]}」移到它前面")


def alternative_texts(page: Page) -> Iterator[Finding]:
    """Check that who can't see a picture is told what it shows."""
    for token, line in page.spans:
        if token.type == "image" and not token.content.strip():
            yield Finding(line, f"图片没有替代文字：![图里有什么]({token.attrs['src']})")
    for directive in page.directives:
        if directive.name in FIGURES and not directive.options.get("alt"):
            yield Finding(
                directive.line, f"图片没有替代文字：在 {directive.argument} 下面加一行「:alt: 图里有什么」"
            )


def picture_sizes(page: Page) -> Iterator[Finding]:
    """Check that no picture has a size: it would be an inline style, which the site's policy forbids."""
    for directive in page.directives:
        for name in SIZES:
            if directive.name in FIGURES and name in directive.options:
                message = f"「:{name}:」不起作用（内容安全策略不许内联样式）：删去它，把图画成要的大小"
                yield Finding(directive.line, message)


def table_heads(page: Page) -> Iterator[Finding]:
    """Check that no column is without a head: a screen reader needs it."""
    for block, following in zip(page.blocks, page.blocks[1:], strict=False):
        if block.token.type == "th_open" and not following.token.content.strip():
            yield Finding(block.line, "表头有一格是空的；写上这一列是什么，如「比较」")
