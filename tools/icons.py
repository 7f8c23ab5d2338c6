"""Draw the icons that have to be PNG from ``_static/favicon.svg``, in the browser that the tests drive.

``python -m tools.icons`` after a change of the SVG; the PNGs are committed.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.browser import FLAGS, HOW_TO, find_browser

STATIC = Path(__file__).parents[1] / "_static"
# A touch icon has no transparent corners: the system rounds them by itself.
ICONS = {"favicon-96.png": (96, False), "touch-icon.png": (180, True)}
PAGE = "<style>body{{margin:0;background:{ground}}}svg{{display:block;width:100vw;height:100vh}}</style>{svg}"
GROUND = "#101a31"


def main() -> None:
    """Draw all icons."""
    path = find_browser()
    if path is None:
        raise SystemExit(HOW_TO)
    svg = (STATIC / "favicon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for name, (size, filled) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(PAGE.format(svg=svg, ground=GROUND if filled else "transparent"))
            page.screenshot(path=STATIC / name, omit_background=not filled)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
