"""The index file, written smaller; ``unpack`` in ``js/splitter.js`` makes Sphinx's own index of it again.

Terms are sorted and each drops what it has in common with the one before; pages are distances from one
number to the next, one character each. Compressed, that is two thirds of Sphinx's JSON, and a browser reads
it faster.
"""

from __future__ import annotations

import itertools
import json
import operator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Places = int | list[int]
    Table = Mapping[str, Places]

PREFIX = "Search.setIndex(CjkSearch.unpack("
SUFFIX = "))"
TABLES = ("terms", "titleterms")

# "#" and the ten characters after it are in no term. One stands before each, for the length that is shared.
_SHARED = ord("#")
_MOST_SHARED = 10
# Distances go from "#" up to what is a character alone, also in JavaScript.
_NEAREST = ord("#")
MOST_PAGES = 0xD800 - _NEAREST


class PackedFormat:
    """Reads and writes the packed index; a format as Sphinx's ``js_index``, which writes larger sites."""

    def __init__(self, plain: Any) -> None:
        self._plain = plain

    def load(self, stream: Any) -> Any:
        """Return the index; ``ValueError`` if it is not one of ours."""
        text: str = stream.read()
        if not text.startswith(PREFIX):
            return self._plain.loads(text)
        packed = json.loads(text[len(PREFIX) : -len(SUFFIX)])
        return {**packed, **{name: unpack(*packed[name]) for name in TABLES}}

    def dump(self, frozen: dict[str, Any], stream: Any) -> None:
        """Write the index."""
        if len(frozen["docnames"]) > MOST_PAGES:
            self._plain.dump(frozen, stream)
            return
        packed = {**frozen, **{name: pack(frozen[name]) for name in TABLES}}
        stream.write(PREFIX)
        stream.write(json.dumps(packed, separators=(",", ":"), sort_keys=True, ensure_ascii=False))
        stream.write(SUFFIX)


def pack(table: Table) -> tuple[str, str]:
    """Return the terms of a table, and their pages, as two texts."""
    terms = sorted(table)
    return "".join(_packed_terms(terms)), " ".join(_packed_places(table[term]) for term in terms)


def unpack(terms: str, places: str) -> dict[str, Places]:
    """Return the table of two texts."""
    return dict(zip(_unpacked_terms(terms), map(_unpacked_places, places.split(" ")), strict=False))


def _packed_terms(terms: Iterable[str]) -> Iterator[str]:
    for before, term in itertools.pairwise(["", *terms]):
        length = _shared_length(before, term)
        yield chr(_SHARED + length) + term[length:]


def _shared_length(before: str, term: str) -> int:
    """Return how many characters two terms begin with alike, up to one that is two in JavaScript."""
    for length, (left, right) in enumerate(zip(before, term, strict=False)):
        if left != right or left > "\uffff" or length == _MOST_SHARED:
            return length
    return min(len(before), len(term), _MOST_SHARED)


def _unpacked_terms(terms: str) -> Iterator[str]:
    marks = [i for i, character in enumerate(terms) if 0 <= ord(character) - _SHARED <= _MOST_SHARED]
    term = ""
    for start, end in itertools.pairwise([*marks, len(terms)]):
        term = term[: ord(terms[start]) - _SHARED] + terms[start + 1 : end]
        yield term


def _packed_places(places: Places) -> str:
    if isinstance(places, int):
        return chr(_NEAREST + places)
    return "".join(chr(_NEAREST + distance) for distance in map(operator.sub, places, [0, *places]))


def _unpacked_places(packed: str) -> Places:
    places = list(itertools.accumulate(ord(character) - _NEAREST for character in packed))
    return places[0] if len(places) == 1 else places
