"""Boxes that scroll take the focus."""

from __future__ import annotations

from furo_companion.scrollers import focusable
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer


def test_code_as_pygments_writes_it_takes_the_focus() -> None:
    """The day Pygments writes another beginning, this says so."""
    html = highlight("x = 1", PythonLexer(), HtmlFormatter())

    assert '<pre tabindex="0">' in focusable(html).replace("<span></span>", "")


def test_a_table_in_furos_wrapper_takes_the_focus() -> None:
    """Furo wraps tables into a scrolling box."""
    html = '<div class="table-wrapper docutils container"><table>'

    assert focusable(html) == '<div tabindex="0" class="table-wrapper docutils container"><table>'


def test_text_that_talks_of_boxes_is_left_alone() -> None:
    """Escaped markup in an article is text."""
    html = "<p>&lt;div class=&quot;highlight&quot;&gt;&lt;pre&gt;</p>"

    assert focusable(html) == html
