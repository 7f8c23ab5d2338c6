"""The reading map of the real site as a browser draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.articles.test_collection import ARTICLES
from tests.browser.conftest import watched
from tests.conftest import ROOT
from tools.site import read_front_matter

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MEASURE = """() => {
  const map = document.querySelector(".latest-updates-map");
  const box = (e) => { const {left, right, top, bottom} = e.getBoundingClientRect();
                       return {left, right, top, bottom}; };
  const parts = (name) => [...map.querySelectorAll(name)];
  return {
    boxes: parts("svg a rect").map(box),
    labels: parts("svg a").map((a) => [...a.querySelectorAll("text")].map(box)),
    links: parts("svg a").map((a) => a.href.baseVal),
    heights: parts("svg text").map((t) => parseFloat(getComputedStyle(t).fontSize)),
    arrows: parts(".latest-updates-map-arrow").map((path) => {
      const whole = path.getTotalLength(), at = path.getScreenCTM();
      return Array.from({length: 40}, (_, i) => {
        const point = path.getPointAtLength(whole * (i + 0.5) / 40).matrixTransform(at);
        return [point.x, point.y];
      });
    }),
  };
}"""


def related() -> set[str]:
    """Return the names of all articles that have or are prerequisites."""
    found: set[str] = set()
    for path in ARTICLES:
        front_matter, _problems = read_front_matter(path.read_text(encoding="utf-8"))
        if front_matter.prerequisites:
            name = path.relative_to(ROOT).with_suffix("").as_posix()
            found |= {name, *front_matter.prerequisites}
    return found


def inside(inner: dict[str, float], outer: dict[str, float]) -> bool:
    """Tell whether a rectangle lies in another."""
    return (
        outer["left"] <= inner["left"]
        and inner["right"] <= outer["right"]
        and outer["top"] <= inner["top"]
        and inner["bottom"] <= outer["bottom"]
    )


def behind(point: list[float], box: dict[str, float]) -> bool:
    """Tell whether a point of an arrow lies under a box."""
    x, y = point
    return box["left"] + 1 < x < box["right"] - 1 and box["top"] < y < box["bottom"]


@pytest.mark.parametrize(("width", "theme"), [(1280, "dark"), (390, "light")])
def test_labels_are_readable_and_nothing_crosses_them(
    browser: Browser, site_url: str, width: int, theme: Any
) -> None:
    """Every article with relations is there; its label keeps to its box, and no arrow runs behind one."""
    with watched(browser, viewport={"width": width, "height": 900}, color_scheme=theme) as page:
        page.goto(f"{site_url}/index.html")
        seen: dict[str, Any] = page.evaluate(MEASURE)

        assert {link.removesuffix(".html") for link in seen["links"]} == related()
        assert min(seen["heights"]) >= 13
        boxes = seen["boxes"]
        assert [
            label
            for box, labels in zip(boxes, seen["labels"], strict=True)
            for label in labels
            if not inside(label, box)
        ] == []
        assert not any(behind(point, box) for arrow in seen["arrows"] for point in arrow for box in boxes)


def test_keyboard_reaches_every_article_and_follows_it(browser: Browser, site_url: str) -> None:
    """The links of the picture are links: focus scrolls them into view, Enter opens the article."""
    with watched(browser, viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
        page.goto(f"{site_url}/index.html")
        last = page.locator(".latest-updates-map svg a").last
        last.focus()
        page.wait_for_function(
            "() => document.activeElement.getBoundingClientRect().right <= innerWidth + 1", timeout=5000
        )
        address = last.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{address}")

        assert page.locator("h1").count() == 1
