"""Posts of Hexo and Hugo become articles: the text is kept, what can't be kept is named."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.posts.body import (
    drop_blank_lines,
    language_of,
    report_foreign,
    rewrite_comments,
    rewrite_headings,
    take_description,
)
from tools.posts.front_matter import UnreadableError, read_post
from tools.posts.masking import mask

if TYPE_CHECKING:
    from collections.abc import Callable

Notes = list[tuple[int, str]]


def collect(notes: Notes) -> Callable[[int, str], None]:
    """Return a function that notes lines and messages in *notes*."""
    return lambda line, message: notes.append((line, message))


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: 题\ndate: 2020-01-02 03:04:05\n---\n文",
        '+++\ntitle = "题"\ndate = 2020-01-02T03:04:05+08:00\n+++\n文',
        '{"title": "题", "date": "2020/1/2"}\n文',
        "\ufeff---\r\ntitle: 题\r\ndate: 2020-01-02\r\n---\r\n文",
    ],
)
def test_front_matter_is_read_in_every_notation(source: str) -> None:
    """YAML, TOML and JSON say the same; the time of day and the marks of editors don't matter."""
    post = read_post(source)

    assert (post.title, post.date, post.text) == ("题", dt.date(2020, 1, 2), "文")


@pytest.mark.parametrize("source", ['---\na: "b\n---\n', "+++\na = \n+++\n", "---\n- a\n---\n"])
def test_broken_front_matter_is_refused(source: str) -> None:
    """A post whose front matter can't be read is not guessed at."""
    with pytest.raises(UnreadableError):
        read_post(source)


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("头一段 `a<b`。\n\n<!-- more -->\n\n其余", "头一段 a<b。"),
        ("头一段。<!--more-->\n\n其余", "头一段。"),
        ("两行\n一段。\n\n<!-- more -->\n其余", "两行 一段。"),
        ("段落中间<!-- more -->还有", ""),
        ("段落\n<!-- more -->\n接着", ""),
        ("```\n<!-- more -->\n```\n", ""),
        ("长" * 400 + "\n\n<!-- more -->\n", ""),
    ],
)
def test_more_becomes_a_description_only_at_the_end_of_a_paragraph(text: str, description: str) -> None:
    """A mark inside a paragraph, inside code, or after too long a text, makes no summary."""
    rest, got = take_description(text, collect([]))

    assert got == description
    assert ("<!--" in rest) == ("```" in text)


def test_headings_begin_at_the_second_level_and_skip_none() -> None:
    """The title repeated is dropped, levels close up, what looks like a heading in code stays."""
    notes: Notes = []
    text = "# 题\n\n# 甲\n\n#### 乙\n\n丙\n--\n\n```\n# 不是标题\n```"

    assert rewrite_headings(text, "题", collect(notes)) == (
        "\n\n## 甲\n\n### 乙\n\n### 丙\n\n\n```\n# 不是标题\n```"
    )
    assert [line for line, _message in notes] == [2, 4, 6]


@pytest.mark.parametrize(
    ("written", "code", "language"),
    [
        ("py", "x = 1", "python"),
        ("{r}", "x <- 1", "r"),
        ("lang:bash", "ls", "text"),
        ("json", "{'single': 1}", "text"),
        ("", "x", "text"),
        ("no-such", "x", "text"),
    ],
)
def test_language_can_be_highlighted(written: str, code: str, language: str) -> None:
    """What Pygments doesn't know or can't read would be a warning, so it becomes plain text."""
    assert language_of(written, code) == language


def test_comments_of_whole_lines_stay_comments() -> None:
    """They become MyST's; one inside a line, which nobody has seen, goes and is named."""
    notes: Notes = []
    text = "<!-- 甲\n乙 -->\n文<!-- 丙 -->字\n`<!-- 丁 -->`"

    assert rewrite_comments(text, collect(notes)) == "% 甲\n% 乙\n文字\n`<!-- 丁 -->`"
    assert [line for line, _message in notes] == [2]


def test_html_and_templates_are_named_with_their_lines() -> None:
    """They stay as text, and the author is told where; code is nobody's business."""
    notes: Notes = []
    text = (
        "<b>粗</b>\n\n{% note %}\n\n{{< x >}}\n\n`<i>{% y %}` $a<b>c$ <https://example.org>\n\\begin{align}"
    )
    rewritten = report_foreign(text, collect(notes))

    assert sorted(line for line, _message in notes) == [0, 0, 2, 4, 7]
    assert "\\{% note %}" in rewritten
    assert "`<i>{% y %}` $a<b>c$" in rewritten


def test_blank_lines_close_up_outside_of_code() -> None:
    """Three blank lines become one; a listing keeps its own."""
    assert drop_blank_lines("甲\n\n\n\n乙\n\n```\na\n\n\nb\n```") == "甲\n\n乙\n\n```\na\n\n\nb\n```"


@given(st.text(alphabet="ab`$~ \n#中\\-<>!", max_size=80))
def test_mask_keeps_every_place(text: str) -> None:
    """The masked text has the same length and the same lines, so places found in it are those of the text."""
    masked = mask(text)

    assert len(masked) == len(text)
    assert [i for i, c in enumerate(masked) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(m in {c, " "} for m, c in zip(masked, text, strict=True))
