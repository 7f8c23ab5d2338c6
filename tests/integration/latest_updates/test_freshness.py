"""After an edit, pages that show an article show what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

PLAIN_CATEGORY = {
    "python/index.md": "# Python\n\n```{toctree}\none\n```\n",
    "nlp/index.md": "# Language\n\n```{toctree}\ntwo\n```\n",
    "nlp/two.md": article(title="Two"),
}


@pytest.mark.parametrize(
    ("edited", "shown"),
    [
        (article(title="Renamed"), "Renamed"),
        (article(body="Rewritten."), "Rewritten."),
        (article("updated: 2026-02-02"), "2026-02-02"),
    ],
)
def test_listing_follows_an_edit(site: Callable[..., Site], edited: str, shown: str) -> None:
    """A page that lists an article is written again when the article's card changes."""
    small = site({"python/one.md": article(), **PLAIN_CATEGORY})
    small.build()
    assert shown not in small.page("updates.html")

    small.write({"python/one.md": edited})

    assert small.build() == []
    assert shown in small.page("updates.html")


def test_list_of_one_line_each_follows_a_date(site: Callable[..., Site]) -> None:
    """The date that a line shows is part of what the page shows, also where the order stays."""
    small = site(
        {
            "python/one.md": article("updated: 2026-02-01"),
            "updates.md": "# Updates\n\n```{latest-updates}\n:style: list\n:group-by: year\n```\n",
            **PLAIN_CATEGORY,
        }
    )
    small.build()
    assert "2026-02-01" in small.page("updates.html")

    small.write({"python/one.md": article("updated: 2026-02-02")})
    small.build()

    assert "2026-02-01" not in small.page("updates.html")
    assert "2026-02-02" in small.page("updates.html")


def test_description_follows_the_title_that_it_quotes(site: Callable[..., Site]) -> None:
    """An excerpt with the title of another page changes with that title, on the page's own head too."""
    sources = {"python/one.md": article(body="See [](../nlp/two.md)."), **PLAIN_CATEGORY}
    small = site(sources, "latest_updates_related = 0\n")
    small.build()
    assert '<meta name="description" content="See Two.">' in small.page("python/one.html")

    small.write({"nlp/two.md": article(title="Renamed")})
    small.build()

    assert '<meta name="description" content="See Renamed.">' in small.page("python/one.html")


def _interrupt(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_listing_follows_after_an_interrupted_build(site: Callable[..., Site]) -> None:
    """What was read but not written is written by the next build, although nothing has changed since."""
    small = site({"python/one.md": article(), **PLAIN_CATEGORY})
    small.build()
    small.write({"python/one.md": article(title="Renamed")})
    with small.opened() as app, pytest.raises(KeyboardInterrupt):
        app.connect("write-started", _interrupt)
        app.build()
    assert "Renamed" not in small.page("updates.html")
    small.build()

    assert "Renamed" in small.page("updates.html")


def test_nothing_is_written_when_no_card_has_changed(site: Callable[..., Site]) -> None:
    """A change below the excerpt concerns the article alone."""
    long = "word " * 200
    small = site({"python/one.md": article(body=long), **PLAIN_CATEGORY})
    small.build()
    before = (small.srcdir / "_build/html/updates.html").stat().st_mtime_ns

    small.write({"python/one.md": article(body=f"{long} more")})
    small.build()

    assert (small.srcdir / "_build/html/updates.html").stat().st_mtime_ns == before
