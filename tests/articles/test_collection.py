"""Every article is run: none is left out in silence."""

from __future__ import annotations

import pytest

from tests.articles.blocks import CATEGORIES, ROOT, articles

ARTICLES = sorted(
    path for category in CATEGORIES for path in (ROOT / category).rglob("*.md") if path.name != "index.md"
)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_article_is_collected_with_its_blocks(path: object) -> None:
    """The collector takes the file, and finds blocks in it besides the check of its numbers."""
    assert articles.should_parse(path)  # type: ignore[arg-type]
    assert len(list(articles.parse(path).examples())) > 1  # type: ignore[arg-type]


def test_there_are_articles() -> None:
    """An empty list would make every check of articles pass."""
    assert ARTICLES
