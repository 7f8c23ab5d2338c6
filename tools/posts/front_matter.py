"""The front matter of a post (YAML, TOML or JSON), and the front matter of the article made of it."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from tools.site import find_category, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Note = Callable[[int, str], None]

_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YAML = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)

#: Keys that say what ours say, under other names (Hexo: hexo.io/docs/front-matter,
#: Hugo: gohugo.io/content-management/front-matter).
NAMES = {
    "title": ("title",),
    "date": ("date", "publishDate"),
    "updated": ("updated", "lastmod", "lastMod"),
    "tags": ("tags", "tag"),
    "categories": ("categories", "category"),
    "description": ("description", "summary", "excerpt"),
    "authors": ("authors", "author"),
    "pinned": ("pinned", "sticky", "top"),
    "draft": ("draft",),
    "published": ("published",),
    "slug": ("slug",),
}
#: Keys that have no meaning here and whose loss no author needs to hear of.
SILENT = frozenset({"layout", "permalink", "url", "comments", "toc", "mathjax", "katex", "math", "abbrlink"})


class UnreadableError(Exception):
    """The front matter of a post can't be read."""


@dataclass
class Post:
    """What a post says of itself, and its text, which begins on *line* of its file (from 1)."""

    title: str = ""
    date: dt.date | None = None
    updated: dt.date | None = None
    tags: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    description: str = ""
    authors: list[str] = field(default_factory=list)
    pinned: bool = False
    draft: bool = False
    slug: str = ""
    unused: list[str] = field(default_factory=list)
    text: str = ""
    line: int = 1


def read_post(source: str) -> Post:
    """Read a post. Raises :exc:`UnreadableError` if its front matter is broken."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    values, text = _split(source)
    found = {key: _first(values, names) for key, names in NAMES.items()}
    known = {name for names in NAMES.values() for name in names}
    return Post(
        title=str(found["title"] or "").strip(),
        date=_day(found["date"]),
        updated=_day(found["updated"]),
        tags=_texts(found["tags"]),
        categories=_texts(found["categories"]),
        description=" ".join(str(found["description"] or "").split()),
        authors=_texts(found["authors"]),
        pinned=bool(found["pinned"]),
        draft=found["draft"] is True or found["published"] is False,
        slug=str(found["slug"] or ""),
        unused=sorted(str(key) for key in values if key not in known | SILENT),
        text=text,
        line=source.count("\n", 0, len(source) - len(text)) + 1,
    )


def _split(source: str) -> tuple[dict[str, Any], str]:
    try:
        if match := _YAML.match(source):
            values, end = yaml.safe_load(match[1]), match.end()
        elif match := _TOML.match(source):
            values, end = tomllib.loads(match[1]), match.end()
        elif source.startswith("{"):
            values, end = json.JSONDecoder().raw_decode(source)
        else:
            return {}, source
    except (yaml.YAMLError, tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        raise UnreadableError(" ".join(str(error).split())) from error
    if values is not None and not isinstance(values, dict):
        raise UnreadableError("front matter 应当是「键: 值」")
    return values or {}, source[end:].removeprefix("\n")


def _first(values: dict[str, Any], names: Iterable[str]) -> Any:
    return next((values[name] for name in names if values.get(name) is not None), None)


def _day(value: Any) -> dt.date | None:
    """Return the calendar date that was written, whatever its time zone."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    match = _DAY.match(str(value or ""))
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _texts(value: Any) -> list[str]:
    """Return a list of texts from a text, a list, or nested lists (Hexo's sub-categories)."""
    if value is None:
        return []
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [str(value).strip()] if str(value).strip() else []


def known_categories(post: Post, note: Note) -> list[str]:
    """Return the folders of the categories that *post* names; note those that the site doesn't have."""
    folders: list[str] = []
    for name in post.categories:
        folder = find_category(name)
        if folder is None:
            note(1, f"没有类别「{name}」，略去")
        elif folder not in folders:
            folders.append(folder)
    return folders


def known_tags(post: Post, note: Note) -> list[str]:
    """Return the tags in the site's spelling; note those that are in no vocabulary."""
    vocabulary = rules().vocabulary
    tags: list[str] = []
    for name in post.tags:
        tag = vocabulary.resolve(name) if vocabulary else name
        if tag is None:
            note(1, f"标签「{name}」不在 tags.yml 里，略去；要保留就先把它加进词表")
        elif find_category(tag) is not None:
            note(1, f"标签「{tag}」是类别名，略去")
        elif tag not in tags:
            tags.append(tag)
    return tags


def write_front_matter(post: Post, tags: list[str], categories: list[str]) -> str:
    """Return the block for the article; *categories* are further ones besides its folder."""
    values: dict[str, Any] = {
        "date": post.date,
        "updated": post.updated if post.date and post.updated and post.updated > post.date else None,
        "tags": tags,
        "categories": categories,
        "description": post.description,
        "authors": post.authors,
        "pinned": post.pinned,
        "draft": post.draft,
    }
    rows = [f"{key}: {_dump(value)}\n" for key, value in values.items() if value]
    return "---\n" + "".join(rows) + "---\n"


def _dump(value: Any) -> str:
    """Return a value as YAML on one line."""
    text: str = yaml.safe_dump(value, allow_unicode=True, width=10**6, default_flow_style=True)
    return text.removesuffix("...\n").strip()
