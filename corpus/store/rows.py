"""What the store answers: rows for lists, small enough to draw a page of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from corpus.facts import Commitment, Indicator
from corpus.organization import Role

R = TypeVar("R")


class Outcome(StrEnum):
    """What became of a file that was brought in."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one file.

    Attributes:
        outcome: stored, unchanged or quarantined.
        document: id of the document that holds its content, if any.
        reason: why it was quarantined, or what is to be noted.
        version: 1 for the first of its lineage.
    """

    outcome: Outcome
    document: str | None = None
    reason: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text."""

    id: str
    title: str
    genre: str
    doc_number: str | None
    index_number: str | None
    proposal_number: str | None
    issuer: str | None
    region: str | None
    written_on: str | None
    published_on: str | None
    year: int | None
    validity: str
    visibility: str
    characters: int
    lineage: str
    version: int
    previous: str | None
    latest: bool
    revision: int
    rules: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment with what a list shows of it."""

    id: str
    document: str
    title: str
    genre: str
    written_on: str | None
    issuer: str | None
    clause: str | None
    heading: str
    quote: str
    start: int
    deadline: str | None
    due: str | None
    binding: bool
    confidence: float
    lead: tuple[str, ...]
    joint: tuple[str, ...]
    fact: Commitment

    @property
    def bound(self) -> tuple[str, ...]:
        """The classes of the market or of persons on whom the duty is laid."""
        return tuple(actor.name for actor in self.fact.actors if actor.role is Role.BOUND)


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of the commitments that meet a filter, by their deadline and by what they lack.

    Attributes:
        overdue, due_soon, pending, undated: by the calendar.
        unled: those without a lead department.
        uncheckable: those without anything that can be checked.
    """

    total: int
    overdue: int
    due_soon: int
    pending: int
    undated: int
    unled: int
    uncheckable: int


@dataclass(frozen=True, slots=True)
class Acting:
    """A body that has to act in a commitment: its names, its role, and the deadline."""

    organization: str
    name: str
    role: str
    commitment: tuple[str, int]
    due: str | None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with what a list shows of it."""

    id: str
    document: str
    title: str
    genre: str
    written_on: str | None
    issuer: str | None
    region: str | None
    clause: str | None
    quote: str
    start: int
    fact: Indicator


@dataclass(frozen=True, slots=True)
class QuarantineRow:
    """A file that could not be read, and why."""

    content_hash: str
    media_type: str
    name: str
    origin: str
    size: int
    arrived_at: str
    code: str
    reason: str
    reader: str


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in."""

    name: str
    role: str
    unit: str | None
    created_at: str


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """One page of a list.

    Attributes:
        total: how many there are in all.
        items: those of this page.
    """

    total: int
    items: tuple[R, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the corpus holds: stated at each page's foot, each empty result and each refusal."""

    documents: int
    first: str | None
    last: str | None
    updated: str | None


@dataclass(frozen=True, slots=True)
class Twin:
    """A document that says nearly the same: share of common text, 0 to 1."""

    document: str
    title: str
    likeness: float


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Conditions on documents; empty ones do not restrict.

    Attributes:
        since, until: ISO prefixes on 成文日期 (2023 holds the whole year).
        doc_number: in normal form.
    """

    genre: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    validity: tuple[str, ...] = ()
    visibility: tuple[str, ...] = ("public",)
    since: str | None = None
    until: str | None = None
    doc_number: str | None = None
    proposal_number: str | None = None
    index_number: str | None = None
    latest_only: bool = True
    words: str | None = None


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Conditions on commitments and indicators; empty ones do not restrict.

    Attributes:
        department: part of a department's name.
        role: `lead` or `joint`, with `department`.
        due_from, due_until: ISO days, on the last day a deadline can mean.
        dated: with a deadline, or without.
        led: with a lead department, or without.
        having, lacking: kinds of edges of which the graph has one, or none, from the commitment.
        words: part of the quote (commitments) or of name and subject (indicators).
    """

    documents: DocumentFilter = field(default_factory=DocumentFilter)
    document: str | None = None
    department: str | None = None
    role: str | None = None
    due_from: str | None = None
    due_until: str | None = None
    dated: bool | None = None
    led: bool | None = None
    binding: bool | None = None
    kind: str | None = None
    nature: str | None = None
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    words: str | None = None
