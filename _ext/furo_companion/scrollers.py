"""What scrolls inside a page can be reached by the keyboard.

Code and tables wider than a phone scroll in boxes of their own. A box that cannot take the focus cannot be
scrolled without a pointer (axe-core's rule "scrollable-region-focusable"); Furo's and Sphinx's cannot.
"""

from __future__ import annotations

# The beginnings of the boxes as Pygments' formatter and Furo write them. Text of a page cannot look like
# them: its "<" is escaped.
BOXES = {
    '<div class="highlight"><pre>': '<div class="highlight"><pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}


def focusable(body: str) -> str:
    """Return the HTML of a page's body with its scrolling boxes in the order of the keyboard."""
    for box, instead in BOXES.items():
        body = body.replace(box, instead)
    return body
