"""Search in Chinese, Japanese and Korean text by Sphinx's own index; see README.md."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import js_index

from .index import RepairedFormat, restore_index_entries
from .joining import missed_words, search_words
from .language import SearchCJK
from .messages import add_catalog, browser_messages
from .packing import PackedFormat
from .splitting import SPLITTER_VERSION

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "1.0"


def searching_builder(app: Sphinx) -> StandaloneHTMLBuilder | None:
    """Return the builder if it makes a search index, and makes it by our language."""
    language = app.config.html_search_language or app.config.language
    is_ours = language.partition("_")[0] == SearchCJK.lang
    builder = app.builder
    return builder if is_ours and isinstance(builder, StandaloneHTMLBuilder) and builder.search else None


def on_builder_inited(app: Sphinx) -> None:
    """Repair and pack the index file, and give the pages their search box."""
    builder = searching_builder(app)
    if builder is None:
        return
    form = builder.indexer_format
    builder.indexer_format = RepairedFormat(PackedFormat(form) if form is js_index else form)
    app.config.html_static_path.append(str(Path(__file__).parent / "static"))
    app.add_css_file("cjk_search/search.css")
    app.add_js_file("cjk_search/page.js", loading_method="defer", **_box_wording(app))


def _box_wording(app: Sphinx) -> dict[str, Any]:
    """Return what the box says before the search is loaded; without these attributes there is no box."""
    if not app.config.cjk_search_box:
        return {}
    messages = browser_messages()
    return {
        "data-label": messages["Search"],
        "data-loading": messages["Loading the search index…"],
        "data-failure": messages["The search index could not be loaded."],
        "data-close": messages["close"],
    }


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Add to the document, unseen, the words that its text nodes do not hold."""
    if searching_builder(app) is not None:
        words = (nodes.Text(word) for word in missed_words(doctree))
        doctree += search_words("", *words)


def on_html_collect_pages(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Complete the index: all pages have been fed to it, and it is not yet written."""
    builder = searching_builder(app)
    if builder is not None and builder.indexer is not None:
        restore_index_entries(builder.indexer, builder.indexer_format.old_entries)
    return []


def skip(_translator: object, _node: nodes.Node) -> None:
    """Write nothing."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    add_catalog(app)
    app.add_config_value("cjk_search_box", True, "html", bool)
    app.add_search_language(SearchCJK)
    app.add_node(search_words, html=(skip, None))
    app.connect("builder-inited", on_builder_inited)
    # After everybody who still changes the text of the page.
    app.connect("doctree-resolved", on_doctree_resolved, priority=900)
    app.connect("html-collect-pages", on_html_collect_pages)
    return {
        "version": __version__,
        # Sphinx writes this number into the index and throws away one that has another.
        "env_version": SPLITTER_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
