"""The keyboard reaches everything, in a real browser: sidebar, menu, search, the text, pagination."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import watched
from tests.browser.documents import ARTICLES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# Of what has the focus: which place it is in, whether a reader sees it, and that it has the focus.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const places = {skip: ".skip-to-content", brand: ".sidebar-brand", search: ".sidebar-search",
    tree: ".sidebar-tree a", fold: ".toctree-checkbox", menu: "#__navigation", contents: "#__toc",
    theme: ".theme-toggle", source: ".content-icon-container a", article: "#furo-main-content *",
    related: ".related-pages a", headings: ".toc-tree a", footer: ".bottom-of-page a",
    home: ".header-center a"};
  const place = Object.keys(places).find((name) => element.matches(places[name])) ?? element.outerHTML;
  const marks = [element, element.parentElement, document.querySelector(`label[for="${element.id}"]`),
    ...(element.id === "__navigation" ? document.querySelectorAll(".nav-overlay-icon") : []),
    ...(element.id === "__toc" ? document.querySelectorAll(".toc-overlay-icon") : [])].filter(Boolean);
  const isMarked = marks.some((mark) => {
    const style = getComputedStyle(mark);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  });
  const box = element.getBoundingClientRect();
  const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth &&
    element.checkVisibility({visibilityProperty: true});
  return {place, isMarked, isSeen, name: element.getAttribute("aria-label") ?? element.textContent.trim()};
}"""


def walk(page: Page) -> list[str]:
    """Tab through a page; return the places in their order, each once, and complain of what is not seen."""
    places: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return places
        assert focused["isMarked"], focused
        assert focused["isSeen"] or focused["place"] == "skip", focused
        if focused["place"] not in places:
            places.append(focused["place"])
    raise AssertionError("the walk has no end")


def test_keyboard_reaches_everything_on_a_desk(page: Page, site_url: str) -> None:
    """In the order of the page, each thing in sight and marked while it has the focus."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/python/index.html")
    places = walk(page)

    assert [place for place in places if place in {"skip", "brand", "search", "tree", "article"}] == (
        ["skip", "brand", "search", "tree", "article"]
    )
    assert {"fold", "theme", "related", "footer"} <= set(places)


@pytest.fixture(scope="module")
def lightest(site: Path) -> str:
    """Return the article with the smallest page."""
    return min(ARTICLES, key=lambda name: (site / name).stat().st_size)


def test_skip_link_leads_to_the_text(page: Page, site_url: str, lightest: str) -> None:
    """One Tab and Enter, and the next Tab is within the article."""
    page.goto(f"{site_url}/{lightest}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.url.endswith("#furo-main-content")
    assert page.evaluate(FOCUSED)["place"] == "article"


def test_keyboard_opens_and_closes_the_menu_of_a_phone(
    browser: Browser, site_url: str, lightest: str
) -> None:
    """Closed, its links are not reached; opened by the space bar, they are, and it closes the same way."""
    with watched(browser, viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(f"{site_url}/{lightest}")
        places = walk(page)
        assert {"menu", "contents", "home", "article"} <= set(places)
        assert {"brand", "search", "tree", "headings"} & set(places) == set()

        link = page.locator(".sidebar-tree a").first
        page.locator("#__navigation").focus()
        page.keyboard.press("Space")
        expect(link).to_be_visible()
        expect(link).to_be_in_viewport()
        link.focus()
        assert page.evaluate(FOCUSED)["place"] == "tree"
        page.locator("#__navigation").focus()
        page.keyboard.press("Space")
        expect(link).to_be_hidden()


def test_search_by_keyboard(page: Page, site_url: str) -> None:
    """The slash opens the search box, Escape closes it; a hit opens by Enter."""
    page.goto(f"{site_url}/index.html")
    page.keyboard.press("/")
    page.keyboard.insert_text("梯度检查点")
    page.wait_for_selector(".cjk-search-box [role=option]")
    page.keyboard.press("Escape")  # empties the field, as everywhere
    page.keyboard.press("Escape")
    page.wait_for_selector(".cjk-search-box", state="hidden")
    page.keyboard.press("/")
    page.keyboard.insert_text("梯度检查点")
    page.wait_for_selector(".cjk-search-box [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gradient-checkpointing.html*")


def test_pagination_by_keyboard(page: Page, site_url: str) -> None:
    """Pages of updates are reached by Tab, marked while they have the focus, and open by Enter."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/updates.html")
    page.locator(".latest-updates-pagination a[aria-current]").focus()
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    assert (focused["isMarked"], focused["isSeen"]) == (True, True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/updates/page/*.html")

    page.locator(".latest-updates-pagination a[rel=prev]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/updates.html")
