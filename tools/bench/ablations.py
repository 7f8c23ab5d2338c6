"""What each measure against costs that grow is worth: builds of the same site without it.

``undo`` is called by the generated ``conf.py``, before the extensions are set up.
"""

from __future__ import annotations

from dataclasses import dataclass

import site_navigation
from site_navigation import builders, memory
from site_navigation.builders import FreshPages
from site_navigation.freshness import Freshness


@dataclass(frozen=True)
class Ablation:
    """Functions of *owner* to put out of action, and the step at which that counts."""

    step: str
    owner: object
    names: tuple[str, ...]


ABLATIONS = {
    "garbage collection as usual": Ablation(
        "no-op", memory, ("pause", "freeze_and_resume", "freeze_for_good")
    ),
    "generated pages rendered always": Ablation("no-op", Freshness, ("_content_of",)),
    "index loaded and dumped always": Ablation("no-op", Freshness, ("is_search_index_current",)),
    "index pruned with a dict": Ablation("body", builders, ("prune_with_a_set",)),
    "parents of a page written": Ablation("body", FreshPages, ("hide_parents",)),
    "sidebar by Furo": Ablation("body", site_navigation, ("hide_toctree", "show_sidebar")),
}


def undo(name: str) -> None:
    """Undo a measure in this process."""
    ablation = ABLATIONS[name]
    for function in ablation.names:
        setattr(ablation.owner, function, _nothing)


def _nothing(*_arguments: object) -> None:
    """Stand in for a function."""
