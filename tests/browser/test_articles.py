"""Every article and category in a real browser: quiet, self-contained, fitting, accessible, in Chinese.

Each is seen once, widths and themes taking turns; ``soak_pages.py`` sees all pages in all views, and lets axe
look into formulas, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks import VIEWS, findings
from tests.browser.documents import DOCUMENTS, KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VIEWED = [(page, *VIEWS[i % 4]) for i, page in enumerate(DOCUMENTS) if page not in KINDS]


@pytest.mark.parametrize(("name", "width", "theme"), VIEWED)
def test_article_is_quiet_fits_is_accessible_and_chinese(
    browser: Browser, site_url: str, name: str, width: int, theme: str
) -> None:
    """No console message, no foreign request, no sideways scrolling, nothing for axe, no English word."""
    assert findings(browser, f"{site_url}/{name}", width, theme, whole=False) == []
