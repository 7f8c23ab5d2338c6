"""Front matter: the text of the block to typed values, and what is wrong with it, line by line.

Nothing here knows Sphinx. The block is read by ``yaml.compose``, which keeps the line of every key and
the scalars as they were written: ``date: 20260501`` stays a text that can be told from a date.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import yaml

from .text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .tags import Vocabulary

#: Keys with a meaning here, in the order in which an author would write them.
KEYS = (
    "date",
    "updated",
    "tags",
    "categories",
    "prerequisites",
    "description",
    "authors",
    "pinned",
    "draft",
)

#: Keys that MyST-Parser and Sphinx give a meaning to.
#: https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local-configuration
#: https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html#file-wide-metadata
FOREIGN_KEYS = frozenset(
    {"myst", "mystnb", "substitutions", "html_meta"}
    | {"tocdepth", "nocomments", "orphan", "no-search", "nosearch"}
)

# So short a text can't be nested deeply enough to do harm.
_SHORT_BLOCK = 1000
_date = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_field = re.compile(r":([A-Za-z][\w-]*):(?=\s|$)")
_TEXT_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "timestamp", "bool"))
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"


def _(message: str) -> str:
    """Mark *message* for the message catalogue; it is translated where it is shown."""
    return message


class Problem(NamedTuple):
    """A mistake: the subtype of its warning, its line in the file, the message and its arguments."""

    subtype: str
    line: int
    message: str
    arguments: tuple[object, ...] = ()


class Block(NamedTuple):
    """The front matter of a file as YAML, and the line of the file on which it begins, from 1."""

    text: str
    line: int
    closed: bool = True


@dataclass(frozen=True)
class Rules:
    """What a project accepts: category folders with their labels, tags (None for any), further keys."""

    categories: Mapping[str, str] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    extra_keys: frozenset[str] = frozenset()


@dataclass
class FrontMatter:
    """The values that could be understood; what could not is left at its default.

    Dates are ISO 8601 calendar dates, not instants; ``lines`` has the line of each key. ``doubtful``
    says that nobody knows whether the author wants the page published; it is taken for a draft.
    """

    date: str = ""
    updated: str = ""
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    description: str = ""
    authors: tuple[str, ...] = ()
    pinned: bool = False
    draft: bool = False
    doubtful: bool = False
    written_tags: tuple[str, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)


def find_block(source: str) -> Block | None:
    """Return the front matter of a Markdown *source*, as MyST-Parser delimits it; None without one.

    It opens with three or more dashes on the first line, and ends with at least as many, or with ``...``.
    """
    if not source.startswith("---"):
        return None
    first, _newline, rest = source.partition("\n")
    dashes = len(first) - len(first.lstrip("-"))
    end = re.search(rf"^(?:-{{{dashes},}}|\.\.\.)[^\S\n]*$", rest, re.MULTILINE)
    if end is None:
        return Block(f"{rest}\n", 2, closed=False)
    return Block(rest[: end.start()] or "\n", 2)


def find_field_list(source: str) -> Block | None:
    """Return the field list that opens a reStructuredText *source*, as YAML; None without one.

    ``:tags: [a, b]`` is read as ``tags: [a, b]``, so both kinds of sources obey the same rules.
    """
    lines = source.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    taken = []
    for line in lines[start:]:
        if not line.strip() or not (_field.match(line) or line[0].isspace()):
            break
        taken.append(_field.sub(r"\1:", line, count=1))
    return Block("\n".join(taken) + "\n", start + 1) if taken and not taken[0][0].isspace() else None


def parse_front_matter(block: Block | None, rules: Rules) -> tuple[FrontMatter, list[Problem]]:
    """Return the values of a *block* and one problem for each mistake in it.

    A block that is no YAML mapping may have said that it is a draft.
    """
    if block is None:
        return _Reader(rules, 1).read([])
    try:
        if not block.closed:
            raise _UnreadableError(block.line - 1, _("the front matter is not closed by a line with ---"))
        return _Reader(rules, block.line).read(_entries(block))
    except _UnreadableError as error:
        problem = Problem("front-matter", error.line, error.message, error.arguments)
        return FrontMatter(draft=True, doubtful=True), [problem]


class _UnreadableError(Exception):
    """The block is not a YAML mapping."""

    def __init__(self, line: int, message: str, *arguments: object) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.arguments = arguments


class _Entry(NamedTuple):
    """A key, its line in the block (from 0), and its value."""

    key: str
    line: int
    value: yaml.Node


def _entries(block: Block) -> list[_Entry]:
    """Return the entries of the mapping in *block*; a key may occur twice."""
    try:
        root = _compose(block.text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = block.line + (mark.line if mark else 0)
        raise _UnreadableError(line, _("the front matter is not valid YAML: %s"), error.problem) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        line = block.line + block.text.count("\n", 0, getattr(error, "position", 0))
        raise _UnreadableError(line, _("the front matter is not valid YAML: %s"), reason) from None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise _UnreadableError(block.line, _("the front matter is not a list of `key: value` lines"))
    return [
        _Entry(key.value if isinstance(key, yaml.ScalarNode) else "", key.start_mark.line, value)
        for key, value in root.value
    ]


def _compose(text: str) -> yaml.Node | None:
    """Return the YAML in *text* as nodes.

    libyaml is many times as fast as the loader in Python, but ends the process on very deep nesting, and has
    other words for mistakes: what is long or wrong is left to the one in Python.
    """
    fast = getattr(yaml, "CSafeLoader", None)
    if fast is not None and len(text) <= _SHORT_BLOCK:
        with contextlib.suppress(yaml.YAMLError, UnicodeError):
            return yaml.compose(text, Loader=fast)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def accepted_tags(written: Iterable[str], rules: Rules) -> tuple[str, ...]:
    """Return the tags of an article that says *written*: known ones, each once, corrected if certain."""
    vocabulary = rules.vocabulary
    names = {name.casefold() for pair in rules.categories.items() for name in pair}
    found: dict[str, str] = {}
    for text in written:
        tag = text if vocabulary is None else vocabulary.resolve(text)
        if tag and text.casefold() not in names:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the one of *choices* that *word* is most likely a slip of, or None."""
    folded = {choice.casefold(): choice for choice in choices}
    matches = difflib.get_close_matches(word.casefold()[:80], folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


class _Reader:
    """Turns the entries of one mapping, whose first line is *first*, into values and problems."""

    def __init__(self, rules: Rules, first: int) -> None:
        self.rules = rules
        self.first = first
        self.problems: list[Problem] = []
        self.result = FrontMatter()

    def read(self, entries: Iterable[_Entry]) -> tuple[FrontMatter, list[Problem]]:
        """Read all *entries* and check them against each other."""
        for entry in entries:
            self._read_entry(entry)
        result = self.result
        if "date" not in result.lines and not result.draft:
            self._note("date", max(1, self.first - 1), _("the article has no date; add `date: YYYY-MM-DD`"))
        if result.date and result.updated and result.updated < result.date:
            message = _("updated (%s) is before date (%s)")
            self._note("date", result.lines["updated"], message, result.updated, result.date)
            result.updated = ""
        return result, self.problems

    def _note(self, subtype: str, line: int, message: str, *arguments: object) -> None:
        self.problems.append(Problem(subtype, line, message, arguments))

    def _read_entry(self, entry: _Entry) -> None:
        key, line, value = entry.key, self.first + entry.line, entry.value
        if key not in KEYS:
            self._check_foreign(key, line)
        elif key in self.result.lines:
            message = _("the key %r occurs twice; the first one, on line %s, counts")
            self._note("key", line, message, key, self.result.lines[key])
            if key == "draft" and _truth(value) is not self.result.draft:
                self._doubt()
        elif value.tag != _NULL or key == "date":
            self.result.lines[key] = line
            getattr(self, f"_read_{key}")(key, line, value)

    def _check_foreign(self, key: str, line: int) -> None:
        if key in FOREIGN_KEYS or key in self.rules.extra_keys:
            return
        guess = nearest(key, [*KEYS, *self.rules.extra_keys])
        if guess:
            self._note("key", line, _("unknown key %r; did you mean %r?"), key, guess)
        else:
            self._note("key", line, _("unknown key %r; accepted are %s"), key, ", ".join(KEYS))

    def _read_day(self, key: str, line: int, value: yaml.Node) -> str:
        written = value.value if isinstance(value, yaml.ScalarNode) else ""
        if not written:
            self._note("date", line, _("%s is not a date; write YYYY-MM-DD"), key)
            return ""
        if not _date.fullmatch(written):
            self._note("date", line, _("%s is %r; a date is written YYYY-MM-DD"), key, written[:80])
            return ""
        try:
            date.fromisoformat(written)
        except ValueError:
            self._note("date", line, _("%s is %r; there is no such day"), key, written)
            return ""
        return written

    def _read_date(self, key: str, line: int, value: yaml.Node) -> None:
        self.result.date = self._read_day(key, line, value)

    def _read_updated(self, key: str, line: int, value: yaml.Node) -> None:
        self.result.updated = self._read_day(key, line, value)

    def _read_flag(self, key: str, line: int, value: yaml.Node, default: bool) -> bool:
        truth = _truth(value)
        if truth is None:
            self._note("type", line, _("%s must be true or false"), key)
            return default
        return truth

    def _read_pinned(self, key: str, line: int, value: yaml.Node) -> None:
        self.result.pinned = self._read_flag(key, line, value, default=False)

    def _read_draft(self, key: str, line: int, value: yaml.Node) -> None:
        self.result.draft = self._read_flag(key, line, value, default=True)
        if _truth(value) is None:
            self._doubt()

    def _doubt(self) -> None:
        """Take the page for a draft: no page is published by mistake."""
        self.result.draft = self.result.doubtful = True

    def _read_description(self, key: str, line: int, value: yaml.Node) -> None:
        if isinstance(value, yaml.ScalarNode) and value.tag in _TEXT_TAGS:
            self.result.description = one_line(value.value)
        else:
            self._note("type", line, _("%s must be a text"), key)

    def _read_list(self, key: str, line: int, value: yaml.Node) -> list[tuple[str, int]]:
        """Return the texts of a list with their lines; a wrong item is noted and left out."""
        if not isinstance(value, yaml.SequenceNode):
            self._note("type", line, _("%s must be a list, for example [one, two]"), key)
            return []
        items = []
        for item in value.value:
            item_line = self.first + item.start_mark.line
            if isinstance(item, yaml.ScalarNode) and item.tag in _TEXT_TAGS and item.value.strip():
                items.append((one_line(item.value), item_line))
            elif isinstance(item, yaml.ScalarNode):
                self._note("type", item_line, _("%s holds an empty item"), key)
            else:
                self._note("type", item_line, _("%s must be a list of texts"), key)
        return items

    def _read_authors(self, key: str, line: int, value: yaml.Node) -> None:
        self.result.authors = tuple(text for text, _line in self._read_list(key, line, value))

    def _read_prerequisites(self, key: str, line: int, value: yaml.Node) -> None:
        names = [text.removeprefix("/") for text, _line in self._read_list(key, line, value)]
        self.result.prerequisites = tuple(dict.fromkeys(names))

    def _read_categories(self, key: str, line: int, value: yaml.Node) -> None:
        accepted = self.rules.categories
        folders = []
        for text, item_line in self._read_list(key, line, value):
            if text in accepted:
                folders.append(text)
                continue
            guess = nearest(text, accepted)
            if guess:
                self._note("category", item_line, _("unknown category %r; did you mean %r?"), text, guess)
            else:
                known = ", ".join(accepted)
                self._note("category", item_line, _("unknown category %r; accepted are %s"), text, known)
        self.result.categories = tuple(dict.fromkeys(folders))

    def _read_tags(self, key: str, line: int, value: yaml.Node) -> None:
        written = self._read_list(key, line, value)
        self.result.written_tags = tuple(text for text, _line in written)
        self.result.tags = accepted_tags(self.result.written_tags, self.rules)
        seen: set[str] = set()
        for text, item_line in written:
            self._check_tag(text, item_line, seen)
            seen.add(text.casefold())

    def _check_tag(self, text: str, line: int, seen: set[str]) -> None:
        names = {name.casefold() for pair in self.rules.categories.items() for name in pair}
        vocabulary = self.rules.vocabulary
        if text.casefold() in names:
            self._note("tag", line, _("the tag %r is a category, which lists the article anyway"), text)
        elif text.casefold() in seen:
            self._note("tag", line, _("the tag %r is given twice"), text)
        elif vocabulary is not None and text not in vocabulary.tags:
            tag, _certain = vocabulary.suggest(text)
            if tag:
                self._note("tag", line, _("unknown tag %r; did you mean %r?"), text, tag)
            else:
                self._note("tag", line, _("unknown tag %r; the tags are listed in %s"), text, vocabulary.name)


def _truth(value: yaml.Node) -> bool | None:
    if not isinstance(value, yaml.ScalarNode) or value.tag != _BOOL:
        return None
    return value.value.lower() in {"true", "yes", "on", "y"}
