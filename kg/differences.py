"""Where documents do not agree on an indicator: other numbers, moved targets, reports that no longer name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.facts import Comparison
from corpus.store.graph import GraphStore
from kg.points import Point
from kg.series import unit_of

CONFLICT, MOVED, RESCOPED, DROPPED = "conflict", "moved", "rescoped", "dropped"
FLAGS = {CONFLICT: "数值不一致", MOVED: "目标调整", RESCOPED: "口径变化", DROPPED: "后续文件未再出现"}
"""What a reader is told about a series."""

_REPORTED = 2
"""Other indicators of a plan that a later document states, at least, to be taken for a report on it."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A later document that reports on indicators of the same plan, but not on this one.

    Attributes:
        document: its id.
        title: of it.
        on: its date.
        others: number of other indicators of the plan that it states.
    """

    document: str
    title: str
    on: str
    others: int


def conflicts_of(points: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """Pairs of actual values for one time that differ by more than rounding.

    Within one document only its table and its text are set against each other: two sentences mostly count two things.
    Neither differ two documents of which one states both numbers.
    """
    stated = [point for point in points if point.kind in ("actual", "baseline") and not point.assumed]
    return tuple(pair for pair in _differing(stated) if _apart(*pair, stated) or _table_and_text(*pair))


def moved_of(points: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """Pairs of targets that documents of two dates set for one time and that differ, the earlier document's first."""
    targets = [point for point in points if point.kind == "target"]
    return tuple((one, other) for one, other in _differing(targets) if one.row.written_on != other.row.written_on)


def _apart(one: Point, other: Point, stated: Sequence[Point]) -> bool:
    """Whether two documents state two numbers, and neither of them the other's too."""
    documents = (one.row.document, other.row.document)
    if documents[0] == documents[1]:
        return False
    return not any(
        point.at == here.at and point.row.document == there.row.document and _agree(point, here)
        for here, there in ((one, other), (other, one))
        for point in stated
    )


def _table_and_text(one: Point, other: Point) -> bool:
    return one.row.fact.from_table is not other.row.fact.from_table


def _differing(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    for at, one in enumerate(points):
        for other in points[at + 1 :]:
            if one.at is not None and one.at == other.at and not _agree(one, other):
                yield one, other


def _agree(one: Point, other: Point) -> bool:
    """Whether two numbers are the same, as far as the rougher of them says."""
    if one.number is None or other.number is None:
        return True
    if one.comparison is not other.comparison and Comparison.EQUAL in (one.comparison, other.comparison):
        return True
    step = max(_step(one), _step(other))
    return abs(one.number - other.number) <= step / 2


def _step(point: Point) -> Decimal:
    """What the last digit of a value counts, in the base unit: 1.94万 -> 100."""
    value = point.value[0] if isinstance(point.value, tuple) else point.value
    exponent = value.as_tuple().exponent if value is not None else 0
    return Decimal(1).scaleb(int(exponent)) * unit_of(point.unit).factor


class Reports:
    """What later documents report of the plans that targets stand in; each plan is asked about once."""

    def __init__(self, graph: GraphStore, visibility: Sequence[str]) -> None:
        self._graph = graph
        self._visibility = visibility
        self._known: dict[str, tuple[Dropped, ...]] = {}

    def dropped(self, points: Sequence[Point]) -> Dropped | None:
        """The newest later report on the plan of an indicator's last target that no longer names this indicator."""
        targets = [point.row for point in points if point.kind == "target"]
        if not targets:
            return None
        own = self._graph.dates(point.row.document for point in points)
        last = max(own.values(), default="")
        plan = max(targets, key=lambda row: own.get(row.document, ""))
        reports = [
            report for report in self._on(plan.document) if last and report.on > last and report.others >= _REPORTED
        ]
        return max(reports, key=lambda report: (report.on, report.document), default=None)

    def _on(self, plan: str) -> tuple[Dropped, ...]:
        """The documents that state indicators of a plan, each with how many."""
        if plan not in self._known:
            stated: defaultdict[str, set[str]] = defaultdict(set)
            titles: dict[str, str] = {}
            for key, rows in self._graph.indicators(self._graph.series_in(plan), self._visibility).items():
                for row in rows:
                    stated[row.document].add(key)
                    titles[row.document] = row.title
            dates = self._graph.dates(stated)
            self._known[plan] = tuple(
                Dropped(key, titles[key], dates.get(key, ""), len(keys)) for key, keys in stated.items() if key != plan
            )
        return self._known[plan]
