"""A page that is shown at any address, when nothing is there: all that it leads to is named from the root.

sphinx-notfound-page writes addresses from the root where Furo's templates ask for them. Other extensions,
and the references of the page's own text, have written theirs relative to the page by then.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Text of a page cannot look like an attribute: its quotes are escaped, or there is no "<" before them.
_ADDRESS = re.compile(r"""(<[a-z][^<>]*?\s(?:href|src|action)=")(?![a-z][a-z0-9+.-]*:|[/#?"])([^"]*)""")


def from_root(html: str, page: str) -> str:
    """Return the HTML of a page, which is at the address `page`, with its addresses from the site's root."""
    return _ADDRESS.sub(lambda match: match[1] + urljoin(page, match[2]), html)


def show_anywhere(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Name all that the page for missing pages leads to from the root of the site."""
    if pagename != getattr(app.config, "notfound_pagename", None):
        return
    root = app.config.notfound_urls_prefix or "/"
    address = urljoin(root, app.builder.get_target_uri(pagename))
    context["content_root"] = root
    context["pageurl"] = ""
    context["prev"] = context["next"] = None
    for name in ("body", "metatags", "furo_navigation_tree"):
        if context.get(name):
            context[name] = from_root(context[name], address)
    context["metatags"] = '<meta name="robots" content="noindex">' + context.get("metatags", "")
