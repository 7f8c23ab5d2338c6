"""A real browser for the tests: what a reader sees, and nothing that a reader should not."""

from __future__ import annotations

import functools
import gzip
import os
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from tools.browser import FLAGS, HOW_TO, find_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the installed browser; without one, fail in CI and skip on a developer's machine."""
    path = find_browser()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(HOW_TO)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()


class Watch:
    """What went wrong on the pages of one context."""

    def __init__(self, context: BrowserContext) -> None:
        self.findings: list[str] = []
        context.on("console", lambda message: self.note("console", message.type, message.text))
        context.on("weberror", lambda error: self.note("error", error.error))
        context.on("request", lambda request: self.note_request(request.url))
        context.on("response", lambda response: self.note_response(response.status, response.url))

    def note(self, *parts: object) -> None:
        """Record a finding."""
        self.findings.append(" ".join(map(str, parts)))

    def note_request(self, url: str) -> None:
        """Record a request that leaves the test's own server."""
        if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:")):
            self.note("third-party request", url)

    def note_response(self, status: int, url: str) -> None:
        """Record a page or asset that is not there."""
        if status >= 400:
            self.note(status, url)


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[Page]:
    """Open a page of its own context; console messages, errors and foreign requests fail the test."""
    context = browser.new_context(**options)
    watch = Watch(context)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert watch.findings == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh page at 1280 x 900."""
    with watched(browser, viewport={"width": 1280, "height": 900}) as fresh:
        yield fresh


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Host(Quiet):
    """Serves a folder as hosts of static sites do: with 404.html wherever nothing is."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def packed() -> Callable[[bytes], int]:
    """Return a function that tells how many bytes of a file a host sends: gzipped where that helps."""
    return lambda content: min(len(content), len(gzip.compress(content, 9)))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Return a function that serves a folder and returns its base URL, without a slash at the end."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, handler: type[Quiet] = Quiet) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path, serve: Callable[[Path], str]) -> str:
    """Return the base URL of the real site."""
    return serve(site)


@pytest.fixture(scope="session")
def lost_url(site: Path, serve: Callable[..., str]) -> str:
    """Return the base URL of the real site on a host that shows 404.html for what is missing."""
    return serve(site, Host)
