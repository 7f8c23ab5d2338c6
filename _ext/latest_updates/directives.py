"""Directives: a listing, the tags, the categories, and a toctree that tolerates drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinx.directives.other import TocTree, glob_re
from sphinx.util import docname_join
from sphinx.util.docutils import SphinxDirective
from sphinx.util.matching import patfilter
from sphinx.util.nodes import explicit_title_re

from .articles import Listing
from .front_matter import nearest
from .nodes import slot
from .settings import domain_of, warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

    from .domain import ArticleDomain


def _style(argument: str) -> str:
    return directives.choice(argument, ("cards", "list"))


def _group(argument: str) -> str:
    return directives.choice(argument, ("year",))


def _year(argument: str) -> str:
    year = directives.nonnegative_int(argument)
    return f"{year:04}"


class _OfCategory(SphinxDirective):
    """A directive with an option ``category``."""

    has_content = False

    def _category(self, domain: ArticleDomain) -> str | None:
        """Return the folder to show, nothing for all, None after a mistake."""
        if "category" not in self.options:
            return ""
        categories = domain.rules.categories
        named: str = (self.options["category"] or "").strip()
        category = named or self.env.current_document.docname.partition("/")[0]
        if category in categories:
            return category
        if not named:
            self._warn(":category: needs a value on a page outside the categories")
            return None
        guess = nearest(named, categories)
        if guess:
            self._warn("unknown category %r; did you mean %r?", named, guess)
        else:
            self._warn("unknown category %r; accepted are %s", named, ", ".join(categories))
        return None

    def _warn(self, message: str, *arguments: object) -> None:
        warn("listing", message, *arguments, location=self.get_location())


class LatestUpdates(_OfCategory):
    """Show articles, the latest first."""

    option_spec: ClassVar[OptionSpec] = {
        "category": directives.unchanged,
        "tag": directives.unchanged_required,
        "year": _year,
        "limit": directives.positive_int,
        "per-page": directives.nonnegative_int,
        "style": _style,
        "group-by": _group,
        "pinned-first": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Note the listing and leave a place for it; it is filled when all articles are known."""
        domain = domain_of(self.env)
        listing = self._listing(domain)
        if listing is None:
            return []
        index = domain.note_listing(self.env.current_document.docname, listing)
        place = slot(kind="listing", docname=self.env.current_document.docname, index=index)
        self.set_source_info(place)
        return [place]

    def _listing(self, domain: ArticleDomain) -> Listing | None:
        options = self.options
        category = self._category(domain)
        if category is None or not self._check_tag(domain):
            return None
        per_page = options.get("per-page", self.config.latest_updates_per_page)
        listing = Listing(
            category=category,
            tag=options.get("tag", ""),
            year=options.get("year", ""),
            limit=options.get("limit", 0),
            per_page=per_page,
            style=options.get("style", "cards"),
            group_by=options.get("group-by", ""),
            pinned_first="pinned-first" in options,
        )
        others = domain.listings.get(self.env.current_document.docname, ())
        if listing.is_paginated and any(other.is_paginated for other in others):
            self._warn("a second listing on a page needs :limit:; this one shows one page")
            return replace(listing, limit=per_page)
        return listing

    def _check_tag(self, domain: ArticleDomain) -> bool:
        tag, vocabulary = self.options.get("tag"), domain.rules.vocabulary
        if not tag or vocabulary is None or tag in vocabulary.tags:
            return True
        guess, _certain = vocabulary.suggest(tag)
        if guess:
            self._warn("unknown tag %r; did you mean %r?", tag, guess)
        else:
            self._warn("unknown tag %r; the tags are listed in %s", tag, vocabulary.name)
        return False


class ReadingMap(_OfCategory):
    """Show which articles to read before which."""

    option_spec: ClassVar[OptionSpec] = {"category": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Note the map and leave a place for it."""
        domain = domain_of(self.env)
        category = self._category(domain)
        if category is None:
            return []
        docname = self.env.current_document.docname
        domain.maps.setdefault(docname, []).append(category)
        return [slot(kind="map", docname=docname, category=category)]


class _Overview(SphinxDirective):
    """Leave a place for an overview of ``kind``."""

    kind: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Leave the place and remember that the page has it."""
        docname = self.env.current_document.docname
        domain_of(self.env).overviews.setdefault(docname, set()).add(self.kind)
        return [slot(kind=self.kind, docname=docname)]


class Tags(_Overview):
    """Show all tags with the numbers of their articles."""

    kind = "tags"


class Categories(_Overview):
    """Show all categories with the numbers of their articles."""

    kind = "categories"


class DraftTolerantTocTree(TocTree):
    """Sphinx's toctree, which passes over articles that this build does not publish.

    An author names a draft in a toctree to give it its place, not to have the build fail until it is
    published.
    """

    def run(self) -> list[nodes.Node]:
        """Leave out entries of unpublished articles, and remember them."""
        domain = domain_of(self.env)
        here = self.env.current_document.docname
        named = [self._unpublished(entry, domain.absent) for entry in self.content]
        for place in reversed(range(len(named))):
            if named[place]:
                domain.mentions.setdefault(here, set()).update(named[place])
                del self.content[place]
        return super().run()

    def _unpublished(self, entry: str, absent: set[str]) -> set[str]:
        """Return the unpublished articles that *entry* names, if it names no published one."""
        explicit = explicit_title_re.match(entry)
        name = explicit.group(2) if explicit else entry
        here = self.env.current_document.docname
        if "glob" in self.options and glob_re.match(entry) and not explicit:
            pattern = docname_join(here, name)
            if any(found != here for found in patfilter(self.env.found_docs, pattern)):
                return set()
            return set(patfilter(absent, pattern))
        for suffix in self.config.source_suffix:
            if name.endswith(suffix):
                name = name.removesuffix(suffix)
                break
        return {docname_join(here, name)} & absent
