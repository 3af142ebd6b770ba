"""What a Tantivy index says of its documents as wholes, by their numbers.

Each document has a number, and what is said of it as a whole stands once in the index beside that number: its row. A
commit that only adds leaves all rows as they are, so that those of its own documents are all that has to be read.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

from tantivy import Query

from corpus import Validity
from search.engine import Entry
from search.facets import SEPARATOR
from search.stored import factor_of

EVERY_TERM = 10_000_000
"""More terms than a field has, for questions after all of them."""
_MOST_CLAUSES = 5_000
"""New clauses up to which the rows of their documents are looked up one by one."""
_COLUMNS = ("genre", "region", "year", "validity", "issuer")
_FEW = 400
"""Documents up to which each is looked at; more are counted by the bits of numbers, all at once."""


def about(entry: Entry) -> str:
    """What is said of an entry's document as a whole, but for its number."""
    values = (entry.document, entry.genre, entry.region, entry.year, entry.validity.value, entry.issuer)
    return SEPARATOR.join("" if value is None else str(value) for value in values)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an index at one commit. Each has a name that no other ever has, and nothing is added to it.

    Attributes:
        names: of all parts.
        touched: those of which something was taken out.
        clauses: in all of them, those that were taken out included.
    """

    names: frozenset[str] = frozenset()
    touched: frozenset[str] = frozenset()
    clauses: int = 0

    def only_add_to(self, earlier: Parts) -> bool:
        """Whether these are the earlier ones and others that are whole, so that all rows of before still stand."""
        return bool(earlier.names) and earlier.names <= self.names and not (self.names - earlier.names) & self.touched


NO_PARTS = Parts()
"""Where nobody knows the parts."""


def parts_of(meta: bytes) -> Parts:
    """The parts that Tantivy's own file on a commit lists."""
    listed: list[dict[str, Any]] = json.loads(meta)["segments"]
    touched = (part["segment_id"] for part in listed if part["deletes"])
    names = (part["segment_id"] for part in listed)
    return Parts(frozenset(names), frozenset(touched), sum(part["max_doc"] for part in listed))


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
        self._fresh = [int(number) for number, *_ in fresh]
        self._masks_before: Mapping[str, Mapping[str, int]] = vars(known).get("masks", {}) if known is earlier else {}

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
            return self._of_all if len(numbers) == self.next else self._masked(_bits(numbers, self.next))
        columns = zip(_COLUMNS, self.columns, strict=True)
        counts = {name: Counter(column[number] for number in numbers) for name, column in columns}
        return {**counts, "issuer": _each(counts["issuer"])}

    def _masked(self, hit: int) -> dict[str, dict[str, int]]:
        """The same of documents that are given as the bits of their numbers."""
        return {
            name: {value: (hit & bits).bit_count() for value, bits in of.items()} for name, of in self.masks.items()
        }

    @cached_property
    def _of_all(self) -> dict[str, dict[str, int]]:
        """The same of all documents."""
        return self._masked(-1)

    @cached_property
    def masks(self) -> dict[str, dict[str, int]]:
        """For each of these, its values to a number with a bit for each document that has them."""
        before, self._masks_before = self._masks_before, {}
        numbers = self._fresh if before else range(self.next)
        columns = zip(_COLUMNS, self.columns, strict=True)
        return {name: _masks(column, numbers, self.next, before.get(name, {})) for name, column in columns}


def documents_of(searcher: Any, earlier: Documents | None = None) -> Documents:
    """All that an index says of its documents.

    Args:
        searcher: Tantivy's own, of one commit.
        earlier: what it said at an earlier one.
    """
    rows = searcher.terms_with_prefix("about", "", limit=EVERY_TERM)
    return Documents((row for row, _ in rows), earlier)


def documents_added(searcher: Any, added: Query, earlier: Documents) -> Documents | None:
    """The same of a commit that only added to an earlier one; None where it added so much that all is sooner read.

    Args:
        searcher: Tantivy's own, of that commit.
        added: finds the clauses of documents that have higher numbers than those of before.
        earlier: what the index said before.
    """
    found = searcher.search(added, _MOST_CLAUSES)
    if found.count > _MOST_CLAUSES:
        return None
    numbers = set(searcher.fast_field_values("group", [address for _, address in found.hits]))
    begun = (searcher.terms_with_prefix("about", f"{number}{SEPARATOR}") for number in numbers)
    return Documents(earlier.rows.union(row for rows in begun for row, _ in rows), earlier)


def _masks(column: list[str], numbers: Iterable[int], size: int, before: Mapping[str, int]) -> dict[str, int]:
    """Values of a column to the bits of those that have them: of these numbers, and of others that are known."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        holders[column[number]].append(number)
    masks = dict(before)
    for together, held in holders.items():
        bits = _bits(held, size)
        for one in together.split("、"):
            masks[one] = masks.get(one, 0) | bits
    return masks


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
