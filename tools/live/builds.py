"""One build of the site as its author sees it, and the report of what is wrong with it."""

from __future__ import annotations

import json
import os
import re
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx.application import Sphinx

_color = re.compile(r"\x1b\[[0-9;]*m")
_warning = re.compile(
    r"(?:(?P<place>.+?)(?::(?P<line>\d+))?: )?(?:WARNING|ERROR|CRITICAL): (?P<said>.*)", re.DOTALL
)


@dataclass(frozen=True)
class Problem:
    """Something that a build has complained about, and the document in which it is, if any."""

    place: str
    message: str
    docname: str = ""


@dataclass
class Report:
    """What the last build has said: its problems, or why it has not come to an end."""

    problems: list[Problem] = field(default_factory=list)
    failure: str = ""

    def save(self, path: Path) -> None:
        """Keep the report; a reader sees the old one or the new one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
        new.replace(path)


def read_report(path: Path) -> Report:
    """Return the report of the last build; an empty one if there was none."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Report([Problem(**problem) for problem in kept["problems"]], kept["failure"])
    except (OSError, ValueError, KeyError, TypeError):
        return Report()


class Warnings:
    """A stream for Sphinx's warnings, one a call: shown on the terminal and kept."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def write(self, text: str) -> int:
        """Take one warning."""
        self.texts.append(_color.sub("", text).strip())
        return sys.stderr.write(text)

    def flush(self) -> None:
        """Show it."""
        sys.stderr.flush()


def read_problem(text: str, source: Path, app: Sphinx) -> Problem:
    """Return the problem that a warning tells of, its place relative to the site's folder."""
    match = _warning.fullmatch(text)
    if match is None:
        return Problem("", text)
    place = match["place"] or ""
    docname = app.env.path2doc(place) or "" if place else ""
    if place.startswith(f"{source}/"):
        place = place.removeprefix(f"{source}/")
    return Problem(f"{place}:{match['line']}" if match["line"] else place, match["said"], docname)


def speak_to_authors_as_to_readers() -> None:
    """Give warnings in the language of the site, whatever languages the system has."""
    from sphinx.locale import translators  # noqa: PLC0415

    spoken = {catalog: words for (place, catalog), words in translators.items() if place == "general"}
    translators.update({("console", catalog): words for catalog, words in spoken.items()})


@dataclass(frozen=True)
class Build:
    """Builds the site with its drafts; sphinx-autobuild calls it in a process of its own."""

    source: Path
    output: Path
    doctrees: Path
    report: Path

    def __call__(self, *, changed_paths: Sequence[Path] = ()) -> None:
        """Build what has changed, and what was wrong before: its warnings are to be given again."""
        started = time.perf_counter()
        names = [path.name for path in changed_paths]
        print(f"» {'、'.join(names[:5]) or '第一次构建'}", flush=True)
        warnings = Warnings()
        troubled = {problem.docname for problem in read_report(self.report).problems}
        try:
            # For the few pages of an edit, more processes would cost more than they save.
            processes = 1 if changed_paths else os.cpu_count() or 1
            report = Report(self._build(warnings, troubled, processes))
        except (Exception, SystemExit) as error:
            # Whatever conf.py does, the author is told.
            traceback.print_exc()
            report = Report(failure=f"{type(error).__name__}: {error}")
        report.save(self.report)
        print(f"» {time.perf_counter() - started:.1f} 秒，{len(report.problems)} 处警告", flush=True)

    def _build(self, warnings: Warnings, troubled: set[str], processes: int) -> list[Problem]:
        # Loaded in the process that builds, not in the one that serves.
        from sphinx.application import Sphinx  # noqa: PLC0415
        from sphinx.util.docutils import docutils_namespace, patch_docutils  # noqa: PLC0415

        with patch_docutils(self.source), docutils_namespace():
            app = Sphinx(
                self.source,
                self.source,
                self.output,
                self.doctrees,
                "html",
                # The script that reloads the page stands in it.
                confoverrides={"furo_companion_csp": False},
                status=None,
                warning=warnings,  # type: ignore[arg-type]
                tags=["drafts"],
                parallel=processes,
            )
            speak_to_authors_as_to_readers()
            app.connect("env-get-outdated", lambda _app, env, *_sets: sorted(troubled & env.found_docs))
            app.build()
            return [read_problem(text, self.source, app) for text in warnings.texts if text]
