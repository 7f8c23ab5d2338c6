"""What the figures of the article on word embeddings share: the names defined by its code blocks."""

import contextlib
import io
import re
from pathlib import Path
from typing import Any

ARTICLE = Path(__file__).parents[1] / "word-embedding.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)

names: dict[str, Any] = {"__name__": "__main__"}
blocks = BLOCK.finditer(ARTICLE.read_text(encoding="utf-8"))


def article(name: str) -> dict[str, Any]:
    """Run the article's blocks until *name* is defined, so that a figure shows what the text computes."""
    with contextlib.redirect_stdout(io.StringIO()):
        while name not in names:
            block = next(blocks)[1]
            if "gap_to_pmi" not in block:  # slow, and no figure needs it
                exec(block, names)
    return names
