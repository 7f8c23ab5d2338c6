"""Math nodes as HTML: the two visitors that Sphinx's HTML writers call."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _, __
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from .advice import advise, excerpt
from .engine import TexError
from .markup import formula_markup, is_short, mathml, may_overflow, scroller, scroller_class, source_markup
from .pages import STATIC
from .paragraphs import lift_displayed_formulas
from .placement import at_home, in_link, in_navigation, in_text, own_ids
from .punctuation import keep_punctuation, keeps_no_room
from .renderer import FormulaRenderer
from .source import displayed_source, own_numbering

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .engine import RenderedFormula

logger = logging.getLogger(__name__)

NAME = "prerendered_math"  # of the renderer, and the type of its warnings
CLASSES = "math notranslate nohighlight"  # as Sphinx's own renderers have it


class MathVisitors:
    """Writes math nodes with the renderer of the current build."""

    def __init__(self) -> None:
        self.renderer: FormulaRenderer | None = None

    def open(self, app: Sphinx) -> None:
        """Make the renderer, if this build's formulas are to be ours, and publish what its pages load."""
        if getattr(app.builder, "math_renderer_name", None) == NAME:
            self.renderer = FormulaRenderer(app.config.prerendered_math_macros, Path(app.doctreedir))
            app.config.html_static_path.append(str(STATIC))

    def close(self, app: Sphinx, exception: Exception | None) -> None:
        """End KaTeX, whose threads would outlive the build."""
        if self.renderer is not None:
            self.renderer.close()

    def on_doctree_resolved(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Prepare what stands around formulas, if it is us who write them."""
        if self.renderer is not None:
            lift_displayed_formulas(doctree)
            keep_punctuation(doctree, self._is_short)

    def visit_math(self, translator: HTML5Translator, node: nodes.math) -> None:
        """Write a formula in a line."""
        tex = node.astext()
        rendered = self._render(node, tex, display=False)
        html = _content(node, rendered, f"${tex}$")
        if _scrolls(node, rendered):
            html = scroller("span", "wide-formula", html, _("Formula"))
        if rendered is None or may_overflow(rendered):
            keeps_no_room(node)
        start = translator.starttag(node, "span", "", CLASS=CLASSES)
        translator.body.append(f"{start}{html}</span>")
        raise nodes.SkipNode

    def visit_math_block(self, translator: HTML5Translator, node: nodes.math_block) -> None:
        """Write a displayed formula, its number beside (not inside) the box that scrolls."""
        rendered = self._render_block(node)
        number = f"({get_node_equation_number(translator, node)})" if node.get("number") else ""
        label = f"{_('Formula')} {number}".strip() if _scrolls(node, rendered) else None
        content = _content(node, rendered, f"$${node.astext()}$$")
        tag = "span" if in_text(node) else "div"
        start = nodes.Element(ids=own_ids(node), classes=node["classes"])
        kind = "displayed-formula numbered-formula" if number else "displayed-formula"
        translator.body.append(translator.starttag(start, tag, "", CLASS=f"{CLASSES} {kind}"))
        translator.body.append(scroller(tag, scroller_class(rendered), content, label))
        if number:
            _write_number(translator, node, number)
        translator.body.append(f"</{tag}>\n")
        raise nodes.SkipNode

    def _render_block(self, node: nodes.math_block) -> RenderedFormula | None:
        wrap = not node.get("no-wrap", node.get("nowrap", False))
        if wrap and at_home(node):
            _check_numbering(node)
        return self._render(node, displayed_source(node.astext(), wrap=wrap), display=True)

    def _is_short(self, tex: str) -> bool:
        assert self.renderer is not None
        with suppress(TexError):  # of which the visitor will tell
            return is_short(self.renderer.render(tex, display=False))
        return False

    def _render(self, node: nodes.Element, tex: str, *, display: bool) -> RenderedFormula | None:
        assert self.renderer is not None
        try:
            return self.renderer.render(tex, display=display)
        except TexError as error:
            if at_home(node):
                warn_of(error, tex, node)
            return None


def _content(node: nodes.Element, rendered: RenderedFormula | None, copied: str) -> str:
    if rendered is None:
        return source_markup(node.astext())
    return mathml(rendered) if in_navigation(node) else formula_markup(rendered, copied)


def _scrolls(node: nodes.Element, rendered: RenderedFormula | None) -> bool:
    return rendered is not None and may_overflow(rendered) and not in_link(node)


def _write_number(translator: HTML5Translator, node: nodes.math_block, number: str) -> None:
    translator.body.append(f'<span class="eqno">{number}')
    translator.add_permalink_ref(node, _("Link to this equation"))
    translator.body.append("</span>")


def _check_numbering(node: nodes.math_block) -> None:
    if command := own_numbering(node.astext()):
        logger.warning(
            __("%s numbers lines itself, beside Sphinx's numbers; write %s, or use :no-wrap:"),
            command,
            r"$$ \begin{aligned} … \end{aligned} $$ (label)",
            location=node,
            type=NAME,
            subtype="numbering",
        )


def warn_of(error: TexError, tex: str, node: nodes.Element) -> None:
    """Tell the author where a formula is broken and what to write instead."""
    parts = [error.message, excerpt(tex, error)]
    message = __("KaTeX cannot read a formula: %s, in “%s”")
    if advice := advise(error):
        message = __("KaTeX cannot read a formula: %s, in “%s”; %s")
        parts.append(__(advice[0]) % advice[1:] if advice[1:] else __(advice[0]))
    logger.warning(message, *parts, location=node, type=NAME, subtype="tex")
