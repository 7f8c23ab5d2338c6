"""The extension alone, in a project that has nothing but it, MyST and a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from .conftest import article
from .test_listing import entries, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Site

# What the README tells a newcomer to write, a base URL for the feeds, and no more.
README_CONF = """
extensions = ["myst_parser", "latest_updates"]
myst_enable_extensions = ["dollarmath"]
latest_updates_categories = {"python": "Python", "nlp": "Notes"}
html_baseurl = "https://example.org/"
exclude_patterns = ["_build"]
"""


@pytest.mark.parametrize("theme", ["alabaster", "furo", "classic"])
def test_newcomer_gets_a_site(site: Callable[..., Site], theme: str) -> None:
    """Listing, pages, tags, article heads and feeds are there under any theme, without a template."""
    small = site(
        {
            "conf.py": f'{README_CONF}html_theme = "{theme}"\n',
            "updates.md": "# Updates\n\n```{latest-updates}\n:per-page: 1\n```\n",
            "python/one.md": article("tags: [pdb]", "One $x$", "Text with `code`."),
            "nlp/two.md": article("", "Two", date="2026-01-02"),
        }
    )

    assert small.build() == []
    assert names(small.outdir, "updates.html") == ["Two"]
    # A parser of microformats reads formulas as the theme's renderer leaves them to the browser.
    assert names(small.outdir, "updates/page/2.html") == [r"One \(x\)"]
    assert entries(small.outdir, "updates/page/2.html")[0]["summary"] == ["Text with code."]
    assert names(small.outdir, "tags/pdb.html") == [r"One \(x\)"]
    assert "latest-updates-header" in small.page("python/one.html")
    assert "mathjax" in small.page("updates/page/2.html").lower()
    assert "latest_updates.css" in small.page("updates.html")
    assert small.has("_static/latest_updates.css")
    assert small.has("atom.xml")


def test_project_without_categories_is_left_as_it_was(site: Callable[..., Site]) -> None:
    """Before it is configured, the extension changes nothing but an empty listing."""
    pages = {"python/one.md": "# One\n", "nlp/two.md": "# Two\n"}
    small = site({"conf.py": 'extensions = ["myst_parser", "latest_updates"]\n', **pages})

    assert small.build() == []
    assert "No articles yet." in small.page("updates.html")
    assert "latest-updates-header" not in small.page("python/one.html")


@pytest.mark.parametrize(
    "setting",
    [
        'latest_updates_timezone = "Nowhere/Land"',
        'latest_updates_placeholders = {"cod": "x"}',
        'latest_updates_categories = {"a/b": "x"}',
        'latest_updates_tags = "missing.yml"',
        'latest_updates_today = "yesterday"',
        "latest_updates_per_page = -1",
        "latest_updates_excerpt_length = -350",
    ],
)
def test_setting_that_cannot_be_meant_stops_the_build(site: Callable[..., Site], setting: str) -> None:
    """A mistake of the operator is told at once, by the name of the setting."""
    small = site(conf=setting)

    with pytest.raises(ConfigError, match=setting.partition(" ")[0]), small.opened():
        pass
