"""The check of links to other sites, against a server on this machine."""

from __future__ import annotations

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tools.linkcheck import is_online, main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Answers(BaseHTTPRequestHandler):
    """Answers with the status that the address names."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[int]:
    """Return the port of a server that works, refuses, or lacks a page, as it is asked."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield http.server_address[1]
        http.shutdown()


def write_site(folder: Path, port: int, *statuses: int) -> Path:
    """Write a page with one link for each status."""
    folder.mkdir()
    (folder / "conf.py").write_text("extensions = ['myst_parser']\nlinkcheck_retries = 1\n", encoding="utf-8")
    links = "\n\n".join(f"[x](http://127.0.0.1:{port}/{status})" for status in statuses)
    (folder / "index.md").write_text(f"# T\n\n{links}\n", encoding="utf-8")
    return folder


def check(tmp_path: Path, port: int, *statuses: int) -> int:
    """Check a site with such links."""
    site = write_site(tmp_path / "site", port, *statuses)
    output = tmp_path / "out"
    return main([f"--source={site}", f"--output={output}", f"--probe=127.0.0.1:{port}", "-q"])


def test_broken_link_is_named_with_its_place(
    tmp_path: Path, server: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that is gone fails the check; a site that turns programs away does not."""
    assert check(tmp_path, server, 200, 403, 404) == 1

    out = capsys.readouterr().out
    assert f"index.md:7: 打不开：http://127.0.0.1:{server}/404" in out
    assert f"index.md:5: 拒绝程序访问，请用浏览器看一眼：http://127.0.0.1:{server}/403" in out
    assert "能打开 1 个，拒绝程序访问 1 个，打不开 1 个" in out


def test_working_links_pass(tmp_path: Path, server: int) -> None:
    """Nothing to say is success."""
    assert check(tmp_path, server, 200) == 0


def test_offline_says_so_and_does_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no probe answers, no link is called broken, and none is called checked."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

        assert not is_online(["127.0.0.1"], port, timeout=1)
        assert check(tmp_path, port, 404) == 0
    assert capsys.readouterr().out == "离线：连不上外网，站外链接这次没有检查\n"
