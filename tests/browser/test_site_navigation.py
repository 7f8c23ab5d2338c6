"""The sidebar as a reader meets it: by eye, by keyboard, without JavaScript, and by axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import watched
from tests.conftest import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

CLOSED = "Toggle navigation of 1. Another name"
OPEN = "Toggle navigation of Guide"


@pytest.fixture(scope="module")
def small_url(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a small site, whose sidebar shows and folds everything."""
    out = tmp_path_factory.mktemp("small") / "html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT / "_ext"))
        result = build(ROOT / "tests" / "roots" / "test-site-navigation-toctrees", out, "-W")
    assert result.returncode == 0, result.stderr
    return serve(out)


def folded(page: Page, name: str) -> Locator:
    """Return an entry below the check box *name*."""
    return page.get_by_role("switch", name=name).locator("xpath=..").locator("> ul > li > a").first


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_sidebar(browser: Browser, small_url: str, width: int, theme: str) -> None:
    """On a desk and, opened, on a phone; in both themes."""
    with watched(browser, viewport={"width": width, "height": 900}, color_scheme=theme) as page:
        page.goto(f"{small_url}/guide/one.html")
        if width < 1000:
            page.locator(".mobile-header label[for=__navigation]").click()
        page.locator(".sidebar-tree a").first.wait_for(state="visible")
        found = Axe().run(page, context=".sidebar-tree").response["violations"]

        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_the_current_branch_is_open_and_others_are_closed(page: Page, small_url: str) -> None:
    """The current page is the one that looks so."""
    page.goto(f"{small_url}/guide/one.html")

    assert folded(page, OPEN).is_visible()
    assert not folded(page, CLOSED).is_visible()
    assert page.locator('.sidebar-tree [aria-current="page"]').inner_text() == "The one page"
    weight = page.locator(".sidebar-tree .current-page > a").evaluate(
        "node => getComputedStyle(node).fontWeight"
    )
    assert weight == "700"


def test_branches_open_by_keyboard(page: Page, small_url: str) -> None:
    """Tab goes to the check box after the link, which shows that it has the focus; Space opens."""
    page.goto(f"{small_url}/guide/one.html")
    page.get_by_role("link", name="1. Another name").focus()
    page.keyboard.press("Tab")
    box = page.get_by_role("switch", name=CLOSED)
    outline = box.locator("xpath=../label").evaluate("node => getComputedStyle(node).outlineStyle")
    page.keyboard.press("Space")

    assert box.evaluate("node => node === document.activeElement")
    assert outline == "solid"
    assert folded(page, CLOSED).is_visible()


def test_branches_open_by_mouse_without_javascript(browser: Browser, small_url: str) -> None:
    """A click on the arrow opens and closes."""
    with watched(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as page:
        page.goto(f"{small_url}/guide/one.html")
        box = page.get_by_role("switch", name=CLOSED)
        for is_open in (True, False):
            box.locator("xpath=../label").click()
            assert folded(page, CLOSED).is_visible() == is_open
