"""Runs an article: its `python` blocks, its shown outputs, and the numbers of its prose.

One article is one namespace and one working directory.
An `output` block must be what the `python` block before it printed.
The last item of each article checks the numbers of the prose (see :mod:`tests.articles.numbers`).
"""

from __future__ import annotations

import contextlib
import io
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sybil import Document, Region, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.myst import CodeBlockParser

from tests.articles.numbers import same_output, unproved_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sybil import Example

ROOT = Path(__file__).parents[2]
CATEGORIES = sorted(page.parent.name for page in ROOT.glob("[!_.]*/index.md"))

# Outputs are compared to the letter here, and number by number within 1 % elsewhere.
REFERENCE = sys.version_info[:2] == (3, 11) and platform.machine() in {"x86_64", "AMD64"}

run_python = PythonEvaluator()


class Printed:
    """What the blocks of each article have printed so far, kept under the article's path."""

    def __init__(self) -> None:
        self.last: dict[str, str] = {}
        self.all: dict[str, list[str]] = {}
        self.without_torch: set[str] = set()

    def note(self, path: str, text: str) -> None:
        """Record the output of the block that just ran."""
        self.last[path] = text
        self.all.setdefault(path, []).append(text)


printed = Printed()


def skip_without_torch(example: Example) -> None:
    """Skip from the first block that imports torch on, if the user asked for it by WITHOUT_TORCH=1."""
    if os.environ.get("WITHOUT_TORCH") and "import torch" in example.parsed:
        printed.without_torch.add(example.path)
    if example.path in printed.without_torch:
        pytest.skip("WITHOUT_TORCH is set: this article needs PyTorch from here on")


def evaluate_python(example: Example) -> None:
    """Run one block and keep what it prints."""
    skip_without_torch(example)
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            run_python(example)
    finally:
        sys.stdout.write(out.getvalue())
    printed.note(example.path, out.getvalue())


def evaluate_output(example: Example) -> str | None:
    """Compare a shown output with what the block before it printed."""
    skip_without_torch(example)
    got = printed.last.get(example.path, "")
    if same_output(example.parsed, got, exact=REFERENCE):
        return None
    path = Path(example.path).relative_to(ROOT)
    return f"{path}:{example.line}: 输出与文中不符。文中：\n{example.parsed}\n实际：\n{got}"


def evaluate_numbers(example: Example) -> str | None:
    """Check that each number of the prose was printed or stands in the code."""
    if example.path in printed.without_torch:
        pytest.skip("WITHOUT_TORCH is set: not all blocks have run")
    path = Path(example.path).relative_to(ROOT)
    findings = unproved_numbers(example.document.text, printed.all.get(example.path, []))
    return "\n".join(f"{path}:{finding}" for finding in findings) or None


def parse_end(document: Document) -> Iterable[Region]:
    """Yield one region at the very end, so that it is evaluated after all blocks."""
    end = len(document.text)
    yield Region(end, end, None, evaluate_numbers)


class Workplace:
    """An empty working directory for each article, and nothing left behind by it."""

    def __init__(self) -> None:
        self.stack = contextlib.ExitStack()
        self.environ: dict[str, str] = {}
        self.path: list[str] = []
        self.modules: set[str] = set()

    def enter(self, namespace: dict[str, Any]) -> None:
        """Set up before the first block."""
        namespace["__name__"] = "__main__"
        self.environ, self.path, self.modules = dict(os.environ), list(sys.path), set(sys.modules)
        folder = self.stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        self.stack.enter_context(contextlib.chdir(folder))

    def leave(self, namespace: dict[str, Any]) -> None:
        """Restore what a reader's process would have thrown away."""
        local = {name for name in set(sys.modules) - self.modules if is_local(name)}
        for name in local:
            del sys.modules[name]
        self.stack.close()
        os.environ.clear()
        os.environ.update(self.environ)
        sys.path[:] = self.path
        namespace.clear()
        torch = sys.modules.get("torch")
        if torch is not None and torch.get_default_dtype() != torch.float32:
            torch.set_default_dtype(torch.float32)
            pytest.fail("the article left torch's default dtype changed")


def is_local(name: str) -> bool:
    """Tell whether a module was imported from the article's working directory."""
    file = getattr(sys.modules[name], "__file__", None)
    return bool(file) and Path(str(file)).is_relative_to(Path.cwd())


workplace = Workplace()

articles = Sybil(
    path=str(ROOT),
    parsers=[
        CodeBlockParser("python", evaluate_python),
        CodeBlockParser("output", evaluate_output),
        parse_end,
    ],
    patterns=[f"{category}/*.md" for category in CATEGORIES],
    excludes=[f"{category}/index.md" for category in CATEGORIES],
    setup=workplace.enter,
    teardown=workplace.leave,
)
