"""An entry as an index keeps it: as one string, as values that filters compare, as numbers that sort; pure."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from corpus import Validity, Visibility
from corpus.facts import FACT_KINDS
from search.engine import Entry
from search.entries import CHECKABLE

KINDS = (*FACT_KINDS, CHECKABLE)
"""All kinds of fact, in the order of the facet."""
_FIELDS = tuple(field.name for field in fields(Entry))
_FACTORS = {
    Validity.IN_FORCE: 1.35,
    Validity.UNSTATED: 1.3,
    Validity.DRAFT: 1.15,
    Validity.NOT_YET: 1.15,
    Validity.EXPIRED: 1.0,
}
"""What the score of a clause is multiplied by; none below 1, which Tantivy would take for 1."""


OWN = frozenset({"clause", "heading", "text", "start", "departments", "kinds", "lead"})
"""Fields of an entry that differ within a document; the others are the same for all of its entries."""
WHOLE = tuple(name for name in _FIELDS if name not in OWN)
"""The others, in their order."""
values_of_whole = attrgetter(*WHOLE)
"""The values of these, the same for all entries of a document."""


def entry_to_bytes(entry: Entry) -> bytes:
    """An entry as one line of JSON, its values in the order of its fields."""
    return filled_template(entry_template(*values_of_whole(entry)), entry)


def filled_template(template: str, entry: Entry) -> bytes:
    """The same, from the template of its document."""
    own = (
        quoted(entry.clause),
        quoted(entry.heading),
        quoted(entry.text),
        entry.start,
        names_written(entry.departments),
        names_written(entry.kinds),
        "true" if entry.lead else "false",
    )
    return (template % own).encode("utf-8", "surrogatepass")


@lru_cache(maxsize=64)
def entry_template(*whole: Any) -> str:
    """The line of all entries of a document, with places for the values of `OWN` in their order."""
    held = dict(zip(WHOLE, whole, strict=True))
    return f"[{','.join('%s' if name in OWN else written(held[name]).replace('%', '%%') for name in _FIELDS)}]"


quoted = encode_basestring
"""A string as JSON."""
written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
"""Any value as JSON."""


@lru_cache(maxsize=4096)
def names_written(names: tuple[str, ...]) -> str:
    """Names as JSON; the same ones come again and again."""
    return written(names)


def bytes_to_entry(kept: bytes) -> Entry:
    """The entry that `entry_to_bytes` wrote."""
    values: list[Any] = json.loads(kept.decode("utf-8", "surrogatepass"))
    for at, read in _READERS:
        values[at] = read(values[at])
    return Entry(*values)


_READ: dict[str, Callable[[Any], Any]] = {
    "departments": tuple,
    "kinds": tuple,
    "validity": {str(item): item for item in Validity}.__getitem__,
    "visibility": {str(item): item for item in Visibility}.__getitem__,
}
_READERS = tuple((_FIELDS.index(name), read) for name, read in _READ.items())
"""Place of each value that JSON does not keep as it is, and what makes it so again."""


RAW = (
    "document",
    "genre",
    "genre_word",
    "doc_number",
    "issuer",
    "region",
    "validity",
    "department",
    "kind",
    "scope",
    "title_line",
    "lead",
)
"""Names of the values that filters compare as a whole."""


def raw_values(entry: Entry) -> dict[str, tuple[str, ...]]:
    """The values of an entry that filters compare as a whole, each of `RAW`."""
    values = (
        (entry.document,),
        (entry.genre,),
        _given(entry.genre_word),
        _given(entry.doc_number),
        issuers_of(entry),
        _given(entry.region),
        (entry.validity.value,),
        entry.departments,
        entry.kinds,
        (scope(entry.visibility, latest=entry.latest),),
        _given(entry.title),
        ("1",) if entry.lead else (),
    )
    return dict(zip(RAW, values, strict=True))


def scope(visibility: str, *, latest: bool) -> str:
    """The value by which the entries that may be seen are told."""
    return f"{visibility} {int(latest)}"


def issuers_of(entry: Entry) -> tuple[str, ...]:
    """The bodies that issued a document together, each for itself."""
    return tuple(filter(None, (entry.issuer or "").split("、")))


def _given(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def day_number(entry: Entry, missing: int = 0) -> int:
    """成文日期 as a number that sorts, 20230729; a month or a day that is not stated counts as 0.

    Args:
        entry: the clause.
        missing: the number of an entry without date.
    """
    if not entry.written_on:
        return missing
    year, month, day = (*map(int, entry.written_on.split("-")), 0, 0)[:3]
    return year * 10000 + month * 100 + day


UNDATED_LAST = 99_999_999
"""For `day_number`, where the oldest come first and what has no date comes last all the same."""


def factor(entry: Entry) -> float:
    """What the score of a clause is multiplied by: its document's validity, and a trace of its age for equal ones."""
    return factor_of(entry.validity, entry.year)


def factor_of(validity: Validity, year: int | None) -> float:
    """The same of any clause of a document of this validity and year."""
    recent = min(max((year or 0) - 1980, 0), 100) / 100
    return _FACTORS[validity] * (1 + 0.02 * recent)
