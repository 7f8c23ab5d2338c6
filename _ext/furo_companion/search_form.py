"""A search form in the text of a page; other builders than HTML leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from .head import element

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


class search_form(nodes.General, nodes.Element):  # noqa: N801  (docutils names nodes like this)
    """The place of a form that leads to Sphinx's search page."""


class SearchForm(SphinxDirective):
    """``search-form``: a field and a button."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the form."""
        return [search_form()]


def visit_search_form(self: HTML5Translator, node: search_form) -> None:
    """Write the form, but not into a book; the address is that from the page being written.

    Handlers of its own for `epub` would take those of all other nodes away: Sphinx looks for a builder's
    name first, and for its format only where it finds nothing.
    """
    if self.builder.embedded:
        raise nodes.SkipNode
    action = self.builder.get_relative_uri(self.builder.current_docname, "search")
    field = {"type": "search", "name": "q", "required": "", "aria-label": _("Search")}
    form = element("form", {"class": "search-form", "role": "search", "method": "get", "action": action})
    self.body.append(f"{form}{element('input', field)}<button>{_('Search')}</button></form>\n")
    raise nodes.SkipNode


def skip_search_form(self: nodes.NodeVisitor, node: search_form) -> None:
    """Write nothing."""
    raise nodes.SkipNode
