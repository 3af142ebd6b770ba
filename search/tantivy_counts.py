"""In how many documents a search hits, and by what they can be narrowed: counted by Tantivy, exactly.

Each document has a number, and what is said of it as a whole stands once in the index beside that number. So hits are
counted by numbers, which takes a tenth of the time that names would, and names are only looked up for the documents
that were hit. What a document is said to be as a whole (genre, issuer, year …) is the same for all of its clauses.

Kinds of fact and departments differ from clause to clause. To count the documents that have a hit of each, every
combination of document and kinds among the hits has to be handed over; of a very broad search these are too many to be
counted in time, and a search that finds a tenth of everything is one to be narrowed anyway.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tantivy import Query

from corpus import Validity
from search.engine import Entry, Facet, Filters
from search.facets import SEPARATOR, chosen_values, listed_facets
from search.stored import KINDS, factor_of
from search.tantivy_schema import KIND_BITS

if TYPE_CHECKING:
    from search.tantivy_view import View

MOST_KEYS = 8_000
"""Combinations of document and kinds up to which kinds and departments are counted; beyond, only chosen ones are."""
_KEYS_PER_DOCUMENT = 8
_MOST_BUCKETS = 50_000
"""Different keys that Tantivy hands over; it refuses more than 65,000."""
_COLUMNS = ("genre", "region", "year", "validity", "issuer")
_FEW = 400
"""Documents up to which each is looked at; more are counted by the bits of numbers, all at once."""
_ALL_KINDS = (1 << KIND_BITS) - 1
BROAD = "命中条款较多，“含有”和“责任单位”两项未统计，请先用其他条件缩小范围。"


def about(entry: Entry) -> str:
    """What is said of an entry's document as a whole, but for its number."""
    values = (entry.document, entry.genre, entry.region, entry.year, entry.validity.value, entry.issuer)
    return SEPARATOR.join("" if value is None else str(value) for value in values)


@dataclass(frozen=True, slots=True)
class _Nothing:
    """What is known of the documents of no index."""

    rows: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(default_factory=dict)
    next: int = 0
    columns: Sequence[list[str]] = field(default_factory=lambda: [[] for _ in _COLUMNS])


class Documents:
    """What an index says of its documents, by their numbers.

    Args:
        rows: number and `about` of each document.
        earlier: the same of an earlier commit, which is taken over where all of it still stands there. Of two numbers
            of a document the higher one is its own, the other that of what was replaced and is not yet cleared away.
    """

    def __init__(self, rows: Iterable[str], earlier: Documents | None = None) -> None:
        self.rows = frozenset(rows)
        known = earlier if earlier and earlier.rows <= self.rows else _Nothing()
        fresh = [row.split(SEPARATOR) for row in self.rows - known.rows]
        self.numbers: dict[str, int] = dict(known.numbers)
        self.next: int = max((int(row[0]) + 1 for row in fresh), default=known.next)
        self.next = max(self.next, known.next)
        self.columns: list[list[str]] = [column + [""] * (self.next - known.next) for column in known.columns]
        for number, document, *values in fresh:
            place = int(number)
            self.numbers[document] = max(place, self.numbers.get(document, 0))
            for column, value in zip(self.columns, values, strict=True):
                column[place] = value

    @cached_property
    def factors(self) -> tuple[float, float]:
        """What the scores of their clauses are multiplied by: the most, and what is usual."""
        validity, year = (self.columns[_COLUMNS.index(name)] for name in ("validity", "year"))
        kinds = Counter(zip(validity, year, strict=True))
        found = sorted((factor_of(Validity(of), int(at or 0)), number) for (of, at), number in kinds.items() if of)
        half = sum(number for _, number in found) / 2
        before = accumulate(number for _, number in found)
        usual = next((value for (value, _), upto in zip(found, before, strict=True) if upto >= half), 1.0)
        return (found[-1][0] if found else 1.0, usual)

    def counts(self, numbers: Collection[int]) -> dict[str, dict[str, int]]:
        """How many of these documents have which value, for each of the values of a document as a whole."""
        if len(numbers) > _FEW:
            hit = _bits(numbers, self.next)
            return {name: {value: (hit & bits).bit_count() for value, bits in of.items()} for name, of in self.masks}
        columns = zip(_COLUMNS, self.columns, strict=True)
        counts = {name: Counter(column[number] for number in numbers) for name, column in columns}
        return {**counts, "issuer": _each(counts["issuer"])}

    @cached_property
    def masks(self) -> list[tuple[str, dict[str, int]]]:
        """For each of these, its values to a number with a bit for each document that has them."""
        return [(name, self._masks(column)) for name, column in zip(_COLUMNS, self.columns, strict=True)]

    def _masks(self, column: list[str]) -> dict[str, int]:
        holders: dict[str, list[int]] = defaultdict(list)
        for number, value in enumerate(column):
            for one in value.split("、"):
                holders[one].append(number)
        return {value: _bits(numbers, self.next) for value, numbers in holders.items()}


def _bits(numbers: Iterable[int], size: int) -> int:
    """A number with these bits set; made of its digits, which takes a moment where shifting takes long."""
    digits = bytearray(b"0") * size
    for number in numbers:
        digits[-1 - number] = 49  # the digit 1
    return int(digits or b"0", 2)


def _each(issuers: Mapping[str, int]) -> dict[str, int]:
    """Bodies that issued a document together count each."""
    counts: dict[str, int] = defaultdict(int)
    for together, number in issuers.items():
        for name in together.split("、"):
            counts[name] += number
    return counts


@dataclass(frozen=True)
class Tally:
    """Of which documents the hits of a search are.

    Attributes:
        hits: number of a document to its hits.
        details: name of a facet (`kind`, `department`) to its values to the documents that have a hit of them; None
            where they are not counted.
        chosen: counts documents with a hit of one value of such a facet.
        known: what the index says of its documents.
    """

    hits: Mapping[int, int]
    details: Mapping[str, Mapping[str, int]] | None
    chosen: Callable[[str, str], int]
    known: Documents

    @property
    def documents(self) -> int:
        """Documents with a hit."""
        return len(self.hits)

    @cached_property
    def values(self) -> dict[str, dict[str, int]]:
        """How many of these documents have which value, for each of the values of a document as a whole."""
        return self.known.counts(self.hits)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the counts."""
        return (BROAD,) if self.details is None else ()

    def hits_in(self, document: str) -> int:
        """Hits in a document."""
        return self.hits.get(self.known.numbers.get(document, -1), 0)

    def facets(self, filters: Filters) -> dict[str, tuple[Facet, ...]]:
        """The facets of the hits."""
        counts: dict[str, Mapping[str, int]] = {**self.values}
        if self.details is not None:
            return listed_facets({**counts, **self.details}, filters)
        chosen = chosen_values(filters)
        for name in ("kind", "department"):
            counts[name] = {value: self.chosen(name, value) for value in chosen[name]}
        return listed_facets(counts, filters)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of the hits of a search.

    Attributes:
        hits: number of a document to its hits.
        details: as of `Tally`; None where they were not asked for, or are too many to be handed over.
    """

    hits: Mapping[int, int]
    details: Mapping[str, Mapping[str, int]] | None = None


def tally(view: View, query: Query, counted: Counted) -> Tally:
    """What was counted, with what is known of the documents."""

    def chosen(name: str, value: str) -> int:
        return len(count(view, view.all_of(query, view.having(name, value))).hits)

    return Tally(counted.hits, counted.details, chosen, view.documents)


def is_countable(total: int, documents: int) -> bool:
    """Whether kinds and departments of so many hits in an index of so many documents are counted."""
    return min(total, documents * _KEYS_PER_DOCUMENT) <= MOST_KEYS


def count(view: View, query: Query) -> Counted:
    """Counts the documents of a search."""
    documents = view.documents.next
    hits: dict[int, int] = {}
    for first in range(0, documents, _MOST_BUCKETS):
        whole = documents <= _MOST_BUCKETS
        part = query if whole else view.all_of(query, view.numbered(first, first + _MOST_BUCKETS - 1))
        hits.update(map(_KEY_AND_COUNT, _buckets(view, part, "group")))
    return Counted(hits)


def count_in_detail(view: View, query: Query) -> Counted:
    """Counts kinds and departments as well; where there are too many of them after all, they are left out."""
    try:
        profiles = dict(map(_KEY_AND_COUNT, _buckets(view, query, "profile")))
        acting = {
            (bucket["key"], group["key"])
            for bucket in _buckets(view, query, "acting_key", "group")
            for group in bucket["group"]["buckets"]
        }
    except ValueError:  # more keys than Tantivy hands over
        return count(view, query)
    return _in_detail(view, profiles, acting)


def count_listed(view: View, addresses: Sequence[Any]) -> Counted:
    """The same of the hits at these addresses, whose keys are read where they are."""
    profiles = view.searcher.fast_field_values("profile", addresses)
    keys = view.searcher.fast_field_values("acting_key", addresses)
    acting = {(key, profile >> KIND_BITS) for key, profile in zip(keys, profiles, strict=True) if key is not None}
    return _in_detail(view, Counter(profiles), acting)


def _in_detail(view: View, profiles: Mapping[int, int], acting: Iterable[tuple[int, int]]) -> Counted:
    """The hits of each document, and the documents of each kind and department.

    Args:
        view: of the index.
        profiles: number of a document and the kinds of a clause, in one, to the hits that have them.
        acting: key of the departments of a clause, and number of its document; each once.
    """
    hits: dict[int, int] = {}
    kinds: dict[int, int] = {}
    for key, number in profiles.items():
        document = key >> KIND_BITS
        hits[document] = hits.get(document, 0) + number
        kinds[document] = kinds.get(document, 0) | key & _ALL_KINDS
    by_name: dict[str, set[int]] = defaultdict(set)
    for key, document in acting:
        for name in view.acting.get(key, ()):
            by_name[name].add(document)
    departments = {name: len(documents) for name, documents in by_name.items()}
    return Counted(hits, {"kind": _kinds(Counter(kinds.values())), "department": departments})


def _kinds(together: Mapping[int, int]) -> dict[str, int]:
    """Kind of fact to the number of documents that have it, from how many have which of them together."""
    return {kind: sum(number for bits, number in together.items() if bits >> at & 1) for at, kind in enumerate(KINDS)}


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


_KEY_AND_COUNT = itemgetter("key", "doc_count")
