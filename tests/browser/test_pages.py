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


ROOMS = """() => [...document.querySelectorAll(".measured-formula, .measured-code")].map((box) => {
  const style = getComputedStyle(box);
  const room = parseFloat(style.containIntrinsicHeight.replace("auto", ""));
  const edges = ["paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth"];
  box.style.contentVisibility = "visible";
  const height = box.getBoundingClientRect().height;
  const needed = height - edges.reduce((sum, edge) => sum + parseFloat(style[edge]), 0);
  return [box.className, box.checkVisibility() ? Math.abs(needed - room) : 0];
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_formulas_and_code_need_the_room_that_is_kept_for_them(
    browser: Browser, site_url: str, heaviest: str, width: int
) -> None:
    """So nothing moves when they are laid out because a reader comes near."""
    articles = [heaviest, "deep-learning/adam-vs-adamw.html", "python/pdb-debugging.html"]
    with watched(browser, viewport={"width": width, "height": 844}) as page:
        found = []
        for name in articles:
            page.goto(f"{site_url}/{name}")
            page.wait_for_load_state("networkidle")
            found += page.evaluate(ROOMS)

        assert sum("measured-formula" in names for names, _ in found) > 40
        assert sum("measured-code" in names for names, _ in found) > 60
        assert [(names, wrong) for names, wrong in found if wrong > 0.1] == []


LANDED = """async (link) => {
  link.click();
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const margin = parseFloat(getComputedStyle(target).scrollMarginTop) || 0;
  const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return target.getBoundingClientRect().top - margin - padding;
}"""


def test_links_within_a_page_land_where_they_lead(browser: Browser, site_url: str, heaviest: str) -> None:
    """Though nothing between here and there has been laid out; and nothing jumps afterwards."""
    phone = {"width": 390, "height": 844}
    with watched(browser, viewport=phone, reduced_motion="reduce") as page:
        page.goto(f"{site_url}/{heaviest}")
        page.wait_for_load_state("networkidle")
        contents = page.locator(".toc-tree a[href^='#']:not([href='#'])").all()
        equations = page.locator("article a[href^='#equation-']:not(.headerlink)").all()
        links = [contents[-2], contents[1], contents[len(contents) // 2], equations[-1], equations[0]]

        assert [off for off in (link.evaluate(LANDED) for link in links) if abs(off) > 3] == []
        assert page.evaluate(SHIFT) <= 0.02


def test_scripts_are_known_before_the_page_is(browser: Browser, site_url: str) -> None:
    """Taken away later, the class "no-js" would make the browser style the whole page again."""
    with watched(browser) as page:
        page.add_init_script(
            """new MutationObserver(() => {
              if (document.body) window.classAtFirst ??= document.documentElement.className;
            }).observe(document, { childList: true, subtree: true });"""
        )
        page.goto(f"{site_url}/index.html")

        assert page.evaluate("classAtFirst") == ""
    with watched(browser, java_script_enabled=False) as page:
        page.goto(f"{site_url}/index.html")

        assert page.locator("html").get_attribute("class") == "no-js"


def test_code_is_copied_whole_and_printed_whole(browser: Browser, site_url: str, heaviest: str) -> None:
    """Far down the page, where no code has been laid out before."""
    with watched(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{site_url}/{heaviest}")
        page.wait_for_load_state("networkidle")
        code = page.locator(".highlight-python .measured-code").last
        expected = code.text_content()
        button = page.locator(".highlight-python .highlight").last.locator("button.copybtn")
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("button.copybtn.success")

        assert expected is not None
        assert page.evaluate("navigator.clipboard.readText()").rstrip() == expected.rstrip()
        page.emulate_media(media="print")
        assert code.evaluate("(e) => getComputedStyle(e).contentVisibility") == "visible"


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
