"""Tags: the vocabulary of a project, and the names of the pages that list a tag's articles.

Nothing here knows Sphinx.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A file name may have 255 bytes; 50 characters of four bytes leave room for a number and the suffix.
_SLUG_LENGTH = 50
# Names that a page beside the tag pages may have: the index of a folder, the folder of its later pages.
_RESERVED = frozenset({"index", "page"})
_SPELLED_OUT = str.maketrans({"+": "plus", "#": "sharp", ".": "dot"})
_other = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


def slug(tag: str) -> str:
    """Return the name of *tag*'s page: letters and digits of any script, everything else as ``-``.

    ``C++`` and ``C#`` stay apart (``cplusplus``, ``csharp``), and so does a tag of pictures only, which
    is named by its code points.
    """
    text = unicodedata.normalize("NFKC", tag).lower().translate(_SPELLED_OUT)
    name = _other.sub("-", text)[:_SLUG_LENGTH].strip("-")
    if not name:
        name = "-".join(f"u{ord(character):x}" for character in tag[:6])
    return f"{name}-tag" if name in _RESERVED else name


def assign_slugs(tags: Iterable[str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Give each of *tags* a slug of its own; of tags with the same, later ones get a number, from 2.

    Return the slugs, and the pairs (later tag, earlier tag) of those that wanted the same one.
    """
    slugs: dict[str, str] = {}
    owners: dict[str, str] = {}
    collisions = []
    for tag in tags:
        wanted = name = slug(tag)
        number = 1
        while name in owners:
            number += 1
            name = f"{wanted}-{number}"
        if number > 1:
            collisions.append((tag, owners[wanted]))
        slugs[tag] = name
        owners[name] = tag
    return slugs, collisions


class VocabularyProblem(NamedTuple):
    """A mistake in the file of the vocabulary, on a line counted from 1."""

    line: int
    message: str
    arguments: tuple[object, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The tags that articles may use: their spelling with its line, and other spellings of them."""

    name: str
    tags: Mapping[str, int]
    aliases: Mapping[str, str]

    def suggest(self, written: str) -> tuple[str | None, bool]:
        """Return the tag that *written* probably stands for, and whether that is certain.

        It is certain for an alias and for a difference of case or width alone.
        """
        if written in self.aliases:
            return self.aliases[written], True
        folded = {_fold(tag): tag for tag in [*self.aliases, *self.tags]}
        match = folded.get(_fold(written))
        if match is not None:
            return self.aliases.get(match, match), True
        close = difflib.get_close_matches(_fold(written)[:80], folded, n=1, cutoff=0.6)
        return (self.aliases.get(folded[close[0]], folded[close[0]]), False) if close else (None, False)

    def resolve(self, written: str) -> str | None:
        """Return the tag that an article which says *written* gets, or None."""
        if written in self.tags:
            return written
        tag, certain = self.suggest(written)
        return tag if certain else None


def _(message: str) -> str:
    """Mark *message* for the message catalogue; it is translated where it is shown."""
    return message


def parse_vocabulary(text: str, name: str) -> tuple[Vocabulary, list[VocabularyProblem]]:
    """Read a list of tags, or of mappings with ``tag`` and ``aliases``, from YAML *text*.

    *name* is that of the file, for messages.
    """
    problems: list[VocabularyProblem] = []
    tags: dict[str, int] = {}
    aliases: dict[str, str] = {}
    for tag, others, line in _entries(text, problems):
        if tag in tags:
            problems.append(VocabularyProblem(line, _("the tag %r is listed twice"), (tag,)))
            continue
        tags[tag] = line
        for other in others:
            aliases.setdefault(other, tag)
    for alias in [alias for alias in aliases if alias in tags]:
        message = _("%r is a tag and an alias of %r")
        problems.append(VocabularyProblem(tags[alias], message, (alias, aliases.pop(alias))))
    return Vocabulary(name, tags, aliases), problems


def _entries(text: str, problems: list[VocabularyProblem]) -> Iterable[tuple[str, list[str], int]]:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.append(VocabularyProblem(line, _("not valid YAML: %s"), (error.problem,)))
        return
    except yaml.YAMLError as error:
        problems.append(VocabularyProblem(1, _("not valid YAML: %s"), (str(error).splitlines()[0],)))
        return
    if root is not None and not isinstance(root, yaml.SequenceNode):
        problems.append(VocabularyProblem(1, _("expected a list of tags")))
    for item in root.value if isinstance(root, yaml.SequenceNode) else []:
        line = item.start_mark.line + 1
        values = _mapping(item)
        tag = values.get("tag")
        if isinstance(tag, yaml.ScalarNode) and tag.value.strip():
            others = values.get("aliases")
            written = others.value if isinstance(others, yaml.SequenceNode) else []
            yield tag.value, [one.value for one in written if isinstance(one, yaml.ScalarNode)], line
        else:
            problems.append(VocabularyProblem(line, _("expected `tag: name`, with `aliases: [...]` or not")))


def _mapping(item: yaml.Node) -> dict[str, yaml.Node]:
    if isinstance(item, yaml.ScalarNode):
        return {"tag": item}
    if not isinstance(item, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in item.value if isinstance(key, yaml.ScalarNode)}


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
