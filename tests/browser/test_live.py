"""`make livehtml` in a real browser: what is saved is seen, and what is wrong is read on the page."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.integration.tools.test_live import FILES, WRONG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

# A busy machine builds slowly; the time it takes is measured elsewhere.
PATIENCE = 60_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the folder of a small site."""
    for name, text in FILES.items():
        (tmp_path / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "source" / name).write_text(text, encoding="utf-8")
    return tmp_path / "source"


@pytest.fixture
def address(source: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the small site as the command does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--port", str(port), "--source", source, "--output", tmp_path / "out"]
    command = [sys.executable, "-m", "tools.live", *map(str, options)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the first build is done and the server listens."""
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until and server.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server does not listen")


def test_saved_page_is_seen_and_a_mistake_is_read_on_it(browser: Browser, address: str, source: Path) -> None:
    """The open page reloads by itself; a warning stands on every page until it is mended."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/python/one.html")
    page.wait_for_function("() => performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
    one = source / "python" / "one.md"

    one.write_text(FILES["python/one.md"].replace("Text.", "Rewritten."), encoding="utf-8")
    page.get_by_text("Rewritten.").wait_for(timeout=PATIENCE)
    one.write_text(WRONG, encoding="utf-8")
    page.locator("#live-report", has_text="python/one.md:2").wait_for(timeout=PATIENCE)
    page.goto(f"{address}/index.html")
    page.locator("#live-report").wait_for()
    one.write_text(FILES["python/one.md"], encoding="utf-8")
    page.locator("#live-report").wait_for(state="detached", timeout=PATIENCE)
    context.close()
