"""The indicator ledger: one indicator across documents, from its base over what was reported to its target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from corpus.errors import NotFoundError, QueryError
from corpus.facts import Comparison
from corpus.store import IndicatorRow, Rows, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Series
from kg.differences import CONFLICT, DROPPED, MOVED, RESCOPED, Dropped, Reports, conflicts_of, moved_of
from kg.pace import RULE, UNKNOWN, Verdict, judge
from kg.points import Point, baseline_of, current_target, latest_actual, points_of
from kg.related import Apart, Related, near, rescoped, siblings
from kg.series import unit_of, whose_is

NATURES = ("约束性", "预期性")
"""What plans call an indicator: binding on the government, or expected."""

MOST_FLAGGED = 3000
"""Indicators of several documents that are looked through for differences, at most."""

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One indicator in the ledger's list.

    Attributes:
        id: of the series.
        name: with subject and place in `subject`.
        base: unit in which its values are compared with one another.
        unit: in which `expected` and gap of the verdict are given: the unit of the target, else of the latest value.
        nature: 约束性 or 预期性.
        flags: of `FLAGS`.
        documents: number of documents that state it.
    """

    id: str
    name: str
    subject: str
    base: str
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
        dropped: the later report that no longer names it; None where there is none.
        siblings: series of the same name and place that cannot be compared with it: other unit or subject.
        near: series of the same place, subject and unit that may mean the same under another name; not merged.
        rule: how the expected value is reckoned.
    """

    row: LedgerRow
    points: tuple[Point, ...]
    conflicts: tuple[tuple[Point, Point], ...]
    moved: tuple[tuple[Point, Point], ...]
    dropped: Dropped | None
    siblings: tuple[Apart, ...]
    near: tuple[Related, ...]
    rule: str = RULE


def ledger(
    store: Store,
    words: str = "",
    limit: int = 20,
    offset: int = 0,
    visibility: Sequence[str] = PUBLIC,
    nature: str | None = None,
) -> Rows[LedgerRow]:
    """Indicators whose name, subject or place holds the words; those of most documents first.

    With `nature` only those that a document calls 约束性 or 预期性.
    """
    graph = GraphStore(store)
    found = graph.of_kind("series", words, limit, offset, visibility, nature)
    keys = [node.id for node, _ in found.items]
    return Rows(found.total, tuple(_rows(graph, keys, visibility)))


def series_named(store: Store, name: str, visibility: Sequence[str] = PUBLIC) -> str:
    """The id of the series with this id or name (of several places, that of most documents), or the only one like it.

    Raises:
        NotFoundError: if there is none.
        QueryError: if several names hold the words.
    """
    graph = GraphStore(store)
    if name in graph.series([name]):
        return name
    found = graph.of_kind("series", "".join(name.split()), 20, 0, visibility)
    if not found.total:
        raise NotFoundError(f"库中没有名称含“{name}”的指标。")
    exact = [node.id for node, _ in found.items if node.label.partition("（")[0] == name]
    if found.total > 1 and not exact:
        labels = "、".join(f"{node.label}（{node.id}）" for node, _ in found.items[:6])
        raise QueryError(f"名称含“{name}”的指标有{found.total}个，请用编号指明：{labels}。")
    return (exact or [found.items[0][0].id])[0]


def flagged(store: Store, visibility: Sequence[str] = PUBLIC) -> tuple[LedgerRow, ...]:
    """The indicators on which documents differ, those of most documents first.

    Looked through are those that several documents state, at most `MOST_FLAGGED`, and all of the documents that share
    such indicators with another one.
    """
    graph = GraphStore(store)
    several = _stated_by_several(graph, visibility)
    stated = graph.indicators(several, visibility)
    documents = dict.fromkeys(row.document for rows in stated.values() for row in rows)
    all_of_them = (key for document in documents for key in graph.series_in(document))
    keys = tuple(dict.fromkeys([*several, *all_of_them]))
    return tuple(row for row in _rows(graph, keys, visibility) if row.flags)


def _stated_by_several(graph: GraphStore, visibility: Sequence[str]) -> list[str]:
    keys: list[str] = []
    for at in count(0, _AT_ONCE):
        found = graph.of_kind("series", "", _AT_ONCE, at, visibility).items
        keys.extend(node.id for node, documents in found if documents > 1)
        if len(keys) < at + _AT_ONCE or len(keys) >= MOST_FLAGGED:
            return keys[:MOST_FLAGGED]
    return keys


def _rows(graph: GraphStore, keys: Sequence[str], visibility: Sequence[str]) -> Iterator[LedgerRow]:
    reports = Reports(graph, visibility)
    rows, apart = graph.indicators(keys, visibility), graph.series(keys)
    for key in keys:
        if key in rows:
            dropped = reports.dropped(points_of(rows[key]))
            yield _row(graph, apart[key], rows[key], dropped, visibility)


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
    dropped = Reports(graph, visibility).dropped(points)
    return LedgerDetail(
        _row(graph, own, rows, dropped, visibility),
        points,
        conflicts_of(points),
        moved_of(points),
        dropped,
        siblings(graph, own, visibility),
        near(graph, own, rows, visibility),
    )


def _row(
    graph: GraphStore, own: Series, rows: Sequence[IndicatorRow], dropped: Dropped | None, visibility: Sequence[str]
) -> LedgerRow:
    points = points_of(rows)
    target, latest = current_target(points), latest_actual(points)
    baseline = baseline_of(points, target)
    natures = [row.fact.nature for row in rows if row.fact.nature]
    shown = target or latest
    flags = {
        CONFLICT: conflicts_of(points),
        MOVED: moved_of(points),
        RESCOPED: target and rescoped(graph, own, rows, visibility),
        DROPPED: dropped,
    }
    return LedgerRow(
        id=own.id,
        name=own.name,
        subject=whose_is(own),
        base=own.base,
        unit=(shown.unit if shown else None) or "",
        nature=natures[-1] if natures else None,
        baseline=baseline,
        target=target,
        latest=latest,
        verdict=judged(baseline, target, latest, own.name),
        flags=tuple(flag for flag, found in flags.items() if found),
        documents=len({row.document for row in rows}),
    )


def judged(baseline: Point | None, target: Point | None, latest: Point | None, name: str) -> Verdict:
    """The verdict on an indicator with these values and name, in the unit of the target, else of the latest value."""
    if target and target.value is None:
        return Verdict(UNKNOWN, None, None, "目标未载明数值，不能推算。")
    verdict = judge(
        baseline.dated if baseline else None,
        target.dated if target else None,
        latest.dated if latest else None,
        target.comparison if target else Comparison.EQUAL,
        name,
        of_target=baseline is not None and baseline.kind == "baseline",
    )
    shown = target or latest
    return _in_unit(verdict, shown.unit if shown else None)


def _in_unit(verdict: Verdict, unit: str | None) -> Verdict:
    """The verdict with its numbers in a unit of the series."""
    factor = unit_of(unit).factor

    def turn(number: Decimal | None) -> Decimal | None:
        return None if number is None else _plain(number / factor)

    return Verdict(verdict.status, turn(verdict.expected), turn(verdict.gap), verdict.reason)


def _plain(number: Decimal) -> Decimal:
    """A number with two decimals at most, and no exponent."""
    short = number.quantize(Decimal("0.01")).normalize()
    return short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short
