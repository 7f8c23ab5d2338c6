"""Images and links of a post: files are copied, posts become pages, what leads nowhere becomes text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mdit_py_plugins.anchors.index import slugify

from .masking import Edits, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Note = Callable[[int, str], None]

#: Stands for a line break until all steps that count lines are done.
BREAK = "\v"

_TARGET = r"\(\s*(?P<target><[^<>\n]*>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)(?:\s+[\"'(][^\n]*?[\"')])?\s*\)"
_IMAGE = re.compile(r"!\[(?P<text>[^\]\n]*)\]" + _TARGET)
_LINK = re.compile(r"(?<!!)\[(?P<text>(?:[^\[\]\n]|!\[[^\]\n]*\]\([^()\n]*\))+)\]" + _TARGET)
_ASSET = re.compile(r"\{%\s*asset_img\s+(?P<target>\S+)(?P<text>[^%]*?)%\}")
_FIGURE = re.compile(r"\{\{<\s*figure\s+(?P<attributes>[^>]*?)/?>\}\}")
_POST = re.compile(r"\{%\s*post_link\s+(?P<target>\S+)(?P<text>[^%]*?)%\}")
_REF = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"?(?P<target>[^\">%]+?)\"?\s*[>%]\}\}")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")


@dataclass
class Surroundings:
    """Where a post stands: folders in which its images may lie, the pages made of posts, by their names.

    ``copies`` collects the images to be copied: the source, and the name beside the article.
    """

    slug: str
    folders: tuple[Path, ...]
    roots: tuple[Path, ...]
    pages: Mapping[str, str]
    copies: dict[Path, str] = field(default_factory=dict)

    def find(self, target: str) -> Path | None:
        """Return the file that an image names, or None; never one outside of the post's own folders."""
        path = unquote(urlsplit(target).path)
        for folder in self.roots if path.startswith("/") else self.folders:
            file = (folder / path.lstrip("/")).resolve()
            if file.is_file() and any(
                file.is_relative_to(root.resolve()) for root in (*self.folders, *self.roots)
            ):
                return file
        return None

    def copy(self, file: Path) -> str:
        """Note that *file* is needed; return its address seen from the article."""
        if file not in self.copies:
            name = f"{self.slug}-{re.sub(r'[^A-Za-z0-9.]+', '-', file.name).lower().strip('-')}"
            taken = set(self.copies.values())
            number = 2
            while name in taken:
                name = f"{self.slug}-{number}-{name.removeprefix(f'{self.slug}-')}"
                number += 1
            self.copies[file] = name
        return f"figures/{self.copies[file]}"

    def page(self, target: str) -> str | None:
        """Return the page made of the post that *target* leads to, or None."""
        path = PurePosixPath(unquote(urlsplit(target).path).rstrip("/"))
        name = path.parent.name if path.name in {"index.md", "index.html"} else path.name
        return self.pages.get(name.removesuffix(".md").removesuffix(".html"))


def rewrite_images(text: str, around: Surroundings, note: Note) -> str:
    """Let images point to their copies; those elsewhere become links, those that are missing text."""
    edits = Edits(text)
    for pattern in (_IMAGE, _ASSET):
        for match, line in edits.search(pattern):
            target, words = edits.original(match, "target").strip("<>"), edits.original(match, "text").strip()
            edits.replace(*match.span(), _image(target, words, around, partial(note, line)))
    for match, line in edits.search(_FIGURE):
        given = dict(_ATTRIBUTE.findall(edits.original(match, "attributes")))
        caption = given.get("caption") or given.get("title") or ""
        words = given.get("alt") or caption
        image = _image(given.get("src", ""), words, around, partial(note, line))
        edits.replace(*match.span(), _captioned(image, caption))
    return edits.apply()


def _image(target: str, words: str, around: Surroundings, say: Callable[[str], None]) -> str:
    if urlsplit(target).scheme or target.startswith("//"):
        say(f"图 {target} 在别的网站上；页面不请求第三方，改为链接。要显示就先下载到本地")
        return f"[{words or target}]({target})"
    file = around.find(target)
    if file is None:
        say(f"找不到图 {target}，只保留了它的文字")
        return words
    if not words:
        say(f"图 {target} 没有替代文字；请写在 ![] 里")
    return f"![{words}]({around.copy(file)})"


def _captioned(image: str, caption: str) -> str:
    """Return an image with its caption as a figure, on one line for now (see :data:`BREAK`)."""
    match = _IMAGE.fullmatch(image)
    if not match or not caption:
        return image
    rows = [f":::{{figure}} {match['target']}", f":alt: {match['text']}", "", caption, ":::"]
    return BREAK.join(rows)


def rewrite_links(text: str, around: Surroundings, note: Note) -> str:
    """Let links between posts lead to the pages made of them; one that leads nowhere becomes text."""
    edits = Edits(text)
    anchors = {slugify(item) for item in _headings(text)}
    for match, line in edits.search(_LINK):
        target, words = edits.original(match, "target").strip("<>"), edits.original(match, "text")
        parts = urlsplit(target)
        if parts.scheme or target.startswith("//") or unquote(target).removeprefix("#") in anchors:
            continue
        page = around.page(target) if parts.path else None
        if page is None:
            note(line, f"链接 {target} 在这里没有对应的页面，只保留了文字")
        edits.replace(*match.span(), f"[{words}](/{page}.md)" if page else words)
    for match, line in edits.search(_POST):
        target, words = edits.original(match, "target"), edits.original(match, "text").strip(" \"'")
        page = around.page(target)
        if page is None:
            note(line, f"文章 {target} 不在导入之列，只保留了文字")
        edits.replace(*match.span(), f"[{words}](/{page}.md)" if page else words or target)
    return edits.apply()


def resolve_references(text: str) -> str:
    """Replace Hugo's ``ref`` and ``relref`` inside of links by the name of the post."""
    edits = Edits(text)
    for match, _line in edits.search(_REF):
        edits.replace(*match.span(), edits.original(match, "target").strip())
    return edits.apply()


def _headings(text: str) -> list[str]:
    tokens = parse(text)
    return [content.content for token, content in pairwise(tokens) if token.type == "heading_open"]
