"""The JavaScript of the search in V8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from cjk_search.language import JS_DIR
from py_mini_racer import MiniRacer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def call() -> Iterator[Callable[..., Any]]:
    """Return a function that calls a JavaScript function, in the search without Sphinx and without a page."""
    v8 = MiniRacer()
    for name in ("splitter.js", "engine.js"):
        v8.eval((JS_DIR / name).read_text(encoding="utf-8") + "\n;undefined")

    def call(function: str, *arguments: Any) -> Any:
        listed = ", ".join(map(json.dumps, arguments))
        return json.loads(str(v8.eval(f"JSON.stringify(({function})({listed}) ?? null)")))

    yield call
    v8.close()
