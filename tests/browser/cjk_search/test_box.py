"""The search box over a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checks import violations
from tests.browser.cjk_search.conftest import TYPED, expect_hits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

BOX = ".cjk-search-box"


@pytest.fixture(params=["furo", "alabaster"])
def article(request: pytest.FixtureRequest, page: Page, url: Callable[..., str]) -> Page:
    """Return an article, open, with one of the themes."""
    page.goto(f"{url(request.param)}/entropy.html")
    return page


@pytest.fixture
def furo_article(page: Page, url: Callable[..., str]) -> Page:
    """Return an article, open, with Furo."""
    page.goto(f"{url()}/entropy.html")
    return page


def open_box(page: Page, key: str = "/") -> None:
    """Open the box and wait until it can search."""
    page.keyboard.press(key)
    expect(page.locator(f"{BOX} .cjk-search-hints")).not_to_be_empty()


def test_what_readers_type(article: Page) -> None:
    """The same queries as on the search page, with the same results."""
    dialogs: list[str] = []
    article.on("dialog", lambda dialog: dialogs.append(dialog.message))
    open_box(article)
    for query, titles in TYPED.items():
        article.locator(f"{BOX} input").fill(query)
        expect_hits(article, [*titles, "部署"] if query == "反卷积" else titles, BOX)

    assert dialogs == []
    assert article.locator(f"{BOX} img").count() == 0


def test_the_index_is_loaded_when_the_box_is_opened(furo_article: Page) -> None:
    """A reader who does not search pays for nothing but the listener."""
    requested: list[str] = []
    furo_article.on("request", lambda request: requested.append(request.url.rpartition("/")[2]))
    furo_article.reload(wait_until="networkidle")

    assert not {"searchindex.js", "searchtools.js", "language_data.js"}.intersection(requested)
    open_box(furo_article)
    assert {"searchindex.js", "searchtools.js", "language_data.js"} <= set(requested)


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_keys_open_and_close_it(furo_article: Page, key: str) -> None:
    """The focus goes back to where it was."""
    link = furo_article.locator("a").first
    link.focus()
    open_box(furo_article, key)
    expect(furo_article.locator(f"{BOX} input")).to_be_focused()
    furo_article.keyboard.press("Escape")
    expect(furo_article.locator(BOX)).to_be_hidden()
    expect(link).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(furo_article: Page) -> None:
    """Typing a path into the sidebar's field does not open anything."""
    furo_article.locator('.sidebar-search[name="q"]').focus()
    furo_article.keyboard.type("a/b")

    assert furo_article.locator(BOX).count() == 0
    assert furo_article.locator('.sidebar-search[name="q"]').input_value() == "a/b"


def test_arrows_choose_and_enter_opens(furo_article: Page) -> None:
    """The choice goes round; the page opened has the words marked as typed."""
    open_box(furo_article)
    furo_article.locator(f"{BOX} input").fill("卷积")
    expect_hits(furo_article, ["卷积与反卷积", "部署"], BOX)
    chosen = furo_article.locator(f'{BOX} [aria-selected="true"]')
    furo_article.keyboard.press("ArrowUp")
    expect(chosen).to_have_text("查看全部结果")
    for _ in range(3):
        furo_article.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("部署")
    furo_article.keyboard.press("Enter")
    furo_article.wait_for_url("**/deployment.html")

    expect(furo_article.locator('[role="main"] .highlighted')).to_have_text(["卷积", "卷积"])


def test_enter_without_a_choice_leads_to_the_search_page(furo_article: Page) -> None:
    """It shows all results, at once and also before they have been listed."""
    open_box(furo_article)
    furo_article.keyboard.type("ＰｙＴｏｒｃｈ")
    furo_article.keyboard.press("Enter")
    furo_article.wait_for_url("**/search.html?q=*")

    expect_hits(furo_article, TYPED["ＰｙＴｏｒｃｈ"])


def test_a_heading_is_opened_at_its_place(furo_article: Page) -> None:
    """Where a heading has the words, the hit leads there and says so."""
    open_box(furo_article)
    furo_article.locator(f"{BOX} input").fill("梯度检查点")
    expect(furo_article.locator(f"{BOX} .cjk-search-place")).to_have_text(["梯度检查点"])
    furo_article.keyboard.press("ArrowDown")
    furo_article.keyboard.press("Enter")
    furo_article.wait_for_url("**/gradient.html#*")

    expect(furo_article.locator("section:target > h2")).to_contain_text("梯度检查点")


def test_while_a_character_is_composed_nothing_is_searched(furo_article: Page) -> None:
    """Pinyin on the way to a character is not a query, and Enter that ends it opens nothing."""
    open_box(furo_article)
    session = furo_article.context.new_cdp_session(furo_article)
    session.send("Input.imeSetComposition", {"text": "tidu", "selectionStart": 4, "selectionEnd": 4})
    furo_article.wait_for_timeout(200)

    assert furo_article.locator(f'{BOX} [role="option"]').count() == 0
    session.send("Input.insertText", {"text": "梯度"})
    expect_hits(furo_article, ["梯度与自动求导"], BOX)


def test_the_field_of_the_theme_opens_the_box(article: Page) -> None:
    """A phone has no slash key; what has been typed there is taken along, and stays there too."""
    field = article.locator('input[name="q"]').first
    field.fill("熵")
    field.click()
    expect_hits(article, ["交叉熵"], BOX)

    assert field.input_value() == "熵"


def test_a_query_in_the_address_of_an_article_is_no_search(page: Page, url: Callable[..., str]) -> None:
    """Sphinx's script would take the article for the search page."""
    page.goto(f"{url()}/entropy.html?q=熵#x")
    open_box(page)
    page.keyboard.type("梯度")
    expect_hits(page, ["梯度与自动求导"], BOX)


def test_from_a_folder_there_are_results_without_snippets(page: Page, built: Callable[..., Path]) -> None:
    """Under file:// pages cannot be read, and nobody tries."""
    page.goto(f"{built().as_uri()}/entropy.html")
    open_box(page)
    page.keyboard.type("自动求导")
    expect_hits(page, ["梯度与自动求导"], BOX)
    page.wait_for_timeout(400)

    assert page.locator(".cjk-search-snippet").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_is_accessible(furo_article: Page, scheme: str) -> None:
    """Nothing for axe, with hits and one of them chosen."""
    furo_article.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_box(furo_article)
    furo_article.locator(f"{BOX} input").fill("卷积")
    expect(furo_article.locator(f"{BOX} .cjk-search-snippet")).to_have_count(2)
    furo_article.keyboard.press("ArrowDown")

    assert violations(furo_article) == []
