"""What each measure against costs that grow is worth: builds of the same site without it.

``undo`` is called by the generated ``conf.py``, before the extensions are set up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import site_navigation
from site_navigation import builders, memory
from site_navigation.builders import FreshPages
from site_navigation.freshness import Freshness

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Ablation:
    """A measure to undo, and the step at which it counts."""

    step: str
    undo: Callable[[], None]


def _nothing(*_arguments: object) -> None:
    """Stand in for a function."""


def _drop(owner: object, *names: str) -> None:
    for name in names:
        setattr(owner, name, _nothing)


def _load_and_dump_the_index() -> None:
    Freshness.is_search_index_current = lambda self: False  # type: ignore[method-assign]


ABLATIONS = {
    "garbage collection as usual": Ablation(
        "no-op", partial(_drop, memory, "pause", "freeze_and_resume", "freeze_for_good")
    ),
    "generated pages rendered always": Ablation("no-op", partial(_drop, Freshness, "_content_of")),
    "index loaded and dumped always": Ablation("no-op", _load_and_dump_the_index),
    "index pruned with a dict": Ablation("body", partial(_drop, builders, "prune_with_a_set")),
    "parents of a page written": Ablation("body", partial(_drop, FreshPages, "hide_parents")),
    "sidebar by Furo": Ablation("body", partial(_drop, site_navigation, "hide_toctree", "show_sidebar")),
}


def undo(name: str) -> None:
    """Undo a measure in this process."""
    ABLATIONS[name].undo()
