"""Where the CPU time of a build goes: timers around some functions, set by the generated ``conf.py``."""

from __future__ import annotations

import json
import pickle
import time
from collections import defaultdict
from functools import wraps
from importlib import import_module
from operator import attrgetter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import sphinx.builders
from sphinx.environment import BuildEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.application import Sphinx

# What is timed, by label. Some of these functions call others of them, whose time is then in both.
PARTS = {
    "load environment": "sphinx.application:Sphinx._load_existing_env",
    "look for changed sources": "sphinx.environment:BuildEnvironment.get_outdated_files",
    "read": "sphinx.builders:Builder.read_doc",
    "digests": "site_navigation.freshness:Freshness.get_stale_documents",
    "load documents": "sphinx.environment:BuildEnvironment.get_doctree",
    "resolve": "sphinx.environment:BuildEnvironment.apply_post_transforms",
    "write": "sphinx.builders.html:StandaloneHTMLBuilder.write_doc",
    "render": "sphinx.builders.html:StandaloneHTMLBuilder.handle_page",
    "index: load": "sphinx.search:IndexBuilder.load",
    "index: feed": "sphinx.search:IndexBuilder.feed",
    "index: prune": "sphinx.search:IndexBuilder.prune",
    "index: dump": "sphinx.search:IndexBuilder.dump",
    "generated pages": "sphinx.builders.html:StandaloneHTMLBuilder.gen_pages_from_extensions",
    "static files": "sphinx.builders.html:StandaloneHTMLBuilder.copy_static_files",
    "remove, keep times, save state": "site_navigation.freshness:Freshness.finish",
}
SAVE = "save environment"


def timed(function: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return *function*, adding the CPU seconds of its calls to *spent*, those of recursive ones once."""
    running: list[str] = []

    @wraps(function)
    def call(*arguments: Any, **options: Any) -> Any:
        if running:
            return function(*arguments, **options)
        running.append(label)
        started = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[label] += time.process_time() - started
            running.clear()

    return call


def install(app: Sphinx, path: Path) -> None:
    """Time the parts of this build, and write them to *path* when it has finished."""
    spent: defaultdict[str, float] = defaultdict(float)
    spent["start"] = time.process_time()
    for label, name in PARTS.items():
        module, _, function = name.partition(":")
        owner, _, attribute = function.rpartition(".")
        if module.partition(".")[0] in {"sphinx", *app.extensions}:
            place = attrgetter(owner)(import_module(module))
            setattr(place, attribute, timed(getattr(place, attribute), label, spent))
    _time_pickling(spent)

    def finish(app: Sphinx, exception: Exception | None) -> None:
        spent["until the end of build-finished"] = time.process_time()
        path.write_text(json.dumps(spent), encoding="utf-8")

    app.connect("build-finished", finish, priority=1000)


def _time_pickling(spent: dict[str, float]) -> None:
    """Time the pickling of the environment, which Sphinx does in the middle of a long method."""
    save = timed(pickle.dump, SAVE, spent)

    def dump(value: object, *arguments: Any) -> None:
        (save if isinstance(value, BuildEnvironment) else pickle.dump)(value, *arguments)

    setattr(sphinx.builders, "pickle", SimpleNamespace(**{**vars(pickle), "dump": dump}))  # noqa: B010 - for mypy
