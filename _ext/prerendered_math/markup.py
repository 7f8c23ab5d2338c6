"""What stands around a rendered formula. No Sphinx in here."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine import RenderedFormula

# A formula wider than this, in em of its own font size, may not fit a phone of
# 320 px: 288 px between the margins, less an equation number. Then the keyboard must be able to scroll it.
FITS_EVERYWHERE = 12.0

# A formula up to this width may be kept in one piece without leaving a noticeable gap in the line before.
SHORT = 6.0

# katex.min.css, .katex: the font size of formulas as a part of the text's.
FONT_SIZE = 1.21

_MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
_ANNOTATION = re.compile(r"<annotation\b.*?</annotation>", re.DOTALL)


def formula_markup(rendered: RenderedFormula, copied: str) -> str:
    """Return the markup of a formula, of which `copied` is what a reader can select and copy.

    KaTeX writes every formula twice, as MathML and as boxes, and selecting it would copy both, each sign on
    a line of its own. So neither can be selected; over them lies `copied`, transparent, like the text
    layer of a scanned page.
    """
    return (
        f'<span class="formula"><span class="formula-tex" aria-hidden="true">{escape(copied)}</span>'
        f"{rendered.html}</span>"
    )


def source_markup(tex: str) -> str:
    """Return the markup of a formula that cannot be rendered: its source."""
    return f'<code class="formula-source">{escape(tex)}</code>'


def scroller(tag: str, css_class: str, content: str, label: str | None) -> str:
    """Return a box that scrolls sideways when it must; with a `label`, the keyboard reaches it, too."""
    focusable = f' tabindex="0" role="group" aria-label="{escape(label)}"' if label else ""
    return f'<{tag} class="{css_class}"{focusable}>{content}</{tag}>'


def scroller_class(rendered: RenderedFormula | None) -> str:
    """Return the classes of the box of a displayed formula; of known height, it waits until it is near."""
    if rendered is None or not rendered.height:
        return "formula-scroller"
    height = round(FONT_SIZE * rendered.height, 4)
    return f"formula-scroller measured-formula contain-intrinsic-height:{height}em"


def may_overflow(rendered: RenderedFormula) -> bool:
    """Tell whether a formula may be wider than a phone."""
    return rendered.box > FITS_EVERYWHERE


def is_short(rendered: RenderedFormula) -> bool:
    """Tell whether a formula in a line need not be broken."""
    return rendered.width <= SHORT


def mathml(rendered: RenderedFormula) -> str:
    """Return the MathML alone, without the TeX in it, which would be read as a part of a title."""
    found = _MATHML.search(rendered.html)
    return _ANNOTATION.sub("", found[0]) if found else rendered.html
