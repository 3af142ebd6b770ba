"""What later documents report of the indicators that a document states: 189万人 one year, 198万人 the next."""

from __future__ import annotations

from collections.abc import Sequence
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
    found = []
    for key in keys:
        points = points_of(stated.get(key, ()))
        own = tuple(point for point in points if point.row.document == document and _within(point, section))
        on = max((point.row.written_on or "" for point in own), default="")
        later = tuple(point for point in points if on and (point.row.written_on or "") > on)
        if own and later:
            series = apart[key]
            found.append(Followed(key, series.name, whose_is(series), series.base, own, later))
    return tuple(found)


def _within(point: Point, section: str | None) -> bool:
    return section is None or (point.row.clause or "").startswith(f"{section}__")
