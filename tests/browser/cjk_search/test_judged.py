"""Judged queries on the real search page, which reads the pages it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.search.measure import figures
from tests.search.pages import read_site
from tests.search.queries import make_queries
from tests.search.search_page import verified_answer

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_what_is_shown_first_has_the_words(page: Page, site: Path, site_url: str) -> None:
    """With the verified tail, precision is at least 95 %, and nothing is lost by it."""
    page.goto(f"{site_url}/search.html")
    page.wait_for_function("Search.hasIndex()")
    measured = figures([verified_answer(page, query) for query in make_queries(read_site(site))])

    assert measured.precision >= 0.95
    assert measured.recall >= 0.99
    assert measured.mrr >= 0.93
