"""Code blocks: a language that tells whether the tests run them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from tools.lint.page import FENCES, Finding, read_directive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.page import Page

#: Names under which Python is coloured but not run.
PYTHON = frozenset({"py", "py3", "python3", "Python", "sage"})
SESSIONS = frozenset({"pycon", "python-console", "ipython", "ipython3", "ipythonconsole"})
SHELLS = frozenset({"shell", "sh-session", "shell-session"})
_CODE = frozenset({"code", "code-block", "sourcecode"})


def languages(page: Page) -> Iterator[Finding]:
    """Check that every code block says its language, and Python ``python`` and nothing else."""
    for block in page.blocks:
        if block.token.type == "code_block":
            yield Finding(block.line, "缩进的代码块没有语言；改用围栏：```python … ```")
        if block.token.type not in FENCES:
            continue
        directive = read_directive(block)
        if directive is None:
            yield from _check(page, block.line, block.token.info.strip())
        elif directive.name in _CODE:
            yield from _check(page, block.line, directive.argument)


def _check(page: Page, line: int, language: str) -> Iterator[Finding]:
    word = language.split(maxsplit=1)[0] if language else ""
    if not word:
        yield Finding(line, "代码块没有语言；程序写 python，它的输出写 output，终端写 console，其余写 text")
    elif word in PYTHON:
        row = page.lines[line - 1]
        better = re.sub(rf"(`+|~+|\s){re.escape(word)}\b", r"\g<1>python", row, count=1)
        yield Finding(
            line, f"语言写 python，不写 {word}：否则测试不会运行它", better if better != row else None
        )
    elif word in SESSIONS:
        yield Finding(line, f"不用 {word}：写成一个 python 块，紧跟一个 output 块放它的输出")
    elif word in SHELLS:
        yield Finding(line, f"语言写 console，不写 {word}", page.replaced(line, word, "console"))
    elif not _is_known(word):
        yield Finding(line, f"没有语言 {word}；没有合适的就写 text")


def _is_known(language: str) -> bool:
    try:
        get_lexer_by_name(language)
    except ClassNotFound:
        return False
    return True
