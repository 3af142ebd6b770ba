"""Clauses that are like a text: what handlers look for when a proposal resembles one that was answered before."""

from __future__ import annotations

from dataclasses import dataclass

from search.engine import Filters, Hit, SearchEngine


@dataclass(frozen=True, slots=True)
class SimilarClause:
    """A clause that is like a part of the text.

    Attributes:
        hit: the clause.
        request: the part of the text that it is like.
        shared: words of the request that the clause has, or says in other words, most telling first.
        differing: telling words of the clause that the text does not have.
    """

    hit: Hit
    request: str
    shared: tuple[str, ...]
    differing: tuple[str, ...]


def similar(
    text: str, engine: SearchEngine, filters: Filters = Filters(), limit: int = 10, *, leave_out: str | None = None
) -> tuple[SimilarClause, ...]:
    """Clauses most like a text, each document once, likest first.

    Args:
        text: a proposal, a draft, a clause.
        engine: where to look.
        filters: what to narrow to.
        limit: how many.
        leave_out: id of a document that is not wanted, e.g. the one the text is from.
    """
    from search.similarity import similar_clauses

    return similar_clauses(text, engine, filters, limit, leave_out)
