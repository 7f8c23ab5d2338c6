"""What a page shows of the rest of the site, apart from the sidebar and the references in its text."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from .catalog import __
from .fingerprint import digest_of_files
from .navigation import title_key
from .outline import visible_toctrees
from .plain import digest, require_plain, stable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

EVENT = "page-shows"
# Pages whose existence alone puts a link on all pages, in Sphinx's basic theme and in Furo.
_LINKED_IF_THERE = ("about", "copyright", "contents")
_CHECKSUMMED = (".css", ".js", ".css_t", ".js_t", ".css.jinja", ".js.jinja")


def ask_extensions(app: Sphinx, pagename: str) -> list[object]:
    """Return what the handlers of ``page-shows`` say that a page shows of others; None is no answer."""
    answers = [answer for answer in app.emit(EVENT, pagename) if answer is not None]
    try:
        return [require_plain(answer) for answer in answers]
    except TypeError as error:
        raise ExtensionError(
            __("%s gave page-shows a value that is not plain: %s") % (pagename, error)
        ) from error


def digest_of_site(builder: StandaloneHTMLBuilder) -> str:
    """Return a digest of what is on every page: settings, templates, and checksums of styles and scripts."""
    env, config = builder.env, builder.config
    templates = [Path(builder.confdir, folder) for folder in config.templates_path]
    return digest(
        (
            [(value.name, stable(value.value)) for value in config.filter(frozenset({"env", "html"}))],
            sorted(builder.tags),
            digest_of_files(templates),
            _checksums(builder),
            [name for name in _LINKED_IF_THERE if name in env.all_docs],
            list(_indices(builder)),
        )
    )


def _checksums(builder: StandaloneHTMLBuilder) -> str:
    """Digest the styles and scripts of the site: pages carry checksums of those they use.

    Those of themes and extensions change with versions, which are part of the settings.
    """
    folders = [Path(builder.confdir, folder) for folder in builder.config.html_static_path]
    files = (file for folder in folders for file in folder.rglob("*"))
    return digest_of_files(sorted(file for file in files if file.name.endswith(_CHECKSUMMED)))


def _indices(builder: StandaloneHTMLBuilder) -> Iterator[str]:
    """Yield the domain indices that have entries: themes link to them from every page."""
    if builder.config.html_domain_indices:
        for domain in builder.env.domains.sorted():
            for index in domain.indices:
                if index(domain).generate()[0]:
                    yield f"{domain.name}-{index.name}"


class Surroundings:
    """What each document's page shows of others."""

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        self.app = app
        self.env = env
        self.relations = env.collect_relations()
        self.images: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for path, (docnames, name) in sorted(env.images.items()):
            for docname in docnames:
                self.images[docname].append((path, name))

    def of(self, docname: str) -> tuple[object, ...]:
        """Return the plain values for one document."""
        return (
            self._relatives(docname),
            self.images.get(docname),
            stable(self.env.toc_secnumbers.get(docname)),
            stable(self.env.toc_fignumbers.get(docname)),
            visible_toctrees(self.env, docname, self.app.tags),
            ask_extensions(self.app, docname),
        )

    def _title(self, docname: str | None) -> tuple[str | None, str | None]:
        return docname, title_key(self.env.titles.get(docname or ""))

    def _relatives(self, docname: str) -> list[object]:
        """Return names and titles of the next and the previous page and of all parents."""
        related = self.relations.get(docname)
        if related is None:
            return []
        parent, before, after = related
        relatives: list[object] = [self._title(before), self._title(after)]
        while parent is not None:
            relatives.append(self._title(parent))
            parent = self.relations[parent][0]
        return relatives
