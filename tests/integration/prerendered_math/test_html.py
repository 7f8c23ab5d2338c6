"""HTML builders: formulas by KaTeX, numbers and references by Sphinx."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.util.console import strip_colors

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp


def page(app: SphinxTestApp, name: str) -> BeautifulSoup:
    """Return a page of the built project."""
    return BeautifulSoup((app.outdir / name).read_text(encoding="utf-8"), "html5lib")


def build(app: SphinxTestApp) -> None:
    """Build the project, without a warning."""
    app.build()
    assert app.warning.getvalue() == ""


def style_sheets(page: BeautifulSoup) -> list[str]:
    """Return the formula style sheets that a page loads, without versions."""
    links = [str(link["href"]).partition("?")[0] for link in page.select("link[rel=stylesheet]")]
    return [link.partition("_static/")[2] for link in links if "prerendered-math" in link]


@pytest.mark.sphinx("html", testroot="prerendered-math-plain", freshenv=True)
def test_page_arrives_with_its_formulas(app: SphinxTestApp) -> None:
    """No script, no inline style, no MathJax; MathML and boxes are there, macros of conf.py known."""
    build(app)
    formulas = page(app, "formulas.html")
    main = formulas.select_one("div.body")

    assert main is not None
    assert [each.get_text() for each in main.select("span.math annotation")] == [r"x \in \R^n"]
    assert len(main.select("div.math .katex-display")) == 1
    assert main.select("[style], script") == []
    assert [src for src in formulas.select("script[src]") if "mathjax" in str(src).lower()] == []


@pytest.mark.sphinx("html", testroot="prerendered-math-plain", freshenv=True)
def test_style_sheets_are_loaded_where_formulas_are(app: SphinxTestApp) -> None:
    """The last one is the page's own; a page without formulas loads none, whatever its links say."""
    build(app)
    common = ["prerendered-math/katex/katex.min.css", "prerendered-math/formulas.css"]
    expected = {
        "index.html": [],
        "formulas.html": [*common, "prerendered-math/pages/formulas.css"],
        "title.html": [*common, "prerendered-math/pages/title.css"],
    }

    assert {name: style_sheets(page(app, name)) for name in expected} == expected
    for name in expected["formulas.html"]:
        assert (app.outdir / "_static" / name).is_file()


@pytest.mark.sphinx("html", testroot="prerendered-math-plain", freshenv=True)
def test_formula_in_a_title_is_mathml_elsewhere_and_tex_in_the_tab(app: SphinxTestApp) -> None:
    """Links to the page need no style sheet; ``<title>`` holds no markup."""
    build(app)
    link = page(app, "index.html").select_one(".toctree-wrapper a[href='title.html']")
    title = page(app, "title.html").title

    assert link is not None
    assert title is not None
    assert link.get_text() == "Sorting in O(n2)"
    assert link.select("math msup") != []
    assert link.select(".katex") == []
    assert title.get_text().startswith("Sorting in O(n^2) ")


@pytest.mark.sphinx("html", testroot="prerendered-math-numbered", freshenv=True)
def test_numbers_and_references_are_those_of_sphinx(app: SphinxTestApp) -> None:
    """Each labelled equation has its number, beside the box that scrolls, and one id."""
    build(app)
    index = page(app, "index.html")
    blocks = [block for block in index.select("div.math") if block.select(".eqno")]
    numbers = [str(block.select(".eqno")[0].contents[0]) for block in blocks]
    references = [(link["href"], link.get_text()) for link in index.select("p a.reference.internal")]
    ids = [str(tag["id"]) for tag in index.select("[id]")]

    assert numbers == ["(1)", "(2)", "(3)"]
    assert {"equation-first", "equation-second", "equation-third", "third-name"} <= set(ids)
    assert index.select(".formula-scroller .eqno") == []
    assert references == [("#equation-first", "(1)"), ("#equation-second", "(2)"), ("#equation-third", "(3)")]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.sphinx("html", testroot="prerendered-math-broken", freshenv=True)
def test_broken_formula_is_a_located_warning(app: SphinxTestApp) -> None:
    """File, line, what is wrong and what to write instead; once, however many pages show it."""
    app.build()
    warnings = strip_colors(app.warning.getvalue()).replace(str(app.srcdir), "").strip().splitlines()

    assert sorted(warnings) == [
        r"/index.md:13: WARNING: \begin{align} numbers lines itself, beside Sphinx's numbers; write "
        r"$$ \begin{aligned} … \end{aligned} $$ (label), or use :no-wrap: [prerendered_math.numbering]",
        r"/index.md:7: WARNING: KaTeX cannot read a formula: Undefined control sequence: \fraq, in "
        r"“\fraq{a}{b} <b>”; did you mean \frac or \frak? [prerendered_math.tex]",
        r"/index.md:9: WARNING: KaTeX cannot read a formula: Undefined control sequence: \label, in "
        r"“a + \label{x} b”; label the block itself: $$ … $$ (label) [prerendered_math.tex]",
        r"/titled.md:1: WARNING: KaTeX cannot read a formula: Undefined control sequence: \oops, in "
        r"“\oops” [prerendered_math.tex]",
    ]


@pytest.mark.sphinx("html", testroot="prerendered-math-broken", freshenv=True)
def test_broken_formula_shows_its_source(app: SphinxTestApp) -> None:
    """As text, and the rest of the page is there."""
    app.build()
    index = page(app, "index.html")

    assert [code.get_text() for code in index.select(".body code.formula-source")] == [
        r"\oops",
        r"\fraq{a}{b} <b>",
        r"a + \label{x} b",
    ]
    assert len(index.select(".body .katex")) == 2


@pytest.mark.sphinx(
    "html",
    testroot="prerendered-math-broken",
    freshenv=True,
    confoverrides={"suppress_warnings": ["prerendered_math"]},
)
def test_warnings_can_be_suppressed(app: SphinxTestApp) -> None:
    """By their type, as all of Sphinx's."""
    build(app)


@pytest.mark.sphinx("html", testroot="prerendered-math-formulas", freshenv=True)
def test_hard_formulas_build_without_a_warning(app: SphinxTestApp) -> None:
    """One hundred and fifty of them, with no inline style and nothing that failed."""
    build(app)
    index = page(app, "index.html")

    assert len(index.select(".katex")) >= 150
    assert index.select(".body [style], code.formula-source") == []


@pytest.mark.sphinx("html", testroot="prerendered-math-paragraph", freshenv=True)
def test_displayed_formula_leaves_valid_html(app: SphinxTestApp) -> None:
    """No block inside ``<p>``: browsers would end the paragraph there. No id twice, in spite of Furo."""
    build(app)
    text = (app.outdir / "index.html").read_text(encoding="utf-8")
    index = BeautifulSoup(text, "html5lib")
    ids = [str(tag["id"]) for tag in index.select("[id]")]

    assert [p.get_text() for p in index.select("section p") if not p.get_text().strip()] == []
    assert text.count("<p>") == len(BeautifulSoup(text, "html5lib").select("p:not([class])"))
    assert ids.count("equation-labelled") == 1
    assert [link["href"] for link in index.select("section p a.reference")] == ["#equation-labelled"]


@pytest.mark.sphinx("html", testroot="prerendered-math-plain", freshenv=True)
def test_search_index_knows_the_source_only(app: SphinxTestApp) -> None:
    """Words of the TeX, as with Sphinx's own renderers; nothing of MathML, boxes or classes."""
    build(app)
    index = (app.outdir / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]

    assert {"lvert", "sqrt"} <= set(terms)
    assert [
        term for term in terms if re.search("katex|span|mrow|semantic|annotation|vlist|height", term)
    ] == []
