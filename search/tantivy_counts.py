"""In how many documents a search hits, and by what they can be narrowed: counted by Tantivy, exactly.

Hits are counted by the numbers of their documents, which takes a tenth of the time that names would, and names are only
looked up for the documents that were hit. What a document is said to be as a whole (genre, issuer, year …) is the same
for all of its clauses.

Kinds of fact and departments differ from clause to clause. To count the documents that have a hit of each, every
combination of document and kinds among the hits has to be handed over; of a very broad search these are too many to be
counted in time, and a search that finds a tenth of everything is one to be narrowed anyway.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tantivy import Query

from search.engine import Facet, Filters
from search.facets import chosen_values, listed_facets
from search.stored import KINDS
from search.tantivy_documents import Documents
from search.tantivy_schema import KIND_BITS

if TYPE_CHECKING:
    from search.tantivy_view import View

MOST_KEYS = 8_000
"""Combinations of document and kinds up to which kinds and departments are counted; beyond, only chosen ones are."""
_KEYS_PER_DOCUMENT = 8
_MOST_BUCKETS = 50_000
"""Different keys that Tantivy hands over; it refuses more than 65,000."""
_ALL_KINDS = (1 << KIND_BITS) - 1
BROAD = "命中条款较多，“含有”和“责任单位”两项未统计，请先用其他条件缩小范围。"


@dataclass(frozen=True)
class Counted:
    """The documents of the hits of a search.

    Attributes:
        numbers: of these documents, each once.
        clauses: hits of each of them.
        details: name of a facet (`kind`, `department`) to its values to the documents that have a hit of them; None
            where they were not asked for, or are too many to be handed over.
    """

    numbers: Sequence[int]
    clauses: Sequence[int]
    details: Mapping[str, Mapping[str, int]] | None = None

    @cached_property
    def hits(self) -> dict[int, int]:
        """Number of a document to its hits."""
        return dict(zip(self.numbers, self.clauses, strict=True))


@dataclass(frozen=True)
class Tally:
    """Of which documents the hits of a search are.

    Attributes:
        counted: these documents.
        chosen: counts documents with a hit of one value of a facet that is not counted for all of its values.
        known: what the index says of its documents.
    """

    counted: Counted
    chosen: Callable[[str, str], int]
    known: Documents

    @property
    def documents(self) -> int:
        """Documents with a hit."""
        return len(self.counted.numbers)

    @cached_property
    def total(self) -> int:
        """Hits."""
        return sum(self.counted.clauses)

    @cached_property
    def values(self) -> dict[str, dict[str, int]]:
        """How many of these documents have which value, for each of the values of a document as a whole."""
        return self.known.counts(self.counted.numbers)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the counts."""
        return (BROAD,) if self.counted.details is None else ()

    def hits_in(self, document: str) -> int:
        """Hits in a document."""
        return self.counted.hits.get(self.known.numbers.get(document, -1), 0)

    def facets(self, filters: Filters) -> dict[str, tuple[Facet, ...]]:
        """The facets of the hits."""
        counts: dict[str, Mapping[str, int]] = {**self.values}
        if self.counted.details is not None:
            return listed_facets({**counts, **self.counted.details}, filters)
        chosen = chosen_values(filters)
        for name in ("kind", "department"):
            counts[name] = {value: self.chosen(name, value) for value in chosen[name]}
        return listed_facets(counts, filters)


def tally(view: View, query: Query, counted: Counted) -> Tally:
    """What was counted, with what is known of the documents."""

    def chosen(name: str, value: str) -> int:
        return len(count(view, view.all_of(query, view.having(name, value))).numbers)

    return Tally(counted, chosen, view.documents)


def is_countable(total: int, documents: int) -> bool:
    """Whether kinds and departments of so many hits in an index of so many documents are counted."""
    return min(total, documents * _KEYS_PER_DOCUMENT) <= MOST_KEYS


def count(view: View, query: Query) -> Counted:
    """Counts the documents of a search."""
    documents = view.documents.next
    buckets: list[Any] = []
    for first in range(0, documents, _MOST_BUCKETS):
        whole = documents <= _MOST_BUCKETS
        part = query if whole else view.all_of(query, view.numbered(first, first + _MOST_BUCKETS - 1))
        buckets += _buckets(view, part, "group")
    return Counted(list(map(_KEY, buckets)), list(map(_COUNT, buckets)))


def count_in_detail(view: View, query: Query) -> Counted:
    """Counts kinds and departments as well; where there are too many of them after all, they are left out."""
    try:
        profiles = _buckets(view, query, "profile")
        acting = {
            (bucket["key"], group["key"])
            for bucket in _buckets(view, query, "acting_key", "group")
            for group in bucket["group"]["buckets"]
        }
    except ValueError:  # more keys than Tantivy hands over
        return count(view, query)
    hits: dict[int, int] = defaultdict(int)
    for bucket in profiles:
        hits[bucket["key"] >> KIND_BITS] += bucket["doc_count"]
    return _in_detail(view, hits, map(_KEY, profiles), acting)


def count_listed(view: View, addresses: Sequence[Any]) -> Counted:
    """The same of the hits at these addresses, whose keys are read where they are."""
    profiles = view.searcher.fast_field_values("profile", addresses)
    keys = view.searcher.fast_field_values("acting_key", addresses)
    acting = {(key, profile >> KIND_BITS) for key, profile in zip(keys, profiles, strict=True) if key is not None}
    return _in_detail(view, Counter([profile >> KIND_BITS for profile in profiles]), profiles, acting)


def _in_detail(
    view: View, hits: Mapping[int, int], profiles: Iterable[int], acting: Iterable[tuple[int, int]]
) -> Counted:
    """The hits of each document, and the documents of each kind and department.

    Args:
        view: of the index.
        hits: number of a document to its hits.
        profiles: number of a document and the kinds of a clause, in one, of the hits.
        acting: key of the departments of a clause, and number of its document; each once.
    """
    by_name: dict[str, set[int]] = defaultdict(set)
    for key, document in acting:
        for name in view.acting.get(key, ()):
            by_name[name].add(document)
    departments = {name: len(documents) for name, documents in by_name.items()}
    return Counted(tuple(hits), tuple(hits.values()), {"kind": _kinds(profiles), "department": departments})


def _kinds(profiles: Iterable[int]) -> dict[str, int]:
    """Kind of fact to the number of documents that have it: clauses mostly have the same few kinds together."""
    together: dict[int, set[int]] = defaultdict(set)
    for profile in profiles:
        together[profile & _ALL_KINDS].add(profile >> KIND_BITS)
    none: set[int] = set()
    return {
        kind: len(none.union(*(documents for bits, documents in together.items() if bits >> at & 1)))
        for at, kind in enumerate(KINDS)
    }


def _buckets(view: View, query: Query, name: str, within: str | None = None) -> list[Any]:
    """The keys of a field, each with the number of clauses that have them and, of another field, the keys of these.

    Raises:
        ValueError: if there are too many keys.
    """
    wanted: dict[str, Any] = {"terms": {"field": name, "size": _MOST_BUCKETS}}
    if within is not None:
        wanted["aggs"] = {within: {"terms": {"field": within, "size": _MOST_BUCKETS}}}
    answer = view.searcher.aggregate(query, {name: wanted})[name]
    if answer["sum_other_doc_count"]:
        raise ValueError
    buckets: list[Any] = answer["buckets"]
    return buckets


_KEY, _COUNT = itemgetter("key"), itemgetter("doc_count")
