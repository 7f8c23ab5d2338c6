"""Feeds and sitemap as text: Atom (RFC 4287), JSON Feed 1.1, the sitemap protocol 0.9.

Nothing here knows Sphinx. The same values give the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from .text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
RFC_4946 = "https://www.rfc-editor.org/rfc/rfc4946"
JSON_FEED = "https://jsonfeed.org/version/1.1"


class Entry(NamedTuple):
    """An article in a feed; times are RFC 3339, the summary is plain text."""

    id: str
    url: str
    title: str
    summary: str
    published: str
    updated: str
    categories: tuple[str, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True)
class Feed:
    """A feed: what it is called, where it is, and its entries, the latest first (at least one)."""

    id: str
    title: str
    url: str
    home: str
    language: str
    author: str
    rights: str
    license: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The time of the latest change of an entry."""
        return max(entry.updated for entry in self.entries)


def atom(feed: Feed) -> str:
    """Return *feed* as an Atom document."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.url)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add_license(root, feed)
    _add_author(root, feed.author)
    for entry in feed.entries:
        _add_entry(ET.SubElement(root, "entry"), entry)
    return _document(root)


def _add_license(root: ET.Element, feed: Feed) -> None:
    """Say what readers may do with the articles, in words and as RFC 4946 does."""
    if feed.rights:
        _add(root, "rights", feed.rights)
    if feed.license:
        _add(root, "link", rel="license", href=feed.license)


def _add_author(parent: ET.Element, name: str) -> None:
    _add(ET.SubElement(parent, "author"), "name", name)


def _add_entry(parent: ET.Element, entry: Entry) -> None:
    _add(parent, "id", entry.id)
    _add(parent, "title", entry.title)
    _add(parent, "published", entry.published)
    _add(parent, "updated", entry.updated)
    _add(parent, "link", rel="alternate", type="text/html", href=entry.url)
    for author in entry.authors:
        _add_author(parent, author)
    for category in entry.categories:
        _add(parent, "category", term=printable(category))
    _add(parent, "summary", entry.summary, type="text")


def _add(parent: ET.Element, tag: str, text: str | None = None, /, **attributes: str) -> None:
    child = ET.SubElement(parent, tag, attributes)
    child.text = None if text is None else printable(text)


def _document(root: ET.Element) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed) -> str:
    """Return *feed* as a JSON Feed; the licence is in an extension of it."""
    rights = {"about": RFC_4946, "url": feed.license, "rights": feed.rights}
    document = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "_license": rights,
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": printable(entry.title),
        "content_text": printable(entry.summary),
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": printable(name)} for name in entry.authors],
        "tags": [printable(category) for category in entry.categories],
    }


def sitemap(pages: Iterable[tuple[str, str]]) -> str:
    """Return the sitemap of *pages*: pairs of a URL and the date of its last change, or nothing."""
    root = ET.Element("urlset", {"xmlns": SITEMAP})
    for url, changed in sorted(set(pages)):
        place = ET.SubElement(root, "url")
        _add(place, "loc", url)
        if changed:
            _add(place, "lastmod", changed)
    return _document(root)
