"""The pages of the built site in a real browser: quiet, self-contained, fitting, accessible, in Chinese.

Here every article is seen once, widths and themes taking turns, and one page of each kind in all four views;
``soak_pages.py`` sees all pages in all views, and lets axe look into formulas, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checks import VIEWS, findings
from tests.browser.conftest import watched
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

OTHERS = {"docs", "tests", "tools", "requirements"}
SOURCES = sorted(path.relative_to(ROOT) for path in ROOT.glob("[!_.]*/*.md") if path.parent.parent == ROOT)
DOCUMENTS = [path.with_suffix(".html").as_posix() for path in SOURCES if path.parts[0] not in OTHERS]
ARTICLES = [name for name in DOCUMENTS if not name.endswith("/index.html")]
KINDS = [
    *("index.html", "updates.html", "archive.html", "tags.html", "404.html"),
    *("search.html?q=梯度", "python/index.html", "tags/pytorch.html"),
    *(["updates/page/2.html"] if len(ARTICLES) > 12 else []),
]
CASES = [(page, *view) for page in KINDS for view in VIEWS] + [
    (page, *VIEWS[i % 4]) for i, page in enumerate(DOCUMENTS) if page not in KINDS
]


@pytest.mark.parametrize(("name", "width", "theme"), CASES)
def test_page_is_quiet_fits_is_accessible_and_chinese(
    browser: Browser, site_url: str, name: str, width: int, theme: str
) -> None:
    """No console message, no foreign request, no sideways scrolling, nothing for axe, no English word."""
    assert findings(browser, f"{site_url}/{name}", width, theme, whole=name in KINDS) == []


@pytest.fixture(scope="module")
def heaviest(site: Path) -> str:
    """Return the article with the largest page."""
    return max(ARTICLES, key=lambda name: (site / name).stat().st_size)


SHIFT = """() => new Promise((resolve) => {
  let total = 0;
  const add = (list) => { for (const entry of list.getEntries()) total += entry.value; };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(total), 500);
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_heaviest_article_is_light_and_stands_still(
    browser: Browser, site_url: str, heaviest: str, packed: Callable[[bytes], int], width: int
) -> None:
    """A first visit fetches at most 250 KB, gzipped (figures wait to be approached), and nothing jumps."""
    with watched(browser, viewport={"width": width, "height": 844}) as page:
        sizes: dict[str, int] = {}
        page.on("response", lambda answer: sizes.update({answer.url: packed(answer.body())}))
        page.goto(f"{site_url}/{heaviest}")
        page.wait_for_load_state("networkidle")
        shift = page.evaluate(SHIFT)

        assert sum(sizes.values()) <= 250_000, sorted(sizes.items(), key=lambda item: -item[1])
        assert shift <= 0.02
        assert page.locator(".katex [style], script[src*=katex], script[src*=mathjax]").count() == 0


READ = """() => {
  const article = document.querySelector("#furo-main-content");
  article.querySelectorAll("button, noscript").forEach((element) => element.remove());
  return article.innerText.replace(/\\s+/g, " ").trim();
}"""


@pytest.mark.parametrize("name", ["index.html", "updates.html", "python/pdb-debugging.html", "heaviest"])
def test_page_is_whole_without_scripts(browser: Browser, site_url: str, heaviest: str, name: str) -> None:
    """The same text, formulas and navigation as with them; each tab shows its content."""
    url = f"{site_url}/{heaviest if name == 'heaviest' else name}"
    texts = []
    for scripts in (True, False):
        with watched(browser, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}) as page:
            page.goto(url)
            page.wait_for_load_state("networkidle")
            assert page.locator(".sidebar-tree a").first.is_visible()
            assert all(formula.is_visible() for formula in page.locator(".katex-html").all())
            for label in page.locator(".sd-tab-set > label").all():
                label.click()
                assert page.locator(f"#{label.get_attribute('for')} ~ .sd-tab-content:visible").count() > 0
            texts.append(page.evaluate(READ))

    assert texts[0] == texts[1]
    assert len(texts[0]) > 500


def test_search_says_that_it_needs_scripts(browser: Browser, site_url: str) -> None:
    """The one page that cannot do without tells so."""
    with watched(browser, java_script_enabled=False) as page:
        page.goto(f"{site_url}/search.html")

        assert "搜索需要启用 JavaScript。" in page.evaluate("document.body.innerText")


def test_missing_page_is_at_home_anywhere(browser: Browser, lost_url: str) -> None:
    """In a folder that does not exist, styles load, the links lead home, and its form finds something."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{lost_url}/no/such/folder/page.html")
        assert page.locator(".sidebar-drawer").evaluate("(e) => getComputedStyle(e).width") != "auto"
        assert page.locator("article .latest-updates-line").count() == 5
        page.locator("article input[name=q]").fill("梯度")
        page.keyboard.press("Enter")
        page.wait_for_selector(".cjk-search-hit")

        assert page.url.startswith(f"{lost_url}/search.html?q=")


# ---------- The keyboard ----------

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
