"""Serve the site and rebuild what is saved: ``python -m tools.live [--port 8000]``."""

from __future__ import annotations

import argparse
import multiprocessing
import re
import socket
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tools.live.builds import Build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.applications import Starlette

ROOT = Path(__file__).parents[2]
#: Folders of the project in which nothing belongs to the site, and files that editors leave for a moment.
ELSEWHERE = r"(?:_build|tests|node_modules|requirements|\.(?!/)[^/]+)/"
PASSING = r"(?:~|\.sw.|\.tmp|/4913|/\.#[^/]*|/#[^/]*#|\.pyc)$"


def serve_from_one_that_is_ready() -> None:
    """Fork builds from a process that has loaded Sphinx, where the system can fork."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method("forkserver")
        multiprocessing.set_forkserver_preload(["tools.live.ready"])


def application(build: Build) -> Starlette:
    """Return the server: pages, and the socket on which they wait for the next build."""
    # Imported here, for the processes that build need none of it; sphinx-autobuild has no types.
    from sphinx_autobuild.filter import IgnoreFilter  # type: ignore[import-untyped]  # noqa: PLC0415
    from sphinx_autobuild.server import RebuildServer  # type: ignore[import-untyped]  # noqa: PLC0415
    from starlette.applications import Starlette  # noqa: PLC0415
    from starlette.routing import Mount, WebSocketRoute  # noqa: PLC0415

    from tools.live.pages import LivePages  # noqa: PLC0415

    inside = re.escape(f"{build.source.as_posix()}/")
    ignored = IgnoreFilter([], [f"^{inside}{ELSEWHERE}", "/__pycache__/", PASSING])
    watcher = RebuildServer([build.source], ignored, change_callback=build)
    pages = LivePages(build.output, build.report)
    routes = [WebSocketRoute("/websocket-reload", watcher), Mount("/", pages)]
    return Starlette(routes=routes, lifespan=watcher.lifespan)


def is_taken(port: int) -> bool:
    """Tell whether another program serves on *port*; better before the first build than after it."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Build once, then serve until interrupted."""
    import uvicorn  # noqa: PLC0415 -- not needed by the processes that build

    parser = argparse.ArgumentParser(description="边写边看", prog="make livehtml")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--source", type=Path, default=ROOT)
    parser.add_argument("--output", type=Path, default=ROOT / "_build")
    options = parser.parse_args(arguments)
    if is_taken(options.port):
        print(f"✗ 端口 {options.port} 被占用：make livehtml PORT={options.port + 1}", file=sys.stderr)
        return 1
    output = options.output.resolve()
    build = Build(options.source.resolve(), output / "live", output / "livedoctrees", output / "live.json")
    build.output.mkdir(parents=True, exist_ok=True)
    serve_from_one_that_is_ready()
    with ProcessPoolExecutor(1) as pool:
        pool.submit(build).result()
    print(f"» http://127.0.0.1:{options.port}/ （Ctrl+C 结束）", flush=True)
    uvicorn.run(application(build), host="127.0.0.1", port=options.port, log_level="warning")
    return 0


if __name__ == "__main__":
    sys.exit(main())
