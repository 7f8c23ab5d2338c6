"""Furo in another language and under a strict Content-Security-Policy; see README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .csp import add_policy
from .scrollers import focusable
from .templates import FuroLiterals

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def adapt_templates(app: Sphinx) -> None:
    """Register the template preprocessor once the builder has its templates."""
    templates = getattr(app.builder, "templates", None)
    if templates is not None:
        templates.environment.add_extension(FuroLiterals)


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the keyboard reach what scrolls, and put the policy first into the page's head."""
    if app.builder.format != "html":
        return
    if "body" in context:
        context["body"] = focusable(context["body"])
    # A book is shown by programs with scripts and styles of their own, and not by Furo.
    if app.config.furo_companion_csp and not app.builder.embedded:  # type: ignore[attr-defined]
        add_policy(app, context)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register events and configuration."""
    app.add_config_value("furo_companion_csp", True, "html", bool)
    app.add_config_value("furo_companion_csp_extra", {}, "html", dict)
    app.connect("builder-inited", adapt_templates)
    # After the extensions that add their own tags: the policy must stand before all of them.
    app.connect("html-page-context", on_html_page_context, priority=950)
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": True}
