"""Drafts, and articles of the future, are absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

TWO = {"nlp/two.md": article(title="Two"), "python/one.md": article(title="One")}


@pytest.mark.parametrize(
    "unpublished",
    [article("draft: true", title="Secret"), article(title="Secret", date="2026-06-02")],
)
def test_unpublished_article_is_nowhere(site: Callable[..., Site], unpublished: str) -> None:
    """No page, no source, no link, no word in the search index; and no warning either."""
    small = site({**TWO, "python/secret.md": unpublished})

    assert small.build() == []
    assert not small.has("python/secret.html")
    assert not small.has("_sources/python/secret.md.txt")
    files = [path for path in (small.srcdir / "_build/html").rglob("*") if path.suffix in {".html", ".js"}]
    assert [path.name for path in files if "ecret" in path.read_text(encoding="utf-8")] == []


def test_article_that_becomes_a_draft_leaves_the_pages(site: Callable[..., Site]) -> None:
    """What was published before is withdrawn from toctrees, listings and the environment."""
    small = site({**TWO, "python/secret.md": article(title="Secret")})
    small.build()
    assert "Secret" in small.page("python/index.html")

    small.write({"python/secret.md": article("draft: true", title="Secret")})

    assert small.build() == []
    assert small.app is not None
    assert "python/secret" not in small.app.env.all_docs
    for name in ("python/index.html", "updates.html"):
        assert "ecret" not in small.page(name)


def test_article_appears_on_its_day(site: Callable[..., Site]) -> None:
    """Nothing but the date of the build has to change."""
    small = site({**TWO, "python/later.md": article(title="Later", date="2026-06-02")})
    small.build()
    assert "Later" not in small.page("updates.html")

    assert small.build(confoverrides={"latest_updates_today": "2026-06-02"}) == []
    assert "Later" in small.page("updates.html")
    assert "Later" in small.page("python/index.html")


def test_tag_shows_drafts_and_hides_them_again(site: Callable[..., Site]) -> None:
    """Authors see drafts with `-t drafts`; the next build without it forgets them."""
    small = site({**TWO, "python/secret.md": article("draft: true", title="Secret")})
    small.build(tags=["drafts"])
    assert "Secret" in small.page("updates.html")

    assert small.build() == []
    assert "Secret" not in small.page("updates.html")
    assert "Secret" not in small.page("python/index.html")


def test_mistakes_of_a_draft_are_told_to_who_sees_it(site: Callable[..., Site]) -> None:
    """An author learns of them while writing, not on the day of publication; others don't see them."""
    small = site({"python/one.md": article("draft: true\ncatagories: [nlp]"), "nlp/two.md": article()})

    assert [
        line for line in small.build(tags=["drafts"]) if "one.md:4: " in line and "catagories" in line
    ] != []
    assert small.build() == []


def test_toctree_may_name_a_draft(site: Callable[..., Site]) -> None:
    """An author gives a draft its place in the reading order before it is published."""
    small = site({**TWO, "python/secret.md": article("draft: true", title="Secret")})
    small.write({"python/index.md": "# Python\n\n```{toctree}\none\nThe plan <secret.md>\n```\n"})

    assert small.build() == []
    assert "plan" not in small.page("python/index.html")

    small.write({"python/secret.md": article(title="Public")})
    assert small.build() == []
    assert "The plan" in small.page("python/index.html")


def test_category_of_drafts_only_builds_without_a_warning(site: Callable[..., Site]) -> None:
    """A glob that finds only drafts has found what it was written for."""
    small = site({**TWO, "python/one.md": article("draft: true")})

    assert small.build() == []


def test_unreadable_front_matter_is_a_draft_with_a_warning(site: Callable[..., Site]) -> None:
    """It may have said `draft: true`, so the page is not published; the place of the error is told."""
    small = site({**TWO, "python/secret.md": "---\ndate: 2026-01-01\ntags: [a\n---\n\n# Secret\n"})

    warnings = small.build()

    assert len(warnings) == 1
    assert "python/secret.md:4: WARNING: the front matter is not valid YAML" in warnings[0]
    assert "[latest_updates.front-matter]" in warnings[0]
    assert not small.has("python/secret.html")
