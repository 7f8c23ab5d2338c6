"""Links: anchors that are there, and identifiers of papers in one form."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from latest_updates.front_matter import nearest
from myst_parser.slugs import github_slugify, unique_slug

from tools.lint.page import Finding, Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ID = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_target = re.compile(r"^\(([^()\s]+)\)=\s*$", re.MULTILINE)
_attribute = re.compile(r"\{[^{}\n]*#([\w:-]+)[^{}\n]*\}")
_label = re.compile(r"\$\$[ \t]*\(([^()\s]+)\)[ \t]*$", re.MULTILINE)
#: ``myst_heading_anchors`` of the site.
_LEVELS = 4


def slugs(page: Page) -> set[str]:
    """Return the anchors that the headings of a page have."""
    found: set[str] = set()
    for heading in page.headings:
        if heading.level <= _LEVELS and (slug := github_slugify(heading.text)):
            found.add(unique_slug(slug, found))
    return found


def targets(page: Page) -> set[str]:
    """Return the names that an author has given to places of a page."""
    names = (pattern.findall(page.text) for pattern in (_target, _attribute, _label))
    given = {
        option
        for d in page.directives
        for option in (d.options.get("name"), d.options.get("label"))
        if option
    }
    return given.union(*names)


@cache
def _read(path: Path, root: Path) -> Page:
    return Page(path, path.read_text(encoding="utf-8"), root)


@cache
def _all_targets(root: Path) -> frozenset[str]:
    """Return the names of all places of the site, which MyST finds from every page."""
    pages = [*root.glob("*.md"), *root.glob("[!_.]*/*.md")]
    return frozenset(name for path in pages for name in targets(_read(path, root)))


def anchors(page: Page) -> Iterator[Finding]:
    """Check that links within the site lead to a page that is there, and to a place on it."""
    for token, line in page.spans:
        if token.type != "link_open":
            continue
        href = unquote(str(token.attrs.get("href", "")))
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or href.startswith("//"):
            continue
        other = page
        if parts.path:
            path = (page.root / parts.path[1:]) if parts.path[0] == "/" else page.path.parent / parts.path
            if not path.exists():
                yield Finding(line, f"没有文件 {parts.path}；地址相对于本页，如 ../python/pdb-debugging.md")
                continue
            if path.suffix != ".md":
                continue
            other = _read(path.resolve(), page.root)
        if parts.fragment:
            yield from _check_anchor(page, other, parts.fragment, line)


def _check_anchor(page: Page, other: Page, anchor: str, line: int) -> Iterator[Finding]:
    there = slugs(other)
    if anchor in there or anchor in targets(other) or (other is page and anchor in _all_targets(page.root)):
        return
    guess = nearest(anchor, sorted(there | targets(other)))
    where = "本页" if other is page else other.name
    hint = (
        f"是不是 #{guess}？"
        if guess
        else f"{where}的标题是 {'、'.join(f'#{name}' for name in sorted(there))}"
    )
    yield Finding(line, f"{where}没有 #{anchor}；{hint}")


def identifiers(page: Page) -> Iterator[Finding]:
    """Check that addresses of arXiv and DOI are permanent names, and that their texts say the same."""
    for block in page.blocks:
        line = block.line
        children = (block.token.children or []) if block.token.type == "inline" else []
        for number, child in enumerate(children):
            if child.type == "link_open":
                href = str(child.attrs.get("href", ""))
                text = children[number + 1].content if children[number + 1].type == "text" else ""
                yield from _arxiv(page, line, href, text)
                yield from _doi(page, line, href, text)
            line += child.type in {"softbreak", "hardbreak"}


def _arxiv(page: Page, line: int, href: str, text: str) -> Iterator[Finding]:
    match = re.match(r"(https?)://(?:www\.|export\.)?arxiv\.org/(abs|pdf|html|ps)/(.*)", href, re.IGNORECASE)
    if not match:
        return
    name = match[3].split("#")[0].split("?")[0].removesuffix(".pdf").rstrip("/")
    if not _is_arxiv(name):
        yield Finding(line, f"arXiv 编号 {name} 不成形；应当像 1706.03762 或 cs/0112017")
    elif not href.startswith("https://arxiv.org/abs/"):
        better = f"https://arxiv.org/abs/{name}"
        yield Finding(line, f"arXiv 链接写成摘要页：{better}", page.replaced(line, href, better))
    said = re.match(r"arXiv:\s*(\S+)$", text.strip(), re.IGNORECASE)
    if said and said[1].split("v")[0] != name.split("v")[0]:
        yield Finding(line, f"文字说 arXiv:{said[1]}，链接却通向 {name}；核对后改成同一个")


def _is_arxiv(name: str) -> bool:
    """Tell whether *name* can be one of arXiv (https://info.arxiv.org/help/arxiv_identifier.html)."""
    if not _ID.fullmatch(name):
        return False
    if "/" in name:
        return True
    year_month, digits = name.split("v", maxsplit=1)[0].split(".")
    in_year = 1 <= int(year_month[2:]) <= 12 and int(year_month) >= 704
    return in_year and len(digits) == (5 if int(year_month) >= 1501 else 4)


def _doi(page: Page, line: int, href: str, text: str) -> Iterator[Finding]:
    match = re.match(r"(?:https?:)?(?://)?(?:dx\.|www\.)?doi\.org/(.*)|doi:(.*)", href, re.IGNORECASE)
    if not match:
        return
    name = unquote(match[1] or match[2] or "").strip()
    better = f"https://doi.org/{match[1] or match[2]}"
    if not _DOI.fullmatch(name):
        yield Finding(line, f"DOI {name or '（空）'} 不成形；应当像 10.1162/neco.1997.9.8.1735")
    elif href != better:
        yield Finding(line, f"DOI 链接写成 {better}", page.replaced(line, href, better))
    said = re.match(r"doi:\s*(10\.\S+)$", text.strip(), re.IGNORECASE)
    if said and said[1].lower() != name.lower():
        yield Finding(line, f"文字说 DOI {said[1]}，链接却通向 {name}；核对后改成同一个")
