"""The sidebar as Sphinx and themes see it: built from the toctrees, bounded, put into page contexts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import _ as sphinx_text
from sphinx.util import url_re

from .catalog import _
from .markup import (
    CAPTION_BYTES,
    CURRENT_BYTES,
    ENTRY_BYTES,
    FOLD_BYTES,
    FORMULA_BYTES,
    FORMULA_BYTES_A_CHARACTER,
    MORE_BYTES,
    TAG_BYTES,
    Sidebar,
    Words,
)
from .plain import digest
from .tree import ROOT, Branch, Entry, Toctree, fitting, grow, nearest, size_of, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags

# The pages that a toctree may name though they have no source; as in sphinx.domains.std.
_GENERATED = {
    "genindex": ("genindex", "Index"),
    "modindex": ("py-modindex", "Module Index"),
    "search": ("search", "Search Page"),
}


def toctree_nodes(node: nodes.Element, tags: Tags) -> Iterator[addnodes.toctree]:
    """Yield the toctrees of a document's table of contents, without those that ``only`` takes out."""
    for child in node.children:
        if isinstance(child, addnodes.toctree):
            yield child
        elif isinstance(child, nodes.Element) and not (
            isinstance(child, addnodes.only) and not tags.eval_condition(child["expr"])
        ):
            yield from toctree_nodes(child, tags)


def has_toctrees(env: BuildEnvironment, docname: str) -> bool:
    """Tell whether a document has toctrees, without looking through its table of contents for them."""
    return docname in env.toctree_includes


def number_of(env: BuildEnvironment, docname: str) -> tuple[int, ...]:
    """Return the section number that a ``:numbered:`` toctree gave a document, or ()."""
    return tuple(env.toc_secnumbers.get(docname, {}).get("") or ())


def title_key(title: nodes.Element | None) -> str | None:
    """Return a string that is the same if and only if the title looks the same."""
    if title is None:
        return None
    if "secnumber" not in title and all(isinstance(child, nodes.Text) for child in title.children):
        return title.astext()
    return title.pformat()


def _tag_bytes(node: nodes.Element) -> int:
    if isinstance(node, nodes.math):
        return FORMULA_BYTES + FORMULA_BYTES_A_CHARACTER * len(node.astext())
    return TAG_BYTES


class Navigation:
    """The navigation of one build: what each page's sidebar shows, as keys for digests and as HTML."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self.builder = builder
        self.env = builder.env
        self.config = builder.config
        self.tree = grow(self.config.root_doc, self._toctrees)
        numbers = range(len(self.tree.entries))
        self.addresses = [self._address(number) for number in numbers]
        self.sizes = [self._size(number) for number in numbers]
        self._captions_size = sum(
            CAPTION_BYTES + len(caption.encode("utf-8", "replace"))
            for caption in self.tree.captions
            if caption
        )
        self.small = len(self.env.all_docs) < self.config.site_navigation_full_below
        self._keys = [self._key(number) for number in numbers]
        self._titles: dict[int, str] = {}
        self.window: int = (
            max(map(len, self.tree.children)) if self.small else self.config.site_navigation_window
        )
        self._whole = whole(self.tree) if self.small else None
        self._whole_key = digest(self._shape(self._whole)) if self._whole else ""

    def _toctrees(self, docname: str) -> Iterator[Toctree]:
        if not has_toctrees(self.env, docname):
            return
        for node in toctree_nodes(self.env.tocs[docname], self.builder.tags):
            entries = tuple(self._entries(node, docname))
            if entries:
                yield Toctree(node.get("caption"), entries)

    def _entries(self, node: addnodes.toctree, docname: str) -> Iterator[Entry]:
        for title, target in node["entries"]:
            if url_re.match(target):
                yield Entry(target, title or target, external=True)
            elif target == "self":
                yield Entry(docname, title)
            elif target in _GENERATED:
                pagename, text = _GENERATED[target]
                yield Entry(pagename, title or sphinx_text(text))
            elif target in self.env.tocs and target in self.env.titles:
                yield Entry(target, title)

    def _own_title(self, number: int) -> nodes.title | None:
        entry = self.tree.entries[number]
        return None if entry.title is not None else self.env.titles[entry.target]

    def _key(self, number: int) -> tuple[str, str | None, tuple[int, ...]]:
        entry = self.tree.entries[number]
        title = self._own_title(number)
        return entry.target, entry.title or title_key(title), self._number(entry)

    def _number(self, entry: Entry) -> tuple[int, ...]:
        return () if entry.external else number_of(self.env, entry.target)

    def _address(self, number: int) -> str:
        entry = self.tree.entries[number]
        return entry.target if entry.external else self.builder.get_target_uri(entry.target)

    def _size(self, number: int) -> int:
        """Return about how many bytes the tags and the title of an entry cost, and no fewer."""
        entry = self.tree.entries[number]
        title = self._own_title(number)
        text = title.astext() if title is not None else entry.title or ""
        tags = 0 if title is None else sum(map(_tag_bytes, title.findall(nodes.Element))) - TAG_BYTES
        digits = 4 * len(self._number(entry))
        return ENTRY_BYTES + len(escape(text).encode("utf-8", "replace")) + tags + digits

    def _place(self, pagename: str) -> int:
        """Return the entry from which a page's sidebar is seen; the root for pages outside all toctrees."""
        docname = pagename if pagename in self.tree.places else nearest(pagename, self.tree.places)
        return self.tree.places.get(docname or "", ROOT)

    def _view(self, pagename: str) -> Branch:
        uri, place = self.builder.get_target_uri(pagename), self._place(pagename)
        folder = uri[: uri.rfind("/") + 1]
        # Addresses are relative: each folder in between costs three bytes.
        upwards = 3 * folder.count("/")
        limit: int = self.config.site_navigation_max_bytes
        limit -= self._captions_size + CURRENT_BYTES * len(self.tree.path(place))

        def size(branch: Branch) -> int:
            address = self.addresses[branch.number]
            way = -len(folder) if address.startswith(folder) else upwards
            own = self.sizes[branch.number] + len(address) + way
            return own + FOLD_BYTES + self.sizes[branch.number] if branch.branches else own

        def fits(view: Branch) -> bool:
            return size_of(view, size, MORE_BYTES) <= limit

        if self._whole and fits(self._whole):
            return self._whole
        return fitting(self.tree, place, self.window, fits)

    def _shape(self, branch: Branch) -> tuple[object, ...]:
        below = tuple(self._shape(sub) for sub in branch.branches)
        return self._keys[branch.number], branch.more_before, branch.more_after, below

    def key(self, pagename: str) -> str:
        """Return a digest of what the sidebar of *pagename* shows."""
        view = self._view(pagename)
        shape = self._whole_key if view is self._whole else self._shape(view)
        path = [self.tree.entries[number].target for number in self.tree.path(self._place(pagename))]
        return digest((shape, self.tree.captions, path))

    def title(self, number: int) -> str:
        """Return an entry's title as HTML, its section number before it."""
        if number not in self._titles:
            entry = self.tree.entries[number]
            digits = ".".join(map(str, self._number(entry)))
            prefix = escape(digits + self.config.html_secnumber_suffix) if digits else ""
            self._titles[number] = prefix + self._bare_title(number)
        return self._titles[number]

    def _bare_title(self, number: int) -> str:
        title = self._own_title(number)
        if title is None:
            return escape(self.tree.entries[number].title or "", quote=False)
        if all(isinstance(child, nodes.Text) for child in title.children):
            return escape(title.astext(), quote=False)
        return self.builder.render_partial(title)["title"]

    def html(self, pagename: str, *, foldable: bool) -> str:
        """Return the sidebar's HTML for *pagename*, with Furo's check boxes if *foldable*."""
        place = self._place(pagename)

        def href(number: int) -> str:
            entry = self.tree.entries[number]
            if entry.external:
                return entry.target
            return self.builder.get_relative_uri(pagename, entry.target) or "#"

        words = Words(_("Site navigation"), _("All of %s"), _("Toggle navigation of %s"))
        path = frozenset(self.tree.path(place)) - {ROOT}
        sidebar = Sidebar(self.tree, self.title, href, words, pagename, path, foldable)
        return sidebar.render(self._view(pagename))
