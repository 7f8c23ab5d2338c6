"""The contents of pages without a source, for the theme's own template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from .articles import page_name
from .cards import Page, listing_html, pagination
from .generated import (
    GeneratedPage,
    count_pages,
    generated_pages,
    page_title,
    paginated_listing,
    title_runs,
)
from .html import fill, tag
from .messages import _

if TYPE_CHECKING:
    from markupsafe import Markup
    from sphinx.application import Sphinx


class LazyContext(Mapping[str, Any]):
    """A context that is computed when a page is rendered, and not for a page that stays as it is."""

    def __init__(self, compute: Callable[[], dict[str, Any]]) -> None:
        self._compute = compute
        self._items: dict[str, Any] | None = None

    @property
    def items_now(self) -> dict[str, Any]:
        """The items, computed once."""
        if self._items is None:
            self._items = self._compute()
        return self._items

    def __getitem__(self, key: str) -> Any:
        return self.items_now[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.items_now)

    def __len__(self) -> int:
        return len(self.items_now)


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Yield every generated page."""
    for page in generated_pages(app).values():
        yield page.name, LazyContext(partial(page_context, app, page)), "page.html"


def page_context(app: Sphinx, generated: GeneratedPage) -> dict[str, Any]:
    """Return what the theme's template needs to show a generated page."""
    page = Page(app, generated.name)
    body = tag(
        "section",
        "latest-updates-page",
        tag("h1", "", _heading(page, generated)),
        listing_html(page, generated.listing, 2, generated.number),
        pagination(page, generated.base, generated.number, generated.total),
    )
    return {
        "title": escape(page_title(generated.title, generated.number)),
        "body": str(body),
        "has_maths_elements": page.has_formulas,
        "prev": _neighbour(page, generated, generated.number - 1),
        "next": _neighbour(page, generated, generated.number + 1),
    }


def _heading(page: Page, generated: GeneratedPage) -> Markup:
    title = page.runs(generated.title)
    if generated.number == 1:
        return title
    return fill(_("%(title)s (page %(page)s)"), title=title, page=str(generated.number))


def _neighbour(page: Page, generated: GeneratedPage, number: int) -> dict[str, str] | None:
    """Return link and title of a page before or after, as themes expect them."""
    if not 1 <= number <= generated.total:
        return None
    link = page.uri(page_name(generated.base, number))
    return {"link": link, "title": escape(page_title(generated.title, number))}


def lead_to_second_page(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Let the page on which a listing begins name the listing's second page as the next one."""
    listing = paginated_listing(app, docname)
    if listing and (total := count_pages(app, listing)) > 1:
        first = GeneratedPage(docname, docname, title_runs(app, docname), listing, 1, total)
        context["next"] = _neighbour(Page(app, docname), first, 2)
