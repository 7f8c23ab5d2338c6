"""The grammar of RFC 4287 (appendix B, RELAX NG and its Schematron rules) as a strict check.

Foreign markup, which the grammar allows, is refused: our feeds have none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MANY = 1_000_000

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_MEDIA_TYPE = re.compile(r".+/.+")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_EMAIL = re.compile(r".+@.+")


def _is_uri(value: str) -> bool:
    return bool(urlsplit(value).scheme) and not re.search(r"[\s<>\"{}|\\^`]", value)


def _any(_value: str) -> bool:
    return True


class Rule(NamedTuple):
    """What an element may hold: children with their least and greatest number, attributes, its text."""

    children: dict[str, tuple[int, int]]
    attributes: dict[str, Callable[[str], bool]] = {}  # noqa: RUF012
    required: tuple[str, ...] = ()
    text: Callable[[str], bool] | None = None


def _text_construct() -> Rule:
    return Rule({}, {"type": lambda value: value in {"text", "html"}}, (), _any)


_DATE = Rule({}, text=lambda value: bool(_DATE_TIME.fullmatch(value)))
_URI = Rule({}, text=_is_uri)
_LINK = {
    "href": _is_uri,
    "rel": lambda value: value in {"alternate", "self", "license", "related"} or _is_uri(value),
    "type": lambda value: bool(_MEDIA_TYPE.fullmatch(value)),
    "hreflang": lambda value: bool(_LANGUAGE.fullmatch(value)),
    "title": _any,
    "length": str.isdigit,
}
_PERSON = {"name": (1, 1), "uri": (0, 1), "email": (0, 1)}
_COMMON = {
    "author": (0, MANY),
    "category": (0, MANY),
    "contributor": (0, MANY),
    "id": (1, 1),
    "link": (0, MANY),
    "rights": (0, 1),
    "title": (1, 1),
    "updated": (1, 1),
}
RULES: dict[str, Rule] = {
    "feed": Rule(
        {
            **_COMMON,
            "generator": (0, 1),
            "icon": (0, 1),
            "logo": (0, 1),
            "subtitle": (0, 1),
            "entry": (0, MANY),
        }
    ),
    "entry": Rule({**_COMMON, "content": (0, 1), "published": (0, 1), "source": (0, 1), "summary": (0, 1)}),
    "author": Rule(_PERSON),
    "contributor": Rule(_PERSON),
    "name": Rule({}, text=bool),
    "uri": _URI,
    "email": Rule({}, text=lambda value: bool(_EMAIL.fullmatch(value))),
    "category": Rule({}, {"term": bool, "scheme": _is_uri, "label": _any}, ("term",)),
    "link": Rule({}, _LINK, ("href",)),
    "id": _URI,
    "icon": _URI,
    "logo": _URI,
    "published": _DATE,
    "updated": _DATE,
    "title": _text_construct(),
    "subtitle": _text_construct(),
    "summary": _text_construct(),
    "rights": _text_construct(),
    "content": _text_construct(),
    "generator": Rule({}, {"uri": _is_uri, "version": _any}, (), _any),
}
_EVERYWHERE = {f"{XML}lang": lambda value: bool(_LANGUAGE.fullmatch(value)), f"{XML}base": _is_uri}


def violations(document: str) -> list[str]:
    """Return what is wrong with an Atom feed document."""
    root = ET.fromstring(document.encode())
    if root.tag != f"{ATOM}feed":
        return [f"root is {root.tag}"]
    return [*_element(root), *_schematron(root)]


def _element(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(ATOM)
    if name not in RULES:
        yield f"foreign element {element.tag}"
        return
    rule = RULES[name]
    yield from _children(element, name, rule)
    yield from _attributes(element, name, rule)
    text = element.text or ""
    if rule.text is None and text.strip():
        yield f"{name} holds text: {text!r}"
    elif rule.text is not None and not rule.text(text):
        yield f"{name} is {text!r}"
    for child in element:
        if (child.tail or "").strip():
            yield f"{name} holds text: {child.tail!r}"
        yield from _element(child)


def _children(element: ET.Element, name: str, rule: Rule) -> Iterator[str]:
    found = [child.tag.removeprefix(ATOM) for child in element]
    yield from (f"{name} in {element.tag}" for name in sorted({*found} - rule.children.keys()))
    for child, (least, most) in rule.children.items():
        if not least <= found.count(child) <= most:
            yield f"{name} has {found.count(child)} {child}"


def _attributes(element: ET.Element, name: str, rule: Rule) -> Iterator[str]:
    allowed = {**_EVERYWHERE, **rule.attributes}
    for key, value in element.attrib.items():
        if key not in allowed:
            yield f"{name} has attribute {key}"
        elif not allowed[key](value):
            yield f"{name} has {key}={value!r}"
    yield from (f"{name} lacks {key}" for key in rule.required if key not in element.attrib)


def _schematron(feed: ET.Element) -> Iterator[str]:
    """Apply the rules that RELAX NG can't say, and sections 4.1.1 and 4.1.2."""
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        yield "neither the feed nor every entry has an author"
    for parent in [feed, *entries]:
        links = [
            (link.get("type"), link.get("hreflang"))
            for link in parent.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        if len(links) != len(set(links)):
            yield "two alternate links of one type and language"
        if parent is not feed and not links and parent.find(f"{ATOM}content") is None:
            yield "an entry without an alternate link and without content"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield "two entries of one id"
