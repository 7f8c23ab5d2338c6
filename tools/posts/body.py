"""The text of a post as MyST Markdown: what can be said alike is said alike, the rest is noted.

Every step keeps the number of lines, so that a note names the line of the post.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pygments import lex
from pygments.filters import RaiseOnErrorTokenFilter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from .masking import Edits, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    Note = Callable[[int, str], None]

#: The longest opening that serves as a description; a longer one is better cut by the automatic excerpt.
LONGEST_DESCRIPTION = 350

_MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LINE_START = re.compile(r"^(?P<indent>[ \t]*)(?P<sign>%|\+\+\+)", re.MULTILINE)
_ENVIRONMENT = re.compile(r"^[ \t]*\\begin\{(align|gather|equation|eqnarray|multline)\*?\}", re.MULTILINE)
_PYTHON = frozenset({"py", "python3", "python2", "ipython", "pycon"})


def take_description(text: str, note: Note) -> tuple[str, str]:
    """Remove the mark ``<!-- more -->``; return the text, and what stands before it if that is whole.

    A mark in the middle of a paragraph says nothing about where a summary could end.
    """
    edits = Edits(text)
    marks = list(edits.search(_MORE))
    if not marks:
        return text, ""
    for match, _line in marks:
        edits.replace(*match.span(), "")
    first, line = marks[0]
    if not _is_between_paragraphs(text[: first.start()], text[first.end() :]):
        note(line, "<!-- more --> 在段落中间，不能当摘要的结尾；已去掉，摘要改为自动生成")
        return edits.apply(), ""
    description = plain_text(text[: first.start()])
    if len(description) > LONGEST_DESCRIPTION:
        note(line, f"<!-- more --> 之前有 {len(description)} 个字符，作摘要太长；摘要改为自动生成")
        return edits.apply(), ""
    return edits.apply(), description


def _is_between_paragraphs(before: str, after: str) -> bool:
    """Tell whether a mark between the two texts ends a paragraph or stands alone after one."""
    line, _, rest = after.partition("\n")
    if line.strip():
        return False
    above, _, same_line = before.rpartition("\n")
    begins_new = not same_line.strip() and not above.rpartition("\n")[2].strip()
    return begins_new or not rest.partition("\n")[0].strip()


def plain_text(markdown: str) -> str:
    """Return the words of the paragraphs of *markdown* in one line."""
    words = []
    for token in parse(markdown):
        for child in token.children or [] if token.type == "inline" else []:
            if child.type in {"text", "code_inline", "image"}:
                words.append(child.content)
            elif child.type == "math_inline":
                words.append(f"${child.content}$")
            elif child.type in {"softbreak", "hardbreak"}:
                words.append(" ")
        words.append(" ")
    return " ".join("".join(words).split())


def rewrite_comments(text: str, note: Note) -> str:
    """Turn HTML comments that fill whole lines into MyST's; drop others, which no reader has seen."""
    edits = Edits(text)
    for match, line in edits.search(_COMMENT):
        start, end = match.span()
        before = text[:start].rpartition("\n")[2]
        after = text[end:].partition("\n")[0]
        if before.strip() or after.strip():
            note(line, "行内的 HTML 注释已去掉")
            edits.replace(start, end, "\n" * match[0].count("\n"))
        else:
            rows = edits.original(match, 1).strip(" \t").split("\n")
            edits.replace(start - len(before), end, "\n".join(f"% {row.strip()}".rstrip() for row in rows))
    return edits.apply()


def rewrite_headings(text: str, title: str, note: Note) -> str:
    """Let the headings begin at the second level and skip none; drop a first one that repeats the title."""
    rows = text.split("\n")
    tokens = parse(text)
    opened: list[int] = []
    for token, content in pairwise(tokens):
        if token.type != "heading_open" or not token.map or token.level:
            continue
        first, last = token.map
        if token.tag == "h1" and not opened and content.content.strip() == title:
            rows[first:last] = [""] * (last - first)
            continue
        while opened and opened[-1] >= int(token.tag[1]):
            opened.pop()
        opened.append(int(token.tag[1]))
        level = min(6, 1 + len(opened))
        if level != opened[-1]:
            note(first, f"标题「{content.content[:20]}」从 {opened[-1]} 级改为 {level} 级")
        words = " ".join(content.content.split("\n"))
        rows[first:last] = [f"{'#' * level} {words}", *[""] * (last - first - 1)]
    return "\n".join(rows)


def rewrite_fences(text: str, note: Note) -> str:
    """Give every block of code a language that Sphinx can highlight it in."""
    rows = text.split("\n")
    for token in parse(text):
        if token.type != "fence" or not token.map:
            continue
        first = token.map[0]
        written = (token.info.split() or [""])[0]
        language = language_of(written, token.content)
        if language != written:
            note(first, f"代码块的语言从「{token.info.strip() or '（无）'}」改为「{language}」")
        head = rows[first][: rows[first].index(token.markup[0])]
        rows[first] = f"{head}{token.markup}{language}"
    return "\n".join(rows)


def language_of(written: str, code: str) -> str:
    """Return the language under which a block is highlighted without a warning; ``text`` if in doubt."""
    name = written.strip("{}.").split(":")[0].split(",")[0].lower()
    if name in _PYTHON:
        name = "python"
    try:
        lexer = get_lexer_by_name(name)
    except ClassNotFound:
        return "text"
    lexer.add_filter(RaiseOnErrorTokenFilter())
    try:
        for _token in lex(code, lexer):
            pass
    except Exception:  # the filter raises what it was told to, and lexers fail in ways of their own
        return "text"
    return name


def report_foreign(text: str, note: Note) -> str:
    """Note HTML, templates and bare LaTeX environments; escape what MyST would take for its own."""
    edits = Edits(text)
    for match, line in edits.search(_TEMPLATE):
        note(line, f"模板标签 {edits.original(match)[:60]} 在这里没有作用，作为文字保留；请改写")
        edits.replace(match.start(), match.start(), "\\")
    for match, line in edits.search(_TAG):
        note(line, f"HTML {edits.original(match)[:60]} 在这里只是文字；请改用 Markdown 或 MyST 指令")
    for _match, line in edits.search(_ENVIRONMENT):
        note(line, "顶层的 LaTeX 环境不会排成公式；请写成 $$ \\begin{aligned} … \\end{aligned} $$")
    return edits.apply()


def escape_signs(text: str) -> str:
    """Keep lines that begin with what MyST reads as a comment or a break."""
    edits = Edits(text)
    for match, _line in edits.search(_LINE_START):
        edits.replace(match.start("sign"), match.start("sign"), "\\")
    return edits.apply()


def drop_blank_lines(text: str) -> str:
    """Leave one blank line where several have come together outside of code and formulas."""
    kept: list[str] = []
    inside = {
        number
        for token in parse(text)
        if token.type in {"fence", "code_block", "math_block", "math_block_label"} and token.map
        for number in range(*token.map)
    }
    for number, row in enumerate(text.split("\n")):
        if row.strip() or number in inside or (kept and kept[-1].strip()):
            kept.append(row)
    return "\n".join(kept)
