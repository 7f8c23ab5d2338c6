"""KaTeX in V8. No Sphinx in here."""

from __future__ import annotations

import json
import os
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from py_mini_racer import MiniRacer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).parent
KATEX_SCRIPT = HERE / "katex" / "katex.min.js"
RENDER_SCRIPT = HERE / "render.js"


@dataclass(frozen=True)
class RenderedFormula:
    """What KaTeX made of a formula.

    `html` is MathML for screen readers, with the TeX as annotation, and HTML for eyes.
    `width` is about that of the formula in one line, `box` that of its widest part that cannot be broken,
    `height` the exact height of a displayed formula, or 0 if it cannot be told before it is laid out,
    all in em of the formula's own font size.
    """

    html: str
    width: float
    box: float
    height: float


class TexError(Exception):
    """KaTeX cannot read a formula; `position` and `length` (in UTF-16 units) say where, if known."""

    def __init__(self, message: str, position: int | None = None, length: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.length = length


class Katex:
    """KaTeX with the `macros` of a site, in one V8 context a process that is made when first needed."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._macros = dict(macros)
        self._racer: MiniRacer | None = None
        self._render: Callable[[str, bool], object] | None = None
        self._pid = 0
        _running.add(self)

    def render(self, tex: str, *, display: bool) -> RenderedFormula:
        """Render `tex`; raise `TexError` if KaTeX cannot read it."""
        answer = json.loads(str(self._function()(tex, display)))
        if "message" in answer:
            raise TexError(answer["message"], answer["position"], answer["length"])
        return RenderedFormula(answer["html"], answer["width"], answer["box"], answer["height"])

    def _function(self) -> Callable[[str, bool], object]:
        # A context works only in the process that made it: used in a fork, it hangs.
        if self._render is None or self._pid != os.getpid():
            self._start()
        assert self._render is not None
        return self._render

    def _start(self) -> None:
        self._racer = MiniRacer()
        self._racer.eval(KATEX_SCRIPT.read_text(encoding="utf-8"))
        make_renderer = RENDER_SCRIPT.read_text(encoding="utf-8").rstrip().removesuffix(";")
        macros = json.dumps(self._macros)
        render = self._racer.eval(f"{make_renderer}\n(katex, {macros})")
        self._render = cast("Callable[[str, bool], object]", render)
        self._pid = os.getpid()

    def close(self) -> None:
        """End the context and its threads; the next formula makes a new one."""
        if self._racer is not None and self._pid == os.getpid():
            self._racer.close()
        self._racer = self._render = None


_running: weakref.WeakSet[Katex] = weakref.WeakSet()


def _close_all() -> None:
    for katex in list(_running):
        katex.close()


# Sphinx forks after it has written its first page. Python 3.12 and later warn of a fork while threads
# run, and a V8 context has two.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_close_all)
