"""What a page's head says to programs: description, OpenGraph, JSON-LD, feeds.

Elements and properties: https://ogp.me/ (``article:*`` included), https://schema.org/BlogPosting,
https://schema.org/BreadcrumbList.
"""

from __future__ import annotations

import json
import posixpath
import re
from html import escape
from typing import TYPE_CHECKING

from .generated import generated_pages, page_title, title_runs
from .pages import lead_to_second_page
from .publishing import absolute_url, feed_titles
from .runs import plain
from .settings import authors_of, category_name, domain_of, language_tag, paginates, publishes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.application import Sphinx

    from .articles import Article

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DESCRIPTION = re.compile(r'<meta\b[^>]*\bname="description"')


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Add to the head of a page what is known of it."""
    if not publishes(app.builder):
        return
    if pagename in domain_of(app.env).with_formulas:
        # Extensions that render formulas in the browser look at it; they run after us.
        context["has_maths_elements"] = True
    given = context.get("metatags", "")
    tags = _alternates(app, pagename, context)
    if paginates(app.builder):
        tags += _page_tags(app, pagename, has_description=bool(_DESCRIPTION.search(given)))
        if doctree is not None:
            lead_to_second_page(app, pagename, context)
    context["metatags"] = "\n".join([given, *tags, ""]) if tags else given


def _page_tags(app: Sphinx, pagename: str, has_description: bool) -> Iterator[str]:
    domain = domain_of(app.env)
    article = domain.articles.get(pagename)
    if article:
        if domain.is_unpublished(article):
            yield _named("robots", "noindex")
        yield from _article_tags(app, article, has_description)
        if article.date:
            yield _json_ld(blog_posting(app, article))
            yield _json_ld(breadcrumbs(app, article))
    elif pagename in app.env.all_docs:
        yield from _open_graph(app, pagename, "website", plain(title_runs(app, pagename)))
    elif generated := generated_pages(app).get(pagename):
        yield from _open_graph(app, pagename, "website", page_title(generated.title, generated.number))


def _named(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(content)}">'


def _alternates(app: Sphinx, pagename: str, context: dict[str, Any]) -> list[str]:
    """Return links by which a reader's program finds the feeds, the same for all pages of a folder."""
    known = domain_of(app.env).view.alternates
    folder = posixpath.dirname(app.builder.get_target_uri(pagename))
    if folder not in known:
        titles = feed_titles(app)
        kinds = [("application/atom+xml", path, title) for path, title in titles.items()]
        if "atom.xml" in titles:
            kinds.append(("application/feed+json", "feed.json", titles["atom.xml"]))
        known[folder] = [_alternate(kind, title, context["pathto"](path, 1)) for kind, path, title in kinds]
    return list(known[folder])


def _alternate(kind: str, title: str, href: str) -> str:
    return f'<link rel="alternate" type="{kind}" title="{escape(title)}" href="{escape(href)}">'


def _open_graph(app: Sphinx, pagename: str, kind: str, title: str) -> Iterator[str]:
    yield _property("og:type", kind)
    yield _property("og:title", title)
    yield _property("og:site_name", app.config.project)
    yield _property("og:locale", app.config.language)
    if app.config.html_baseurl:
        yield _property("og:url", absolute_url(app, pagename))


def _article_tags(app: Sphinx, article: Article, has_description: bool) -> Iterator[str]:
    summary = domain_of(app.env).view.description(article)
    if summary and not has_description:
        yield _named("description", summary)
    for author in authors_of(app.config, article):
        yield _named("author", author)
    yield from _open_graph(app, article.docname, "article", plain(article.title))
    if summary:
        yield _property("og:description", summary)
    if article.date:
        yield _property("article:published_time", article.date)
    if article.updated:
        yield _property("article:modified_time", article.updated)
    yield _property("article:section", category_name(app, article.category))
    for tag in article.tags:
        yield _property("article:tag", tag)


def blog_posting(app: Sphinx, article: Article) -> dict[str, Any]:
    """Return the description of *article* for search engines."""
    description = domain_of(app.env).view.description(article)
    posting = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": plain(article.title),
        "description": description,
        "datePublished": article.date,
        "dateModified": article.latest,
        "inLanguage": language_tag(app.config),
        "author": [{"@type": "Person", "name": name} for name in authors_of(app.config, article)],
        "articleSection": category_name(app, article.category),
        "keywords": list(article.tags),
        "timeRequired": f"PT{article.minutes}M",
        "license": app.config.latest_updates_license,
        "mainEntityOfPage": _url(app, article.docname, article.docname),
    }
    return {key: value for key, value in posting.items() if value}


def breadcrumbs(app: Sphinx, article: Article) -> dict[str, Any]:
    """Return the way from the start of the site to *article*."""
    steps = [(app.config.root_doc, app.config.project)]
    if f"{article.category}/index" in app.env.all_docs:
        steps.append((f"{article.category}/index", category_name(app, article.category)))
    steps.append((article.docname, plain(article.title)))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": _url(app, article.docname, page)}
        for place, (page, name) in enumerate(steps, start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def _url(app: Sphinx, here: str, page: str) -> str:
    """Return the URL of *page*; without a base URL it is relative to *here*, as JSON-LD allows."""
    if app.config.html_baseurl:
        return absolute_url(app, page)
    return app.builder.get_relative_uri(here, page) or app.builder.get_target_uri(page).rpartition("/")[2]


def _json_ld(data: dict[str, Any]) -> str:
    """Return *data* as a script element, which no text in it can end."""
    text = _JSON.encode(data)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'
