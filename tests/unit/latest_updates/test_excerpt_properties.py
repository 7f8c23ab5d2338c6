"""What holds of the excerpt of any doctree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from docutils import nodes
from docutils.utils import new_document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from latest_updates.excerpt import extract_excerpt
from latest_updates.runs import Style, plain
from latest_updates.text import clusters

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = [
    "梯度",
    "下降，",
    "。",
    "！”",
    "word",
    "k-dim",
    "IoU>0.5",
    " ",
    "\n",
    "　",
    "👩‍👩‍👧",
    "é",
    "x_i",
    "$a$",
    "`c`",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join)
ATOMS = ("[Math]", "[code]", "[formula]", "[figure]", "[table]")


def inline(node: type[nodes.TextElement]) -> st.SearchStrategy[nodes.Node]:
    """Return a strategy of one kind of inline node."""
    return texts.map(lambda text: node(text, text))


inlines = st.one_of(
    texts.map(nodes.Text),
    *(inline(kind) for kind in (nodes.emphasis, nodes.strong, nodes.literal, nodes.math, nodes.inline)),
    st.just(nodes.footnote_reference("", "7")),
    st.just(nodes.raw("", "<b>raw</b>", format="html")),
    st.just(nodes.image(uri="cat.png", alt="alt-text")),
)


def block(kind: Callable[..., nodes.Element]) -> st.SearchStrategy[nodes.Node]:
    """Return a strategy of one kind of block of inline nodes."""
    return st.lists(inlines, max_size=5).map(lambda children: kind("", "", *(c.deepcopy() for c in children)))


leaves = st.one_of(
    block(nodes.paragraph),
    block(nodes.rubric),
    st.just(nodes.literal_block("code-text", "code-text")),
    st.just(nodes.math_block("formula-text", "formula-text")),
    st.just(nodes.table("", nodes.paragraph("", "table-text"))),
    st.just(nodes.comment("", "comment-text")),
)
trees = st.recursive(
    leaves,
    lambda children: st.lists(children, max_size=4).flatmap(
        lambda found: st.sampled_from(
            [
                nodes.bullet_list,
                nodes.list_item,
                nodes.section,
                nodes.note,
                nodes.block_quote,
                nodes.container,
            ]
        ).map(lambda kind: kind("", *(child.deepcopy() for child in found)))
    ),
    max_leaves=12,
)


@st.composite
def doctrees(draw: st.DrawFn) -> nodes.document:
    """Draw a document with a title."""
    document = new_document("test")
    section = nodes.section("", nodes.title("", "title-text"))
    section += draw(st.lists(trees, max_size=6))
    document += section
    return document


def excerpt(document: nodes.document, length: int) -> tuple[str, bool]:
    """Return the plain excerpt of a document and whether it was cut."""
    style = Style(length)
    made = extract_excerpt(document, style, lambda _node: True)
    return plain(made.runs, style.math), made.truncated


some_time = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@given(doctrees(), st.integers(0, 60))
@some_time
def test_excerpt_is_never_longer_than_allowed(document: nodes.document, length: int) -> None:
    """At most that many grapheme clusters, in plain form, before the dots."""
    assert clusters(excerpt(document, length)[0]) <= length


@given(doctrees(), st.integers(0, 60))
@some_time
def test_excerpt_is_a_prefix_of_the_running_text(document: nodes.document, length: int) -> None:
    """Cutting takes away from the end and changes nothing; without a cut nothing is missing."""
    whole, whole_was_cut = excerpt(document, 100_000)
    made, truncated = excerpt(document, length)

    assert not whole_was_cut
    assert whole.startswith(made)
    assert truncated == (made != whole)


@given(doctrees(), st.integers(0, 60))
@some_time
def test_excerpt_ends_within_nothing_that_is_whole(document: nodes.document, length: int) -> None:
    """Neither a placeholder nor a word is cut: what follows the end does not continue it."""
    whole, _cut = excerpt(document, 100_000)
    made, truncated = excerpt(document, length)

    assert all(made.count(atom[:-1]) == made.count(atom) or atom[:-1] in PIECES for atom in ATOMS)
    if truncated and made:
        assert regex.search(r"[a-z]$", made) is None or regex.match(r"[a-z]", whole[len(made) :]) is None


@given(doctrees())
@some_time
def test_excerpt_holds_nothing_that_is_left_out(document: nodes.document) -> None:
    """Neither the title nor code, formulas, tables, comments, raw text, notes or alternative texts."""
    made, _cut = excerpt(document, 100_000)

    left_out = ("title-text", "code-text", "formula-text", "table-text", "comment-text", "<b>raw", "alt-text")
    assert [text for text in left_out if text in made] == []


@given(doctrees())
@some_time
def test_markup_signs_come_from_the_text_alone(document: nodes.document) -> None:
    """No sign of Markdown or HTML is in the excerpt more often than in the text of the document."""
    made, _cut = excerpt(document, 100_000)
    source = document.astext()

    assert [sign for sign in "`$*<>^~|\\" if made.count(sign) > source.count(sign)] == []


@given(doctrees(), st.integers(0, 60))
@some_time
def test_excerpt_has_no_idle_space(document: nodes.document, length: int) -> None:
    """White space is single, and never at either end."""
    made, _cut = excerpt(document, length)

    assert made == made.strip()
    assert "  " not in made
    assert "\n" not in made
