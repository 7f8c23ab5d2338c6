"""Pages that show other pages' data: what they show, and which of them have to be written again.

What a page showed when it was last written is remembered in a file of our own, one for each output
folder. The environment is no place for it: Sphinx stores that before it writes pages, so that after an
interrupted build it would tell of pages which were never written.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .articles import page_of
from .generated import count_pages, generated_pages, paginated_listing, tag_page_name
from .overviews import counted_categories, counted_tags
from .publishing import feed_titles, write_files
from .reading_map import reading_map
from .settings import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .articles import Article, Listing

#: The events of an extension that rewrites and removes pages for all extensions, if there is one.
SHOWS = "page-shows"
FILES = "output-files"


def page_shows(app: Sphinx, pagename: str) -> tuple[object, ...] | None:
    """Return what the page *pagename*, of a document or not, shows of others; None for nothing."""
    shown = tuple(_shown(app, pagename))
    return shown or None


def _shown(app: Sphinx, pagename: str) -> Iterator[tuple[object, ...]]:
    domain = domain_of(app.env)
    if feeds := feed_titles(app):
        yield ("feeds", *feeds.items())
    if generated := generated_pages(app).get(pagename):
        listing, number = generated.listing, generated.number
        yield ("page", generated.title, number, generated.total)
        yield _cards(app, listing, page_of(domain.view.choose(listing), listing.per_page, number))
    for listing in domain.listings.get(pagename, ()):
        yield _first_page(app, pagename, listing)
    if pagename in domain.overviews:
        yield ("tags", *((tag_page_name(app, tag), count) for tag, count in counted_tags(domain.view)))
        yield ("categories", *counted_categories(app), *_category_pages(app))
    for category in domain.maps.get(pagename, ()):
        yield reading_map(app, category).shown
    if article := domain.articles.get(pagename):
        yield _article_page(app, article)


def _first_page(app: Sphinx, docname: str, listing: Listing) -> tuple[object, ...]:
    chosen = domain_of(app.env).view.choose(listing)
    if paginated_listing(app, docname) != listing:
        return _cards(app, listing, chosen)
    return (count_pages(app, listing), _cards(app, listing, page_of(chosen, listing.per_page, 1)))


def _cards(app: Sphinx, listing: Listing, chosen: Sequence[Article]) -> tuple[object, ...]:
    view = domain_of(app.env).view
    if listing.style == "list":
        lines = ((article.docname, article.title, article.date, article.updated) for article in chosen)
        return ("list", *lines, *_category_pages(app))
    return ("cards", *(view.card_key(article) for article in chosen), *_category_pages(app))


def _article_page(app: Sphinx, article: Article) -> tuple[object, ...]:
    domain = domain_of(app.env)
    generated, documents = generated_pages(app), app.env.all_docs
    tags = [tag_page_name(app, tag) for tag in article.tags]
    related = domain.view.related(article, app.config.latest_updates_related)
    return (
        "article",
        domain.is_unpublished(article),
        *((name, name in generated or name in documents) for name in tags),
        *((other.docname, other.title, other.date) for other in related),
        # The page's own description may quote titles of other pages.
        *(domain.view.excerpt(article).runs if article.quotes_others else ()),
        *_category_pages(app),
    )


def _category_pages(app: Sphinx) -> list[str]:
    names = (f"{folder}/index" for folder in app.config.latest_updates_categories)
    return [name for name in names if name in app.env.all_docs]


def connect_if_asked(app: Sphinx, _config: object) -> None:
    """Answer the events of the extension that keeps all pages fresh, if there is one."""
    if SHOWS in app.events.events:
        app.connect(SHOWS, page_shows)
    if FILES in app.events.events:
        app.connect(FILES, lambda app: domain_of(app.env).output_files)


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents that do not show what they showed when they were last written."""
    if SHOWS in app.events.events:
        return []
    domain = domain_of(env)
    shown = ((docname, page_shows(app, docname)) for docname in sorted(env.found_docs))
    domain.shown = {docname: digest(values) for docname, values in shown if values}
    before = read_state(app).shown
    # A page that showed something and shows nothing now has been read again, and is written anyway.
    return [docname for docname, value in domain.shown.items() if before.get(docname) != value]


def digest(shown: tuple[object, ...]) -> str:
    """Return a short digest of what a page shows, the same in every process."""
    return hashlib.blake2b(repr(shown).encode(errors="surrogatepass"), digest_size=12).hexdigest()


def note_written(app: Sphinx, docname: str) -> None:
    """Remember that *docname* is being written with what it shows now."""
    domain_of(app.env).written.add(docname)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the files beside the pages, remove ours of earlier builds, remember what pages show.

    After a failure nothing of that happens: the older record stands, and pages are written again.
    """
    if exception is not None:
        return
    domain = domain_of(app.env)
    domain.output_files = write_files(app)
    if SHOWS in app.events.events:
        return
    before = read_state(app)
    ours = {*domain.output_files, *_files(app, generated_pages(app))}
    if stale := before.files - ours:
        _remove(Path(app.outdir), stale - {*_files(app, app.env.all_docs)})
    kept = {name: value for name, value in before.shown.items() if name in domain.shown}
    kept |= {name: domain.shown[name] for name in domain.written if name in domain.shown}
    write_state(app, State(kept, ours))


def _files(app: Sphinx, names: Iterable[str]) -> Iterator[str]:
    """Yield the output files of pages, relative to the output folder."""
    for name in names:
        path = app.builder.get_output_path(name)  # type: ignore[attr-defined]
        yield Path(path).relative_to(app.outdir).as_posix()


def _remove(outdir: Path, files: Iterable[str]) -> None:
    """Remove *files*, and the folders that are empty without them."""
    for name in files:
        path = outdir / name
        path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            for parent in path.relative_to(outdir).parents[:-1]:
                (outdir / parent).rmdir()


@dataclass
class State:
    """What pages showed when they were last written, by docname, and the files that we made."""

    shown: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


def _state_path(app: Sphinx) -> Path:
    name = hashlib.blake2b(str(app.outdir).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return Path(app.doctreedir) / f"latest_updates-{app.builder.name}-{name}.json"


def read_state(app: Sphinx) -> State:
    """Return what was kept after the last successful build; nothing without one."""
    try:
        kept = json.loads(_state_path(app).read_text(encoding="utf-8"))
        return State(dict(kept["shown"]), set(kept["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def write_state(app: Sphinx, state: State) -> None:
    """Keep *state*; a reader sees the old file or the new one, never half of it."""
    path = _state_path(app)
    new = path.with_suffix(".new")
    content = {"shown": state.shown, "files": sorted(state.files)}
    new.write_text(json.dumps(content, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    new.replace(path)
