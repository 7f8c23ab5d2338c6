"""Which documents must be read again though Sphinx sees no newer file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from sphinx import addnodes
from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# Time of modification in nanoseconds and size in bytes; None for a file that is not there.
Stamp: TypeAlias = "tuple[int, int] | None"


class SourceDomain(Domain):
    """The files as they were when read, and the files that MyST looked for while reading."""

    name = "site_navigation"
    label = "site navigation"
    data_version = 1
    initial_data = {"stamps": {}, "linked": {}, "awaited": {}}  # noqa: RUF012 - as in every domain

    def setup(self) -> None:
        """Prepare for a build."""
        super().setup()
        self.reading: dict[str, Stamp] = {}

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for table in ("stamps", "linked", "awaited"):
            self.data[table].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read; stamps are made in the main process."""
        for table in ("linked", "awaited"):
            for docname in docnames & otherdata[table].keys():
                self.data[table][docname] = otherdata[table][docname]

    def resolve_any_xref(self, *args: object, **kwargs: object) -> list[tuple[str, nodes.reference]]:
        """Return nothing: the domain has no objects."""
        return []

    def note_stamps(self, docname: str, source: Stamp) -> None:
        """Note the stamps of a document's source, as given, and of its dependencies, as they are."""
        dependencies = {os.fspath(path): stamp(path) for path in self.env.dependencies.get(docname, ())}
        self.data["stamps"][docname] = (source, dependencies)

    def note_links(self, docname: str, doctree: nodes.document) -> None:
        """Note the documents that MyST links lead to, and the files that they lead to in vain.

        MyST makes one kind of node for ``[](file.md)`` if the file is there and another if it isn't,
        so adding or removing the file means reading the page that links to it again.
        """
        linked, awaited = set(), set()
        for node in doctree.findall(addnodes.pending_xref):
            if node.get("reftype") != "myst":
                continue
            if node.get("refdomain") == "doc":
                linked.add(node["reftarget"])
            elif path := node["reftarget"].partition("#")[0]:
                awaited.add(self.env.relfn2path(path, docname)[1])
        for table, names in (("linked", linked), ("awaited", awaited)):
            if names:
                self.data[table][docname] = tuple(sorted(names))

    def is_replaced(self, docname: str) -> bool:
        """Tell whether a file that the document was read from is another one by now, even an older one.

        Sphinx reads again what is *newer* (sphinx-doc/sphinx #11556); files that were moved, swapped
        or unpacked keep older times.
        """
        if docname not in self.data["stamps"]:
            return True
        source, dependencies = self.data["stamps"][docname]
        return source != stamp(self.env.doc2path(docname)) or any(
            noted != stamp(path) for path, noted in dependencies.items()
        )

    def is_relinked(self, docname: str, moved: Set[str]) -> bool:
        """Tell whether a link leads to one of *moved*, to a file that has appeared or to one that is gone.

        The file of a draft may go, too, which is no document of the build.
        """
        linked, awaited = (self.data[table].get(docname, ()) for table in ("linked", "awaited"))
        return (
            not moved.isdisjoint(linked)
            or any(Path(path).is_file() for path in awaited)
            or any(stamp(self.env.doc2path(name)) is None for name in set(linked) - self.env.found_docs)
        )


def stamp(path: str | os.PathLike[str]) -> Stamp:
    """Return time of modification and size of a file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time of Path.stat, once for each file of the site
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _domain(env: BuildEnvironment) -> SourceDomain:
    domain = env.domains[SourceDomain.name]
    assert isinstance(domain, SourceDomain)
    return domain


def add_replaced_documents(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: set[str], removed: Set[str]
) -> list[str]:
    """Add the documents that were replaced to *changed*, where later handlers look for what will be read.

    Returned ones Sphinx adds only after all handlers, and one of them may take drafts out of the build.
    """
    domain = _domain(env)
    changed.update(filter(domain.is_replaced, env.found_docs - added - changed))
    return []


def get_relinked_documents(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """Return the documents to read again because what they link to has come or gone."""
    domain, moved = _domain(env), added | removed
    return [name for name in env.found_docs - added - changed if domain.is_relinked(name, moved)]


def note_sources(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Stamp sources *before* they are read: what changes in the meantime is read again next time."""
    _domain(env).reading = {docname: stamp(env.doc2path(docname)) for docname in docnames}


def note_dependencies(app: Sphinx, env: BuildEnvironment) -> None:
    """Store the stamps of what has been read, dependencies included."""
    domain = _domain(env)
    for docname in domain.reading.keys() & env.all_docs.keys():
        domain.note_stamps(docname, domain.reading[docname])


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """Note where the links of a document that has just been read lead to."""
    _domain(app.env).note_links(app.env.docname, doctree)
