"""All pages of the built site in all views; run by ``make soak``, since it takes many minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks import VIEWS, findings

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("width", "theme"), VIEWS)
def test_all_pages(browser: Browser, site: Path, site_url: str, width: int, theme: str) -> None:
    """Nothing is wrong with any page."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    wrong = {name: findings(browser, f"{site_url}/{name}", width, theme) for name in names}

    assert len(names) > 40
    assert {name: found for name, found in wrong.items() if found} == {}
