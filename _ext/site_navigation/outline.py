"""What the visible toctrees in a page's text show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import url_re

from .navigation import has_toctrees, title_key, toctree_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags


def visible_toctrees(env: BuildEnvironment, docname: str, tags: Tags) -> list[object]:
    """Return plain values that change whenever a toctree in the text of *docname* would look different."""
    if not has_toctrees(env, docname):
        return []
    visible = (node for node in toctree_nodes(env.tocs[docname], tags) if not node.get("hidden"))
    return [
        (node.get("caption"), list(Outline.of(env, node).entries(node, 1, (docname,)))) for node in visible
    ]


@dataclass(frozen=True, slots=True)
class Outline:
    """The options of a toctree that govern all levels below it."""

    env: BuildEnvironment
    limit: int
    titles_only: bool
    include_hidden: bool

    @classmethod
    def of(cls, env: BuildEnvironment, node: addnodes.toctree) -> Outline:
        """Read the options of a toctree."""
        return cls(
            env, node.get("maxdepth", -1), bool(node.get("titlesonly")), bool(node.get("includehidden"))
        )

    def entries(self, node: addnodes.toctree, depth: int, parents: tuple[str, ...]) -> Iterator[object]:
        """Yield what each entry of a toctree shows, from level *depth* on."""
        if 0 < self.limit < depth:
            return
        for title, target in node["entries"]:
            if target == "self":
                yield title, title_key(self.env.titles.get(node["parent"]))
            elif url_re.match(target) or target not in self.env.tocs or target in parents:
                yield title, target
            else:
                toc, meta = self.env.tocs[target], self.env.metadata[target]
                yield title, target, meta.get("tocdepth"), list(self._lines(toc, depth, (target, *parents)))

    def _lines(self, node: nodes.Element, depth: int, parents: tuple[str, ...]) -> Iterator[object]:
        for child in node.children:
            if isinstance(child, nodes.reference):
                yield depth, child.pformat()
            elif isinstance(child, addnodes.toctree):
                if self.include_hidden or not child.get("hidden"):
                    yield from self.entries(child, depth, parents)
            elif isinstance(child, nodes.bullet_list):
                yield from self._deeper(child, depth + 1, parents)
            elif isinstance(child, nodes.Element):
                yield from self._lines(child, depth, parents)

    def _deeper(self, node: nodes.bullet_list, depth: int, parents: tuple[str, ...]) -> Iterator[object]:
        """Yield the headings below a title or, with ``:titlesonly:``, only the toctrees among them."""
        if 0 < self.limit < depth:
            return
        if not self.titles_only:
            yield from self._lines(node, depth, parents)
            return
        for child in node.findall(addnodes.toctree):
            if self.include_hidden or not child.get("hidden"):
                yield from self.entries(child, depth, parents)
