"""Small sites of articles, written for one test each, built as often as it takes."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from sphinx.testing.util import SphinxTestApp

CONF = """
project = "Site"
language = "en"
extensions = ["myst_parser", "latest_updates"]
myst_enable_extensions = ["dollarmath"]
html_theme = "basic"
latest_updates_categories = {"python": "Python", "nlp": "Language"}
latest_updates_today = "2026-06-01"
"""

INDEX = """# Start

```{toctree}
:glob:

updates
*/index
```
"""

CATEGORY = """# %s

```{toctree}
:glob:

*
```
"""

UPDATES = """# Updates

```{latest-updates}
```
"""

FILES = {
    "conf.py": CONF,
    "index.md": INDEX,
    "updates.md": UPDATES,
    "python/index.md": CATEGORY % "Python",
    "nlp/index.md": CATEGORY % "Language",
}


def article(
    front_matter: str = "", title: str = "Title", body: str = "Text.", date: str = "2026-01-01"
) -> str:
    """Return the source of an article; *date* may be empty, to be given in *front_matter* or not at all."""
    day = f"date: {date}\n" if date else ""
    return f"---\n{day}{front_matter}\n---\n\n# {title}\n\n{body}\n"


class Site:
    """The sources of a site, and its builds."""

    def __init__(self, srcdir: Path, make_app: Callable[..., SphinxTestApp]) -> None:
        self.srcdir = srcdir
        self.make_app = make_app
        self.app: SphinxTestApp | None = None

    def write(self, files: dict[str, str]) -> None:
        """Write *files* by their names."""
        for name, text in files.items():
            path = self.srcdir / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def configure(self, settings: str) -> None:
        """Append *settings* to the configuration."""
        conf = self.srcdir / "conf.py"
        conf.write_text(conf.read_text(encoding="utf-8") + settings, encoding="utf-8")

    @contextmanager
    def opened(self, builder: str = "html", **options: Any) -> Iterator[SphinxTestApp]:
        """Open the site as Sphinx does, and leave nothing in this process."""
        self.app = self.make_app(builder, srcdir=self.srcdir, **options)
        try:
            yield self.app
        finally:
            self.app.cleanup()

    def build(self, builder: str = "html", **options: Any) -> list[str]:
        """Build the site; return the lines of its warnings."""
        with self.opened(builder, **options) as app:
            app.build()
            return [line for line in app.warning.getvalue().splitlines() if line.strip()]

    @property
    def outdir(self) -> Path:
        """The output folder of the last build."""
        assert self.app is not None
        return Path(self.app.outdir)

    def page(self, name: str) -> str:
        """Return a file of the last build."""
        return (self.outdir / name).read_text(encoding="utf-8")

    def has(self, name: str) -> bool:
        """Tell whether the last build has left a file of this name."""
        return (self.outdir / name).exists()


@pytest.fixture
def site(tmp_path: Path, make_app: Callable[..., SphinxTestApp]) -> Callable[..., Site]:
    """Return a function that writes a site of some *files* besides the usual ones."""

    def make(files: dict[str, str] | None = None, conf: str = "") -> Site:
        made = Site(tmp_path / "site", make_app)
        made.write({**FILES, **(files or {})})
        made.configure(conf)
        return made

    return make
