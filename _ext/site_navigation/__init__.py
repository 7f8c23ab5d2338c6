"""Navigation that stays small on large sites and true in incremental builds; see README.md."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import memory, sources, upstream
from .builders import FreshPages, add_fresh_builders, freshness_of
from .catalog import _, add_catalog
from .fingerprint import note_fingerprint
from .shown import EVENT

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

__version__ = "1.0"

STATIC_DIR = Path(__file__).parent / "static"


def add_static_files(app: Sphinx) -> None:
    """Add the style sheet to HTML pages."""
    if isinstance(app.builder, FreshPages):
        app.config.html_static_path.append(str(STATIC_DIR))
        app.add_css_file("site-navigation.css")


def mend_environment(app: Sphinx, env: BuildEnvironment) -> None:
    """Undo what the history of builds has left in the environment."""
    upstream.drop_left_section_numbers(env)
    upstream.name_images_in_order(env)


def get_stale_documents(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose pages show something old."""
    freshness = freshness_of(app)
    return freshness.get_stale_documents(env) if freshness else []


def note_references(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Note what the references of a document have been resolved to."""
    if freshness := freshness_of(app):
        freshness.references.note(docname, doctree)


def note_missing_reference(
    app: Sphinx, env: BuildEnvironment, node: nodes.Element, content: nodes.Node
) -> None:
    """Note that a reference leads nowhere, and leave it to Sphinx."""
    if freshness := freshness_of(app):
        freshness.references.note_unresolved(env.docname)


def hide_parents(app: Sphinx, builder: Builder) -> None:
    """Leave it to digests which parents of a page are written."""
    if isinstance(builder, FreshPages):
        builder.hide_parents()


def hide_toctree(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Give themes that read the whole toctree before rendering an empty one.

    Furo passes it through an HTML parser for every page and keeps the results (pradyunsg/furo #674).
    """
    if freshness_of(app):
        context["toctree"] = lambda **_options: ""


def show_sidebar(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Put the bounded navigation in place of the toctree, and of the tree that Furo makes of it."""
    if not (freshness := freshness_of(app)):
        return
    context["toctree"] = lambda **_options: freshness.navigation.html(pagename, foldable=False)
    if "furo_navigation_tree" in context:
        tree = freshness.navigation.html(pagename, foldable=True)
        context["furo_navigation_tree"] = f'<nav aria-label="{_("Site navigation")}">{tree}</nav>'


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Tidy up after a build that came through; after any other, the last good one counts."""
    freshness = freshness_of(app)
    if freshness and exception is None:
        freshness.finish(paths for paths in app.emit("output-files") if paths is not None)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register events, settings and handlers."""
    memory.pause()
    add_catalog(app)
    app.add_event(EVENT)
    app.add_event("output-files")
    app.add_config_value("site_navigation_full_below", 200, "html", types=[int])
    app.add_config_value("site_navigation_window", 12, "html", types=[int])
    app.add_config_value("site_navigation_max_bytes", 6144, "html", types=[int])
    app.add_config_value("site_navigation_fingerprint", "", "env", types=[str])
    app.add_domain(sources.SourceDomain)
    app.connect("config-inited", note_fingerprint, priority=900)
    app.connect("config-inited", add_fresh_builders, priority=900)
    app.connect("builder-inited", add_static_files)
    app.connect("builder-inited", memory.freeze_and_resume, priority=900)
    app.connect("env-get-outdated", sources.add_replaced_documents, priority=100)
    app.connect("env-get-outdated", sources.get_relinked_documents, priority=900)
    app.connect("env-before-read-docs", sources.note_sources, priority=900)
    app.connect("source-read", memory.drop_read_documents)
    app.connect("doctree-read", sources.note_links)
    app.connect("env-updated", sources.note_dependencies)
    app.connect("env-updated", mend_environment)
    app.connect("env-get-updated", get_stale_documents, priority=900)
    app.connect("write-started", memory.freeze_and_resume, priority=900)
    app.connect("write-started", hide_parents)
    app.connect("doctree-resolved", note_references, priority=1)
    app.connect("doctree-resolved", memory.drop_pickled_document)
    app.connect("missing-reference", note_missing_reference, priority=999)
    app.connect("html-page-context", hide_toctree, priority=100)
    app.connect("html-page-context", show_sidebar, priority=900)
    # After themes and extensions that write files, before those that look at which pages are left.
    app.connect("build-finished", finish, priority=800)
    app.connect("build-finished", memory.freeze_for_good, priority=999)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
