"""What a build needs and no author edits: loaded once, in the process that builds are forked from.

Our own extensions are not among it, for a build has to take them as they are now.
"""

from __future__ import annotations

import contextlib
from importlib import import_module

from sphinx.application import builtin_extensions

FURTHER = (
    "a11y_pygments.a11y_dark.style",
    "a11y_pygments.a11y_high_contrast_dark.style",
    "a11y_pygments.a11y_high_contrast_light.style",
    "a11y_pygments.a11y_light.style",
    "asyncio",
    "babel.messages.mofile",
    "babel.messages.pofile",
    "bs4",
    "ctypes",
    "docutils.languages.en",
    "docutils.languages.zh_cn",
    "docutils.parsers.rst.languages.zh_cn",
    "furo",
    "graphlib",
    "jinja2.ext",
    "myst_parser.mdit_to_docutils.sphinx_",
    "myst_parser.parsers.sphinx_",
    "myst_parser.sphinx_ext.directives",
    "myst_parser.sphinx_ext.main",
    "myst_parser.sphinx_ext.mathjax",
    "myst_parser.sphinx_ext.myst_refs",
    "notfound.extension",
    "pygments.formatters.html",
    "pygments.lexers.console",
    "pygments.lexers.python",
    "pygments.lexers.shell",
    "pygments.styles.gh_dark",
    "pygments.styles.native",
    "regex",
    "sphinx.builders.latex.transforms",
    "sphinx.jinja2glue",
    "sphinx.search.zh",
    "sphinx_basic_ng",
    "sphinx_copybutton",
    "sphinx_design.extension",
    "sphinx_reredirects",
    "sqlite3",
)

for name in (*builtin_extensions, *FURTHER):
    # What another version lacks is loaded by the build, or not at all.
    with contextlib.suppress(ImportError):
        import_module(name)
