"""Queries made from the pages of a site, by a seed, before any search has been asked."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from tests.search.pages import CJK, HAN, SEAM, Page, clean, fold

MINIMUM = 300
QUOTAS = {
    "title": 30,
    "heading": 45,
    "span": 60,
    "sentence": 15,
    "mixed": 35,
    "two words": 35,
    "identifier": 35,
    "english": 30,
    "variant": 25,
    "single": 25,
    "crossing": 25,
}


@dataclass(frozen=True)
class Query:
    """A query of a kind: the pages that have its words literally, and those that should come first."""

    kind: str
    text: str
    literal: frozenset[str]
    best: frozenset[str]


Sampler = Callable[[random.Random, list[Page]], str | None]


def make_queries(pages: list[Page], seed: int = 2026) -> list[Query]:
    """Return at least :data:`MINIMUM` queries, fewer of a kind that the site has too little of."""
    rng = random.Random(seed)
    texts: dict[str, str] = {}
    for kind, sampler in SAMPLERS.items():
        for text in islice(distinct(rng, pages, sampler, texts), QUOTAS[kind]):
            texts[text] = kind
    for text in islice(distinct(rng, pages, sample_span, texts), max(0, MINIMUM - len(texts))):
        texts[text] = "span"
    return [judged(pages, kind, text) for text, kind in texts.items()]


def distinct(rng: random.Random, pages: list[Page], sampler: Sampler, known: dict[str, str]) -> Iterator[str]:
    """Yield new queries of a kind until a hundred attempts in a row were in vain."""
    failures = 0
    while failures < 100:
        text = sampler(rng, pages)
        if text and text not in known:
            failures = 0
            yield text
        else:
            failures += 1


def judged(pages: list[Page], kind: str, text: str) -> Query:
    """Return a query with the pages that have all its words, of which those named by it should be first."""
    words = [fold(word) for word in text.split()]
    literal = frozenset(page.docname for page in pages if all(map(page.has, words)))
    if kind == "title":
        named = frozenset(page.docname for page in pages if clean(page.title) == text)
        return Query(kind, text, literal, named)
    if kind == "heading":
        named = frozenset(page.docname for page in pages if text in {clean(page.title), *page.headings})
        return Query(kind, text, literal, named)
    return Query(kind, text, literal, literal)


def sample_match(rng: random.Random, pages: list[Page], pattern: str) -> str | None:
    """Return a random match of a pattern in a random page, every place of the page being as likely."""
    text = "\n\n".join(rng.choice(pages).blocks)
    found = list(re.finditer(pattern, text))
    return rng.choice(found)[0].replace(SEAM, "") if found else None


def sample_title(rng: random.Random, pages: list[Page]) -> str | None:
    """Return the title of a page."""
    return clean(rng.choice(pages).title)


def sample_heading(rng: random.Random, pages: list[Page]) -> str | None:
    """Return a heading of a page."""
    headings = rng.choice(pages).headings
    return rng.choice(headings) if headings else None


def sample_span(rng: random.Random, pages: list[Page]) -> str | None:
    """Return two to eight CJK characters that stand together, be they words or not."""
    run = sample_match(rng, pages, f"[{CJK}]{{2,}}")
    if run is None:
        return None
    length = rng.randint(2, min(8, len(run)))
    start = rng.randint(0, len(run) - length)
    return run[start : start + length]


def sample_sentence(rng: random.Random, pages: list[Page]) -> str | None:
    """Return fifteen to forty characters of a sentence, up to its comma or full stop."""
    return sample_match(rng, pages, f"[{CJK}]{{15,40}}(?=[，。；：])")


def sample_mixed(rng: random.Random, pages: list[Page]) -> str | None:
    """Return CJK and Latin words as they stand together, with the spaces between them or without."""
    text = sample_match(rng, pages, f"[{HAN}]{{1,4}} ?[A-Za-z][\\w.]*\\w|[A-Za-z][\\w.]*\\w ?[{HAN}]{{1,4}}")
    return text.replace(" ", "") if text and rng.random() < 0.5 else text


def sample_two_words(rng: random.Random, pages: list[Page]) -> str | None:
    """Return two short CJK spans of one page."""
    page = [rng.choice(pages)]
    spans = [span for span in (sample_span(rng, page), sample_span(rng, page)) if span]
    return " ".join(span[:4] for span in spans) if len(spans) == 2 else None


def sample_identifier(rng: random.Random, pages: list[Page]) -> str | None:
    """Return a name of code with dots or underscores."""
    return sample_match(rng, pages, r"\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+|\b\w*[A-Za-z]_\w+|\b__\w+__\b")


def sample_english(rng: random.Random, pages: list[Page]) -> str | None:
    """Return an English word, or two that stand together."""
    return sample_match(rng, pages, r"\b[A-Za-z]{4,}(?: [A-Za-z]{4,})?\b")


def sample_variant(rng: random.Random, pages: list[Page]) -> str | None:
    """Return a query with letters in the other case, or in full width."""
    text = rng.choice([sample_english, sample_identifier, sample_mixed])(rng, pages)
    if text is None:
        return None
    wide = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
    return rng.choice([text.swapcase(), text.translate(wide)])


def sample_single(rng: random.Random, pages: list[Page]) -> str | None:
    """Return one Han character."""
    return sample_match(rng, pages, f"[{HAN}]")


def sample_crossing(rng: random.Random, pages: list[Page]) -> str | None:
    """Return a CJK word with emphasis, code or a link inside, or a name of code with such."""
    cjk, name = f"[{CJK}]{{1,4}}{SEAM}+[{CJK}]{{1,4}}", f"\\w+\\.{SEAM}+\\w+|\\w+{SEAM}+\\.\\w+"
    return sample_match(rng, pages, f"{cjk}|{name}")


SAMPLERS: dict[str, Sampler] = {
    "title": sample_title,
    "heading": sample_heading,
    "span": sample_span,
    "sentence": sample_sentence,
    "mixed": sample_mixed,
    "two words": sample_two_words,
    "identifier": sample_identifier,
    "english": sample_english,
    "variant": sample_variant,
    "single": sample_single,
    "crossing": sample_crossing,
}
