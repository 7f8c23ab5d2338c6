"""Furo's pages with the extension on, in a tiny project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from furo_companion.csp import source_hash

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp


def built(app: SphinxTestApp, name: str = "index.html") -> str:
    """Build the project and return one page."""
    app.build()
    assert app.warning.getvalue() == ""
    return (app.outdir / name).read_text(encoding="utf-8")


@pytest.mark.sphinx("html", testroot="furo-companion")
def test_policy_allows_exactly_the_inline_elements_of_the_page(app: SphinxTestApp) -> None:
    """The hashes are those of the scripts and the style sheet that the page really has."""
    page = built(app)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)

    assert policy is not None
    assert set(re.findall(r"'sha256-[^']*'", policy[1])) == {source_hash(text) for text in inline}
    assert len(inline) == 3
    assert page.index("Content-Security-Policy") < min(page.index("<style>"), page.index("<script"))


@pytest.mark.sphinx("html", testroot="furo-companion", confoverrides={"furo_companion_csp": False})
def test_policy_can_be_switched_off(app: SphinxTestApp) -> None:
    """A host that adds its own scripts needs no policy of ours."""
    assert "Content-Security-Policy" not in built(app)


@pytest.mark.sphinx(
    "html", testroot="furo-companion", confoverrides={"html_theme": "alabaster", "html_theme_options": {}}
)
def test_another_theme_gets_the_policy_without_hashes(app: SphinxTestApp) -> None:
    """Under another theme nothing inline is allowed, and nothing breaks."""
    page = built(app)

    assert "Content-Security-Policy" in page
    assert "sha256" not in page


@pytest.mark.sphinx("html", testroot="furo-companion")
def test_search_page_has_a_heading(app: SphinxTestApp) -> None:
    """A reader of the search page hears where he is before he has typed."""
    assert "<h1>Search</h1>" in built(app, "search.html")


@pytest.mark.sphinx("text", testroot="furo-companion")
def test_builders_without_templates_are_left_alone(app: SphinxTestApp) -> None:
    """The text builder has no templates to mend."""
    app.build()

    assert app.warning.getvalue() == ""


@pytest.mark.sphinx("html", testroot="furo-companion")
def test_scrolling_boxes_of_a_page_take_the_focus(app: SphinxTestApp) -> None:
    """Code and tables of a built page are in the order of the keyboard."""
    page = built(app)

    assert '<pre class="measured-code tens-0 units-1" tabindex="0">' in page
    assert '<div tabindex="0" class="table-wrapper' in page


@pytest.mark.sphinx("epub", testroot="furo-companion", confoverrides={"version": "1", "copyright": "us"})
def test_books_have_no_policy(app: SphinxTestApp) -> None:
    """An EPUB is built with Sphinx's own theme for books; a policy of Furo's pages has no place in it."""
    page = built(app, "index.xhtml")

    assert "Content-Security-Policy" not in page
    assert "measured-code" not in page
