"""The search language that Sphinx indexes by, and its half in the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.search import SearchLanguage

from .messages import browser_messages
from .splitting import is_term, split

if TYPE_CHECKING:
    from collections.abc import Mapping

JS_DIR = Path(__file__).parent / "js"
# In the order of their needs. The first alone is enough to find something.
JS_FILES = ("splitter.js", "engine.js", "pages.js", "marks.js", "results.js")


class SearchCJK(SearchLanguage):
    """Chinese, and whatever else stands on a Chinese page."""

    lang = "zh"
    language_name = "Chinese"

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.js_splitter_code = browser_code(browser_messages())

    def split(self, input: str) -> list[str]:
        """Return the terms of a text, ready for the index: there is nothing left to stem."""
        return split(input)

    def word_filter(self, word: str) -> bool:
        """Reject what was not made by :meth:`split`: keywords of a ``<meta>`` come here whole."""
        return is_term(word)


def browser_code(messages: Mapping[str, str]) -> str:
    """Return the JavaScript of the search and the wording of its interface."""
    parts = [(JS_DIR / name).read_text(encoding="utf-8") for name in JS_FILES]
    wording = json.dumps(dict(messages), ensure_ascii=False, sort_keys=True)
    return "\n".join([*parts, f"CjkSearch.messages = {wording};\n"])
