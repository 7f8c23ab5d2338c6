"""What Furo's templates say in English only, style inline or leave unmarked, mended while Jinja loads them.

Furo leaves some attributes outside the message catalogue, styles a few elements by ``style=""``, which a
Content-Security-Policy without ``unsafe-inline`` forbids, and has places that axe reports.
There is no hook for either, short of copying the templates; a table of replacements survives updates of Furo
better than copies do, and a test says when an entry no longer fits.
"""

from __future__ import annotations

from typing import NamedTuple

from jinja2.ext import Extension


class Replacement(NamedTuple):
    """One literal of a template: where it stands, how often, and what stands there instead."""

    template: str
    literal: str
    times: int
    instead: str


def spoken(template: str, words: str, count: int = 1) -> Replacement:
    """Return the replacement that makes an ``aria-label`` translatable."""
    return Replacement(template, f'aria-label="{words}"', count, f"""aria-label="{{{{ _('{words}') }}}}\"""")


def titled(words: str) -> Replacement:
    """Return the replacement that makes the title of an icon translatable."""
    return Replacement("partials/icons.html", f"<title>{words}<", 1, f"<title>{{{{ _('{words}') }}}}<")


def moved_toggle(name: str, words: str, before: str) -> tuple[Replacement, Replacement]:
    """Return the replacements that move the check box of a drawer to the first of its labels.

    At the top of the page, outside all landmarks, it cannot take the focus without axe's rule "region"
    objecting; furo-companion.css says what follows from its state.
    """
    box = f'<input type="checkbox" class="sidebar-toggle" name="{name}" id="{name}" aria-label="'
    translated = f"{box}{{{{ _('{words}') }}}}\">"
    return (
        Replacement("page.html", f'{box}{words}">', 1, ""),
        Replacement("page.html", before, 1, f"{translated}{before}"),
    )


REPLACEMENTS = (
    *moved_toggle("__navigation", "Toggle site navigation sidebar", '<label class="nav-overlay-icon"'),
    *moved_toggle(
        "__toc", "Toggle table of contents sidebar", '<label class="toc-overlay-icon toc-content-icon'
    ),
    spoken("page.html", "Toggle Light / Dark / Auto color theme", 2),
    spoken("page.html", "On Read the Docs"),
    spoken("page.html", "On GitHub"),
    *map(titled, ("Contents", "Menu", "Expand", "Light mode", "Dark mode")),
    *map(titled, ("Auto light/dark, in light mode", "Auto light/dark, in dark mode")),
    # The buttons above an article stand outside all landmarks, which axe's rule "region" reports.
    Replacement(
        "page.html",
        '<div class="content-icon-container">',
        1,
        """<div class="content-icon-container" role="region" aria-label="{{ _('Page tools') }}">""",
    ),
    # Two <aside>s on a page need names of their own ("landmark-unique").
    Replacement(
        "page.html",
        '<aside class="sidebar-drawer',
        1,
        """<aside aria-label="{{ _('Sidebar') }}" class="sidebar-drawer""",
    ),
    Replacement(
        "page.html",
        '<aside class="toc-drawer',
        1,
        """<aside aria-label="{{ _('On this page') }}" class="toc-drawer""",
    ),
    # Furo's search page has no heading at all until its script has found something.
    Replacement("search.html", "<noscript>", 1, "<h1>{{ _('Search') }}</h1>\n<noscript>"),
    # SVG's presentation attributes say the same and are no inline style.
    Replacement("partials/icons.html", 'style="display: none;"', 1, 'display="none"'),
    Replacement("partials/icons.html", 'style="opacity: 50%"', 10, 'opacity="50%"'),
    Replacement("genindex.html", 'style="width: 100%" class="', 1, 'class="'),
    Replacement("genindex.html", ' style="width: 33%; vertical-align: top;"', 1, ""),
    Replacement("domainindex.html", ' style="display: none"', 1, " hidden"),
)


class FuroLiterals(Extension):
    """Jinja extension that applies the replacements to Furo's templates as they are loaded."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template's source with its literals replaced."""
        for template, literal, _, instead in REPLACEMENTS:
            if name == template:
                source = source.replace(literal, instead)
        return source
