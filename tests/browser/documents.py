"""The pages of the site by name: those that have a source, articles among them, and one of each kind."""

from __future__ import annotations

from tests.conftest import ROOT

OTHERS = {"docs", "tests", "tools", "requirements"}
SOURCES = sorted(path.relative_to(ROOT) for path in ROOT.glob("[!_.]*/*.md") if path.parent.parent == ROOT)
DOCUMENTS = [path.with_suffix(".html").as_posix() for path in SOURCES if path.parts[0] not in OTHERS]
ARTICLES = [name for name in DOCUMENTS if not name.endswith("/index.html")]
KINDS = [
    *("index.html", "updates.html", "archive.html", "tags.html", "404.html"),
    *("search.html?q=梯度", "python/index.html", "tags/pytorch.html"),
    *(["updates/page/2.html"] if len(ARTICLES) > 12 else []),
]
