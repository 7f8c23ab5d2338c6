"""The files beside the pages: feeds and sitemap, written when all pages are."""

from __future__ import annotations

import posixpath
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo

from sphinx.util import logging

from .articles import Listing, choose
from .feeds import Entry, Feed, atom, json_feed, sitemap
from .generated import generated_pages
from .messages import _, __
from .runs import plain
from .settings import authors_of, category_name, domain_of, language_tag, publishes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .articles import Article
    from .domain import View

logger = logging.getLogger(__name__)


def absolute_url(app: Sphinx, name: str) -> str:
    """Return the URL of page *name*, below ``html_baseurl``."""
    known = domain_of(app.env).view.urls
    if name not in known:
        known[name] = posixpath.join(app.config.html_baseurl, app.builder.get_target_uri(name))
    return known[name]


def feed_titles(app: Sphinx) -> dict[str, str]:
    """Return the Atom feeds of this build by their paths, with their titles; none without a base URL."""
    if not publishes(app.builder) or not app.config.html_baseurl:
        return {}
    view = domain_of(app.env).view
    if view.feeds is None:
        view.feeds = _feed_titles(app, view)
    return view.feeds


def _feed_titles(app: Sphinx, view: View) -> dict[str, str]:
    titles = {"atom.xml": app.config.project} if view.published else {}
    for folder, name in app.config.latest_updates_categories.items():
        if folder in view.published_categories:
            words = {"category": name, "project": app.config.project}
            titles[f"{folder}/atom.xml"] = _("%(category)s – %(project)s") % words
    return titles


def output_files(app: Sphinx) -> dict[str, str]:
    """Return the files to write, by their paths in the output folder, with their contents."""
    titles = feed_titles(app)
    files = {path: atom(_feed(app, path, title)) for path, title in titles.items()}
    if "atom.xml" in titles:
        files["feed.json"] = json_feed(_feed(app, "feed.json", titles["atom.xml"]))
    if publishes(app.builder) and app.config.html_baseurl:
        files["sitemap.xml"] = sitemap(_sitemap_pages(app))
    return files


def write_files(app: Sphinx) -> list[str]:
    """Write feeds and sitemap; return their paths. Files that would stay the same are left alone."""
    if publishes(app.builder) and not app.config.html_baseurl:
        logger.info(__("html_baseurl is empty: no feeds and no sitemap are written"))
    files = output_files(app)
    for name, content in files.items():
        path = Path(app.outdir, name)
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
    return list(files)


def _feed(app: Sphinx, path: str, title: str) -> Feed:
    config = app.config
    folder = posixpath.dirname(path)
    listing = Listing(category=folder, limit=config.latest_updates_feed_limit)
    chosen = choose(domain_of(app.env).view.published, listing)
    home = f"{folder}/index" if f"{folder}/index" in app.env.all_docs else config.root_doc
    url = posixpath.join(config.html_baseurl, quote(path))
    return Feed(
        id=url,
        title=title,
        url=url,
        home=absolute_url(app, home),
        language=language_tag(config),
        author=config.latest_updates_author or config.project,
        rights=_rights(config.copyright),
        license=config.latest_updates_license,
        entries=tuple(_entry(app, article) for article in chosen),
    )


def _rights(copyright_: str | list[str] | tuple[str, ...]) -> str:
    """Return the project's copyright, which Sphinx allows to be several lines."""
    return copyright_ if isinstance(copyright_, str) else "\n".join(copyright_)


def _entry(app: Sphinx, article: Article) -> Entry:
    return Entry(
        # The same for every builder: where a page is found may change, what it is does not.
        id=posixpath.join(app.config.html_baseurl, quote(article.docname)),
        url=absolute_url(app, article.docname),
        title=plain(article.title),
        summary=domain_of(app.env).view.plain_excerpt(article),
        published=_midnight(app, article.date),
        updated=_midnight(app, article.latest),
        categories=(category_name(app, article.category), *article.tags),
        authors=authors_of(app.config, article),
    )


def _midnight(app: Sphinx, day: str) -> str:
    """Return the beginning of an ISO date in the project's time zone, as feeds want times (RFC 3339).

    Local mean times, before there were zones, have offsets with seconds, which RFC 3339 has not.
    """
    midnight = datetime.fromisoformat(day)
    offset = ZoneInfo(app.config.latest_updates_timezone).utcoffset(midnight) or timedelta()
    minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return midnight.replace(tzinfo=timezone(minutes)).isoformat()


def _sitemap_pages(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Yield the URLs of all pages that are to be found, with the dates of their last changes."""
    domain = domain_of(app.env)
    for docname in app.env.all_docs:
        if _is_hidden(app, docname):
            continue
        article = domain.articles.get(docname)
        if article is None:
            listings = domain.listings.get(docname, ())
            changes = [domain.view.last_change(listing) for listing in listings]
            yield _page_url(app, docname), max(changes, default="")
        elif not domain.is_unpublished(article):
            yield _page_url(app, docname), article.latest
    for page in generated_pages(app).values():
        yield _page_url(app, page.name), domain.view.last_change(page.listing)


def _is_hidden(app: Sphinx, docname: str) -> bool:
    """Tell whether a document is not to be found by searching, as a page for missing pages is."""
    return not app.env.metadata[docname].keys().isdisjoint({"nosearch", "no-search"})


def _page_url(app: Sphinx, name: str) -> str:
    """Return the URL of page *name*, without the fragment that names a part of a single page."""
    return absolute_url(app, name).partition("#")[0]
