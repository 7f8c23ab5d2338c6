"""What `make livehtml` builds, reports and serves."""

from __future__ import annotations

import asyncio
import re
import socket
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tools.live.__main__ import ELSEWHERE, PASSING, application, main
from tools.live.builds import Build, Problem, Report, read_report
from tools.live.pages import LivePages, banner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONF = f"""
import sys
sys.path.insert(0, {str(ROOT / "_ext")!r})
project = "Site"
language = "zh_CN"
extensions = ["myst_parser", "furo_companion", "latest_updates", "site_navigation"]
html_theme = "furo"
furo_companion_csp = True
latest_updates_categories = {{"python": "Python"}}
"""
FILES = {
    "conf.py": CONF,
    "index.md": "# Start\n\n```{toctree}\n:glob:\n\npython/*\n```\n",
    "python/index.md": "# Python\n",
    "python/one.md": "---\ndate: 2026-01-01\n---\n\n# One\n\nText.\n",
    "python/two.md": "---\ndate: 2026-01-01\ndraft: true\n---\n\n# Two\n\nText.\n",
}
WRONG = "---\ndate: 2026-02-30\n---\n\n# One\n\n[](#nowhere)\n"


@pytest.fixture(autouse=True)
def no_running_loop() -> Iterator[None]:
    """Let a test start an event loop: in a worker that has had a browser, Playwright's is running."""
    loop = asyncio.events._get_running_loop()
    asyncio.events._set_running_loop(None)
    yield
    asyncio.events._set_running_loop(loop)


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return the build of a small site."""
    source = tmp_path / "source"
    for name, text in FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    return Build(source, tmp_path / "out", tmp_path / "doctrees", tmp_path / "live.json")


def save(build: Build, name: str, text: str) -> Report:
    """Save a file as an author does; return what the build says then."""
    path = build.source / name
    path.write_text(text, encoding="utf-8")
    build(changed_paths=[path])
    return read_report(build.report)


def served(build: Build, path: str) -> tuple[int, str, str]:
    """Return status, cache control and text of a page as it is served."""

    async def ask() -> tuple[int, str, str]:
        headers = [(b"if-none-match", b"*")]
        scope = {"type": "http", "method": "GET", "path": f"/{path}", "root_path": "", "headers": headers}
        response = await LivePages(build.output, build.report).get_response(path, scope)
        return response.status_code, response.headers.get("cache-control", ""), bytes(response.body).decode()

    return asyncio.run(ask())


def test_problems_stay_until_they_are_mended(build: Build) -> None:
    """A page's warnings are repeated while another page is edited, in Chinese, with file and line."""
    build()
    assert read_report(build.report) == Report()
    wrong = save(build, "python/one.md", WRONG)
    other = save(build, "index.md", FILES["index.md"] + "\nMore.\n")

    assert [problem for problem in wrong.problems if problem.place == "python/one.md:2"] != []
    assert any("没有这一天" in problem.message for problem in wrong.problems)
    assert any("nowhere" in problem.message for problem in wrong.problems)
    assert sorted(other.problems, key=str) == sorted(wrong.problems, key=str)
    assert save(build, "python/one.md", FILES["python/one.md"]) == Report()


def test_drafts_are_shown_and_scripts_may_run(build: Build) -> None:
    """A draft has its page with a banner; no policy keeps the page from reloading."""
    build()
    status, cache, page = served(build, "python/two.html")

    assert (status, cache) == (200, "no-store")
    assert "草稿：本页尚未发布" in page
    assert "Content-Security-Policy" not in page
    assert page.index("websocket-reload") < page.index("</body>")
    assert "live-report" not in page


def test_failed_build_is_told_on_the_old_pages(build: Build) -> None:
    """When conf.py is broken, the pages of the last build say so; then all is well again."""
    build()
    report = save(build, "conf.py", CONF + "\n1 / 0\n")
    _status, _cache, page = served(build, "index.html")

    assert "division by zero" in report.failure
    assert "构建没有完成，页面是旧的" in page
    assert "<h1>Start" in page
    assert save(build, "conf.py", CONF) == Report()


def test_page_that_is_not_there_waits_for_the_next_build(build: Build) -> None:
    """A page that was deleted, or not built yet, reloads by itself, too."""
    build.output.mkdir()
    Report(failure="ConfigError: x").save(build.report)
    status, _cache, page = served(build, "index.html")

    assert status == 404
    assert "没有这一页" in page
    assert "ConfigError: x" in page
    assert "websocket-reload" in page


def test_banner_is_text() -> None:
    """Whatever a warning quotes of a source stays text; of very many warnings the first are shown."""
    problem = Problem("a<b>.md:1", "</div><script>alert(1)</script>", "a")
    html = banner(Report([problem] * 40, "<img src=x onerror=alert(1)>"))

    assert "<script" not in html
    assert "<img" not in html
    assert "a&lt;b&gt;.md:1" in html
    assert html.count("<li>") == 31
    assert "还有 10 处" in html
    assert banner(Report()) == ""


@pytest.mark.parametrize("name", ["index.md", "python/one.md", "_ext/a/b.py", "conf.py", "_static/site.css"])
def test_sources_are_watched(name: str) -> None:
    """What makes the site is looked at, wherever the project lies."""
    assert not any(
        re.search(pattern, f"/home/tests/{name}") for pattern in (f"^/home/tests/{ELSEWHERE}", PASSING)
    )


@pytest.mark.parametrize(
    "name",
    ["_build/live/index.html", ".venv/lib/x.py", ".git/index", "tests/a.py", "python/one.md~", "a/.#b.md"],
)
def test_what_is_no_source_is_not_watched(name: str) -> None:
    """Output, the environment and files that an editor leaves for a moment cause no build."""
    assert any(re.search(pattern, f"/home/me/{name}") for pattern in (f"^/home/me/{ELSEWHERE}", PASSING))


def test_taken_port_is_told_before_anything_is_built(
    build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command names the way out at once."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        options = ["--port", str(port), "--source", str(build.source), "--output", str(tmp_path / "new")]

        assert main(options) == 1
    assert f"make livehtml PORT={port + 1}" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_server_has_pages_and_a_socket(build: Build) -> None:
    """The application is sphinx-autobuild's watcher beside our pages."""
    build.output.mkdir()
    paths = [route.path for route in application(build).routes]  # type: ignore[attr-defined]

    assert paths == ["/websocket-reload", ""]
