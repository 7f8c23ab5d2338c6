"""Slugs and the vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from latest_updates.tags import assign_slugs, parse_vocabulary, slug


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("调试", "调试"),
        ("PyTorch", "pytorch"),
        ("ＰｙＴｏｒｃｈ", "pytorch"),
        ("C++", "cplusplus"),
        ("C#", "csharp"),
        (".NET", "dotnet"),
        ("Node.js", "nodedotjs"),
        ("线性 RNN", "线性-rnn"),
        ("a/b\\c", "a-b-c"),
        ("../../etc", "dotdot-dotdot-etc"),
        ("🎉", "u1f389"),
        ("<script>", "script"),
        ("हिन्दी", "हिन्दी"),
        ("index", "index-tag"),
        ("Page", "page-tag"),
    ],
)
def test_slug_keeps_letters_of_every_script(tag: str, expected: str) -> None:
    """Letters and digits stay, some signs are spelled out, the rest is a hyphen."""
    assert slug(tag) == expected


@given(st.text(min_size=1, max_size=100))
def test_slug_is_a_safe_file_name(tag: str) -> None:
    """No slug is empty, leaves its folder, or is too long for a file system."""
    name = slug(tag)

    assert name.strip(".")
    assert "/" not in name
    assert "\x00" not in name
    assert len(name.encode(errors="surrogatepass")) <= 240


@given(st.lists(st.text(min_size=1, max_size=3), unique=True, max_size=50))
def test_assigned_slugs_are_distinct_and_stable(tags: list[str]) -> None:
    """Every tag has a slug of its own, and a tag that comes later changes none that came before."""
    slugs, collisions = assign_slugs(tags)

    assert len(set(slugs.values())) == len(tags)
    assert assign_slugs(tags[:-1])[0] == {tag: slugs[tag] for tag in tags[:-1]}
    assert all(slugs[later] != slugs[earlier] for later, earlier in collisions)


def test_later_tag_of_a_collision_gets_a_number() -> None:
    """`a-b` and `a b` want the same page; the one that stands first keeps it."""
    assert assign_slugs(["a-b", "a b", "a/b"]) == (
        {"a-b": "a-b", "a b": "a-b-2", "a/b": "a-b-3"},
        [("a b", "a-b"), ("a/b", "a-b")],
    )


def test_vocabulary_of_names_and_mappings() -> None:
    """A tag is a name, or a mapping with other spellings."""
    vocabulary, problems = parse_vocabulary(
        "# tags\n- pdb\n- {tag: 调试, aliases: [debug, Debug]}\n", "t.yml"
    )

    assert problems == []
    assert vocabulary.tags == {"pdb": 2, "调试": 3}
    assert vocabulary.aliases == {"debug": "调试", "Debug": "调试"}
    assert vocabulary.resolve("debug") == "调试"
    assert vocabulary.resolve("ＰＤＢ") == "pdb"
    assert vocabulary.resolve("pbd") is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- pdb\n- pdb\n", 2),
        ("- pdb\n- {name: pdb}\n", 2),
        ("- pdb\n- {tag: debug, aliases: [pdb]}\n", 1),
        ("- pdb\n- [a]\n", 2),
        ("- pdb\n- 'a\n", 3),
        ("- pdb\n- ''\n", 2),
        ("pdb: 1\n", 1),
        ("- \x01\n", 1),
    ],
)
def test_mistakes_in_the_vocabulary_have_a_line(text: str, line: int) -> None:
    """A bad entry is told with its line; the others are kept."""
    _vocabulary, problems = parse_vocabulary(text, "tags.yml")

    assert [problem.line for problem in problems] == [line]
