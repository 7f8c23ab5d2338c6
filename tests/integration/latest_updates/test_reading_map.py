"""The reading map: which articles to read before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from .conftest import article
from .hostile import ATTACKS, escaped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Site

MAP = "\n```{reading-map}\n:category:\n```\n"
TOC = "\n```{toctree}\n:glob:\n\n*\n```\n"
FILES = {
    "updates.md": "# Updates\n\n```{reading-map}\n```\n",
    "python/index.md": f"# Python\n{MAP}{TOC}",
    "nlp/index.md": f"# Language\n{MAP}{TOC}",
    "python/names.md": article(title="Names"),
    "python/classes.md": article("prerequisites: [python/names]", "Classes"),
    "python/alone.md": article(title="Alone"),
    "nlp/words.md": article("prerequisites: [python/classes]", "Words & `counts`"),
    "nlp/vectors.md": article("prerequisites: [nlp/words, python/draft]", "Vectors"),
    "nlp/secret.md": article("prerequisites: [nlp/words]\ndraft: true", "Secret"),
    "python/draft.md": article("draft: true", "Draft"),
}


def picture(page: str) -> dict[str, str]:
    """Return the links of a map's picture: where they lead, and what they are called."""
    soup = BeautifulSoup(page, "html5lib")
    links = soup.select(".latest-updates-map svg a")
    return {str(link["href"]): link.find("title").get_text() for link in links}  # type: ignore[union-attr]


def listed(page: str) -> list[list[str]]:
    """Return the steps of a map's list, each with its lines."""
    soup = BeautifulSoup(page, "html5lib")
    found = soup.select(".latest-updates-map-steps > li")
    return [[" ".join(line.get_text().split()) for line in step.select("li")] for step in found]


def test_all_articles_with_relations_are_there_and_no_draft(site: Callable[..., Site]) -> None:
    """The picture links every article that has or is a prerequisite; the list says the same."""
    small = site(FILES)
    assert small.build() == []
    page = small.page("updates.html")

    assert picture(page) == {
        "python/names.html": "Names",
        "python/classes.html": "Classes (read first: Names)",
        "nlp/words.html": "Words & counts (read first: Classes)",
        "nlp/vectors.html": "Vectors (read first: Words & counts)",
    }
    assert listed(page) == [
        ["Names"],
        ["Classes Read first: Names"],
        ["Words & counts Read first: Classes"],
        ["Vectors Read first: Words & counts"],
    ]
    assert "style=" not in page[page.index("<figure") : page.index("</figure>")]


def test_category_shows_its_own_and_their_neighbours(site: Callable[..., Site]) -> None:
    """Articles of other categories are there as neighbours, and marked as guests."""
    small = site(FILES)
    small.build()
    language = small.page("nlp/index.html")
    guests = BeautifulSoup(language, "html5lib").select(".latest-updates-map-guest title")

    assert [*picture(language)] == ["../python/classes.html", "words.html", "vectors.html"]
    assert [title.get_text() for title in guests] == ["Classes"]
    assert [*picture(small.page("python/index.html"))] == ["names.html", "classes.html", "../nlp/words.html"]


def test_without_prerequisites_there_is_no_map(site: Callable[..., Site]) -> None:
    """A site of unrelated articles shows nothing, in any builder."""
    small = site({"python/one.md": article(), "nlp/two.md": article(), "updates.md": FILES["updates.md"]})

    assert small.build() == []
    assert "latest-updates-map" not in small.page("updates.html")
    assert small.build("text") == []


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        ({"python/names.md": article(title="Renamed")}, "Renamed"),
        (
            {"python/alone.md": article("prerequisites: [nlp/vectors]", "Alone")},
            "Alone (read first: Vectors)",
        ),
        ({"nlp/secret.md": article("prerequisites: [nlp/words]", "Secret")}, "Secret (read first"),
    ],
)
def test_map_follows_an_edit(
    site: Callable[..., Site], tmp_path: Path, edit: dict[str, str], shown: str
) -> None:
    """A page with a map is written again when an article on it changes, and is what a clean build makes."""
    # The index pages have no toctree that would have them written for another reason.
    categories = {
        f"{name}/index.md": f"# {name}\n\n```{{toctree}}\n:glob:\n\n*\n```\n" for name in ("python", "nlp")
    }
    small = site({**FILES, **categories})
    small.build()
    assert shown not in small.page("updates.html")
    small.write(edit)
    small.build()
    kept = small.page("updates.html")
    small.build(builddir=tmp_path / "clean")

    assert any(said.startswith(shown) for said in picture(kept).values())
    assert kept == small.page("updates.html")


def test_parallel_builds_draw_the_same(site: Callable[..., Site], tmp_path: Path) -> None:
    """Four processes make the map that one makes."""
    many = {
        f"nlp/a{n:02}.md": article(
            f"prerequisites: [nlp/a{n // 2:02}, nlp/a{n // 3:02}]" if n else "", f"A {n}"
        )
        for n in range(20)
    }
    small = site({**FILES, **many})
    assert small.build(builddir=tmp_path / "serial", parallel=1) == []
    serial = small.page("updates.html")
    assert small.build(builddir=tmp_path / "parallel", parallel=4) == []

    assert small.page("updates.html") == serial
    assert len(picture(serial)) == 4 + 20


def test_cycle_is_one_warning_and_loses_no_article(site: Callable[..., Site]) -> None:
    """Articles that need each other are named at the line of one of them, and all are on the map."""
    small = site(
        {
            **FILES,
            "python/names.md": article("tags: []\nprerequisites: [python/classes]", "Names"),
        }
    )
    warnings = small.build()

    assert len(warnings) == 1
    assert "names.md:4: " in warnings[0] or "classes.md:3: " in warnings[0]
    assert "python/names → python/classes → python/names" in warnings[0] or (
        "python/classes → python/names → python/classes" in warnings[0]
    )
    assert len(picture(small.page("updates.html"))) == 4


def test_hostile_titles_are_text(site: Callable[..., Site]) -> None:
    """No title becomes markup on a map; a title that is too long is cut."""
    files = {
        f"python/{name}.md": article("prerequisites: [python/names]", escaped(attack))
        for name, attack in ATTACKS.items()
    }
    small = site({**FILES, **files}, "smartquotes = False\n")
    assert small.build() == []
    soup = BeautifulSoup(small.page("updates.html"), "html5lib")
    drawn = soup.select_one(".latest-updates-map")

    assert drawn is not None
    assert len(drawn.select("svg a")) == 4 + len(ATTACKS)
    assert drawn.select("script, img, [onerror], [onload], [onmouseover], [autofocus], [style]") == []
    assert {str(link["href"]).partition("/")[0] for link in drawn.select("a")} == {"python", "nlp"}
    assert max(len(text.get_text()) for text in drawn.select("svg text")) < 60


def test_other_builders_have_the_list(site: Callable[..., Site]) -> None:
    """Text has the steps as a nested list; an e-book has it in place of the picture."""
    small = site(FILES, 'version = "1"\ncopyright = "us"\n')
    assert small.build("text") == []
    assert "* Step 2\n\n  * Classes Read first: Names\n" in small.page("updates.txt")
    assert small.build("epub") == []
    book = small.page("updates.xhtml")

    assert "<svg" not in book
    assert listed(book)[1] == ["Classes Read first: Names"]


@pytest.mark.parametrize(
    ("option", "message"),
    [(":category: pyton\n", "did you mean 'python'"), (":category:\n", "needs a value on a page outside")],
)
def test_wrong_category_is_a_warning(site: Callable[..., Site], option: str, message: str) -> None:
    """As with listings, a mistake is named and the map is left out."""
    small = site({**FILES, "updates.md": f"# Updates\n\n```{{reading-map}}\n{option}```\n"})
    warnings = small.build()

    assert len(warnings) == 1
    assert message in warnings[0]
    assert "<svg" not in small.page("updates.html")
