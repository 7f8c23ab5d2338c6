"""The search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checks import violations
from tests.browser.cjk_search.conftest import SENTENCE, TYPED, ask, expect_hits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

KATEX = (
    '<div role="main"><p>对<span class="math"><span class="katex">'
    '<span class="katex-mathml"><math><semantics>\n<mrow><mi>α</mi></mrow>'
    '<annotation encoding="application/x-tex">\\alpha</annotation></semantics></math>'
    '</span>\n<span class="katex-html" aria-hidden="true">α</span></span>'
    '<span class="for-copying">$\\alpha$</span></span>求导，\n<span class="math">\\(x^2\\)'
    '</span>也是。</p><div class="math"><span class="eqno">(1)</span>\\[y\\]</div></div>'
)


@pytest.fixture(params=["furo", "alabaster"])
def search(request: pytest.FixtureRequest, page: Page, url: Callable[..., str]) -> Page:
    """Return the search page, open."""
    page.goto(f"{url(request.param)}/search.html")
    return page


def status(page: Page) -> str:
    """Return what is said about the results."""
    return page.locator('[role="main"] [role="status"]').inner_text()


def test_what_readers_type(search: Page) -> None:
    """Chinese, code, full width, a sentence, nothing, too much, and attempts to break out."""
    dialogs: list[str] = []
    search.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for query, titles in TYPED.items():
        ask(search, query)
        if titles:
            expect_hits(search, titles)
        else:
            expect(search.locator(".cjk-search-title")).to_have_count(0)

    assert dialogs == []
    assert search.locator('[role="main"] img').count() == 0


def test_a_link_to_a_search_shows_its_results(page: Page, url: Callable[..., str]) -> None:
    """As from the field in the sidebar, which sends its words in the address; the way back works too."""
    page.goto(f"{url()}/search.html?q=熵")
    expect_hits(page, ["交叉熵"])
    ask(page, "梯度")
    expect_hits(page, ["梯度与自动求导"])
    page.go_back()
    expect_hits(page, ["交叉熵"])

    assert page.locator('[role="main"] input[name="q"]').input_value() == "熵"


def test_hits_tell_category_dates_and_place(search: Page) -> None:
    """The details come from the page's <meta>; a date that is none is left out."""
    ask(search, "PyTorch")
    details = search.locator(".cjk-search-details")

    expect(details).to_have_text(["计算机视觉2026-01-11更新于 2026-03-02", "深度学习"])
    expect(search.locator(".cjk-search-places")).to_have_text(["上采样", "梯度检查点"])
    assert details.locator("time").first.get_attribute("datetime") == "2026-01-11"


def test_words_are_marked_as_typed(search: Page) -> None:
    """In titles and snippets the words are marked whole, across markup and in other width."""
    ask(search, "反卷积")
    expect(search.locator(".cjk-search-title mark")).to_have_text(["反卷积"])
    expect(search.locator(".cjk-search-snippet mark").first).to_have_text("反卷积")
    ask(search, "pytorch也要")
    expect(search.locator(".cjk-search-snippet mark")).to_have_text(["ＰｙＴｏｒｃｈ也要"])


def test_pages_without_the_words_come_last(search: Page) -> None:
    """A page may have all pairs of a word without the word itself; it goes below, under a heading."""
    ask(search, "反卷积")
    expect_hits(search, ["卷积与反卷积"])
    expect(search.locator(".cjk-search-rest + ol .cjk-search-title")).to_have_text(["部署"])

    assert status(search) == "找到 1 篇，另有 1 篇相近但没有原词"


def test_no_result_comes_with_advice(search: Page) -> None:
    """The closest pages where there are some, and each word that would find something alone."""
    ask(search, "熵 没有这个词")
    expect(search.locator(".cjk-search-advice a")).to_have_text(["熵"])
    ask(search, f"{SENTENCE}火星")
    expect(search.locator('[role="main"] [role="status"]')).to_have_text(
        "没有哪一篇包含全部词语，下面是最接近的："
    )
    expect_hits(search, ["梯度与自动求导"])
    # What the page has of the words is marked, in its title too.
    expect(search.locator(".cjk-search-snippet mark")).to_have_text([SENTENCE])
    ask(search, "自动求导火星")
    expect(search.locator(".cjk-search-title mark")).to_have_text(["自动求导"])
    ask(search, "1234567")
    expect(search.locator(".cjk-search-advice")).to_contain_text("超过四位的数字")

    assert status(search) == "没有找到。"


def test_without_a_query_the_page_says_how_to_ask(search: Page) -> None:
    """The form has the focus, so that a reader can type at once."""
    expect(search.locator('[role="main"] input[name="q"]')).to_be_focused()
    expect(search.locator(".cjk-search-advice")).to_have_text("空格分开的词都要出现；引号里的词要连在一起。")


def test_keys_lead_through_the_results_to_a_page(search: Page) -> None:
    """Arrows go from the form to the hits; the page opened has the words marked, not their pairs."""
    ask(search, "自动求导")
    expect_hits(search, ["梯度与自动求导"])
    search.keyboard.press("ArrowDown")
    expect(search.locator(".cjk-search-title a")).to_be_focused()
    search.keyboard.press("ArrowUp")
    expect(search.locator('[role="main"] input[name="q"]')).to_be_focused()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Enter")
    search.wait_for_url("**/gradient.html")
    main = search.locator('[role="main"] .highlighted')

    expect(main).to_have_text(["自动求导", "自动求导"])


def test_every_occurrence_is_marked_on_the_page(page: Page, url: Callable[..., str]) -> None:
    """Also across markup and after the first of a paragraph; Escape takes the marks away."""
    page.goto(f"{url()}/search.html?q=反卷积")
    page.locator(".cjk-search-title a").first.click()
    marks = page.locator('[role="main"] .highlighted')
    expect(marks).to_have_text(["反卷积", "反", "卷积"])
    page.keyboard.press("Escape")

    expect(marks).to_have_count(0)


def test_formulas_are_not_marked(page: Page, url: Callable[..., str]) -> None:
    """A mark inside a formula would take it apart."""
    page.goto(f"{url()}/search.html")
    page.evaluate(
        """(html) => {
          document.querySelector('[role="main"]').outerHTML = html;
          CjkSearch.markPage(CjkSearch.parseWords("α 求导"));
        }""",
        KATEX,
    )

    assert page.locator(".highlighted").all_text_contents() == ["求导"]


def test_pages_are_read_twenty_at_a_time(page: Page, many: str) -> None:
    """A query that half of the site answers costs twenty requests, until the reader asks for more."""
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{many}/search.html?q=共同的词语")
    hits, more = page.locator(".cjk-search-hit"), page.locator(".cjk-search-more")
    expect(page.locator(".cjk-search-snippet")).to_have_count(20)

    assert sum("/page" in url and url.endswith(".html") for url in requested) == 20
    assert status(page) == "找到 45 篇"
    more.click()
    expect(page.locator(".cjk-search-snippet")).to_have_count(40)
    expect(hits.nth(20).locator("a").first).to_be_focused()
    more.click()
    expect(hits).to_have_count(45)
    expect(more).to_be_hidden()


def test_long_queries_stay_out_of_the_address(page: Page, url: Callable[..., str]) -> None:
    """Servers refuse very long addresses; the words are all searched nevertheless."""
    page.goto(f"{url()}/search.html")
    ask(page, "自动求导 " * 2000)
    expect_hits(page, ["梯度与自动求导"])

    assert len(page.url) < 4000


def test_from_a_folder_there_are_results_without_snippets(page: Page, built: Callable[..., Path]) -> None:
    """Under file:// pages cannot be read, and nobody tries."""
    page.goto(f"{built().as_uri()}/search.html?q=反卷积")
    expect_hits(page, ["卷积与反卷积", "部署"])

    assert page.locator(".cjk-search-snippet").count() == 0
    page.locator(".cjk-search-title a").first.click()
    page.wait_for_url("**/convolution.html")


def test_addresses_of_folders(page: Page, url: Callable[..., str]) -> None:
    """The dirhtml builder gives each page a folder."""
    page.goto(f"{url('furo', '-b', 'dirhtml')}/search/?q=熵")
    expect(page.locator(".cjk-search-snippet")).to_have_count(1)
    page.locator(".cjk-search-title a").click()
    page.wait_for_url("**/entropy/")


def test_formulas_are_compared_by_their_source(page: Page, url: Callable[..., str]) -> None:
    """It is what the index has; neither hidden MathML nor the delimiters of MathJax get into the text."""
    page.goto(f"{url()}/search.html")
    blocks = page.evaluate("(html) => CjkSearch.parsePage(html).blocks.map((block) => block.literal)", KATEX)

    assert blocks == ["对\\alpha求导, x^2也是。", "y"]


@pytest.mark.parametrize(
    ("mathml", "shown"),
    [
        ("<mi>N</mi><mo>→</mo><mi mathvariant='normal'>∞</mi>", "N→∞"),
        ("<msub><mi>x</mi><mrow><mi>t</mi><mo>+</mo><mn>1</mn></mrow></msub>", "x_(t+1)"),
        ("<mfrac><mn>1</mn><msup><mi>n</mi><mn>2</mn></msup></mfrac>", "1/(n^2)"),
        ("<msqrt><mi>λ</mi></msqrt>", "√λ"),
        ("<msub><mrow><mi>log</mi><mo>\u2061</mo></mrow><mn>2</mn></msub><mi>p</mi>", "log_2 p"),
        ("<mover><mi>x</mi><mo>^</mo></mover>", "SOURCE"),
    ],
)
def test_formulas_are_shown_as_they_are_read(
    page: Page, url: Callable[..., str], mathml: str, shown: str
) -> None:
    """A formula that goes in a line is shown by its characters, any other by its source."""
    page.goto(f"{url()}/search.html")
    annotation = '<annotation encoding="application/x-tex">SOURCE</annotation>'
    math = f"<math><semantics><mrow>{mathml}</mrow>{annotation}</semantics></math>"
    html = f'<div role="main"><p>由<span class="math">{math}</span>得</p></div>'
    block = page.evaluate("(html) => CjkSearch.parsePage(html).blocks[0]", html)

    assert (block["text"], block["literal"]) == (f"由{shown}得", "由source得")


def test_a_cell_of_a_table_is_shown_with_its_row(page: Page, url: Callable[..., str]) -> None:
    """One word tells nothing; a word must not go across two cells, though."""
    page.goto(f"{url()}/search.html")
    rows = "<tr><td><p>卷积</p></td><td>ReLU</td></tr><tr><td>循环</td></tr>"
    html = f'<div role="main"><table>{rows}</table></div>'
    page_of = "const page = CjkSearch.parsePage(html)"
    snippet = f"(html) => {{ {page_of}; return CjkSearch.snippetOf(page, CjkSearch.parseWords('卷积')) }}"
    has = f"(html) => {{ {page_of}; return CjkSearch.hasWords(page, CjkSearch.parseWords('卷积ReLU')) }}"

    assert page.evaluate(snippet, html)["pieces"] == [["卷积", True], [" · ReLU", False]]
    assert page.evaluate(has, html) is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible(page: Page, url: Callable[..., str], scheme: str) -> None:
    """Nothing for axe, in both colour schemes, with results, demoted results and advice."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for query in ("反卷积", "熵 没有这个词"):
        page.goto(f"{url()}/search.html?q={query}")
        expect(page.locator(".cjk-search-advice, .cjk-search-rest")).to_have_count(1)

        assert violations(page) == []
