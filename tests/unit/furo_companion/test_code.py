"""The number of lines stands on blocks of code."""

from __future__ import annotations

import re

import pytest
from furo_companion.code import measured
from furo_companion.scrollers import focusable
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer


@pytest.mark.parametrize(("lines", "classes"), [(1, "tens-0 units-1"), (99, "tens-9 units-9")])
def test_block_as_pygments_writes_it_says_how_many_lines_it_has(lines: int, classes: str) -> None:
    """Empty lines and emphasized ones among them; what the keyboard needs stays."""
    code = "x = 1\n" + "\n" * (lines - 2) + "y = 2\n" * (lines > 1)
    html = focusable(highlight(code, PythonLexer(), HtmlFormatter(hl_lines=[1, 2])))

    assert re.findall("<pre([^>]*)>", measured(html)) == [f' class="measured-code {classes}" tabindex="0"']
    assert measured(html).replace(f' class="measured-code {classes}"', "") == html


@pytest.mark.parametrize("options", [{"linenos": "table"}, {"linenos": False}])
def test_what_is_no_plain_block_or_too_long_is_left_alone(options: dict[str, object]) -> None:
    """A table of line numbers; a hundred lines."""
    html = highlight("x = 1\n" * 100, PythonLexer(), HtmlFormatter(**options))

    assert measured(html) == html
    assert (
        measured("<p>&lt;div class=&quot;highlight&quot;&gt;&lt;pre&gt;</p><pre>\n</pre>").count("class") == 1
    )
