"""Furo in another language, under a strict policy, and with what a site on the web needs; see README.md."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .books import close_inputs
from .code import measured
from .csp import add_policy
from .head import head_elements
from .lost import show_anywhere
from .moved import check_redirects, redirect_files
from .pictures import measure_pictures
from .robots import NAME as ROBOTS
from .robots import is_wanted, write_robots
from .scrollers import focusable
from .search_form import SearchForm, search_form, skip_search_form, visit_search_form
from .templates import FuroLiterals

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

STATIC_DIR = Path(__file__).parent / "static"


def adapt_templates(app: Sphinx) -> None:
    """Register the template preprocessor once the builder has its templates, and add the style sheet."""
    templates = getattr(app.builder, "templates", None)
    if templates is not None:
        templates.environment.add_extension(FuroLiterals)
    if app.builder.format == "html" and app.config.html_theme == "furo":
        app.config.html_static_path.append(str(STATIC_DIR))
        app.add_css_file("furo-companion.css")


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Prepare what scrolls, and put the policy first into the page's head."""
    if app.builder.format != "html":
        return
    if "body" in context:
        context["body"] = focusable(context["body"])
    # A book is shown by programs with scripts, styles and icons of their own, and not by Furo.
    if app.builder.embedded:  # type: ignore[attr-defined]
        context["body"] = close_inputs(context.get("body", ""))
        return
    if "body" in context:
        context["body"] = measured(context["body"])
    show_anywhere(app, pagename, context)
    context["metatags"] = head_elements(app.config, context) + context.get("metatags", "")
    if app.config.furo_companion_csp:
        add_policy(app, context)


def output_files(app: Sphinx) -> list[str]:
    """Name the files beside the pages, for who removes what is no longer made."""
    return [ROBOTS, *redirect_files(app)] if is_wanted(app) else list(redirect_files(app))


def answer_events_of_others(app: Sphinx, config: Config) -> None:
    """Connect to the event of site_navigation if it is there."""
    if "output-files" in app.events.events:
        app.connect("output-files", output_files)


def add_settings(app: Sphinx) -> None:
    """Register the configuration."""
    app.add_config_value("furo_companion_csp", True, "html", bool)
    app.add_config_value("furo_companion_csp_extra", {}, "html", dict)
    app.add_config_value("furo_companion_theme_color", "", "html", str)
    app.add_config_value("furo_companion_icons", [], "html", list)
    app.add_config_value("furo_companion_robots", True, "html", bool)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register events, the search form and configuration."""
    add_settings(app)
    skip = (skip_search_form, None)
    written = (visit_search_form, None)
    app.add_node(search_form, html=written, latex=skip, text=skip, man=skip, texinfo=skip)
    app.add_directive("search-form", SearchForm)
    app.connect("config-inited", answer_events_of_others)
    app.connect("builder-inited", adapt_templates)
    app.connect("doctree-resolved", measure_pictures)
    app.connect("env-check-consistency", check_redirects)
    # After the extensions that add their own tags: the policy must stand before all of them.
    app.connect("html-page-context", on_html_page_context, priority=950)
    # After those that write a sitemap, before those that look at which files are left.
    app.connect("build-finished", write_robots, priority=700)
    return {"version": "1.1", "parallel_read_safe": True, "parallel_write_safe": True}
