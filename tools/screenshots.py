"""Take pictures of the built site: the one of the README, and a contact sheet to look at.

``docs/home.png`` is committed; everything else goes to ``_build/screenshots``, whose ``index.html`` shows
each page at 1280 and 390 pixels, light and dark, side by side.
"""

from __future__ import annotations

import functools
import html
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tools.browser import FLAGS, HOW_TO, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
OUT = ROOT / "_build" / "screenshots"
PAGES = [
    "index.html",
    "updates.html",
    "python/index.html",
    "machine-learning/pca-principles.html",
    "search.html?q=梯度",
    "genindex.html",
]
WIDTHS = {1280: 900, 390: 844}
THEMES = ("light", "dark")


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def shoot(browser: Browser, url: str, target: Path, view: tuple[int, str], *, full: bool = True) -> None:
    """Save one picture at a width and in a theme; a page longer than ten screens is cut there."""
    width, theme = view
    size = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(viewport=size, color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    height = page.evaluate("document.documentElement.scrollHeight") if full else size["height"]
    page.set_viewport_size({"width": width, "height": min(height, 10 * size["height"])})
    page.screenshot(path=target)
    context.close()
    print(target.relative_to(ROOT))


def contact_sheet(browser: Browser, base: str) -> None:
    """Save every page at all widths and themes, and an overview."""
    rows = []
    for page in PAGES:
        name = page.partition(".")[0].replace("/", "-")
        cells = []
        for width in WIDTHS:
            for theme in THEMES:
                picture = OUT / f"{name}-{width}-{theme}.png"
                shoot(browser, f"{base}/{page}", picture, (width, theme))
                cells.append(f'<img src="{picture.name}" width="{width // 3}" alt="{width} {theme}">')
        rows.append(f"<h2>{html.escape(page)}</h2>{''.join(cells)}")
    (OUT / "index.html").write_text("<!doctype html><meta charset=utf-8>" + "".join(rows), encoding="utf-8")


def main() -> None:
    """Serve the built site and take all pictures."""
    path = find_browser()
    if path is None:
        raise SystemExit(HOW_TO)
    OUT.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        shoot(browser, f"{base}/index.html", ROOT / "docs" / "home.png", (1280, "light"), full=False)
        contact_sheet(browser, base)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
