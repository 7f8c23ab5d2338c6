"""The code of an article, for figures that show what the text computes."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class ArticleNames:
    """The names that the blocks of *article* define; its blocks run in order, and only as far as asked.

    Blocks that hold one of the words *without* are left out: slow ones that no figure needs.
    """

    def __init__(self, article: Path, without: tuple[str, ...] = ()) -> None:
        self._names: dict[str, Any] = {"__name__": "__main__"}
        self._blocks = _BLOCK.finditer(article.read_text(encoding="utf-8"))
        self._without = without

    def until(self, name: str) -> dict[str, Any]:
        """Run blocks until *name* is defined, and return all names. Raises `StopIteration` if none does."""
        with contextlib.redirect_stdout(io.StringIO()):
            while name not in self._names:
                block = next(self._blocks)[1]
                if not any(word in block for word in self._without):
                    exec(block, self._names)
        return self._names
