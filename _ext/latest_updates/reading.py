"""From sources to articles: which are published, and what is noted of each while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import get_filetype, logging

from .article_page import add_slots
from .articles import Article
from .domain import Parsed
from .excerpt import extract_excerpt, survey, title_of
from .front_matter import (
    FrontMatter,
    Problem,
    Rules,
    accepted_tags,
    find_block,
    find_field_list,
    parse_front_matter,
)
from .messages import _, __
from .runs import Excerpt, cut
from .settings import domain_of, warn
from .text import reading_minutes

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .domain import ArticleDomain
    from .front_matter import Block

logger = logging.getLogger(__name__)

# Keys whose values are checked when all articles are known.
_CHECKED_LATER = ("tags", "prerequisites")


def on_env_get_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Take unpublished articles out of the build, as if their files were not there.

    The three sets are Sphinx's own, handed over before it looks at globbed toctrees: what leaves them
    here is found by no toctree, and the pages that a removal concerns are read again.
    """
    domain = domain_of(env)
    domain.absent = {name for name in sorted(env.found_docs) if _is_absent(app, name, added | changed)}
    for docname in domain.absent:
        added.discard(docname)
        changed.discard(docname)
        env.project.docnames.discard(docname)
    retracted = domain.absent & env.all_docs.keys()
    removed |= retracted
    return [*_pages_naming(domain, env, retracted), *_retagged(domain)]


def _is_absent(app: Sphinx, docname: str, touched: set[str]) -> bool:
    domain = domain_of(app.env)
    if domain.show_drafts or not domain.is_article(docname):
        return False
    known = domain.articles.get(docname)
    if docname not in touched and known is not None:
        return known.draft or known.date > domain.today
    parsed = _parse_source(app, docname)
    if parsed.front_matter.doubtful:
        _warn_of(docname, parsed.problems)
    elif not parsed.front_matter.draft and parsed.front_matter.date > domain.today:
        message = __("%s is dated %s: not published yet")
        logger.info(message, docname, parsed.front_matter.date)
    return parsed.front_matter.draft or parsed.front_matter.date > domain.today


def _parse_source(app: Sphinx, docname: str) -> Parsed:
    encoding = app.config.source_encoding
    try:
        source = app.env.doc2path(docname).read_text(encoding=encoding)
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        problem = Problem("front-matter", line, _("the file is not encoded as %s"), (encoding,))
        return Parsed(None, FrontMatter(draft=True, doubtful=True), [problem])
    return _parse(app, docname, source)


def _parse(app: Sphinx, docname: str, source: str) -> Parsed:
    domain = domain_of(app.env)
    block = _block(app, docname, source)
    known = domain.parsed.get(docname)
    if known is None or known.block != block:
        known = Parsed(block, *parse_front_matter(block, domain.rules))
        domain.parsed[docname] = known
    return known


def _block(app: Sphinx, docname: str, source: str) -> Block | None:
    """Return the front matter of *source* in the way of its file type."""
    filetype = get_filetype(app.config.source_suffix, str(app.env.doc2path(docname)))
    return find_field_list(source) if filetype == "restructuredtext" else find_block(source)


def _warn_of(docname: str, problems: list[Problem]) -> None:
    for problem in problems:
        warn(problem.subtype, problem.message, *problem.arguments, location=(docname, problem.line))


def _retagged(domain: ArticleDomain) -> list[str]:
    """Return the articles whose tags mean something else in the vocabulary as it is now."""
    return [
        docname
        for docname, article in domain.articles.items()
        if accepted_tags(article.written_tags, domain.rules) != article.tags
    ]


def _pages_naming(domain: ArticleDomain, env: BuildEnvironment, retracted: set[str]) -> list[str]:
    """Return the pages whose toctrees name articles that were *retracted* or are published now."""
    stale = [page for page, names in domain.mentions.items() if names & env.found_docs]
    return stale + [page for page, names in env.toctree_includes.items() if not retracted.isdisjoint(names)]


def on_source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Complain about the front matter of an article, and about a draft that is none."""
    if domain_of(app.env).is_article(docname):
        _warn_of(docname, _parse(app, docname, content[0]).problems)
    elif (block := _block(app, docname, content[0])) and "draft" in block.text:
        front_matter, _problems = parse_front_matter(block, Rules())
        if front_matter.draft and not front_matter.doubtful:
            line = front_matter.lines["draft"]
            warn("draft", "only an article, below a category, can be a draft", location=(docname, line))


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Note the article that has been read, and keep places on it for what others tell of it."""
    env = app.env
    docname = env.current_document.docname
    domain = domain_of(env)
    if not domain.is_article(docname):
        return
    front_matter = domain.parsed.pop(docname).front_matter
    domain.note_article(_article(app, docname, doctree, front_matter))
    add_slots(doctree, docname)


def _article(app: Sphinx, docname: str, doctree: nodes.document, front_matter: FrontMatter) -> Article:
    domain = domain_of(app.env)
    title = title_of(doctree)
    if not title:
        title = (("text", docname.rpartition("/")[2]),)
        warn("title", "the article has no title; add a line `# Title`", location=(docname, 1))
    seen = survey(doctree)
    return Article(
        docname=docname,
        category=docname.partition("/")[0],
        title=title,
        date=front_matter.date,
        updated=front_matter.updated,
        excerpt=_excerpt(app, doctree, front_matter),
        tags=front_matter.tags,
        written_tags=front_matter.written_tags,
        categories=front_matter.categories,
        prerequisites=front_matter.prerequisites,
        links=tuple(name for name in seen.links if domain.is_article(name)),
        authors=front_matter.authors,
        minutes=reading_minutes(seen.amount),
        pinned=front_matter.pinned,
        draft=front_matter.draft,
        lines=tuple((key, line) for key, line in front_matter.lines.items() if key in _CHECKED_LATER),
    )


def _excerpt(app: Sphinx, doctree: nodes.document, front_matter: FrontMatter) -> Excerpt:
    style = domain_of(app.env).style
    if front_matter.description:
        head, truncated = cut([("text", front_matter.description)], style.length)
        return Excerpt(head, truncated, more=True)
    return extract_excerpt(doctree, style, lambda node: app.tags.eval_condition(node["expr"]))
