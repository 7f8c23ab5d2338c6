"""Feeds and sitemap: valid for any text, the same bytes for the same values."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from latest_updates.feeds import Entry, Feed, atom, json_feed, sitemap

from .atom_grammar import violations

SCHEMA = json.loads((Path(__file__).parent / "json_feed_schema.json").read_text(encoding="utf-8"))
ENTRY = Entry(
    id="https://example.org/python/one",
    url="https://example.org/python/one.html",
    title="一 & <b>二</b>",
    summary="当 a < b ]]> 时，[Math]...",
    published="2026-01-01T00:00:00+08:00",
    updated="2026-02-01T00:00:00+08:00",
    categories=("Python", "C++"),
    authors=("作者",),
)
FEED = Feed(
    id="https://example.org/atom.xml",
    title="站点",
    url="https://example.org/atom.xml",
    home="https://example.org/",
    language="zh-CN",
    author="作者",
    rights="CC BY 4.0",
    license="https://creativecommons.org/licenses/by/4.0/",
    entries=(ENTRY, ENTRY._replace(id="https://example.org/python/two", title="二")),
)


def test_atom_obeys_the_grammar_of_its_rfc() -> None:
    """Elements, attributes, their numbers and forms are those of RFC 4287."""
    assert violations(atom(FEED)) == []


@pytest.mark.parametrize(
    "broken",
    [
        replace(FEED, id="not a uri"),
        replace(FEED, home="example.org"),
        replace(FEED, author=""),
        replace(FEED, entries=(ENTRY, ENTRY)),
        replace(FEED, entries=(ENTRY._replace(updated="2026-02-01"),)),
        replace(FEED, entries=(ENTRY._replace(categories=("",)),)),
    ],
)
def test_grammar_finds_mistakes(broken: Feed) -> None:
    """The check of the grammar is no formality."""
    assert violations(atom(broken)) != []


def test_readers_understand_atom() -> None:
    """A usual library reads the feed without a complaint and gets the text back as text."""
    read = feedparser.parse(atom(FEED))

    assert read.bozo == 0
    assert read.feed.language == "zh-CN"
    assert read.feed.updated == "2026-02-01T00:00:00+08:00"
    assert read.entries[0].link == ENTRY.url
    assert [tag.term for tag in read.entries[0].tags] == ["Python", "C++"]
    assert read.entries[0].title_detail.type == "text/plain"
    assert read.entries[0].summary_detail.type == "text/plain"


def test_json_feed_obeys_its_specification() -> None:
    """The JSON Feed fits the schema and says what the values say."""
    read = json.loads(json_feed(FEED))

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(read)] == []
    assert read["items"][0]["title"] == ENTRY.title
    assert read["items"][0]["content_text"] == ENTRY.summary
    assert read["_license"]["url"] == FEED.license


@given(st.text(), st.text(min_size=1).filter(str.strip))
def test_any_text_comes_through_as_text(text: str, term: str) -> None:
    """Whatever stands in titles, summaries and tags, the feeds are valid and give it back."""
    entry = ENTRY._replace(title=text, summary=text, categories=(f"x{term}",))
    feed = replace(FEED, entries=(entry,))
    document = atom(feed)
    read: dict[str, Any] = json.loads(json_feed(feed))

    assert violations(document) == []
    title = ET.fromstring(document.encode()).findtext(".//{*}entry/{*}title") or ""
    assert title.replace("\r", "\n") == read["items"][0]["title"].replace("\r\n", "\n").replace("\r", "\n")


def test_feeds_are_the_same_every_time() -> None:
    """Nothing in a feed depends on the time or the order of a dictionary."""
    assert atom(FEED) == atom(replace(FEED))
    assert json_feed(FEED) == json_feed(replace(FEED))


def test_sitemap_is_sorted_and_escaped() -> None:
    """Each page stands once, with the date of its change if one is known."""
    pages = [("https://example.org/b?x=1&y=2", ""), ("https://example.org/a", "2026-01-01")]
    root = ET.fromstring(sitemap([*pages, pages[0]]).encode())

    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert [[child.text for child in url] for url in root] == [
        ["https://example.org/a", "2026-01-01"],
        ["https://example.org/b?x=1&y=2"],
    ]
