"""The index of the real site answers judged queries; the verified tail is judged in the browser tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.measure import Answer, figures
from tests.search.pages import read_site
from tests.search.queries import MINIMUM, make_queries
from tests.search.sphinx_search import SphinxSearch

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def answers(site: Path) -> list[Answer]:
    """Return the answers of the real, unmodified searchtools.js to the judged queries."""
    with SphinxSearch(site) as search:
        return [search.answer(query) for query in make_queries(read_site(site))]


def test_there_are_enough_queries(answers: list[Answer]) -> None:
    """The figures are of at least three hundred different queries."""
    assert len({answer.query.text for answer in answers}) >= MINIMUM


def test_nearly_every_page_with_the_words_is_found(answers: list[Answer]) -> None:
    """Literal recall is at least 99 %, and a page with the words comes early."""
    measured = figures(answers)

    assert measured.recall >= 0.99
    assert measured.mrr >= 0.93


def test_titles_and_headings_come_first(answers: list[Answer]) -> None:
    """Who asks for a title or heading gets its page first, and always among the first five."""
    measured = figures([answer for answer in answers if answer.query.kind in {"title", "heading"}])

    assert measured.first >= 0.98
    assert measured.first_five == 1.0


def test_what_is_on_a_page_is_never_answered_with_nothing(answers: list[Answer]) -> None:
    """No query that stands literally on a page comes back empty."""
    assert [answer.query.text for answer in answers if not answer.docnames] == []
