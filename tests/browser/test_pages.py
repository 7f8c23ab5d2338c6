"""Every page of the built site in a real browser: quiet, self-contained, fitting, accessible."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import watched
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = {1280: 900, 390: 844}
VIEWS = list(product(SIZES, ("light", "dark")))
SOURCES = sorted(path.relative_to(ROOT) for path in ROOT.glob("[!_.]*/*.md") if path.parent.parent == ROOT)
DOCUMENTS = [
    str(path.with_suffix(".html"))
    for path in SOURCES
    if path.parts[0] not in {"docs", "tests", "tools", "requirements"}
]
# One page of each kind is seen in all four views, every other page in one, taking turns.
KINDS = ["index.html", "updates.html", "search.html", "python/index.html"]
CASES = [(page, *view) for page in KINDS for view in VIEWS] + [
    (page, *VIEWS[i % 4]) for i, page in enumerate(DOCUMENTS) if page not in KINDS
]


def overflowing(page: Page) -> list[str]:
    """Return the elements that reach beyond the viewport, if the page scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("body *")]
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
          .map((e) => `${e.tagName}.${e.className}`)"""
    )
    return found


def violations(page: Page) -> list[str]:
    """Return what axe finds, each with the elements it means."""
    results = Axe().run(page).response
    return [
        f"{violation['id']}: {[node['html'][:120] for node in violation['nodes'][:4]]}"
        for violation in results["violations"]
    ]


@pytest.mark.parametrize(("name", "width", "theme"), CASES)
def test_page_is_quiet_fits_and_is_accessible(
    browser: Browser, site_url: str, name: str, width: int, theme: str
) -> None:
    """No console message, no foreign request, nothing missing, no sideways scrolling, nothing for axe."""
    size = {"width": width, "height": SIZES[width]}
    with watched(browser, viewport=size, color_scheme=theme, reduced_motion="reduce") as page:
        page.goto(f"{site_url}/{name}")
        page.wait_for_load_state("networkidle")

        assert overflowing(page) == []
        assert violations(page) == []
