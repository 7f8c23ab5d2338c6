"""Math nodes as HTML: the two visitors that Sphinx's HTML writers call."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import _, __
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from .advice import advise, excerpt
from .engine import TexError
from .renderer import FormulaRenderer
from .source import displayed_source, top_level_environment

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .engine import RenderedFormula

logger = logging.getLogger(__name__)

WARNING_TYPE = "prerendered_math"
CLASSES = "math notranslate nohighlight"  # as Sphinx's own renderers have it

# A formula wider than this, in em of its own font size (1.21 of the text's), may not fit a phone of
# 320 px: 288 px between the margins, less an equation number. Then it needs the keyboard to be scrolled.
FITS_EVERYWHERE = 12.0

_MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
_ANNOTATION = re.compile(r"<annotation\b.*?</annotation>", re.DOTALL)


class MathVisitors:
    """Writes math nodes with the renderer of the current build."""

    def __init__(self) -> None:
        self.renderer: FormulaRenderer | None = None

    def open(self, app: Sphinx) -> None:
        """Make the renderer of this build."""
        if app.builder.format == "html":
            self.renderer = FormulaRenderer(app.config.prerendered_math_macros, Path(app.doctreedir))

    def close(self, app: Sphinx, exception: Exception | None) -> None:
        """End KaTeX, whose threads would outlive the build."""
        if self.renderer is not None:
            self.renderer.close()

    def visit_math(self, translator: HTML5Translator, node: nodes.math) -> None:
        """Write a formula in a line."""
        formula = self._render(node, node.astext(), display=False)
        html = _inner_html(translator, node, formula)
        if _may_scroll(formula, node):
            html = f'<span class="wide-formula"{_scroller_attributes(_("Formula"))}>{html}</span>'
        start = translator.starttag(node, "span", "", CLASS=CLASSES)
        translator.body.append(f"{start}{html}</span>")
        raise nodes.SkipNode

    def visit_math_block(self, translator: HTML5Translator, node: nodes.math_block) -> None:
        """Write a displayed formula, its number beside (not inside) the box that scrolls."""
        wrap = not node.get("no-wrap", node.get("nowrap", False))
        if wrap and _at_home(node):
            _check_environment(node)
        formula = self._render(node, displayed_source(node.astext(), wrap=wrap), display=True)
        number = f"({get_node_equation_number(translator, node)})" if node.get("number") else ""
        label = f"{_('Formula')} {number}".strip()
        attributes = _scroller_attributes(label) if _may_scroll(formula, node) else ""
        tag = "span" if _within_text(node) else "div"
        body = translator.body
        body.append(translator.starttag(node, tag, "", CLASS=f"{CLASSES} displayed-formula"))
        html = _inner_html(translator, node, formula)
        body.append(f'<{tag} class="formula-scroller"{attributes}>{html}</{tag}>')
        if number:
            body.append(f'<span class="eqno">{number}')
            translator.add_permalink_ref(node, _("Link to this equation"))
            body.append("</span>")
        body.append(f"</{tag}>\n")
        raise nodes.SkipNode

    def _render(self, node: nodes.Element, tex: str, *, display: bool) -> RenderedFormula | None:
        assert self.renderer is not None
        try:
            return self.renderer.render(tex, display=display)
        except TexError as error:
            if _at_home(node):
                warn_of(error, tex, node)
            return None


def _may_scroll(formula: RenderedFormula | None, node: nodes.Node) -> bool:
    if formula is None or formula.width <= FITS_EVERYWHERE:
        return False
    # What can be focused must not stand in a link.
    return not any(isinstance(ancestor, nodes.reference) for ancestor in _ancestors(node))


def _scroller_attributes(label: str) -> str:
    return f' tabindex="0" role="group" aria-label="{escape(label)}"'


def _inner_html(translator: HTML5Translator, node: nodes.Element, formula: RenderedFormula | None) -> str:
    if formula is None:
        return f'<code class="formula-source">{translator.encode(node.astext())}</code>'
    return mathml(formula.html) if in_navigation(node) else formula.html


def _within_text(node: nodes.Node) -> bool:
    """Tell whether only phrasing content is valid at `node`, as in a paragraph or a heading."""
    return any(isinstance(ancestor, nodes.TextElement) for ancestor in _ancestors(node))


def in_navigation(node: nodes.Node) -> bool:
    """Tell whether `node` is part of a title that stands elsewhere than over its section.

    That is in a toctree or table of contents, or as a neighbour's title. Such a formula is written as MathML
    alone. It needs no style sheet, so a page without formulas stays without, and one page's title does not
    change what another page loads.
    """
    return any(
        isinstance(ancestor, addnodes.compact_paragraph)
        or (isinstance(ancestor, nodes.title) and isinstance(ancestor.parent, nodes.document))
        for ancestor in _ancestors(node)
    )


def _at_home(node: nodes.Node) -> bool:
    """Tell whether `node` is written where its author put it, so that this is the time for warnings."""
    # The name of what StandaloneHTMLBuilder.render_partial renders for other pages and sidebars.
    return not in_navigation(node) and _ancestors(node)[-1].get("source") != "<partial node>"


def _ancestors(node: nodes.Node) -> list[nodes.Element]:
    found = []
    while (parent := node.parent) is not None:
        found.append(parent)
        node = parent
    return found


def mathml(html: str) -> str:
    """Return the MathML of a rendered formula, without its TeX, which no browser shows."""
    found = _MATHML.search(html)
    return _ANNOTATION.sub("", found[0]) if found else html


def _check_environment(node: nodes.math_block) -> None:
    if environment := top_level_environment(node.astext()):
        logger.warning(
            __("%s numbers its lines itself and cannot stand inside Sphinx's own equation; write %s, or %s"),
            rf"\begin{{{environment}}}",
            r"$$ \begin{aligned} … \end{aligned} $$ (label)",
            ":no-wrap:",
            location=node,
            type=WARNING_TYPE,
            subtype="environment",
        )


def warn_of(error: TexError, tex: str, node: nodes.Element) -> None:
    """Tell the author where a formula is broken and what to write instead."""
    advice = advise(error)
    logger.warning(
        __("KaTeX cannot read a formula: %s, in “%s”%s"),
        error.message,
        excerpt(tex, error),
        f"; {advice}" if advice else "",
        location=node,
        type=WARNING_TYPE,
        subtype="tex",
    )
