"""Formulas rendered by KaTeX while Sphinx builds: no script, no request, nothing to wait for.

See README.md in this folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.locale import __

from .pages import on_html_page_context, remove_stale_sheets
from .renderer import code_digest
from .visitors import NAME, MathVisitors

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Refuse macros that KaTeX could not take."""
    for name, body in config.prerendered_math_macros.items():
        if not (isinstance(name, str) and name.startswith("\\") and isinstance(body, str)):
            raise ConfigError(__("prerendered_math_macros: %r is not a macro and its TeX") % {name: body})


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the renderer; Sphinx prefers it to MathJax unless ``html_math_renderer`` says otherwise."""
    app.add_config_value("prerendered_math_macros", {}, "html", dict, "TeX macros: names and bodies")
    # Not to be set: other code or another KaTeX means other pages, and Sphinx rewrites all when it changes.
    app.add_config_value("prerendered_math_code", lambda config: code_digest(), "html", str)
    if "epub_math_renderer" not in app.config:
        # EPUB demands that a file with MathML says so in the manifest, which Sphinx does not.
        app.add_config_value("epub_math_renderer", "mathjax", "env", str)
    visitors = MathVisitors()
    app.add_html_math_renderer(
        NAME,
        inline_renderers=(visitors.visit_math, None),
        block_renderers=(visitors.visit_math_block, None),
    )
    app.connect("config-inited", on_config_inited)
    app.connect("builder-inited", visitors.open)
    app.connect("doctree-resolved", visitors.on_doctree_resolved)
    app.connect("html-page-context", on_html_page_context, priority=900)  # sees what others add to a page
    app.connect("build-finished", visitors.close)
    app.connect("build-finished", remove_stale_sheets, priority=900)  # after those who remove pages
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": True}
