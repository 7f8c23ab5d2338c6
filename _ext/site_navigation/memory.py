"""Garbage collection during a build.

A build makes millions of objects that live to its end. Python's collector walks through them again
and again, and once more when the process ends. Frozen objects are left out (see ``gc.freeze``).
Measured at 1,000 articles, in CPU seconds: a build with nothing to do 1.8 instead of 3.3, the end of
the process 0.03 instead of 1.3.
"""

from __future__ import annotations

import gc


def pause() -> None:
    """Stop collecting while extensions and the environment are loaded; forget what was frozen before."""
    gc.unfreeze()
    gc.disable()


def freeze_and_resume(*_args: object) -> None:
    """Set aside what has been made so far, and collect from here on."""
    gc.freeze()
    gc.enable()


def freeze_for_good(*_args: object) -> None:
    """Set aside everything, so that the end of the process does not visit it."""
    gc.freeze()
