"""The values of one indicator in the order of time: the base, the newest, the target to judge by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.facts import Comparison, Indicator, IndicatorKind
from corpus.period import PartialDate, Period
from corpus.store import IndicatorRow
from kg.pace import Dated
from kg.series import comparable

Value = Decimal | tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, at the place where it stands.

    Attributes:
        kind: `baseline`, `actual`, `target` or `limit`.
        value: as written, with `unit`; None for a target that a table states in words.
        number: in the unit that the series is compared in; None where there is none.
        at: when it holds; None where the document does not say.
        assumed: `at` is the document's date, since the value has none.
        row: the indicator it was read from.
    """

    kind: str
    value: Value
    unit: str | None
    number: Decimal | None
    comparison: Comparison
    at: PartialDate | None
    assumed: bool
    row: IndicatorRow

    @property
    def dated(self) -> Dated | None:
        """Number and time, where both are known; what was reached holds by the day of its document, not later."""
        if self.number is None or self.at is None:
            return None
        return Dated(self.number, self._written if self._written and self._runs_on else self.at)

    @property
    def is_outcome(self) -> bool:
        """Whether it tells what was reached.

        A table's value does not, if it is for a time that was not over when its document was written (a plan's year),
        or for none (a column of increases).
        """
        in_table = self.kind == "actual" and self.row.fact.from_table
        return self.kind in ("actual", "baseline") and not (in_table and (self.assumed or self._runs_on))

    @property
    def _written(self) -> PartialDate | None:
        return PartialDate.parse(self.row.written_on) if self.row.written_on else None

    @property
    def _runs_on(self) -> bool:
        """Whether an actual value is of a time that ends after its document was written."""
        written = self._written
        return bool(self.kind == "actual" and self.at and written and self.at.last_day > written.last_day)


def points_of(rows: Iterable[IndicatorRow]) -> tuple[Point, ...]:
    """Every value that these indicators state, by time, then by document."""
    points = [point for row in rows for point in _points(row)]
    return tuple(sorted(points, key=_order))


def _order(point: Point) -> tuple[str, str, str, int]:
    at = point.at.last_day.isoformat() if point.at else "9999"
    return at, point.row.written_on or "", point.row.document, point.row.start


def _points(row: IndicatorRow) -> Iterator[Point]:
    """The values of one indicator: its own and, of a table's row, base and target."""
    fact = row.fact
    own = {IndicatorKind.ACTUAL: "actual", IndicatorKind.TARGET: "target", IndicatorKind.LIMIT: "limit"}[fact.kind]
    same_target = fact.target is not None and fact.value == fact.target
    same_base = fact.baseline is not None and fact.value == fact.baseline
    if fact.value is not None and not same_target and not same_base:
        yield _point(row, own, fact.value, fact.when)
    if fact.baseline is not None:
        base = _point(row, "baseline", fact.baseline, fact.baseline_when)
        yield base if same_base else replace(base, comparison=Comparison.EQUAL)  # 2.0以上 is said of the target alone
    if fact.target is not None or (fact.from_table and fact.baseline is not None and fact.target_when is not None):
        yield _point(row, "target", fact.target, fact.target_when)


def _point(row: IndicatorRow, kind: str, value: Value, when: Period | None) -> Point:
    at = (when.end or when.start) if when else None
    assumed = at is None and kind == "actual" and row.written_on is not None
    if assumed and row.written_on:
        at = PartialDate.parse(row.written_on)
    fact: Indicator = row.fact
    return Point(kind, value, fact.unit, comparable(value, fact.unit), fact.comparison, at, assumed, row)


def latest_actual(points: Iterable[Point]) -> Point | None:
    """The newest value that was reached; of one time, that of the newest document."""
    actual = [point for point in points if point.is_outcome and point.dated]
    return actual[-1] if actual else None


def current_target(points: Iterable[Point]) -> Point | None:
    """The target to judge by: the next one after the latest value, in its newest document; else the last one."""
    points = tuple(points)
    targets = [point for point in points if point.kind == "target" and point.dated]
    latest = latest_actual(points)
    if latest and latest.at:
        reached = latest.at.last_day
        ahead = [point for point in targets if point.at and point.at.last_day >= reached]
        if ahead:
            first = min(point.at.last_day for point in ahead if point.at)
            return [point for point in ahead if point.at and point.at.last_day == first][-1]
    worded = [point for point in points if point.kind == "target" and point.value is None]
    known = targets or worded
    return known[-1] if known else None


def baseline_of(points: Iterable[Point], target: Point | None) -> Point | None:
    """What a target starts from: the base that its table gives, else the actual value that its document states."""
    points = tuple(points)
    if target is None or target.at is None:
        return next((point for point in points if point.kind == "baseline"), None)
    end = target.at.last_day
    same = [point for point in points if point.row.document == target.row.document and point.dated]
    given = [point for point in same if point.kind == "baseline"]
    stated = [point for point in same if point.kind == "actual" and point.at and point.at.last_day < end]
    return given[0] if given else stated[-1] if stated else None
