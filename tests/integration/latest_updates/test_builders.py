"""Builders other than HTML, languages, and several sites in one process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from .conftest import CONF, FILES, article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Site

ARTICLES = {
    "python/one.md": article("tags: [pdb]\nupdated: 2026-02-01", "One `code`", "First $x_i$ and **bold**."),
    "python/two.md": article("tags: [pdb]", "Two", "Second."),
    "nlp/three.md": article("pinned: true", "Three", "Third.\n\n```python\nx\n```\n"),
    "updates.md": "\n\n".join(
        [
            "# Updates",
            "```{latest-updates}\n:per-page: 2\n```",
            "```{latest-updates}\n:style: list\n:group-by: year\n:limit: 9\n```",
            "```{latest-updates-tags}\n```",
            "```{latest-updates-categories}\n```\n",
        ]
    ),
}
OUTPUT = {
    "dirhtml": "updates/index.html",
    "singlehtml": "index.html",
    "epub": "updates.xhtml",
    "latex": "site.tex",
    "text": "updates.txt",
    "man": "site.1",
    "texinfo": "site.texi",
    "xml": "updates.xml",
    "pseudoxml": "updates.pseudoxml",
    "json": "updates.fjson",
}


@pytest.mark.parametrize("builder", OUTPUT)
def test_every_builder_shows_the_list_without_a_warning(site: Callable[..., Site], builder: str) -> None:
    """The titles of all articles stand in the output; nothing of ours is left unresolved."""
    small = site(ARTICLES, 'version = "1"\ncopyright = "us"\n')

    assert small.build(builder) == []
    output = small.page(OUTPUT[builder])
    assert [title for title in ("Two", "Three") if title not in output] == []
    assert "slot" not in output


@pytest.mark.parametrize("builder", ["gettext", "linkcheck", "dummy", "changes"])
def test_builders_without_pages_are_no_trouble(site: Callable[..., Site], builder: str) -> None:
    """What only reads or checks the site does so without a warning."""
    assert site(ARTICLES, 'version = "1"\n').build(builder) == []


def test_text_has_a_readable_list(site: Callable[..., Site]) -> None:
    """Each article is a title with its facts and its excerpt."""
    small = site(ARTICLES)
    small.build("text")

    first = [
        "Updates",
        "*******",
        "",
        'One "code"',
        "   Python · 2026-01-01 · Updated 2026-02-01",
        "",
        "   First x_i and **bold**.",
    ]
    assert small.page("updates.txt").splitlines()[: len(first)] == first
    assert "* pdb (2)" in small.page("updates.txt")
    assert "* Python (2)" in small.page("updates.txt")


def test_line_shows_the_date_that_orders_it_in_every_builder(site: Callable[..., Site]) -> None:
    """An updated article stands where its update puts it, and says so."""
    small = site(ARTICLES)
    small.build("text")

    lines = [line for line in small.page("updates.txt").splitlines() if line.startswith("* 20")]
    assert lines == ['* 2026-02-01 One "code"', "* 2026-01-01 Three", "* 2026-01-01 Two"]


def test_book_of_one_page_links_within_it(site: Callable[..., Site]) -> None:
    """In a single page, cards lead to the parts of it."""
    small = site(ARTICLES)
    small.build("singlehtml")

    assert 'href="#document-python/one"' in small.page("index.html")
    assert "latest-updates-pagination" not in small.page("index.html")


def test_translators_get_no_words_of_other_pages(site: Callable[..., Site]) -> None:
    """What a card says is translated where the article says it, once."""
    small = site(ARTICLES)
    small.build("gettext")

    with (small.outdir / "updates.pot").open("rb") as file:
        assert [entry.id for entry in read_po(file) if entry.id] == ["Updates"]


def test_interface_speaks_the_language_of_the_project(site: Callable[..., Site]) -> None:
    """All our words are Chinese on a Chinese site, without a step of compilation."""
    small = site(ARTICLES, 'language = "zh_CN"\n')
    assert small.build() == []

    words = ("阅读全文", "[代码]", "更新于", "下一页", 'aria-label="分页"', 'aria-label="第 2 页"', "2 篇")
    assert [word for word in words if word not in small.page("updates.html")] == []
    assert "<h1>Updates（第 2 页）</h1>" in small.page("updates/page/2.html")
    assert "<h1>标签：pdb</h1>" in small.page("tags/pdb.html")
    assert "约 1 分钟" in small.page("python/one.html")
    assert "相关文章" in small.page("python/one.html")


def test_project_can_reword_the_interface(site: Callable[..., Site]) -> None:
    """A catalogue of the same name among the project's own comes first; what it lacks is ours."""
    own = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Next"\nmsgstr "后一页"\n'
    small = site(
        {**ARTICLES, "locale/zh_CN/LC_MESSAGES/latest_updates.po": own},
        'language = "zh_CN"\nlocale_dirs = ["locale"]\nexclude_patterns = ["locale"]\n',
    )
    assert small.build() == []

    assert ">后一页</a>" in small.page("updates.html")
    assert "阅读全文" in small.page("updates.html")


def test_words_follow_the_language_from_one_build_to_the_next(site: Callable[..., Site]) -> None:
    """Neither the process nor the stored environment keeps the words of another language."""
    small = site(ARTICLES, 'language = "zh_CN"\n')
    small.build()
    small.configure('language = "en"\n')
    small.build()

    assert "Read on" not in small.page("updates/page/2.html")
    assert "Previous" in small.page("updates/page/2.html")
    assert "[code]" in small.page("updates.html") + small.page("updates/page/2.html")


def test_two_sites_in_one_process_do_not_see_each_other(tmp_path: Path) -> None:
    """Neither articles nor words of the first are found in the second, which is in another language."""
    sites = {}
    for name, language in (("first", "en"), ("second", "zh_CN")):
        files = {**FILES, f"python/{name}.md": article("tags: [pdb]", f"Only {name}"), "nlp/x.md": article()}
        files["conf.py"] = f'{CONF}\nlanguage = "{language}"\n'
        for file, text in files.items():
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).write_text(text, encoding="utf-8")
        sites[name] = tmp_path / name
    with patch_docutils(), docutils_namespace():
        for source in sites.values():
            app = Sphinx(
                source, source, source / "out", source / "doctrees", "html", status=None, warning=None
            )
            app.build()
            assert app.statuscode == 0

    def tag_page(name: str) -> str:
        return (sites[name] / "out/tags/pdb.html").read_text(encoding="utf-8")

    first = (sites["first"] / "out/updates.html").read_text(encoding="utf-8")
    second = (sites["second"] / "out/updates.html").read_text(encoding="utf-8")
    assert ("Only first" in first, "Only second" in first) == (True, False)
    assert ("Only first" in second, "Only second" in second) == (False, True)
    assert ("Articles tagged" in tag_page("first"), "标签" in tag_page("second")) == (True, True)
