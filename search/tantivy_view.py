"""A Tantivy index as it was at one commit, with what is worth knowing of it more than once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tantivy import FieldType, Occur, Query, Schema

from search.base import Place
from search.engine import Entry
from search.facets import SEPARATOR
from search.scoring import field_of, inverse_frequency
from search.stored import bytes_to_entry
from search.tantivy_counts import (
    MOST_KEYS,
    Counted,
    Tally,
    count,
    count_in_detail,
    count_listed,
    is_countable,
    tally,
)
from search.tantivy_documents import EVERY_TERM, NO_PARTS, Documents, Parts, documents_added, documents_of
from search.tantivy_schema import acting_key

BROAD = 30_000
"""Hits from which on a search is broad."""
_BESIDE = ThreadPoolExecutor(1, "counting")
"""Counts beside the thread that answers, where it is free: Tantivy lets go of the interpreter while it looks."""
_MOST_KEPT = 24
"""Searches of which the hits are kept, so that their next page costs little."""


@dataclass(slots=True)
class Found:
    """What a search finds.

    Attributes:
        query: the clauses, without scores.
        likely: how many they are at most, from how frequent the words are.
        expected: how many there should be; 0 where nobody can tell.
        least: share of the words that they have at least; None where they have all that is asked for.
        conditions: what they are narrowed to.
        total: how many they are, once that is known.
        counts: of what documents they are, once that is known.
        counting: the same, while it is being counted.
        addresses: where all of them are, once that is known.
        ordered: hits in their order, by what they were asked for with.
        entries: those that were loaded, by their address.
    """

    query: Query
    likely: int
    expected: int = 0
    least: float | None = None
    conditions: Sequence[Query] = ()
    total: int | None = None
    counts: Tally | None = None
    counting: Future[Tally] | None = None
    addresses: Sequence[Any] | None = None
    ordered: dict[Hashable, list[Place]] = field(default_factory=dict)
    entries: dict[tuple[int, int], Entry] = field(default_factory=dict)

    @property
    def is_broad(self) -> bool:
        """Whether they may be so many that ranking and counting them take milliseconds each."""
        return self.likely > BROAD

    @property
    def may_be_few(self) -> bool:
        """Whether all may be looked at; of those that have a part of the words nobody knows how many they are."""
        return self.least is not None or self.likely <= 2 * MOST_KEYS


class View:
    """One commit of an index; shared by threads.

    Args:
        fields: of the index.
        searcher: Tantivy's own, of this commit.
        earlier: the view of an earlier commit, if there is one.
        numbers: type of the fields of numbers by which hits are counted.
        parts: of the index at this commit; none where nobody knows them.
    """

    def __init__(
        self,
        fields: Schema,
        searcher: Any,
        earlier: View | None = None,
        numbers: FieldType = FieldType.Unsigned,
        parts: Parts = NO_PARTS,
    ) -> None:
        self.fields = fields
        self._numbers = numbers
        self.searcher = searcher
        self.parts = parts
        self._known: Documents | None = vars(earlier).get("documents") if earlier else None
        self._only_added = earlier is not None and parts.only_add_to(earlier.parts)
        self._values: dict[str, list[str]] = {}
        self._frequencies: dict[tuple[str, str], int] = {}
        self._kept: OrderedDict[Hashable, Found] = OrderedDict()
        self._lock = threading.Lock()

    @cached_property
    def documents(self) -> Documents:
        """What the index says of its documents."""
        known, self._known = self._known, None
        added = None
        if known is not None and self._only_added:
            added = documents_added(self.searcher, self.numbered(known.next, None), known)
        return added or documents_of(self.searcher, known)

    def values(self, name: str) -> list[str]:
        """All values of a raw field."""
        if name not in self._values:
            self._values[name] = [term for term, _ in self.searcher.terms_with_prefix(name, "", limit=EVERY_TERM)]
        return self._values[name]

    def frequency(self, name: str, token: str) -> int:
        """Clauses that have a token; of the last commits' removed clauses some may count as well."""
        known = self._frequencies.get((name, token))
        if known is None:
            known = self._frequencies[name, token] = self.searcher.doc_freq(name, token)
        return known

    def rarity(self, token: str) -> float:
        """The logarithm of how many times fewer entries have a character or a pair of them than not."""
        return inverse_frequency(self.frequency(field_of(token), token), self.searcher.num_docs)

    def having(self, name: str, value: str) -> Query:
        """The clauses with a value in a raw field."""
        return Query.term_query(self.fields, name, value, "basic")

    def between(self, name: str, first: int | None, last: int | None) -> Query:
        """The clauses with a number from one to another, both included."""
        return Query.range_query(self.fields, name, FieldType.Integer, first, last)

    def numbered(self, first: int, last: int | None) -> Query:
        """The clauses of the documents with numbers from one to another, both included; without end where None."""
        return Query.range_query(self.fields, "group", self._numbers, first, last)

    def all_of(self, *parts: Query) -> Query:
        """The clauses that all of these find."""
        return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Must, part) for part in parts])

    def found(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """What a search finds, made anew where it is not among the last ones."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        found = make()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return found

    def total(self, found: Found) -> int:
        """Number of clauses found."""
        if found.total is None:
            counts = self._begun(found)
            found.total = int(self.searcher.search(found.query, 1).count) if counts is None else counts.total
        return found.total

    def begin_counting(self, found: Found) -> None:
        """Has a thread count what is surely too broad for details, while others put its hits in order."""
        if found.counts is None and found.counting is None and not is_countable(found.expected, self.documents.next):
            found.counting = _BESIDE.submit(self._broad, found.query)

    def counts(self, found: Found) -> Tally:
        """Of which documents they are."""
        if found.counts is None:
            if not is_countable(self.total(found), self.documents.next):
                found.counts = self._begun(found) or self._broad(found.query)
            else:
                found.counts = tally(self, found.query, self._detailed(found))
        return found.counts

    def _begun(self, found: Found) -> Tally | None:
        """What a thread has counted; None where it did not get to it."""
        counting = found.counting
        return None if counting is None or counting.cancel() else counting.result()

    def _broad(self, query: Query) -> Tally:
        """The counts of a search that is too broad for details, with all that takes time done."""
        counts = tally(self, query, count(self, query))
        _ = counts.values
        return counts

    def _detailed(self, found: Found) -> Counted:
        """Counts kinds and departments as well."""
        total = self.total(found)
        if total > MOST_KEYS:
            return count_in_detail(self, found.query)
        if found.addresses is None:
            found.addresses = [address for _, address in self.searcher.search(found.query, max(total, 1)).hits]
        return count_listed(self, found.addresses)

    @cached_property
    def acting(self) -> dict[int, tuple[str, ...]]:
        """The key of the departments of a clause to their names."""
        return {acting_key(names): tuple(names.split(SEPARATOR)) for names in self.values("acting")}

    def entry(self, found: Found, address: Any) -> Entry:
        """The entry at an address."""
        key = (address.segment_ord, address.doc)
        known = found.entries.get(key)
        if known is None:
            known = found.entries[key] = bytes_to_entry(self.searcher.doc(address).get_first("entry"))
        return known
