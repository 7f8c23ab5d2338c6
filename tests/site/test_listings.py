"""The real site's listings: every article stands where a reader looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.articles.test_collection import ARTICLES
from tests.conftest import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {path.relative_to(ROOT).with_suffix("").as_posix() for path in ARTICLES}
CATEGORIES = sorted({name.partition("/")[0] for name in NAMES})


def listed(page: Path, site: Path) -> list[str]:
    """Return the docnames whose cards a page shows, in order; each has a date and an excerpt."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    cards = soup.select("article.h-entry")
    assert all(card.select_one(".dt-published, .dt-updated") for card in cards)
    assert all(len(card.select_one(".p-summary").get_text()) > 100 for card in cards)  # type: ignore[union-attr]
    links = [str(card.select_one("a.u-url")["href"]) for card in cards]  # type: ignore[index]
    targets = [(page.parent / link).resolve().relative_to(site.resolve()) for link in links]
    return [target.with_suffix("").as_posix() for target in targets]


def all_pages(site: Path) -> list[str]:
    """Return what the updates show, page after page."""
    pages = [site / "updates.html", *sorted((site / "updates" / "page").glob("*.html"), key=number)]
    return [name for page in pages for name in listed(page, site)]


def number(page: Path) -> int:
    """Return a listing page's number."""
    return int(page.stem)


def test_updates_show_every_article_once(site: Path) -> None:
    """Nothing is lost between the pages, nothing is shown twice."""
    shown = all_pages(site)

    assert sorted(shown) == sorted(NAMES)


def test_front_shows_the_six_newest(site: Path) -> None:
    """The front is the beginning of the updates."""
    assert listed(site / "index.html", site) == all_pages(site)[:6]


@pytest.mark.parametrize("category", CATEGORIES)
def test_category_page_shows_its_articles(site: Path, category: str) -> None:
    """A category's first page begins with the newest of its folder, in the order of the updates."""
    shown = listed(site / category / "index.html", site)
    own = [name for name in all_pages(site) if name.startswith(f"{category}/")]

    mine = [name for name in shown if name.startswith(f"{category}/")]

    assert mine == own[: len(mine)]
    assert mine == own or len(shown) == 12
    assert mine


def test_fewer_cards_a_page_make_more_pages(tmp_path: Path) -> None:
    """With four cards a page there is a second page, and the pages link each other."""
    out = tmp_path / "html"
    result = build(ROOT, out, "-W", "-D", "latest_updates_per_page=4")
    assert result.returncode == 0, result.stderr
    second = out / "updates" / "page" / "2.html"
    links = BeautifulSoup(second.read_text(encoding="utf-8"), "html.parser").select("nav a[href]")
    targets = {(second.parent / str(link["href"])).resolve() for link in links}

    assert len(listed(out / "updates.html", out)) == 4
    assert sorted(all_pages(out)) == sorted(NAMES)
    assert (out / "updates.html").resolve() in targets
