"""What is known of all articles: the only state of the extension."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sphinx.domains import Domain

from .articles import choose, in_order, related
from .front_matter import Rules
from .runs import Style, cut, finish, plain, resolve_links
from .tags import assign_slugs

if TYPE_CHECKING:
    from collections.abc import Iterable, Set
    from typing import Any

    from docutils import nodes
    from markupsafe import Markup
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .articles import Article, Listing
    from .front_matter import Block, FrontMatter, Problem
    from .generated import GeneratedPage
    from .runs import Excerpt

# Search engines and previews show about this many characters of a description.
_DESCRIPTION_LENGTH = 160


class Parsed(NamedTuple):
    """The front matter of a source, and what was found in it."""

    block: Block | None
    front_matter: FrontMatter
    problems: list[Problem]


class ArticleDomain(Domain):
    """Articles, and the listings on each page; plain values only."""

    name = "latest_updates"
    label = "Latest updates"
    data_version = 3
    initial_data = {  # noqa: RUF012 -- the name and the type are Sphinx's
        "articles": {},  # docname -> Article
        "listings": {},  # docname -> list[Listing]
        "overviews": {},  # docname -> {"tags", "categories"}
        "maps": {},  # docname -> list of categories, "" for all
        "mentions": {},  # docname -> names of unpublished articles in its toctrees
    }

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.rules = Rules()
        self.style = Style(length=0)
        self.today = ""
        self.show_drafts = False
        #: Front matter read in this build, so that it is read once.
        self.parsed: dict[str, Parsed] = {}
        #: Articles whose sources are there but which this build does not publish.
        self.absent: set[str] = set()
        #: Digests of what pages show, and the pages written in this build.
        self.shown: dict[str, str] = {}
        self.written: set[str] = set()
        #: Documents on which listings show formulas.
        self.with_formulas: set[str] = set()
        #: Feeds and sitemap written in this build, relative to the output folder.
        self.output_files: list[str] = []

    @property
    def articles(self) -> dict[str, Article]:
        """All articles that are built, by docname."""
        articles: dict[str, Article] = self.data["articles"]
        return articles

    @property
    def listings(self) -> dict[str, list[Listing]]:
        """The listings on each page, as they occur."""
        listings: dict[str, list[Listing]] = self.data["listings"]
        return listings

    @property
    def overviews(self) -> dict[str, set[str]]:
        """The overviews, ``tags`` and ``categories``, on each page."""
        overviews: dict[str, set[str]] = self.data["overviews"]
        return overviews

    @property
    def maps(self) -> dict[str, list[str]]:
        """The categories of the reading maps on each page, as they occur; "" for all."""
        maps: dict[str, list[str]] = self.data["maps"]
        return maps

    @property
    def mentions(self) -> dict[str, set[str]]:
        """The unpublished articles that toctrees of each page name."""
        mentions: dict[str, set[str]] = self.data["mentions"]
        return mentions

    def note_article(self, article: Article) -> None:
        """Take up *article*."""
        self.articles[article.docname] = article
        self.forget_view()

    def note_listing(self, docname: str, listing: Listing) -> int:
        """Take up *listing* on the page *docname*; return its index there."""
        listings = self.listings.setdefault(docname, [])
        listings.append(listing)
        return len(listings) - 1

    def clear_doc(self, docname: str) -> None:
        """Forget everything about *docname*."""
        for name in self.initial_data:
            self.data[name].pop(docname, None)
        self.forget_view()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read of *docnames*."""
        for name in self.initial_data:
            self.data[name].update({doc: value for doc, value in otherdata[name].items() if doc in docnames})
        self.forget_view()

    def resolve_any_xref(  # noqa: PLR0913, PLR0917 -- Sphinx's signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve nothing: articles are documents, which Sphinx's own domain knows."""
        return []

    def is_article(self, docname: str) -> bool:
        """Tell whether *docname* is an article by its place: below a category, and no ``index``."""
        folder, _slash, rest = docname.partition("/")
        return bool(rest) and folder in self.rules.categories and rest.rpartition("/")[2] != "index"

    def is_unpublished(self, article: Article) -> bool:
        """Tell whether *article* is a draft, or of a day to come."""
        return article.draft or article.date > self.today

    @cached_property
    def view(self) -> View:
        """The articles as they are to be shown; valid until one changes."""
        return View(self)

    def forget_view(self) -> None:
        """Compute the view anew when it is next needed."""
        self.__dict__.pop("view", None)


class View:
    """The listed articles in order, their tags and slugs; computed once a build."""

    def __init__(self, domain: ArticleDomain) -> None:
        self.domain = domain
        listed = [article for article in domain.articles.values() if article.date]
        self.articles = {article.docname: article for article in in_order(listed)}
        self._places = {name: place for place, name in enumerate(self.articles)}
        self.tagged: dict[str, list[str]] = {}
        for article in self.articles.values():
            for tag in article.tags:
                self.tagged.setdefault(tag, []).append(article.docname)
        vocabulary = domain.rules.vocabulary
        tags = [*vocabulary.tags] if vocabulary else sorted(self.tagged)
        self.slugs, self.slug_collisions = assign_slugs(tags)
        #: Pages to generate, when :func:`.generated.generated_pages` has found them, and those that
        #: have to give way (name, page on which the listing begins).
        self.generated: dict[str, GeneratedPage] | None = None
        self.name_collisions: list[tuple[str, str]] = []
        self._counts = _count_categories(self.articles.values())
        #: Without the drafts that an author may be looking at.
        self.published = [a for a in self.articles.values() if not domain.is_unpublished(a)]
        self.published_categories = _count_categories(self.published).keys()
        #: Formulas as HTML, by TeX and whether they stand in a link.
        self.formulas: dict[tuple[str, bool], Markup] = {}
        #: Parts of cards as HTML, by name and article, and whether formulas are in them.
        self.parts: dict[tuple[str, str], tuple[Markup, bool]] = {}
        #: URIs of pages, absolute and by the folder from which they are seen; dates as HTML, by their
        #: classes; names of categories and tags as HTML, by all that :class:`.cards.Page` makes them of.
        self.urls: dict[str, str] = {}
        self.uris: dict[tuple[str, str], str] = {}
        self.names: dict[tuple[str | bool | None, ...], Markup] = {}
        self.days: dict[tuple[str, str], Markup] = {}
        #: Titles of the Atom feeds by their paths, once they are known.
        self.feeds: dict[str, str] | None = None
        #: Links to them, by the folder of the pages that hold them.
        self.alternates: dict[str, list[str]] = {}
        self._related: dict[str, list[Article]] = {}
        self._descriptions: dict[str, str] = {}
        self._card_keys: dict[str, str] = {}
        self._excerpts: dict[str, Excerpt] = {}
        self._chosen: dict[Listing, list[Article]] = {}
        self._last_changes: dict[Listing, str] = {}

    def choose(self, listing: Listing) -> list[Article]:
        """Return the articles of *listing*."""
        if listing not in self._chosen:
            tagged = self.tagged.get(listing.tag, ()) if listing.tag else self.articles
            self._chosen[listing] = choose((self.articles[name] for name in tagged), listing)
        return self._chosen[listing]

    def related(self, article: Article, limit: int) -> list[Article]:
        """Return the articles to name at the foot of *article*."""
        if article.docname not in self._related:
            names = related(article, self.articles, self._places, self.tagged, limit)
            self._related[article.docname] = [self.articles[name] for name in names]
        return self._related[article.docname]

    def count(self, category: str) -> int:
        """Count the articles that *category* lists."""
        return self._counts[category]

    def excerpt(self, article: Article) -> Excerpt:
        """Return the excerpt of *article* with the texts of its links."""
        if article.docname not in self._excerpts:
            self._excerpts[article.docname] = self._finished(article)
        return self._excerpts[article.docname]

    def _finished(self, article: Article) -> Excerpt:
        if not article.quotes_others:
            return article.excerpt
        return finish(resolve_links(article.excerpt.runs, self._link_text), self.domain.style)

    def card_key(self, article: Article) -> str:
        """Return a name for what a card of *article* shows."""
        if article.docname not in self._card_keys:
            excerpt = self.excerpt(article)
            shown = (article.title, article.date, article.updated, article.pinned, *excerpt)
            name = hashlib.blake2b(repr(shown).encode(errors="surrogatepass"), digest_size=12).hexdigest()
            self._card_keys[article.docname] = f"{article.docname} {name}"
        return self._card_keys[article.docname]

    def plain_excerpt(self, article: Article) -> str:
        """Return the excerpt of *article* as plain text, with ``...`` where it was cut."""
        excerpt = self.excerpt(article)
        return plain(excerpt.runs, self.domain.style.math) + ("..." if excerpt.truncated else "")

    def description(self, article: Article) -> str:
        """Return the excerpt of *article* at the length that search engines show."""
        if article.docname not in self._descriptions:
            excerpt = self.excerpt(article)
            math = self.domain.style.math
            runs, truncated = cut(excerpt.runs, _DESCRIPTION_LENGTH, math)
            ellipsis = "..." if truncated or excerpt.truncated else ""
            self._descriptions[article.docname] = plain(runs, math) + ellipsis
        return self._descriptions[article.docname]

    def last_change(self, listing: Listing) -> str:
        """Return the date of the latest article of *listing*; nothing if there is none."""
        if listing not in self._last_changes:
            latest = (article.latest for article in self.choose(listing))
            self._last_changes[listing] = max(latest, default="")
        return self._last_changes[listing]

    def _link_text(self, link: str) -> str:
        """Return the text of a link whose target names itself."""
        scheme, _colon, target = link.partition(":")
        env = self.domain.env
        if scheme == "doc":
            title = env.titles.get(target)
            return title.astext() if title is not None else target
        if scheme == "eq":
            equation = env.domains["math"].data["objects"].get(target)
            return f"({equation[1]})" if equation else target
        label = env.domains["std"].data["labels"].get(target.lower())
        return label[2] if label else target


def _count_categories(articles: Iterable[Article]) -> Counter[str]:
    """Count the articles of each category, those that claim it included."""
    return Counter(folder for article in articles for folder in {article.category, *article.categories})
