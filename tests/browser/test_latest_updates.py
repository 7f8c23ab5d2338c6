"""Listings, tags and article heads in a real browser, with hostile articles among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import watched
from tests.conftest import ROOT, build
from tests.integration.latest_updates.conftest import FILES, article
from tests.integration.latest_updates.hostile import ATTACKS, CONF, sources
from tests.integration.latest_updates.test_hostile import SHORT, visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def site_under_furo(source: Path, files: dict[str, str], settings: str) -> Path:
    """Build a site of *files* under the theme of the real site; return its output folder."""
    path = f"import sys\nsys.path.insert(0, {str(ROOT / '_ext')!r})\n"
    conf = f"{path}{FILES['conf.py']}{settings}html_theme = 'furo'\nhtml_favicon = 'icon.svg'\n"
    icon = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    for name, text in {**FILES, **files, "conf.py": conf, "icon.svg": icon}.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    result = build(source, source / "out")
    assert result.returncode == 0, result.stderr
    return source / "out"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of all attacks."""
    return site_under_furo(tmp_path_factory.mktemp("hostile"), sources(), CONF)


@pytest.fixture
def base(hostile: Path, serve: Callable[[Path], str]) -> str:
    """Serve the site of all attacks."""
    return serve(hostile)


def test_nothing_executes_anywhere(base: str, hostile: Path, page: Page) -> None:
    """On every page of the site no attack has run, by itself or when the mouse moves over it."""
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    for path in sorted(hostile.rglob("*.html")):
        page.goto(f"{base}/{path.relative_to(hostile).as_posix()}")
        for place in page.locator(".latest-updates-card, .latest-updates-header").all()[:3]:
            place.hover(position={"x": 5, "y": 5})
        assert page.evaluate("window.pwned === undefined"), path


def test_attacks_are_read_as_text(base: str, page: Page) -> None:
    """In title, authors and tags a reader sees the characters that the author wrote."""
    for name, attack in SHORT.items():
        page.goto(f"{base}/python/{name}.html")
        for selector in ("h1", ".latest-updates-author", ".latest-updates-tags a"):
            shown = visible(page.locator(selector).first.text_content() or "")
            assert visible(attack) in shown, (name, selector)


def test_thousands_of_tags_fit_on_a_phone(
    tmp_path: Path, serve: Callable[[Path], str], browser: Browser
) -> None:
    """5,000 tags are 5,000 tags, and the page is no wider for them."""
    tags = ", ".join(f"tag-{number}" for number in range(5000))
    files = {"python/one.md": article(f"tags: [{tags}]"), "nlp/two.md": article()}
    out = site_under_furo(tmp_path, files, 'latest_updates_tag_pages = ""\n')
    with watched(browser, viewport={"width": 390, "height": 800}) as phone:
        phone.goto(f"{serve(out)}/python/one.html")

        assert phone.locator(".latest-updates-tags li").count() == 5000
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_right_to_left_text_does_not_turn_its_neighbours(base: str, page: Page) -> None:
    """An override in a title or tag ends with it: the date after it is still read from left to right."""
    page.goto(f"{base}/python/right-to-left.html")
    tag = page.locator(".latest-updates-tags a").first

    assert tag.inner_text().strip() == " ".join(ATTACKS["right-to-left"].split())
    assert tag.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"


def test_long_words_do_not_widen_the_page(base: str, browser: Browser) -> None:
    """A title of ten thousand letters is broken, on a phone too."""
    with watched(browser, viewport={"width": 390, "height": 800}) as phone:
        for name in ("updates.html", "python/word.html"):
            phone.goto(f"{base}/{name}")
            cards = phone.locator(".latest-updates-card, .latest-updates-header, .latest-updates-tags")
            widths = cards.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
            assert max(widths) <= 1


def test_pages_are_turned_without_javascript(base: str, browser: Browser) -> None:
    """Pagination is links: forwards, by number, and back."""
    with watched(browser, java_script_enabled=False) as plain:
        plain.goto(f"{base}/updates.html")
        navigation = plain.get_by_role("navigation", name="Pages")
        navigation.get_by_role("link", name="Next").click()
        assert plain.url.endswith("/updates/page/2.html")
        assert navigation.locator("[aria-current=page]").inner_text() == "2"
        assert plain.get_by_role("heading", level=1).inner_text().startswith("Updates (page 2)")

        navigation.get_by_role("link", name="Page 1").click()
        assert plain.url.endswith("/updates.html")
