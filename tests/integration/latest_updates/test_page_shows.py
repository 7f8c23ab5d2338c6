"""The event by which another extension learns what pages show of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from latest_updates.freshness import on_env_updated, page_shows

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

# An extension that asks, loaded after ours and before it.
ASKER = """
def ask(app, env):
    names = "index updates updates/page/2 updates/page/3 tags/pdb python/one search nowhere"
    asked = {name: app.emit("page-shows", name) for name in names.split()}
    app.answers = {name: [a for a in found if a is not None] for name, found in asked.items()}
    return []

def finish(app, exception):
    app.files = [name for names in app.emit("output-files") for name in names]

def setup(app):
    app.add_event("page-shows")
    app.add_event("output-files")
    app.connect("env-get-updated", ask, priority=900)
    app.connect("build-finished", finish, priority=900)
"""
CONF = "import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n"
ARTICLES = {
    "asker.py": ASKER,
    "updates.md": "# Updates\n\n```{latest-updates}\n:per-page: 1\n```\n",
    "python/one.md": article("tags: [pdb]", "One"),
    "python/two.md": article("tags: [pdb]", "Two"),
    "nlp/three.md": article("", "Three"),
}


def plain(value: object) -> bool:
    """Tell whether a value is made of texts, numbers and tuples alone."""
    if isinstance(value, tuple):
        return all(map(plain, value))
    return isinstance(value, str | int)


def answers(site: Site, order: str) -> dict[str, list[object]]:
    """Build the site with the asking extension in one of two orders; return what it was told."""
    site.configure(f'extensions = ["myst_parser", {order}]\n')
    assert site.build() == []
    told: dict[str, list[object]] = site.app.answers  # type: ignore[union-attr]
    return told


def test_every_page_that_shows_others_says_so(site: Callable[..., Site]) -> None:
    """Documents and generated pages answer with plain values, whatever the order of extensions."""
    small = site(ARTICLES, CONF)
    told = answers(small, '"latest_updates", "asker"')

    assert {name: len(found) for name, found in told.items()} == {
        "index": 0,
        "updates": 1,
        "updates/page/2": 1,
        "updates/page/3": 1,
        "tags/pdb": 1,
        "python/one": 1,
        "search": 0,
        "nowhere": 0,
    }
    assert all(plain(value) for found in told.values() for value in found)
    assert answers(small, '"asker", "latest_updates"') == told


def test_answers_change_with_what_is_shown_and_not_otherwise(site: Callable[..., Site]) -> None:
    """A new title concerns exactly the pages that show it."""
    small = site(ARTICLES, CONF)
    before = answers(small, '"latest_updates", "asker"')
    small.write({"python/two.md": article("tags: [pdb]", "Renamed")})
    after = answers(small, '"latest_updates", "asker"')

    assert [name for name in before if before[name] != after[name]] == [
        "updates/page/3",
        "tags/pdb",
        "python/one",
    ]


def test_freshness_is_left_to_who_asks(site: Callable[..., Site]) -> None:
    """With the event we return no documents of our own, and remove no files."""
    small = site(ARTICLES, CONF)
    small.configure('extensions = ["myst_parser", "asker", "latest_updates"]\n')
    with small.opened() as app:
        app.build()
        assert on_env_updated(app, app.env) == []
    assert not list(app.doctreedir.glob("latest_updates-*.json"))


def test_files_beside_the_pages_are_named(site: Callable[..., Site]) -> None:
    """Who removes old files learns which of ours are new."""
    small = site(ARTICLES, f'{CONF}html_baseurl = "https://example.org/"\n')
    answers(small, '"latest_updates", "asker"')

    assert sorted(small.app.files) == [  # type: ignore[union-attr]
        "atom.xml",
        "feed.json",
        "nlp/atom.xml",
        "python/atom.xml",
        "sitemap.xml",
    ]


def test_feeds_belong_to_what_every_page_shows(site: Callable[..., Site]) -> None:
    """All pages link to the feeds, so all of them change when a category gets its first article."""
    small = site(ARTICLES, 'html_baseurl = "https://example.org/"\n')
    with small.opened() as app:
        app.build()
        assert page_shows(app, "search") == (
            (
                "feeds",
                ("atom.xml", "Site"),
                ("python/atom.xml", "Python – Site"),
                ("nlp/atom.xml", "Language – Site"),
            ),
        )
