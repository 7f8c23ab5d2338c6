"""Cross references: what the links in a page's body look like, and whether they would look the same now."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.logging import suppress_logging

from .navigation import title_key
from .plain import digest, stable
from .state import References

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment


def digests_of_targets(env: BuildEnvironment) -> dict[str, str]:
    """Return, for each document, a digest of all that a reference to it could show or lead to."""
    facts: defaultdict[str, list[object]] = defaultdict(list)
    for domain in env.domains.sorted():
        for name, shown, kind, docname, anchor, _priority in domain.get_objects():
            facts[docname].append((domain.name, str(name), str(shown), kind, anchor))
    for label, (docname, number) in env.domains.math_domain.equations.items():
        facts[docname].append(("equation", label, number))
    for label, (docname, anchor, _line) in env.domains.citation_domain.citations.items():
        facts[docname].append(("citation", label, anchor))
    return {
        docname: digest((_own_facts(env, docname), sorted(facts[docname], key=repr)))
        for docname in env.all_docs
    }


def _own_facts(env: BuildEnvironment, docname: str) -> tuple[object, ...]:
    return (
        title_key(env.titles.get(docname)),
        stable(env.metadata[docname].get("myst_slugs")),
        stable(env.toc_secnumbers.get(docname)),
        stable(env.toc_fignumbers.get(docname)),
    )


class ReferenceBook:
    """The references of all pages: those of the last build, and those that this one resolves.

    Sphinx resolves references while it writes; that is when they are noted, at no cost. In a later
    build a page's references are resolved again only if a document that they lead to has changed in
    a way that a reference could show.
    """

    def __init__(self, builder: StandaloneHTMLBuilder, last: dict[str, References]) -> None:
        self.builder = builder
        self.env = builder.env
        self.last = last
        self.noted: dict[str, References] = {}
        self.targets: dict[str, str] = {}
        self._unresolved: set[str] = set()
        self._documents: dict[str, str] = {}
        self._site = ""

    def open(self) -> None:
        """Look at all documents as they are after reading."""
        self.targets = digests_of_targets(self.env)
        self._site = digest(sorted(self.targets.items()))
        self._documents = {self._address(docname): docname for docname in self.env.all_docs}

    def _address(self, docname: str) -> str:
        return posixpath.normpath(self.builder.get_target_uri(docname))

    def note_unresolved(self, docname: str) -> None:
        """Note that a reference of a document leads nowhere."""
        self._unresolved.add(docname)

    def note(self, docname: str, doctree: nodes.document) -> None:
        """Note the resolved references of a document."""
        # Extensions resolve pieces of documents, too, such as the text of a card.
        if not self.targets or doctree.get("source") != str(self.env.doc2path(docname)):
            return
        references = list(doctree.findall(nodes.reference))
        dead = any(node.get("refid", "") not in doctree.ids for node in references if "refid" in node)
        unresolved = dead or docname in self._unresolved
        self._unresolved.discard(docname)
        targets = sorted(set(self._targets(docname, references)) - {docname})
        self.noted[docname] = References(
            digest([node.pformat() for node in references]),
            {target: self.targets[target] for target in targets},
            self._site if unresolved else None,
        )

    def _targets(self, docname: str, references: list[nodes.reference]) -> Iterator[str]:
        folder = posixpath.dirname(self.builder.get_target_uri(docname))
        for node in references:
            address = node.get("refuri", "").partition("#")[0]
            if node.get("internal") and address:
                target = self._documents.get(posixpath.normpath(posixpath.join(folder, address)))
                if target is not None:
                    yield target

    def is_stale(self, docname: str) -> bool:
        """Tell whether a page's references would look different if it were written now."""
        last = self.last.get(docname)
        if last is None:
            return True
        same = all(self.targets.get(target) == noted for target, noted in last.targets.items())
        if same and last.unresolved in {None, self._site}:
            return False
        self._resolve_again(docname)
        noted = self.noted.get(docname)
        return noted is None or noted.shown != last.shown

    def _resolve_again(self, docname: str) -> None:
        """Resolve a document's references as writing does; its warnings come when it is written."""
        doctree = self.env.get_doctree(docname)
        with suppress_logging():
            self.env.apply_post_transforms(doctree, docname)

    def result(self, written: set[str]) -> dict[str, References]:
        """Return what to keep: of pages written, what was noted; of others, what is still true of them.

        A page that is stale but was not written, because only some files were asked for, keeps its
        old digests, and so remains stale.
        """
        kept: dict[str, References] = {}
        for docname in self.env.all_docs:
            noted, last = self.noted.get(docname), self.last.get(docname)
            if noted and (docname in written or (last and last.shown == noted.shown)):
                kept[docname] = noted
            elif last and docname not in written:
                kept[docname] = last
        return kept
