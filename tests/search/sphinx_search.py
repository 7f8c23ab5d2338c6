"""Sphinx's search over a built site in V8: the real files, and as little of a browser as they ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from py_mini_racer import MiniRacer

from tests.search.measure import Answer

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from tests.search.queries import Query

BROWSER = """
var window = globalThis;
var document = { readyState: "complete", getElementById: () => null };
var location = { protocol: "file:" };
var localStorage = { setItem() {} };
const _ready = () => {};
const _ = (text) => text;
const SPHINX_HIGHLIGHT_ENABLED = false;
const DOCUMENTATION_OPTIONS = { BUILDER: "html", LINK_SUFFIX: ".html", FILE_SUFFIX: ".html" };
"""
STOCK = "Search._performSearch(...Search._parseQuery(QUERY)).reverse().map((row) => row[0])"
FIND = "CjkSearch.find(QUERY).hits.map((hit) => hit.docname)"


class SphinxSearch:
    """Searches a site that has been built; to be closed, or V8 keeps the process from ending."""

    def __init__(self, site: Path, language_data: str = "") -> None:
        """Load the site's search, or with another *language_data* a part of it."""
        self.site = site
        self._v8 = MiniRacer()
        static = site / "_static"
        self.run(BROWSER)
        self.run((static / "searchtools.js").read_text(encoding="utf-8"))
        self.run(language_data or (static / "language_data.js").read_text(encoding="utf-8"))
        self.run((site / "searchindex.js").read_text(encoding="utf-8"))

    def __enter__(self) -> SphinxSearch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._v8.close()

    def run(self, code: str) -> None:
        """Run a script."""
        self._v8.eval(f"{code}\n;undefined")

    def value(self, expression: str, **names: Any) -> Any:
        """Return the value of an expression in which *names* stand for values."""
        for name, value in names.items():
            expression = expression.replace(name, json.dumps(value))
        return json.loads(str(self._v8.eval(f"JSON.stringify({expression})")))

    def docnames(self, query: str) -> list[str]:
        """Return the pages that the search finds, the best first."""
        found: list[str] = self.value(FIND, QUERY=query)
        return found

    def stock_docnames(self, query: str) -> list[str]:
        """Return the same by Sphinx's functions alone, where a page may come more than once."""
        found: list[str] = self.value(STOCK, QUERY=query)
        return list(dict.fromkeys(found))

    def is_relaxed(self, query: str) -> bool:
        """Tell whether what is found are pages that have only a part of the words."""
        return bool(self.value("CjkSearch.find(QUERY).relaxed", QUERY=query))

    def answer(self, query: Query) -> Answer:
        """Return what the index alone gives for a judged query."""
        docnames = self.docnames(query.text)
        return Answer(query, docnames, [] if self.is_relaxed(query.text) else docnames)
