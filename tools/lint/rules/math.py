"""Formulas: what MyST does not register and KaTeX numbers twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.lint.page import Finding, read_directive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.page import Page

INSIDE = {"align": "aligned", "alignat": "alignedat", "gather": "gathered", "multline": "aligned"}
INSIDE |= {"eqnarray": "aligned", "flalign": "aligned", "equation": ""}
_environment = re.compile(r"\\begin\{(" + "|".join(INSIDE) + r")(\*?)\}")
_command = re.compile(r"\\(label|tag\*?|eqref|ref|nonumber|notag)(?![a-zA-Z])")
_INSTEAD = {
    "label": "标签写在公式后面：$$ … $$ (名字)",
    "tag": "编号由 MyST 给：$$ … $$ (名字)",
    "eqref": "引用写在正文里：{eq}`名字`",
    "ref": "引用写在正文里：{eq}`名字`",
    "nonumber": "没有标签的公式本来就不编号，删去",
    "notag": "没有标签的公式本来就不编号，删去",
}
_bracketed = re.compile(r"\\\((?=.*\\\))|\\\[(?=.*\\[a-zA-Z].*\\\])")


def _check(tex: str, line: int) -> Iterator[Finding]:
    for number, row in enumerate(tex.split("\n"), start=line):
        for match in _environment.finditer(row):
            name = INSIDE[match[1]]
            instead = (
                f"写成 $$\\begin{{{name}}} … \\end{{{name}}}$$" if name else "去掉这层环境，$$ 已是独立公式"
            )
            yield Finding(number, f"公式：顶层的 {match[1]}{match[2]} 不能用；{instead}")
        for match in _command.finditer(row):
            yield Finding(number, f"公式：\\{match[1]} 不能用；{_INSTEAD[match[1].rstrip('*')]}")


def displayed(page: Page) -> Iterator[Finding]:
    """Check displayed formulas, in dollars or in the directive."""
    for block in page.blocks:
        if block.token.type in {"math_block", "math_block_label"}:
            yield from _check(block.token.content, block.line)
        directive = read_directive(block)
        if directive and directive.name == "math":
            yield from _check(directive.content, block.line + 1)


def inline(page: Page) -> Iterator[Finding]:
    """Check formulas in running text."""
    for token, line in page.spans:
        if token.type in {"math_inline", "math_inline_double"}:
            yield from _check(token.content, line)


def outside(page: Page) -> Iterator[Finding]:
    """Find TeX outside dollars, which is shown as text."""
    for block in page.blocks:
        if block.token.type != "inline":
            continue
        line = block.line
        for child in block.token.children or []:
            if child.type == "text" and "\\begin{" in child.content:
                yield Finding(line, "公式：\\begin 在 $ 之外只是文字；独立公式写在 $$ … $$ 里")
            line += child.type in {"softbreak", "hardbreak"}
        for number, row in enumerate(block.token.content.split("\n"), start=block.line):
            if _bracketed.search(_without_code(row)):
                yield Finding(number, "公式：\\( \\) 与 \\[ \\] 在这里只是括号；用 $ … $ 与 $$ … $$")


def _without_code(row: str) -> str:
    return re.sub(r"(`+).*?\1|\$[^$]*\$", "", row)
