"""Blocks of code take their room before they are laid out, which waits until a reader comes near.

Code is thousands of elements, and as high as it has lines. The number is written as classes, since inline
styles are forbidden; furo-companion.css has a rule for each digit.
"""

from __future__ import annotations

import re

MOST_LINES = 99

# As Pygments' formatter writes a block, unless its lines are numbered in a table. Text of a page cannot look
# like it: its "<" is escaped.
_BLOCK = re.compile(r'(<div class="highlight"><pre)([^<>]*>.*?</pre>)', re.DOTALL)


def measured(body: str) -> str:
    """Return the HTML of a page's body with the number of lines on its blocks of code."""
    return _BLOCK.sub(_with_lines, body)


def _with_lines(block: re.Match[str]) -> str:
    tens, units = divmod(block[2].count("\n"), 10)
    if 10 * tens + units > MOST_LINES:
        return block[0]
    return f'{block[1]} class="measured-code tens-{tens} units-{units}"{block[2]}'
