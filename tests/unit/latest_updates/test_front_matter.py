"""Front matter: values, and problems with their lines."""

from __future__ import annotations

import pytest
from latest_updates.front_matter import Rules, find_block, find_field_list, parse_front_matter
from latest_updates.tags import parse_vocabulary

RULES = Rules({"python": "Python", "nlp": "Language"}, extra_keys=frozenset({"hide-toc"}))


def problems(block: str, rules: Rules = RULES) -> list[tuple[str, int]]:
    """Return subtypes and lines of the problems in a block."""
    found = parse_front_matter(find_block(f"---\n{block}\n---\n"), rules)[1]
    return [(problem.subtype, problem.line) for problem in found]


def test_every_key_is_read() -> None:
    """A block with every key gives all the values and no problem."""
    block = find_block(
        "---\ndate: '2026-01-11'\nupdated: 2026-03-02\ntags: [pdb, 调试]\ncategories: [nlp]\n"
        "prerequisites: [/python/one]\ndescription: >\n  Two\n  lines\nauthors: [A, B]\npinned: true\n"
        "draft: no\nhide-toc: true\norphan: true\n---\n# Title\n"
    )
    values, found = parse_front_matter(block, RULES)

    assert found == []
    assert (values.date, values.updated) == ("2026-01-11", "2026-03-02")
    assert values.tags == ("pdb", "调试")
    assert values.categories == ("nlp",)
    assert values.prerequisites == ("python/one",)
    assert values.description == "Two lines"
    assert values.authors == ("A", "B")
    assert values.pinned
    assert not values.draft


@pytest.mark.parametrize(
    "written", ["20260501", "2026-5-1", "2026-05-01 10:00", "2026-02-30", "[2026-05-01]"]
)
def test_date_is_a_calendar_date_of_one_form(written: str) -> None:
    """Whatever else Python or YAML would take for a date is none."""
    assert problems(f"tags: []\ndate: {written}") == [("date", 3)]


def test_problem_is_on_the_line_of_the_item() -> None:
    """In a list over several lines, the line is that of the item at fault."""
    assert problems("date: 2026-01-01\ncategories:\n  - nlp\n  - nlb") == [("category", 5)]


def test_values_of_good_keys_survive_a_bad_one() -> None:
    """A mistake costs its own key and nothing else."""
    values, found = parse_front_matter(find_block("---\ndate: 2026-02-30\ntags: [pdb]\n---\n"), RULES)

    assert [problem.subtype for problem in found] == ["date"]
    assert values.date == ""
    assert values.tags == ("pdb",)


def test_unreadable_front_matter_is_a_draft() -> None:
    """It may have said `draft: true`; nobody knows."""
    values, found = parse_front_matter(find_block("---\ndraft: true\n tags: [\n---\n"), RULES)

    assert (values.draft, values.doubtful) == (True, True)
    assert [problem.subtype for problem in found] == ["front-matter"]


def test_field_list_of_restructuredtext_obeys_the_same_rules() -> None:
    """The values of reStructuredText fields are read as YAML, on the lines where they stand."""
    block = find_field_list("\n:date: 2026-01-11\n:tags: [a, b]\n:pined: true\n\nTitle\n=====\n")
    values, found = parse_front_matter(block, RULES)

    assert (values.date, values.tags) == ("2026-01-11", ("a", "b"))
    assert [(problem.subtype, problem.line) for problem in found] == [("key", 4)]


def test_alias_of_a_tag_is_corrected_besides_its_warning() -> None:
    """The author is told the right spelling; the article is found under it meanwhile."""
    vocabulary, none = parse_vocabulary("- {tag: 调试, aliases: [debug]}\n- pdb\n", "tags.yml")
    block = find_block("---\ndate: 2026-01-11\ntags: [debug, PDB, pda, misc]\n---\n")
    values, found = parse_front_matter(block, Rules(vocabulary=vocabulary))

    assert none == []
    assert values.tags == ("调试", "pdb")
    assert [problem.arguments for problem in found] == [
        ("debug", "调试"),
        ("PDB", "pdb"),
        ("pda", "pdb"),
        ("misc", "tags.yml"),
    ]
