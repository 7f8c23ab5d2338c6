"""The HTML builders, with freshness: derived from those registered, through ``add_builder``.

Generated pages, the search index and the rest of what a builder does once per build are decided in
methods of the builder; no event is asked before they are written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import ensuredir

from .file_times import replace_if_different
from .freshness import Freshness
from .upstream import load_index_entries, prune_with_a_set, sort_index_entries

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

NAMES = ("html", "dirhtml")


class FreshPages(StandaloneHTMLBuilder):
    """Writes only the pages that would be different, and says what it has written."""

    freshness: Freshness

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__(app, env)
        self.freshness = Freshness(app, self)
        self._parents: dict[str, set[str]] | None = None

    def hide_parents(self) -> None:
        """Keep Sphinx from writing the parents of each page written: digests know which of them differ.

        Called in ``write-started``, which comes just before Sphinx adds them.
        """
        self._parents, self.env.files_to_rebuild = self.env.files_to_rebuild, {}

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Prepare for writing, and note what will be written."""
        if self._parents is not None:
            self.env.files_to_rebuild, self._parents = self._parents, None
        self.freshness.begin_writing(docnames)
        super().prepare_writing(docnames)

    def load_indexer(self, docnames: Set[str]) -> None:
        """Load the search index, unless it will stay as it is."""
        assert self.indexer is not None
        prune_with_a_set(self.indexer)
        load_index_entries(self.indexer)
        if not self.freshness.is_search_index_current():
            super().load_indexer(docnames)

    def dump_search_index(self) -> None:
        """Write the search index, unless it stays as it is."""
        if self.indexer is not None and not self.freshness.is_search_index_current():
            sort_index_entries(self.indexer)
            super().dump_search_index()

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page; one without a source only if it is different."""
        if event_arg is not None:
            super().handle_page(pagename, addctx, templatename, outfilename=outfilename, event_arg=event_arg)
            return
        output = Path(outfilename or self.get_output_path(pagename))
        if self.freshness.is_generated_page_current(pagename, templatename, addctx, output):
            return
        ensuredir(output.parent)
        beside = output.with_name(f"{output.name}.new")
        super().handle_page(pagename, addctx, templatename, outfilename=beside)
        if beside.is_file():
            replace_if_different(beside, output)


def add_fresh_builders(app: Sphinx, config: Config) -> None:
    """Replace the registered HTML builders, whoever registered them, by fresh ones derived from them."""
    for name in NAMES:
        registered = app.registry.builders[name]
        if issubclass(registered, StandaloneHTMLBuilder) and not issubclass(registered, FreshPages):
            app.add_builder(type(f"Fresh{registered.__name__}", (FreshPages, registered), {}), override=True)


def freshness_of(app: Sphinx) -> Freshness | None:
    """Return the freshness of the current build, or None if its builder is not one of ours."""
    return app.builder.freshness if isinstance(app.builder, FreshPages) else None
