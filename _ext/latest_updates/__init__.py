"""Latest updates: articles with front matter, listings of them, and what listings are good for.

See the README beside this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .checks import on_env_check_consistency
from .directives import Categories, DraftTolerantTocTree, LatestUpdates, ReadingMap, Tags
from .domain import ArticleDomain
from .freshness import connect_if_asked, on_build_finished, on_env_updated
from .messages import add_catalog
from .metadata import on_html_page_context
from .nodes import setup_nodes
from .pages import on_html_collect_pages
from .reading import on_doctree_read, on_env_get_outdated, on_source_read
from .resolving import on_doctree_resolved
from .settings import check_config, on_builder_inited

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    add_catalog(app)
    _add_config(app)
    setup_nodes(app)
    app.add_domain(ArticleDomain)
    app.add_directive("latest-updates", LatestUpdates)
    app.add_directive("latest-updates-tags", Tags)
    app.add_directive("latest-updates-categories", Categories)
    app.add_directive("reading-map", ReadingMap)
    app.add_directive("toctree", DraftTolerantTocTree, override=True)
    app.connect("builder-inited", on_builder_inited)
    app.connect("builder-inited", _add_static)
    app.connect("env-get-outdated", on_env_get_outdated)
    app.connect("source-read", on_source_read)
    app.connect("doctree-read", on_doctree_read)
    app.connect("doctree-resolved", on_doctree_resolved)
    app.connect("config-inited", check_config)
    app.connect("config-inited", connect_if_asked)
    app.connect("env-updated", on_env_updated)
    app.connect("env-check-consistency", on_env_check_consistency)
    app.connect("html-page-context", on_html_page_context, priority=400)
    app.connect("build-finished", on_build_finished)
    app.connect("html-collect-pages", on_html_collect_pages)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_config(app: Sphinx) -> None:
    """Register the options; what changes articles or pages reads them again, being rarely changed."""
    app.add_config_value("latest_updates_categories", {}, "env", dict)
    app.add_config_value("latest_updates_per_page", 12, "env", int)
    app.add_config_value("latest_updates_excerpt_length", 350, "env", int)
    app.add_config_value("latest_updates_placeholders", {}, "env", dict)
    app.add_config_value("latest_updates_author", lambda config: config.author, "env", str)
    app.add_config_value("latest_updates_date_format", "%Y-%m-%d", "env", str)
    app.add_config_value("latest_updates_timezone", "UTC", "", str)
    app.add_config_value("latest_updates_today", "", "", str)
    app.add_config_value("latest_updates_tags", None, "env", str)
    app.add_config_value("latest_updates_tag_pages", "tags", "env", str)
    app.add_config_value("latest_updates_related", 5, "env", int)
    app.add_config_value("latest_updates_license", "", "env", str)
    app.add_config_value("latest_updates_feed_limit", 20, "", int)
    app.add_config_value("latest_updates_extra_keys", [], "env", (list, tuple, set, frozenset))


def _add_static(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.config.html_static_path.append(str(Path(__file__).parent / "static"))
        app.add_css_file("latest_updates.css")
