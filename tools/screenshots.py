"""Take pictures of the built site: the one of the README, and contact sheets to look at.

``docs/home.png`` is committed; everything else goes to ``_build/screenshots``. Its ``index.html`` shows one
page of each kind at 1280 and 390 pixels, light and dark, side by side; ``all.html`` (``ALL=1``) every page.
"""

from __future__ import annotations

import functools
import html
import os
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from tools.browser import FLAGS, HOW_TO, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
OUT = ROOT / "_build" / "screenshots"
KINDS = [
    *("index.html", "updates.html", "python/index.html", "machine-learning/pca-principles.html"),
    *("tags.html", "tags/pytorch.html", "archive.html", "search.html?q=梯度", "404.html"),
]
WIDTHS = {1280: 900, 390: 844}
THEMES = ("light", "dark")
STYLE = """body{font:15px system-ui;background:#888;margin:1rem}
section{display:flex;gap:.6rem;align-items:start}
img{max-height:70rem;object-fit:cover;object-position:top}"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def shoot(browser: Browser, url: str, target: Path, view: tuple[int, str], screens: int = 6) -> None:
    """Save one picture at a width and in a theme; a page longer than so many screens is cut there."""
    width, theme = view
    size = {"width": width, "height": WIDTHS[width]}
    context = browser.new_context(viewport=size, color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    height = page.evaluate("document.documentElement.scrollHeight") if screens > 1 else size["height"]
    page.set_viewport_size({"width": width, "height": min(height, screens * size["height"])})
    page.wait_for_load_state("networkidle")  # pictures that have come into sight
    # The contact sheet has hundreds; only the README's picture has to be sharp.
    page.screenshot(path=target, quality=70 if target.suffix == ".jpg" else None)
    context.close()
    print(target.relative_to(ROOT))


def contact_sheet(browser: Browser, base: str, pages: list[str], sheet: str) -> None:
    """Save pages at all widths and in all themes, and an overview."""
    rows = []
    for page in pages:
        name = page.partition("?")[0].removesuffix(".html").replace("/", "-")
        cells = []
        for width in WIDTHS:
            for theme in THEMES:
                picture = OUT / f"{name}-{width}-{theme}.jpg"
                shoot(browser, f"{base}/{page}", picture, (width, theme))
                cells.append(f'<img src="{quote(picture.name)}" width="{width // 3}" alt="{width} {theme}">')
        rows.append(f"<h2>{html.escape(page)}</h2><section>{''.join(cells)}</section>")
    page = f"<!doctype html><meta charset=utf-8><title>{sheet}</title><style>{STYLE}</style>{''.join(rows)}"
    (OUT / sheet).write_text(page, encoding="utf-8")


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
        shoot(browser, f"{base}/index.html", ROOT / "docs" / "home.png", (1280, "light"), screens=1)
        contact_sheet(browser, base, KINDS, "index.html")
        if os.environ.get("ALL"):
            every = sorted(file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html"))
            contact_sheet(browser, base, every, "all.html")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
