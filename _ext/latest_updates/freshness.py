"""Pages that show other pages' data: what they show, and which of them have to be written again.

What a page showed when it was last written is remembered in a file of our own, one for each output
folder. The environment is no place for it: Sphinx stores that before it writes pages, so that after an
interrupted build it would tell of pages which were never written.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .articles import paginate
from .pages import generated_pages
from .settings import domain_of, paginates, style_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .articles import Article, Listing

#: The event of an extension that asks for what pages show, and rewrites them, for all extensions.
EVENT = "page-shows"


def page_shows(app: Sphinx, docname: str) -> tuple[object, ...] | None:
    """Return what the page *docname*, of a document or generated, shows of others; None for nothing."""
    domain = domain_of(app.env)
    generated = generated_pages(app).get(docname)
    if generated:
        chosen = _page_of(domain.view.choose(generated.listing), generated.listing, generated.number)
        return (generated.title, generated.number, generated.total, _cards(app, chosen))
    shown = tuple(_listing(app, listing) for listing in domain.listings.get(docname, ()))
    return shown or None


def _listing(app: Sphinx, listing: Listing) -> tuple[object, ...]:
    chosen = domain_of(app.env).view.choose(listing)
    if not (listing.is_paginated and paginates(app.builder)):
        return _cards(app, chosen)
    total = len(paginate(chosen, listing.per_page))
    return (total, *_cards(app, _page_of(chosen, listing, 1)))


def _page_of(chosen: list[Article], listing: Listing, number: int) -> list[Article]:
    return paginate(chosen, listing.per_page)[number - 1]


def _cards(app: Sphinx, chosen: list[Article]) -> tuple[object, ...]:
    view, style = domain_of(app.env).view, style_of(app.config)
    return tuple(
        (a.docname, a.title, a.date, a.updated, a.pinned, tuple(view.excerpt(a, style))) for a in chosen
    )


def digest(shown: tuple[object, ...]) -> str:
    """Return a short digest of what a page shows."""
    return hashlib.blake2b(repr(shown).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def connect_if_asked(app: Sphinx, _config: object) -> None:
    """Answer the event of the extension that keeps all pages fresh, if there is one."""
    if EVENT in app.events.events:
        app.connect(EVENT, page_shows)


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents that do not show what they showed when they were last written."""
    domain = domain_of(env)
    domain.shown = {}
    for docname in sorted(env.found_docs):
        shown = page_shows(app, docname)
        if shown is not None:
            domain.shown[docname] = digest(shown)
    if EVENT in app.events.events:
        return []
    before = read_state(app)["shown"]
    return [docname for docname, value in domain.shown.items() if before.get(docname) != value]


def note_written(app: Sphinx, docname: str) -> None:
    """Remember that *docname* is being written with what it shows now."""
    domain_of(app.env).written.add(docname)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Keep what written pages show; after a failure the older record stands."""
    if exception is not None:
        return
    domain = domain_of(app.env)
    before = read_state(app)["shown"]
    kept = {name: value for name, value in before.items() if name in domain.shown}
    kept |= {name: domain.shown[name] for name in domain.written if name in domain.shown}
    write_state(app, {"shown": kept})


def _state_path(app: Sphinx) -> Path:
    name = hashlib.blake2b(str(app.outdir).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return Path(app.doctreedir) / f"latest_updates-{app.builder.name}-{name}.json"


def read_state(app: Sphinx) -> dict[str, dict[str, str]]:
    """Return what was kept after the last successful build; empty without one."""
    try:
        state: dict[str, dict[str, str]] = json.loads(_state_path(app).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"shown": {}}
    return state


def write_state(app: Sphinx, state: dict[str, dict[str, str]]) -> None:
    """Keep *state*; a reader sees the old file or the new one, never half of it."""
    path = _state_path(app)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(state, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    new.replace(path)
