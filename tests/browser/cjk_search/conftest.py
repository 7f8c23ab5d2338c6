"""The project of the search tests, built with each theme, and ways to ask it."""

from __future__ import annotations

import functools
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

PROJECT = ROOT / "tests" / "roots" / "test-cjk-search-articles"

# Furo under its strict policy, and a theme of the old kind, which has a form of its own on the search page.
THEMES = {
    "furo": [
        *("-D", "html_theme=furo", "-D", "extensions=cjk_search,furo_companion"),
        *("-D", f"locale_dirs={ROOT / 'locale'}"),
    ],
    "alabaster": ["-D", "html_theme=alabaster"],
}

# What a reader may type, and the titles found, with the pages read.
SENTENCE = "学习率太大时参数会在最优点的两侧来回跳动甚至越跳越远最后使损失函数变成无穷大或者"
TYPED = {
    "梯度": ["梯度与自动求导"],
    "反卷积": ["卷积与反卷积"],
    "熵": ["交叉熵"],
    "nn.Conv2d": ["卷积与反卷积"],
    "ＰｙＴｏｒｃｈ": ["部署", "卷积与反卷积", "梯度与自动求导"],
    "PyTorch 自动求导": ["梯度与自动求导"],
    SENTENCE: ["梯度与自动求导"],
    "": [],
    "自动求导 " * 2000: ["梯度与自动求导"],
    "<img src=x onerror=alert(1)>": [],
    "__proto__": ["部署"],
    "constructor": ["部署"],
}


def test_cases_are_those_promised() -> None:
    """A sentence of forty characters and a query of ten thousand."""
    assert (len(SENTENCE), max(map(len, TYPED))) == (40, 10_000)


def built_project(source: Path, out: Path, theme: str, *options: str) -> Path:
    """Build a project in a process of its own, without a warning."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", str(ROOT / "_ext"))
        result = build(source, out, "-W", *THEMES[theme], *options)
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that builds the project with a theme, once, and returns its folder."""

    @functools.cache
    def make(theme: str = "furo", *options: str) -> Path:
        return built_project(PROJECT, tmp_path_factory.mktemp("cjk-search") / "out", theme, *options)

    return make


@pytest.fixture(scope="session")
def url(built: Callable[..., Path], serve: Callable[[Path], str]) -> Callable[..., str]:
    """Return a function that returns the address of the project built with a theme."""
    return functools.cache(lambda *arguments: serve(built(*arguments)))


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a project of forty-five pages about one thing, one of which is only near it."""
    source = tmp_path_factory.mktemp("cjk-search-many") / "source"
    shutil.copytree(PROJECT, source)
    for number in range(45):
        (source / f"page{number}.rst").write_text(
            f":orphan:\n\n第{number}页\n======\n\n共同的词语。\n", encoding="utf-8"
        )
    return serve(built_project(source, source.parent / "out", "furo"))


def ask(page: Page, query: str) -> None:
    """Type a query into the form of the search page."""
    field = page.locator('[role="main"] input[name="q"]')
    field.fill(query)
    field.press("Enter")


def expect_hits(page: Page, titles: list[str], within: str = ".cjk-search-results >> nth=0") -> None:
    """Wait until exactly these titles are listed."""
    expect(page.locator(within).locator(".cjk-search-title")).to_have_text(titles)
