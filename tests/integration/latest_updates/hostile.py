"""Articles whose titles, descriptions, tags and authors try to be something else than text."""

from __future__ import annotations

import json

ATTACKS = {
    "script": "<script>window.pwned = 1</script>",
    "handler": '"><img src=x onerror="window.pwned = 1">',
    "attribute": '" onmouseover="window.pwned = 1" x="',
    "apostrophe": "' onfocus='window.pwned = 1' autofocus='",
    "cdata": "]]><script>window.pwned = 1</script>",
    "title": "</title><script>window.pwned = 1</script>",
    "comment": "--><script>window.pwned = 1</script><!--",
    "style": "</style></textarea></noscript><svg onload=window.pwned=1>",
    "url": "javascript:window.pwned=1",
    "entity": "&lt;script&gt; &#60;b&#62; &amp;amp;",
    "jinja": "{{ 7 * 7 }} {% raw %} {# x #}",
    "format": "%s %(title)s %d %% {0} ${x}",
    "separators": "a\u2028b\u2029c\u0085d",
    "right-to-left": "abc \u202etxt.exe\u202c \u2066isolated\u2069 \u200f",
    "zero-width": "a\u200bb\u200dc\ufeffd",
    "surroundings": "../../../etc/passwd \\ / : * ? | CON",
    "long": "长" * 10_000,
    "word": "w" * 10_000,
}

CONF = """
html_baseurl = "https://example.org/"
latest_updates_feed_limit = 100
smartquotes = False
myst_disable_syntax = ["html_inline", "html_block"]
latest_updates_categories = {"python": "Python", "nlp": "</a><script>window.pwned = 1</script>"}
"""


def escaped(text: str) -> str:
    """Return *text* as Markdown that means the text itself."""
    special = set("\\`*_{}[]()<>#+-.!|&$~\"'^:%=/")
    return "".join(f"\\{character}" if character in special else character for character in text)


def source(attack: str) -> str:
    """Return an article that carries *attack* wherever a text is taken from it."""
    quoted = json.dumps(attack)
    keys = f"tags: [{quoted}]\nauthors: [{quoted}]\ndescription: {quoted}"
    return f"---\ndate: 2026-01-01\n{keys}\n---\n\n# {escaped(attack)}\n\nText.\n"


def sources() -> dict[str, str]:
    """Return the hostile articles, and one harmless article in each category."""
    articles = {f"python/{name}.md": source(attack) for name, attack in ATTACKS.items()}
    articles["python/nul.md"] = "---\ndate: 2026-01-01\n---\n\n# a\x00b\n\nc\x00d\n"
    articles["nlp/quiet.md"] = "---\ndate: 2026-01-02\n---\n\n# Quiet\n\nText.\n"
    return articles
