"""What later documents report of the indicators that a document states: 189万人 one year, 198万人 the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from kg.points import Point, points_of
from kg.series import whose_is


@dataclass(frozen=True, slots=True)
class Followed:
    """An indicator of a document that later documents state again.

    Attributes:
        series: its id.
        name: of it.
        subject: whose it is.
        base: the unit that its values are compared in.
        own: the values that the document states, by time.
        later: those of later documents, by time; never empty.
    """

    series: str
    name: str
    subject: str
    base: str
    own: tuple[Point, ...]
    later: tuple[Point, ...]


def later_values(
    store: Store, document: str, section: str | None = None, visibility: Sequence[str] = PUBLIC
) -> tuple[Followed, ...]:
    """The indicators of a document, or of one of its sections, with their later values, in the order of its text.

    Args:
        store: the store.
        document: its id.
        section: eid of the section that the indicators stand in; None for all.
        visibility: of the documents that state them.
    """
    graph = GraphStore(store)
    keys = graph.series_in(document)
    apart, stated = graph.series(keys), graph.indicators(keys, visibility)
    dates = graph.dates(row.document for rows in stated.values() for row in rows)
    found = []
    for key in keys:
        points = points_of(stated.get(key, ()))
        own = tuple(point for point in points if point.row.document == document and _within(point, section))
        later = tuple(_later(points, own, document, dates))
        if own and later:
            series = apart[key]
            found.append(Followed(key, series.name, whose_is(series), series.base, own, later))
    return tuple(found)


def _later(points: Sequence[Point], own: Sequence[Point], document: str, dates: dict[str, str]) -> Iterator[Point]:
    """The values of documents written afterwards; beside an undated one, those reached after its own newest."""
    on = dates.get(document)
    reached = max((point.at.last_day for point in own if point.kind in _REACHED and point.at), default=None)
    for point in points:
        if point.row.document == document:
            continue
        written = dates.get(point.row.document, "")
        newer = point.kind in _REACHED and point.at and reached and point.at.last_day > reached
        if written > on if on else newer:
            yield point


_REACHED = ("actual", "baseline")


def _within(point: Point, section: str | None) -> bool:
    return section is None or (point.row.clause or "").startswith(f"{section}__")
