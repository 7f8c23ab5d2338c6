"""Mistakes in front matter: one warning each, in its place, and nothing else is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from latest_updates.settings import domain_of

from .conftest import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

TAGS = "- {tag: 调试, aliases: [debug]}\n- pdb\n- PyTorch\n"
CONF = 'latest_updates_tags = "tags.yml"\n'
WARNING = re.compile(r"python/(case-\d+)\.md:(\d+): WARNING: (.*) \[latest_updates\.([a-z-]+)\]")


class Case(NamedTuple):
    """A source, its warning, and what becomes of the article."""

    name: str
    source: str
    subtype: str
    line: int
    message: str
    state: str


def cases() -> list[Case]:
    """Return the cases of the corpus."""
    text = (Path(__file__).parent / "bad_front_matter.md").read_text(encoding="utf-8")
    found = []
    for number, part in enumerate(text.split("\n=== ")[1:]):
        source, _arrow, expected = part.partition("\n=>\n")
        name, _newline, body = source.partition("\n")
        warning, state = expected.split("\n")[:2]
        subtype, line, message = warning.split(":", 2)
        body = body.replace("case-NN", f"case-{number:02}")
        found.append(Case(name, body, subtype, int(line), message.strip(), state))
    return found


@pytest.fixture
def site_of_cases(site: Callable[..., Site]) -> Site:
    """Return a site of all the cases and one good article."""
    sources = {f"python/case-{number:02}.md": case.source for number, case in enumerate(cases())}
    return site({**sources, "nlp/good.md": article(title="Good"), "tags.yml": TAGS}, CONF)


def test_each_mistake_is_one_warning_in_its_place(site_of_cases: Site) -> None:
    """Subtype, line and message are those that stand beside the mistake; no other warning is ours."""
    warnings = [WARNING.search(line) for line in site_of_cases.build("dummy")]
    made = {
        found[1]: (found[4], int(found[2]), found[3])
        for found in sorted(filter(None, warnings), key=lambda found: found[1])
    }
    expected = {f"case-{number:02}": case for number, case in enumerate(cases())}

    assert len(expected) >= 60
    assert made.keys() == expected.keys()
    wrong = [
        (case.name, made[name], (case.subtype, case.line, case.message))
        for name, case in expected.items()
        if made[name][:2] != (case.subtype, case.line) or case.message not in made[name][2]
    ]
    assert wrong == []
    assert sum(1 for found in warnings if found) == len(expected)


def test_a_mistake_costs_at_most_its_own_article(site_of_cases: Site) -> None:
    """Articles with a usable date are listed in spite of other mistakes; unreadable ones are not built."""
    with site_of_cases.opened("dummy") as app:
        app.build()
    listed = domain_of(app.env).view.articles.keys()

    def state(name: str) -> str:
        if name not in app.env.all_docs:
            return "absent"
        return "listed" if name in listed else "unlisted"

    expected = {f"python/case-{number:02}": case.state for number, case in enumerate(cases())}
    assert state("nlp/good") == "listed"
    assert {name: state(name) for name in expected} == expected


@pytest.mark.parametrize("source", ["", "\n", "---\n---\n", "---\n...\n", "----\n----\n", "\ufeff---\n---\n"])
def test_sources_with_hardly_anything_are_no_trouble(site: Callable[..., Site], source: str) -> None:
    """An empty article has no date and no title; two warnings say so, and the build goes on."""
    small = site({"python/empty.md": source, "nlp/good.md": article(title="Good")})

    ours = [line for line in small.build() if "[latest_updates." in line]

    assert len(ours) == 2
    assert "Good" in small.page("updates.html")


def test_warnings_can_be_suppressed_by_their_subtype(site: Callable[..., Site]) -> None:
    """`suppress_warnings` silences one kind and leaves the others."""
    small = site(
        {"python/one.md": article("weight: 1\npinned: 2"), "nlp/good.md": article()},
        'suppress_warnings = ["latest_updates.key"]\n',
    )

    warnings = small.build()

    assert len(warnings) == 1
    assert "[latest_updates.type]" in warnings[0]


@pytest.mark.parametrize(("title_to_header", "expected"), [(False, 1), (True, 0)])
def test_title_is_a_key_where_myst_makes_a_heading_of_it(
    site: Callable[..., Site], title_to_header: bool, expected: int
) -> None:
    """With `myst_title_to_header` the title may stand in the front matter; without, it would be lost."""
    small = site(
        {
            "python/one.md": "---\ndate: 2026-01-01\ntitle: From the block\n---\n\nText.\n",
            "nlp/two.md": article(),
        },
        f"myst_title_to_header = {title_to_header}\n",
    )

    warnings = small.build("dummy")

    assert sum("[latest_updates.key]" in line for line in warnings) == expected
