"""What the extension does to a project, and what it leaves alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import cjk_search
import pytest
from babel.messages.pofile import read_po
from cjk_search.messages import MESSAGES

from tests.search.sphinx_search import SphinxSearch

if TYPE_CHECKING:
    from collections.abc import Callable

    Build = Callable[..., Path]

PACKAGE = Path(cjk_search.__file__).parent


def text(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def browser_code() -> str:
    """Return all of the JavaScript that is not Sphinx's."""
    return "".join(map(text, [*PACKAGE.glob("js/*.js"), *PACKAGE.glob("static/*/*.js")]))


def wording(output: Path) -> dict[str, str]:
    """Return what the browser says, by its English form."""
    code = text(output / "_static" / "language_data.js")
    found = re.search(r"^CjkSearch\.messages = (.*);$", code, re.MULTILINE)
    assert found is not None
    messages: dict[str, str] = json.loads(found[1])
    return messages


@pytest.mark.parametrize("language", ["en", "ja", "de"])
def test_other_search_languages_are_untouched(build: Build, language: str) -> None:
    """A project that asks for another search language gets Sphinx's own search, and nothing of ours."""
    output = build(html_search_language=language)

    assert "CjkSearch" not in text(output / "_static" / "language_data.js")
    assert "cjk_search" not in text(output / "entropy.html")
    assert not (output / "_static" / "cjk_search").exists()


def test_a_project_in_another_language_may_ask_for_it(build: Build) -> None:
    """The words of the interface follow the project, the index follows the search language."""
    output = build(language="ja", html_search_language="zh")

    assert wording(output)["Nothing found."] == "Nothing found."
    with SphinxSearch(output) as search:
        assert search.docnames("勾配降下") == ["scripts"]


def test_pages_differ_by_a_script_and_a_style_sheet_alone(build: Build) -> None:
    """What goes into the index besides the text is not written into the page."""
    ours = text(build("ours", cjk_search_box=False) / "convolution.html")
    without = text(build("without", extensions=[], html_search_language="en") / "convolution.html")

    assert re.sub(r"\n *<(?:script|link) [^>]*cjk_search/.*?>(?:</script>)?", "", ours) == without


def test_the_box_can_be_switched_off(build: Build) -> None:
    """Without its wording the script makes no box."""
    assert "data-label" in text(build("with") / "entropy.html")
    assert "data-label" not in text(build("without", cjk_search_box=False) / "entropy.html")


def test_words_are_translated(build: Build) -> None:
    """A Chinese project speaks Chinese before and after the index has been loaded."""
    output = build()

    assert wording(output)["{count} found"] == "找到 {count} 篇"
    assert 'data-label="搜索"' in text(output / "entropy.html")


def test_a_project_may_choose_its_words(build: Build, source: Path) -> None:
    """Its own catalogue goes before ours, message by message."""
    catalog = source / "locale" / "zh_CN" / "LC_MESSAGES" / "cjk_search.po"
    catalog.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n'
    catalog.write_text(f'{head}\nmsgid "Results"\nmsgstr "命中"\n', encoding="utf-8")
    found = wording(build(locale_dirs=["locale"]))

    assert (found["Results"], found["Nothing found."]) == ("命中", "没有找到。")


@pytest.mark.parametrize("po", sorted(PACKAGE.glob("locale/*/LC_MESSAGES/*.po")), ids=lambda po: po.parts[-3])
def test_every_message_is_translated(po: Path) -> None:
    """Each message has a translation with the same fields, and none is left over."""
    with po.open("rb") as file:
        translated = {str(message.id): str(message.string) for message in read_po(file) if message.id}

    assert set(translated) == set(MESSAGES)
    for message, translation in translated.items():
        assert sorted(re.findall(r"\{\w+\}", translation)) == sorted(re.findall(r"\{\w+\}", message))


def test_every_message_of_the_browser_is_known() -> None:
    """What JavaScript says stands in the list that is translated, and nothing else does."""
    said = set(re.findall(r'\bsay\(\s*"([^"]+)"', browser_code())) | {"choose", "open", "close"}
    before = {"Loading the search index…", "The search index could not be loaded."}

    assert said | before == set(MESSAGES)


def test_no_code_and_no_markup_from_text() -> None:
    """No HTML is made from strings, no code from text, and no inline style: a strict policy holds."""
    unsafe = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bstyle:|\.style\b"
    )

    assert re.findall(unsafe, browser_code()) == []


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "epub", "latex", "text", "json", "gettext"])
def test_every_builder_builds_without_a_warning(build: Build, builder: str) -> None:
    """Builders with a search index have ours, the others none."""
    output = build(builder=builder, version="1", copyright="nobody")

    assert (output / "searchindex.js").exists() is (builder == "dirhtml")
