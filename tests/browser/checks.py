"""What is asked of every page of the site, once a reader has it before him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HEIGHTS = {1280: 900, 390: 844}
THEMES = ("light", "dark")
VIEWS = [(width, theme) for width in HEIGHTS for theme in THEMES]

# Furo lets what is too wide on a phone scroll within the page's content, which is no better.
OVERFLOWING = """() => {
  const boxes = [document.documentElement, document.querySelector(".content")];
  if (getComputedStyle(boxes[1]).overflowX === "visible") boxes.pop();
  return boxes.every((box) => box.scrollWidth <= box.clientWidth) ? [] :
    [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => `too wide: ${e.tagName}.${e.className}`);
}"""

# Words of the interface: attributes anywhere, and texts outside what authors have written. Names stay.
ENGLISH = """() => {
  const isEnglish = (text) => /[A-Za-z]{3}/.test(text ?? "") && !/\\p{Script=Han}/u.test(text);
  const names = "#furo-main-content, .sidebar-tree, .toc-tree, .related-pages .title, a[href*='furo'], title";
  const found = [];
  for (const element of document.querySelectorAll("body, body *")) {
    for (const name of ["aria-label", "title", "alt", "placeholder", "data-tooltip", "aria-description"])
      if (isEnglish(element.getAttribute(name))) found.push(`${name}: ${element.getAttribute(name)}`);
    if (element.closest(names) || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && isEnglish(node.data)) found.push(`text: ${node.data.trim()}`);
  }
  for (const title of document.querySelectorAll(".admonition-title, .headerlink, button, svg title"))
    if (isEnglish(title.textContent)) found.push(`text: ${title.textContent}`);
  return found.map((words) => `in English: ${words}`);
}"""


# Formulas are thousands of elements, all made by one extension, in the colour of the text around; with them
# axe takes more than twice its time. Their words stay: a table's head may be one formula.
FLATTEN_FORMULAS = """() => {
  for (const painted of document.querySelectorAll(".katex-html")) painted.replaceChildren();
  for (const read of document.querySelectorAll(".katex-mathml")) read.textContent = read.textContent;
}"""


# MathML has a role that is not named by what is in it: axe takes a table's head of one formula for empty.
READ_HEADS = """() => {
  for (const read of document.querySelectorAll("th .katex-mathml")) read.textContent = read.textContent;
}"""


def violations(page: Page) -> list[str]:
    """Return what axe finds, each with the elements it means."""
    # Asked for violations alone, it describes no other elements, which takes half of its time.
    results = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{violation['id']}: {[node['html'][:120] for node in violation['nodes'][:4]]}"
        for violation in results["violations"]
    ]


def findings(browser: Browser, url: str, width: int, theme: str, *, whole: bool = True) -> list[str]:
    """Return what is wrong with a page; a console message, a foreign request or a dead link fails at once.

    Unless *whole*, axe does not look into formulas.
    """
    size = {"width": width, "height": HEIGHTS[width]}
    with watched(browser, viewport=size, color_scheme=theme, reduced_motion="reduce") as page:
        page.goto(url)
        page.wait_for_load_state("networkidle")
        seen = [*page.evaluate(OVERFLOWING), *page.evaluate(ENGLISH)]
        page.evaluate(READ_HEADS if whole else FLATTEN_FORMULAS)
        return [*seen, *violations(page)]
