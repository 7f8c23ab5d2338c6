"""Figures of a search by judged queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.search.queries import Query


@dataclass(frozen=True)
class Answer:
    """What a search gave for a query: pages, best first, and those that are said to have all its words."""

    query: Query
    docnames: Sequence[str]
    found: Sequence[str]

    @property
    def recall(self) -> float:
        """Return the share of the pages with the words that were found."""
        return len(self.query.literal.intersection(self.found)) / len(self.query.literal)

    @property
    def precision(self) -> float:
        """Return the share of the found pages that have the words."""
        return len(self.query.literal.intersection(self.found)) / len(self.found)

    def rank(self, wanted: frozenset[str]) -> int:
        """Return the place of the first of the wanted pages, from 1; 0 if there is none."""
        places = (place for place, docname in enumerate(self.docnames, 1) if docname in wanted)
        return next(places, 0)


@dataclass(frozen=True)
class Figures:
    """Figures over many queries, as shares from 0 to 1."""

    queries: int
    recall: float
    precision: float
    mrr: float
    first: float
    first_five: float
    empty: int

    def __str__(self) -> str:
        shares = (self.recall, self.precision, self.first, self.first_five)
        percents = "".join(f"{100 * share:9.1f}" for share in shares)
        return f"{self.queries:8}{percents}{self.mrr:9.3f}{self.empty:8}"


HEADER = " queries  recall%  precis.%  first%  top5%     MRR    empty"


def mean(values: Sequence[float]) -> float:
    """Return the mean; of nothing, nothing is wrong."""
    return fmean(values) if values else 1.0


def figures(answers: Sequence[Answer]) -> Figures:
    """Return the figures of answers, each query weighing the same.

    Recall, precision and MRR are of pages with the words, precision only over queries that found something.
    *first* and *first five* are of the pages that should be first. *empty* counts answers without any page.
    """
    literal = [answer.rank(answer.query.literal) for answer in answers]
    best = [answer.rank(answer.query.best) for answer in answers]
    return Figures(
        queries=len(answers),
        recall=mean([answer.recall for answer in answers]),
        precision=mean([answer.precision for answer in answers if answer.found]),
        mrr=mean([1 / rank if rank else 0.0 for rank in literal]),
        first=mean([float(rank == 1) for rank in best]),
        first_five=mean([float(1 <= rank <= 5) for rank in best]),
        empty=sum(not answer.docnames for answer in answers),
    )


def by_kind(answers: Sequence[Answer]) -> dict[str, Figures]:
    """Return the figures for each kind of query, in their order."""
    kinds = Counter(answer.query.kind for answer in answers)
    return {kind: figures([answer for answer in answers if answer.query.kind == kind]) for kind in kinds}
