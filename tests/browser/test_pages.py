"""One page of each kind in all four views, the heaviest article, pages without scripts: in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks import VIEWS, findings
from tests.browser.conftest import watched
from tests.browser.documents import ARTICLES, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

VIEWED = [(page, *view) for page in KINDS for view in VIEWS]


@pytest.mark.parametrize(("name", "width", "theme"), VIEWED)
def test_page_is_quiet_fits_is_accessible_and_chinese(
    browser: Browser, site_url: str, name: str, width: int, theme: str
) -> None:
    """No console message, no foreign request, no sideways scrolling, nothing for axe, no English word."""
    assert findings(browser, f"{site_url}/{name}", width, theme) == []


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
