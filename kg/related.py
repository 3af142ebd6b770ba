"""Series that stand near one another: of one name but another scope, or of another name that may mean the same.

Nothing is merged here: what is near is shown with its values and the reason, and a reader judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.store import IndicatorRow
from corpus.store.graph import GraphStore
from corpus.store.graph_rows import Series
from kg.series import label_of, name_likeness

_ALIKE = 0.7
"""From this likeness on, two names may mean the same."""

_HEAD = 4
"""Characters of the head noun that two names end in, at least."""

_ASIDE = re.compile(r"[为且的了并将及]")


@dataclass(frozen=True, slots=True)
class Related:
    """A series near another one.

    Attributes:
        id: of the series.
        label: what a list calls it.
        rows: its indicators, by the date of their documents.
        reason: why it may mean the same, in one Chinese sentence.
    """

    id: str
    label: str
    rows: tuple[IndicatorRow, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A series that cannot be set beside another one, and why, in one Chinese sentence."""

    id: str
    label: str
    reason: str


def siblings(graph: GraphStore, own: Series, visibility: Sequence[str]) -> tuple[Apart, ...]:
    """Series of the same name and place with another unit or subject."""
    found = graph.series_beside(own.id, ("name", "place"), visibility)
    return tuple(Apart(other.id, label_of(other), why_apart(own, other)) for other in found)


def why_apart(own: Series, other: Series) -> str:
    """What differs between two series of one name."""
    parts = []
    if other.base != own.base:
        parts.append(f"单位不同（{own.base or '无单位'}、{other.base or '无单位'}）")
    if other.subject != own.subject:
        parts.append(f"主体不同（{own.subject or '本地区'}、{other.subject or '本地区'}）")
    return "，".join(parts) + "，不能直接比较。"


def rescoped(graph: GraphStore, own: Series, rows: Iterable[IndicatorRow], visibility: Sequence[str]) -> bool:
    """Whether another document of the place states the same for another subject or in another unit, not both."""
    beside = graph.series_beside(own.id, ("name", "place"), visibility)
    changed = [
        other.id
        for other in beside
        if other.subject == own.subject or (other.base == own.base and not (other.subject and own.subject))
    ]
    documents = {row.document for row in rows}
    stated = graph.indicators(changed, visibility)
    return any(row.document not in documents for found in stated.values() for row in found)


def near(
    graph: GraphStore, own: Series, rows: Iterable[IndicatorRow], visibility: Sequence[str]
) -> tuple[Related, ...]:
    """Series of the same place, subject and unit that may mean the same under another name.

    Two rows of one document's tables are two things, however alike their names are.

    Args:
        graph: where they are kept.
        own: the series that they are near to.
        rows: its indicators.
        visibility: of the documents that state them.
    """
    if not own.place:
        return ()
    beside = graph.series_beside(own.id, ("place", "base", "subject"), visibility)
    reasons = {other.id: reason for other in beside if (reason := _reason(own.name, other.name))}
    rows = tuple(rows)
    stated = graph.indicators(list(reasons), visibility)
    issuers = {row.issuer for row in rows}
    listed = _tables(rows)
    return tuple(
        Related(
            other.id,
            label_of(other),
            tuple(stated[other.id]),
            reasons[other.id] + _by_whom(issuers & {row.issuer for row in stated[other.id]}),
        )
        for other in beside
        if other.id in stated and not listed & _tables(stated[other.id])
    )


def _tables(rows: Iterable[IndicatorRow]) -> set[str]:
    """The documents that state these indicators in a table."""
    return {row.document for row in rows if row.fact.from_table}


def _reason(one: str, other: str) -> str:
    """Why two names may mean the same; empty where nothing says so."""
    if name_likeness(one, other) >= _ALIKE:
        return "地区、主体和单位相同，名称相近"
    first, second = _ASIDE.sub("", one), _ASIDE.sub("", other)
    shorter, longer = sorted((first, second), key=len)
    head = _common_end(first, second)
    if len(head) >= _HEAD and _stands_in(shorter, longer):
        return f"地区、主体和单位相同，名称的中心词同为“{head}”，较短的名称是较长名称的省略"
    return ""


def _by_whom(issuers: set[str | None]) -> str:
    named = sorted(name for name in issuers if name)
    return f"，且同由{named[0]}发布。" if named else "。"


def _common_end(one: str, other: str) -> str:
    """The longest ending that two names share."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def _stands_in(shorter: str, longer: str) -> bool:
    """Whether the longer name is the shorter one with words put in."""
    rest = iter(longer)
    return all(mark in rest for mark in shorter)
