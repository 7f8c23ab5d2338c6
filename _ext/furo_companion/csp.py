"""A strict Content-Security-Policy for a Sphinx site on Furo, as a ``<meta>`` tag.

Furo has one inline script and one inline style sheet, and the head of a page one script of ours; all are
constant over a build and are allowed by their hash (https://www.w3.org/TR/CSP3/, "Usage of hash source
expressions"). Everything else must come from the site.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any

from .head import SCRIPTS_RUN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

# frame-ancestors is left out: a <meta> policy cannot set it.
POLICY: dict[str, tuple[str, ...]] = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}


def source_hash(text: str) -> str:
    """Return the hash source of an inline script or style sheet."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def inline_sources(html: str, tag: str) -> list[str]:
    """Return the hash sources of all attribute-less inline elements of a kind."""
    return [source_hash(text) for text in re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)]


def policy_text(hashes: Mapping[str, list[str]], extra: Mapping[str, list[str]]) -> str:
    """Return the policy with the inline elements' hashes and a site's own additions."""
    names = dict.fromkeys([*POLICY, *extra])
    rules = ([name, *POLICY.get(name, ()), *hashes.get(name, ()), *extra.get(name, ())] for name in names)
    return "; ".join(" ".join(rule) for rule in rules)


def add_policy(app: Sphinx, context: dict[str, Any]) -> None:
    """Prepend the policy to the page's meta tags; without Furo's templates there is nothing to allow."""
    environment = app.builder.templates.environment
    hashes: dict[str, list[str]] = {}
    if app.config.html_theme == "furo":
        base, _, _ = environment.loader.get_source(environment, "base.html")
        styles = app.builder.templates.render("partials/_head_css_variables.html", context)
        scripts = inline_sources(SCRIPTS_RUN + base, "script")
        hashes = {"script-src": scripts, "style-src": inline_sources(styles, "style")}
    content = policy_text(hashes, app.config.furo_companion_csp_extra)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    context["metatags"] = meta + context.get("metatags", "")
