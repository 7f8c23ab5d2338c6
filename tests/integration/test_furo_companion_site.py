"""What a site has beside its articles: icons, rules for crawlers, a page for missing pages, redirects."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.testing.util import SphinxTestApp

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

REDIRECT = (ROOT / "_templates" / "redirect.html").read_text(encoding="utf-8")
CONF = """
extensions = ["furo_companion", "notfound.extension", "sphinx_reredirects", "site_navigation"]
html_theme = "furo"
html_baseurl = "https://example.org/zh/latest/"
notfound_urls_prefix = "/zh/latest/"
furo_companion_theme_color = "#070d1c"
furo_companion_icons = [{"rel": "apple-touch-icon", "href": "_static/touch.png"}]
redirect_html_template_file = "redirect.html"
"""
PAGES = {
    "index.rst": "Home\n====\n\n.. toctree::\n\n   a/page\n",
    "a/page.rst": "Page\n====\n\n.. image:: /picture.svg\n   :alt: P\n",
    "404.rst": "Lost\n====\n\n:doc:`a/page`\n\n.. search-form::\n",
    "redirect.html": REDIRECT,
    "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="15pt"/>',
}


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., SphinxTestApp]:
    """Return a function that builds the little site with further settings, again if it is there."""

    def build(more: str = "", builder: str = "html") -> SphinxTestApp:
        for name, text in {**PAGES, "conf.py": CONF + more}.items():
            path = tmp_path / "source" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        app = SphinxTestApp(builder, srcdir=tmp_path / "source", builddir=tmp_path / "build")
        app.build()
        app.cleanup()
        return app

    return build


def page(app: SphinxTestApp, name: str) -> BeautifulSoup:
    """Return a built page."""
    return BeautifulSoup(Path(app.outdir, name).read_text(encoding="utf-8"), "html.parser")


def test_every_page_names_icons_and_colour(site: Callable[..., SphinxTestApp]) -> None:
    """Relative to the page, before its title."""
    head = page(site(), "a/page.html").head
    assert head is not None

    assert head.select_one('link[rel="apple-touch-icon"]')["href"] == "../_static/touch.png"  # type: ignore[index]
    assert head.select_one('meta[name="theme-color"]')["content"] == "#070d1c"  # type: ignore[index]


def test_pictures_keep_their_room_and_wait(site: Callable[..., SphinxTestApp]) -> None:
    """Their size is that of the file, in pixels, as attributes: the policy forbids inline styles."""
    picture = page(site(), "a/page.html").select_one("article img")
    assert picture is not None

    assert (picture["width"], picture["height"], picture["loading"]) == ("40", "20", "lazy")
    assert not picture.has_attr("style")


@pytest.mark.parametrize(
    ("builder", "name", "linked", "search"),
    [
        ("html", "404.html", "/zh/latest/a/page.html", "/zh/latest/search.html"),
        ("dirhtml", "404/index.html", "/zh/latest/a/page/", "/zh/latest/search/"),
    ],
)
def test_page_for_missing_pages_works_at_any_address(
    site: Callable[..., SphinxTestApp], builder: str, name: str, linked: str, search: str
) -> None:
    """Not one address is relative, the one that scripts start from included; crawlers leave it alone."""
    app = site(builder=builder)
    lost = page(app, name)
    kinds = ("href", "src", "action")
    addresses = {str(tag[kind]) for kind in kinds for tag in lost.select(f"[{kind}]")}
    root = lost.find("html")

    assert {link for link in addresses if not link.startswith(("/zh/latest/", "#", "https://"))} == set()
    assert root is not None
    assert root["data-content_root"] == "/zh/latest/"
    assert linked in addresses
    assert lost.select_one('meta[name="robots"][content="noindex"]')
    assert lost.select_one(f'form.search-form[action="{search}"] input[name="q"]')
    assert app.warning.getvalue() == ""


def test_search_form_is_left_out_where_nobody_can_search(site: Callable[..., SphinxTestApp]) -> None:
    """Plain text has the page without the form."""
    app = site(builder="text")

    assert Path(app.outdir, "404.txt").read_text(encoding="utf-8") == "Lost\n****\n\nPage\n"


def test_rules_for_crawlers_stand_beside_the_pages(site: Callable[..., SphinxTestApp]) -> None:
    """And go when they are switched off."""
    assert "Disallow: /zh/latest/_sources/" in Path(site().outdir, "robots.txt").read_text(encoding="utf-8")
    assert not Path(site("furo_companion_robots = False").outdir, "robots.txt").exists()


def test_redirect_leads_on_and_goes_when_it_is_struck(site: Callable[..., SphinxTestApp]) -> None:
    """With and without scripts; its own policy allows exactly its script."""
    app = site('redirects = {"b/old": "../a/page.html"}')
    moved = page(app, "b/old.html")
    script, policy = moved.find("script"), moved.select_one('meta[http-equiv="Content-Security-Policy"]')

    assert app.warning.getvalue() == ""
    assert script is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(script.get_text().encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy["content"]
    assert moved.select_one("a")["href"] == "../a/page.html"  # type: ignore[index]
    assert "url=../a/page.html" in str(moved.find("noscript"))
    assert not Path(site().outdir, "b").exists()


@pytest.mark.parametrize(
    ("redirects", "complaint"),
    [
        ('{"a/page": "../index.html"}', "redirect 'a/page': there is a page of this name"),
        ('{"b/old": "../a/gone.html"}', "redirect 'b/old': there is no page 'a/gone.html'"),
    ],
)
def test_redirect_that_hides_or_misses_a_page_is_a_warning(
    site: Callable[..., SphinxTestApp], redirects: str, complaint: str
) -> None:
    """The one would vanish, the other lead to the page for missing pages."""
    warning = re.sub(r"\x1b\[[\d;]*m", "", site(f"redirects = {redirects}").warning.getvalue())

    assert complaint in warning
    assert warning.count("WARNING") == 1
