"""Which pages are written: the digests of this build beside those of the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .file_times import FileTimes
from .navigation import Navigation
from .outputs import expected_outputs, late_outputs, relative, remove_outputs
from .plain import digest, require_plain
from .references import ReferenceBook
from .shown import Surroundings, ask_extensions, digest_of_site
from .sources import stamp
from .state import State, load_state, note_new_output, save_state, state_path
from .upstream import remove_old_build_info

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment


class Freshness:
    """The freshness of one build's pages, from reading to the end."""

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        self.app = app
        self.builder = builder
        self.path = state_path(Path(app.doctreedir), Path(app.outdir), builder.name)
        self.last = load_state(self.path)
        self.references = ReferenceBook(builder, self.last.references)
        self.pages: dict[str, str] = {}
        self.generated: dict[str, str] = {}
        self.written: set[str] = set()
        self.outputs: set[str] = set()
        self._times = FileTimes()
        self._site = ""
        self._is_in_doubt = False

    def get_stale_documents(self, env: BuildEnvironment) -> list[str]:
        """Take the digests of all pages and return the documents whose pages show something old."""
        self.navigation = Navigation(self.builder)
        self.references.open()
        self._site = digest_of_site(self.builder)
        surroundings = Surroundings(self.app, env)
        self.pages = {
            docname: digest((env.all_docs[docname], self._common(docname), surroundings.of(docname)))
            for docname in env.all_docs
        }
        return sorted(self.pages if self._has_lost_index() else filter(self._is_stale, self.pages))

    def _has_lost_index(self) -> bool:
        """Tell whether the search index must be made anew, for which all pages have to be written."""
        path = Path(self.builder.outdir, self.builder.searchindex_filename)
        return bool(self.builder.search and self.last.pages and not path.is_file())

    def _common(self, pagename: str) -> tuple[str, str]:
        return self._site, self.navigation.key(pagename)

    def _is_stale(self, docname: str) -> bool:
        return self.pages[docname] != self.last.pages.get(docname) or self.references.is_stale(docname)

    def begin_writing(self, docnames: Set[str]) -> None:
        """Note what is about to be written, so that it is written again if the build does not get through."""
        self.written = set(docnames)
        self.outputs = expected_outputs(self.builder)
        self._times.note(self.builder.outdir, self._written_in_every_build())
        if docnames or not self.outputs <= self.last.outputs:
            self._doubt()

    def _doubt(self) -> None:
        """Leave a state behind that does not vouch for the pages to be written, nor for generated ones."""
        if not self._is_in_doubt:
            save_state(self.path, self.last.in_doubt(self.written, self.outputs))
            self._is_in_doubt = True

    def _written_in_every_build(self) -> set[str]:
        """Return the files that Sphinx and extensions write without looking at what is there."""
        outdir, suffix = Path(self.builder.outdir), self.builder.out_suffix
        compared = ("_sources/", "_images/", "_downloads/")
        names = {
            name for name in self.last.outputs if not name.startswith(compared) and not name.endswith(suffix)
        }
        names.update(path.relative_to(outdir).as_posix() for path in (outdir / "_static").rglob("*"))
        return names - {".buildinfo"} if self._has_new_templates() else names

    def _has_new_templates(self) -> bool:
        """Tell whether Sphinx writes all pages for a newer template: it compares with ``.buildinfo``."""
        info = stamp(Path(self.builder.outdir, ".buildinfo"))
        return info is not None and self.builder.templates.newest_template_mtime() * 1e9 > info[0]

    def is_search_index_current(self) -> bool:
        """Tell whether the search index of the last build is that of this one."""
        unchanged = not self.written and self.last.pages.keys() == self.pages.keys()
        return unchanged and Path(self.builder.outdir, self.builder.searchindex_filename).is_file()

    def is_generated_page_current(
        self, pagename: str, templatename: str, context: Mapping[str, object], output: Path
    ) -> bool:
        """Note a page without a source, and tell whether it would be as in the last build."""
        name = relative(self.builder, output)
        if name not in self.outputs and name not in self.last.outputs:
            note_new_output(self.path, name)
        self.outputs.add(name)
        content = self._content_of(pagename, context)
        if content is None:
            return False
        self.generated[pagename] = digest((templatename, self._common(pagename), content))
        if self.last.generated.get(pagename) == self.generated[pagename] and output.is_file():
            return True
        self._doubt()
        return False

    def _content_of(self, pagename: str, context: Mapping[str, object]) -> object:
        """Return plain values that tell what a generated page shows, or None if that can't be told.

        They are the answers to ``page-shows`` and the context, if it is a dict of plain values. Another
        mapping is not looked at: it computes its items, from what its extension answers.
        """
        answers = ask_extensions(self.app, pagename)
        if not isinstance(context, dict):
            return answers or None
        try:
            return answers, require_plain(sorted(context.items()))
        except TypeError:
            return None

    def finish(self, answers: Iterable[Iterable[str]]) -> None:
        """Remove what the last build made and this one doesn't, and note what this one made.

        *answers* are further files, relative to the output folder, from the event ``output-files``.
        """
        self.outputs.update(late_outputs(self.builder), *answers)
        remove_outputs(Path(self.builder.outdir), self.last.outputs - self.outputs)
        remove_old_build_info(Path(self.builder.outdir))
        self._times.restore()
        save_state(self.path, self._result())

    def _result(self) -> State:
        pages = {
            docname: noted
            for docname, value in self.pages.items()
            if (noted := value if docname in self.written else self.last.pages.get(docname))
        }
        return State(pages, self.generated, self.references.result(self.written), self.outputs)
