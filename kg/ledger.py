"""The indicator ledger: one indicator across documents, from its base over what was reported to its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.errors import NotFoundError
from corpus.facts import Comparison, Indicator, IndicatorKind
from corpus.period import PartialDate, Period
from corpus.store import IndicatorRow, Rows, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Node, Series
from kg.pace import RULE, Dated, Verdict, judge
from kg.related import Related, near, siblings
from kg.series import comparable, unit_of, whose_is
from kg.subject import place_id

Value = Decimal | tuple[Decimal, Decimal] | None

CONFLICT, MOVED, RESCOPED, DROPPED = "conflict", "moved", "rescoped", "dropped"
FLAGS = {CONFLICT: "数值不一致", MOVED: "目标调整", RESCOPED: "口径变化", DROPPED: "后续文件未再出现"}
"""What a reader is told about a series."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, at the place where it stands.

    Attributes:
        kind: `baseline`, `actual`, `target` or `limit`.
        value: as written, with `unit`.
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
        """Number and time, where both are known."""
        return Dated(self.number, self.at) if self.number is not None and self.at else None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One indicator in the ledger's list.

    Attributes:
        id: of the series.
        name: with subject and place in `subject`.
        unit: in which `expected` and gap of the verdict are given: the unit of the target, else of the latest value.
        nature: 约束性 or 预期性.
        flags: of `FLAGS`.
        documents: number of documents that state it.
    """

    id: str
    name: str
    subject: str
    unit: str
    nature: str | None
    baseline: Point | None
    target: Point | None
    latest: Point | None
    verdict: Verdict
    flags: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class LedgerDetail:
    """One indicator with all its values.

    Attributes:
        points: every value, by time, then by document; none is dropped.
        conflicts: pairs of actual values for one time that differ.
        moved: pairs of targets for one time that differ.
        siblings: series of the same name and place that cannot be compared with it: other unit or subject.
        near: series of the same place, subject and unit that may mean the same under another name; not merged.
        rule: how the expected value is reckoned.
    """

    row: LedgerRow
    points: tuple[Point, ...]
    conflicts: tuple[tuple[Point, Point], ...]
    moved: tuple[tuple[Point, Point], ...]
    siblings: tuple[Node, ...]
    near: tuple[Related, ...]
    rule: str = RULE


def ledger(
    store: Store, words: str = "", limit: int = 20, offset: int = 0, visibility: Sequence[str] = PUBLIC
) -> Rows[LedgerRow]:
    """Indicators whose name, subject or place holds the words; those of most documents first."""
    graph = GraphStore(store)
    found = graph.of_kind("series", words, limit, offset, visibility)
    keys = [node.id for node, _ in found.items]
    rows, apart = graph.indicators(keys, visibility), graph.series(keys)
    return Rows(found.total, tuple(_row(graph, apart[key], rows.get(key, []), visibility) for key in keys))


def detail(store: Store, series: str, visibility: Sequence[str] = PUBLIC) -> LedgerDetail:
    """One indicator with all its values.

    Raises:
        NotFoundError: if there is no such series.
    """
    graph = GraphStore(store)
    own = graph.series([series]).get(series)
    rows = graph.indicators([series], visibility).get(series, [])
    if own is None or not rows:
        raise NotFoundError("库中没有这个指标。")
    points = points_of(rows)
    row = _row(graph, own, rows, visibility)
    beside = graph.nodes(other.id for other in siblings(graph, series, visibility))
    return LedgerDetail(
        row, points, conflicts_of(points), moved_of(points), tuple(beside.values()), near(graph, own, rows, visibility)
    )


def _row(graph: GraphStore, own: Series, rows: Sequence[IndicatorRow], visibility: Sequence[str]) -> LedgerRow:
    points = points_of(rows)
    target, latest = current_target(points), latest_actual(points)
    baseline = baseline_of(points, target)
    natures = [row.fact.nature for row in rows if row.fact.nature]
    shown = target or latest
    return LedgerRow(
        id=own.id,
        name=own.name,
        subject=whose_is(own),
        unit=(shown.unit if shown else None) or "",
        nature=natures[-1] if natures else None,
        baseline=baseline,
        target=target,
        latest=latest,
        verdict=judged(baseline, target, latest),
        flags=tuple(_flags(graph, own, points, visibility)),
        documents=len({row.document for row in rows}),
    )


def judged(baseline: Point | None, target: Point | None, latest: Point | None) -> Verdict:
    """The verdict on these values, its numbers in the unit of the target, else of the latest value."""
    verdict = judge(
        baseline.dated if baseline else None,
        target.dated if target else None,
        latest.dated if latest else None,
        target.comparison if target else Comparison.EQUAL,
    )
    shown = target or latest
    return _in_unit(verdict, shown.unit if shown else None)


def _in_unit(verdict: Verdict, unit: str | None) -> Verdict:
    """The verdict with its numbers in a unit of the series."""
    factor = unit_of(unit).factor

    def turn(number: Decimal | None) -> Decimal | None:
        return None if number is None else (number / factor).quantize(Decimal("0.01")).normalize()

    return Verdict(verdict.status, turn(verdict.expected), turn(verdict.gap), verdict.reason)


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
        yield _point(row, "baseline", fact.baseline, fact.baseline_when)
    if fact.target is not None:
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
    actual = [point for point in points if point.kind in ("actual", "baseline") and point.dated]
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
    return targets[-1] if targets else None


def baseline_of(points: Iterable[Point], target: Point | None) -> Point | None:
    """What a target starts from: the base that its table gives, else the actual value that its document states."""
    if target is None or target.at is None:
        return None
    end = target.at.last_day
    same = [point for point in points if point.row.document == target.row.document and point.dated]
    given = [point for point in same if point.kind == "baseline"]
    stated = [point for point in same if point.kind == "actual" and point.at and point.at.last_day < end]
    return given[0] if given else stated[-1] if stated else None


def conflicts_of(points: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """Pairs of actual values for one time that differ by more than rounding."""
    return tuple(_differing([point for point in points if point.kind in ("actual", "baseline") and not point.assumed]))


def moved_of(points: Sequence[Point]) -> tuple[tuple[Point, Point], ...]:
    """Pairs of targets for one time that differ, the earlier document's first."""
    return tuple(_differing([point for point in points if point.kind == "target"]))


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


def _flags(graph: GraphStore, own: Series, points: Sequence[Point], visibility: Sequence[str]) -> Iterator[str]:
    if conflicts_of(points):
        yield CONFLICT
    if moved_of(points):
        yield MOVED
    if any(point.kind == "target" for point in points):
        if siblings(graph, own.id, visibility):
            yield RESCOPED
        if _dropped(graph, own.place, points, visibility):
            yield DROPPED


def _dropped(graph: GraphStore, place: str, points: Sequence[Point], visibility: Sequence[str]) -> bool:
    """Whether later documents of the same place state indicators, but not this one."""
    last = max((point.row.written_on or "" for point in points), default="")
    return bool(place and last and graph.later_with_indicators(place_id(place), last, visibility))
