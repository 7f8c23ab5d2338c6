"""What is on a page is found by Sphinx's own search, whichever Sphinx it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.sphinx_search import SphinxSearch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

# The pages of each query, best first: the same with every Sphinx that is supported.
FOUND = {
    "反卷积": ["convolution", "deployment"],
    "卷积": ["convolution", "deployment"],
    "熵": ["entropy"],
    "nn.Conv2d": ["convolution"],
    "conv2d": ["convolution"],
    "Transpose": ["convolution"],
    "requires_grad_": ["convolution"],
    "kernel": ["convolution"],
    "__init__": ["deployment"],
    "__proto__": ["deployment"],
    "constructor": ["deployment"],
    "ＰｙＴｏｒｃｈ": ["deployment", "convolution", "gradient"],
    "PyTorch自动求导": ["gradient"],
    "自动求导": ["gradient"],
    "梯度检查点": ["gradient"],
    "极大似然": ["entropy"],
    "学习率": ["convolution", "gradient"],
    "1797": ["entropy"],
    "60000 张图": ["entropy"],
    "train": ["gradient"],
    "trains": ["gradient"],
    "上采样": ["convolution"],
    "感受野": ["convolution"],
    "receptive field": ["convolution"],
    "空洞卷积": ["convolution"],
    "機器學習": ["scripts"],
    "勾配降下": ["scripts"],
    "ニューラル": ["scripts"],
    "하강법": ["scripts"],
    "𠮷": ["scripts"],
    "𠮷野家": ["scripts"],
    "量子纠缠": [],
    "toString": [],
    "": [],
}


@pytest.fixture
def search(app: SphinxTestApp) -> Iterator[SphinxSearch]:
    """Return the search over the built project."""
    app.build()
    assert app.warning.getvalue() == ""
    with SphinxSearch(app.outdir) as search:
        yield search


@pytest.mark.sphinx("html", testroot="cjk-search-articles")
def test_pages_in_their_order(search: SphinxSearch) -> None:
    """The result lists are those written down above."""
    assert {query: search.docnames(query) for query in FOUND} == FOUND


@pytest.mark.sphinx("html", testroot="cjk-search-articles")
def test_nothing_has_all_words_but_something_is_near(search: SphinxSearch) -> None:
    """A query with a word too many is answered by the closest pages, and says so."""
    assert search.is_relaxed("极大似然估计与量子力学")
    assert search.docnames("极大似然估计与量子力学") == ["entropy"]
    assert not search.is_relaxed("极大似然估计")


@pytest.mark.sphinx("html", testroot="cjk-search-articles")
def test_among_near_pages_one_named_by_the_words_is_first(search: SphinxSearch) -> None:
    """A title or heading counts for more than a text that has as many of the words."""
    assert search.docnames("自动火") == ["gradient", "deployment"]
    assert search.is_relaxed("自动火")


@pytest.mark.sphinx("html", testroot="cjk-search-articles")
def test_documented_hook_alone_finds_words(search: SphinxSearch) -> None:
    """Through Sphinx's own functions and splitQuery() alone, pairs and words find their pages."""
    with splitter_alone(search.site) as plain:
        assert plain.stock_docnames("反卷积") == ["convolution", "deployment"]
        assert plain.stock_docnames("ＰｙＴｏｒｃｈ") == ["convolution", "gradient", "deployment"]
        assert plain.stock_docnames("nn.Conv2d") == ["convolution"]
        assert plain.stock_docnames("勾配降下") == ["scripts"]


@pytest.mark.sphinx("html", testroot="cjk-search-articles")
def test_every_function_that_is_replaced_is_there(search: SphinxSearch) -> None:
    """This fails on the day when Sphinx renames one; till then ranking is ours, not Sphinx's alone."""
    assert search.value("CjkSearch.install()") is True
    assert search.value("[Search._parseQuery.length, Search._performSearch.length]") == [1, 5]


@pytest.mark.sphinx("html", testroot="cjk-search-articles")
@pytest.mark.parametrize("name", ["_parseQuery", "performTermsSearch", "_performSearch", "hasIndex"])
def test_without_one_of_them_nothing_is_replaced(app: SphinxTestApp, name: str) -> None:
    """In a Sphinx to come the rest still loads without an error, and replaces nothing."""
    app.build()
    tools = app.outdir / "_static" / "searchtools.js"
    tools.write_text(f"{tools.read_text(encoding='utf-8')}\ndelete Search.{name};\n", encoding="utf-8")

    with SphinxSearch(app.outdir) as search:
        assert search.value("CjkSearch.install()") is False
        assert search.value("splitQuery('反卷积')") == ["反卷", "卷积"]


def splitter_alone(site: Path) -> SphinxSearch:
    """Return the search with what Sphinx documents for other languages: a splitter, and no stemmer."""
    data = (site / "_static" / "language_data.js").read_text(encoding="utf-8")
    head, _, code = data.partition("var CjkSearch")
    splitter, _, _ = code.partition("/*\n * Finds and ranks pages")
    return SphinxSearch(site, f"{head}var CjkSearch{splitter}")
