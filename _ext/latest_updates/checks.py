"""Checks that need all articles: names that must exist, or must not exist twice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .front_matter import nearest
from .generated import generated_pages
from .reading_map import prerequisites
from .settings import domain_of, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .domain import ArticleDomain
    from .settings import Location


def on_env_check_consistency(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of names that don't fit together."""
    domain = domain_of(env)
    _check_prerequisites(domain, env)
    _check_cycles(domain)
    for later, earlier in domain.view.slug_collisions:
        names, place = (later, earlier), _place_of_tag(app, domain, later)
        warn("tag", "the page of the tag %r gets a number: that of %r has its name", *names, location=place)
    generated_pages(app)
    for name, base in domain.view.name_collisions:
        warn("name", "%r is wanted for a page of the listing on %r, but is taken", name, base, location=name)


def _check_prerequisites(domain: ArticleDomain, env: BuildEnvironment) -> None:
    for docname, article in sorted(domain.articles.items()):
        place = (docname, article.line("prerequisites"))
        for name in article.prerequisites:
            if name == docname:
                warn("prerequisite", "an article can't be its own prerequisite", location=place)
            elif name not in env.all_docs and name not in domain.absent:
                guess = nearest(name, domain.articles)
                if guess:
                    warn("prerequisite", "unknown document %r; did you mean %r?", name, guess, location=place)
                else:
                    warn("prerequisite", "unknown document %r", name, location=place)


def _check_cycles(domain: ArticleDomain) -> None:
    _needs, cycles = prerequisites(domain.view)
    for cycle in cycles:
        # A cycle is told from the last article to the first, which need each other.
        place = (cycle[1], domain.articles[cycle[1]].line("prerequisites"))
        warn("prerequisite", "these articles need each other: %s", " → ".join(cycle), location=place)


def _place_of_tag(app: Sphinx, domain: ArticleDomain, tag: str) -> Location:
    """Return where *tag* is given: in the vocabulary, else in the first article that has it."""
    vocabulary = domain.rules.vocabulary
    if vocabulary:
        return f"{Path(app.confdir, vocabulary.name)}:{vocabulary.tags[tag]}"
    docname = min(domain.view.tagged[tag])
    return docname, domain.articles[docname].line("tags")
