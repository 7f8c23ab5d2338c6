"""A Sphinx extension for measurements: how much CPU time of a build is spent in `latest_updates`.

Two builds of the same site differ by more than a few per cent on a busy machine, whatever they do. So the
share is taken within one build: every handler of the extension is timed, and so is every page that exists
only because of it. What it costs others (the stored environment, the size of pages) is not in it.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

MEASURED = "latest_updates"
PAGES = "pages"


class Meter:
    """CPU seconds by handler, and of pages; what is within something measured belongs to the outer one."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.pages = 0
        self._busy = False

    @contextmanager
    def timed(self, kind: str) -> Iterator[None]:
        """Add the CPU time of the block to *kind*, once."""
        if self._busy:
            yield
            return
        self._busy, started = True, time.process_time()
        try:
            yield
        finally:
            self._busy = False
            self.seconds[kind] += time.process_time() - started

    def wrap(self, event: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return *function*, timed as a handler of *event*."""

        def wrapped(*arguments: Any, **options: Any) -> Any:
            with self.timed(event):
                return function(*arguments, **options)

        return wrapped


def setup(app: Sphinx) -> ExtensionMetadata:
    """Measure from the moment at which all extensions are loaded."""
    meter = Meter()
    app.connect("config-inited", lambda app, _config: _wrap_handlers(app, meter), priority=10_000)
    app.connect("builder-inited", lambda app: _wrap_pages(app, meter), priority=10_000)
    app.connect("build-finished", lambda app, _exception: _report(app, meter), priority=10_000)
    return {"parallel_read_safe": False, "parallel_write_safe": False}


def _wrap_handlers(app: Sphinx, meter: Meter) -> None:
    for event, listeners in app.events.listeners.items():
        for place, listener in enumerate(listeners):
            if listener.handler.__module__.partition(".")[0] == MEASURED:
                listeners[place] = listener._replace(handler=meter.wrap(event, listener.handler))


def _wrap_pages(app: Sphinx, meter: Meter) -> None:
    """Time the pages without a source that only the measured extension asks for."""
    builder: Any = app.builder
    handle_page = builder.handle_page

    def timed(pagename: str, *arguments: Any, **options: Any) -> None:
        if "/" in pagename and pagename not in app.env.all_docs:
            meter.pages += 1
            with meter.timed(PAGES):
                handle_page(pagename, *arguments, **options)
        else:
            handle_page(pagename, *arguments, **options)

    builder.handle_page = timed


def _report(app: Sphinx, meter: Meter) -> None:
    total = time.process_time()
    pages = meter.seconds.pop(PAGES, 0.0)
    measured = {"total": total, "pages": pages, "generated": meter.pages, "handlers": meter.seconds}
    (Path(app.doctreedir).parent / "meter.json").write_text(json.dumps(measured), encoding="utf-8")
