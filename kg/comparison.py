"""One indicator in several places: compared where name, subject and unit agree, and where not, the reason told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.errors import NotFoundError
from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Series
from kg.places import read_place
from kg.points import Point, latest_actual, points_of
from kg.related import Apart, why_apart
from kg.series import label_of


@dataclass(frozen=True, slots=True)
class Compared:
    """One place's newest value.

    Attributes:
        place: full name; empty if unknown.
        point: the value, with its time and source.
        same_year: whether it holds for the year of the value that it is compared with.
    """

    series: str
    place: str
    point: Point
    same_year: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator in several places.

    Attributes:
        rows: the place that was asked for first, the others by number, largest first.
        left_out: those that cannot be compared.
    """

    rows: tuple[Compared, ...]
    left_out: tuple[Apart, ...]


def compare(store: Store, series: str, visibility: Sequence[str] = PUBLIC) -> Comparison:
    """The newest values of one indicator in all places that state it under the same definition.

    Raises:
        NotFoundError: if there is no such series.
    """
    graph = GraphStore(store)
    own = graph.series([series]).get(series)
    if own is None:
        raise NotFoundError("库中没有这个指标。")
    mine, named = standing(own), [standing(other) for other in graph.series_beside(series, ("name",), visibility)]
    alike = [other for other in named if (other.subject, other.base) == (mine.subject, mine.base)]
    stated = graph.indicators([own.id, *(other.id for other in alike)], visibility)
    newest = {key: latest_actual(points_of(rows)) for key, rows in stated.items()}
    left = [Apart(other.id, label_of(other), why_apart(mine, other)) for other in named if other not in alike]
    left += [
        Apart(other.id, label_of(other), "没有带时间的现状值。") for other in (mine, *alike) if not newest.get(other.id)
    ]
    return Comparison(tuple(_rows(mine, alike, newest)), tuple(left))


def standing(series: Series) -> Series:
    """The series with the place that it is of: 昆明市, counted in a paper of 云南省, is of 昆明市 itself."""
    found = read_place(series.subject)
    if found is None or found[1] != len(series.subject):
        return series
    return replace(series, subject="", place=found[0].name)


def _rows(own: Series, alike: Sequence[Series], newest: dict[str, Point | None]) -> list[Compared]:
    mine = newest.get(own.id)
    year = mine.at.year if mine and mine.at else None

    def row(series: Series, point: Point) -> Compared:
        return Compared(series.id, series.place, point, point.at is not None and point.at.year == year)

    others = [row(other, point) for other in alike if (point := newest.get(other.id))]
    others.sort(key=lambda one: (not one.same_year, -(one.point.number or 0)))
    return [*([row(own, mine)] if mine else []), *others]
