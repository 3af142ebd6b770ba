"""The mid-term evaluation of a plan: where its indicators and tasks stand on a day, what is not reported, what differs.

Everything is read from documents of the corpus written until that day, and every line names its places. What no
document reports is a gap for the office to fill in (待填报), never a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.errors import NotFoundError, QueryError
from corpus.period import PartialDate
from corpus.store import CommitmentRow, DocumentRow, IndicatorRow, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Series
from corpus.store.records import titled
from kg.differences import conflicts_of
from kg.ledger import judged
from kg.outcomes import Chain, ChainLink, outcomes_of
from kg.pace import RULE, Verdict
from kg.points import Point, baseline_of, latest_actual, points_of
from kg.related import near
from kg.series import whose_is
from kg.tracking import Completion, evidence_of, schedule_of

_NAMED = 20


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of the plan.

    Attributes:
        series: id of its series.
        nature: 约束性 or 预期性.
        target: as the plan sets it.
        baseline: what the plan starts from.
        latest: the newest value after the base that a document reports; None where none does.
        verdict: with the expected value in the unit of the target.
    """

    series: str
    name: str
    subject: str
    nature: str | None
    target: Point
    baseline: Point | None
    latest: Point | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of the plan with its statuses on the day, and what later documents say of it, oldest first."""

    row: CommitmentRow
    schedule: str
    evidence: str
    links: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What no document reports: an indicator without a value, a task without evidence.

    Attributes:
        kind: `indicator` or `task`.
        clause: of the plan.
        lead: who is to be asked, as far as the plan says.
        reason: how far was searched, in one Chinese sentence.
    """

    kind: str
    name: str
    clause: str | None
    lead: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document that differ from others."""

    words: str
    document: str
    title: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that do not agree; which of them is right, a person finds out."""

    name: str
    one: Place
    other: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A plan's evaluation on a day.

    Attributes:
        plan: the document.
        until: the day.
        indicators: in the order of the plan.
        tasks: in the order of the plan.
        rule: how the expected values are reckoned.
    """

    plan: DocumentRow
    until: date
    indicators: tuple[IndicatorLine, ...]
    tasks: tuple[TaskLine, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[Conflict, ...]
    rule: str = RULE


def plans_named(store: Store, name: str, visibility: Sequence[str] = PUBLIC) -> tuple[DocumentRow, ...]:
    """The document with this id or title, or the documents whose titles hold the words, at most `_NAMED`."""
    graph = GraphStore(store)
    own = graph.nodes([name]).get(name)
    if own and own.kind == "document" and graph.visible([own], visibility):
        return (store.row(own.id),)
    found = graph.named("".join(name.split()), _NAMED, visibility, ("document",))
    exact = [node for node in found if node.label == name]
    return tuple(store.row(node.id) for node in (exact if len(exact) == 1 else found))


def plan_named(store: Store, name: str, visibility: Sequence[str] = PUBLIC) -> DocumentRow:
    """The document with this id, title, or words of its title.

    Raises:
        NotFoundError: if there is none.
        QueryError: if several titles hold the words.
    """
    found = plans_named(store, name, visibility)
    if not found:
        raise NotFoundError(f"库中没有标题含“{name}”的文件。")
    if len(found) > 1:
        titles = "、".join(f"{titled(row.title)}（{row.id}）" for row in found[:5])
        raise QueryError(f"标题含“{name}”的文件不止一个，请用文件编号指明：{titles}。")
    return found[0]


def evaluation(store: Store, plan: DocumentRow, until: date, visibility: Sequence[str] = PUBLIC) -> Evaluation:
    """Where a plan stands on a day."""
    graph = GraphStore(store)
    keys = graph.series_in(plan.id)
    apart, stated = graph.series(keys), graph.indicators(keys, visibility)
    dates = graph.dates(row.document for rows in stated.values() for row in rows)
    known = {
        key: [row for row in stated.get(key, ()) if row.document == plan.id or _by(dates.get(row.document), until)]
        for key in keys
    }
    lines = tuple(_lines(plan.id, apart, known))
    tasks = tuple(_tasks(store, plan.id, until, visibility))
    missing = [line for line in lines if line.latest is None]
    gaps = (
        *(_unreported(graph, line, apart[line.series], known[line.series], visibility) for line in missing),
        *(_unproved(task, until) for task in tasks if task.evidence in ("none", "uncheckable") and task.row.binding),
    )
    conflicts = (*_differing(lines, known), *_contradicted(tasks))
    return Evaluation(plan, until, lines, tasks, gaps, conflicts)


def _by(on: str | None, until: date) -> bool:
    return on is not None and PartialDate.parse(on).first_day <= until


def _lines(plan: str, apart: dict[str, Series], known: dict[str, list[IndicatorRow]]) -> Iterator[IndicatorLine]:
    """The indicators that the plan sets a target for."""
    for key, rows in known.items():
        points = points_of(rows)
        own = [point for point in points if point.kind == "target" and point.row.document == plan]
        own = [point for point in own if point.dated or point.value is None]
        if not own:
            continue
        target = max(own, key=lambda point: (point.row.fact.from_table, point.at.last_day if point.at else date.min))
        base = baseline_of(points, target)
        newest = latest_actual(point for point in points if point.kind == "actual" and not point.assumed)
        later = base is None or base.at is None or (newest and newest.at and newest.at.last_day > base.at.last_day)
        latest = newest if newest and later and newest.row.document != plan else None
        series = apart[key]
        nature = target.row.fact.nature
        yield IndicatorLine(
            key, series.name, whose_is(series), nature, target, base, latest, judged(base, target, latest, series.name)
        )


def _tasks(store: Store, plan: str, until: date, visibility: Sequence[str]) -> Iterator[TaskLine]:
    for chain in outcomes_of(store, plan, until, visibility):
        row, links = chain.promise, tuple(link for link in chain.links if _by(link.on, until))
        evidence = evidence_of(row, (link.relation for link in links))
        yield TaskLine(row, schedule_of(row, until, _completion(chain, links)), evidence, links)


def _completion(chain: Chain, links: tuple[ChainLink, ...]) -> Completion | None:
    return replace(chain, links=links).completion


def _unreported(
    graph: GraphStore, line: IndicatorLine, series: Series, rows: list[IndicatorRow], visibility: Sequence[str]
) -> Gap:
    beside = near(graph, series, rows, visibility)
    hint = f"名称相近、须人工核对的指标：{'、'.join(other.label for other in beside[:3])}。" if beside else ""
    reason = f"规划之后的文件中没有这一指标的数值。{hint}"
    return Gap("indicator", line.name, line.target.row.clause, (), reason)


def _unproved(task: TaskLine, until: date) -> Gap:
    said = "后续文件只是重申" if task.links else "后续文件中未见提及"
    reason = f"截至{PartialDate.of(until).chinese}，{said}；这不表示没有落实。"
    return Gap("task", task.row.quote, task.row.clause, task.row.lead, reason)


def _differing(lines: Iterable[IndicatorLine], known: dict[str, list[IndicatorRow]]) -> Iterator[Conflict]:
    for line in lines:
        for one, other in conflicts_of(points_of(known[line.series])):
            yield Conflict(line.name, _place(one), _place(other), "同一时间的数值不一致。")


def _place(point: Point) -> Place:
    return Place(point.row.quote, point.row.document, point.row.title, point.row.clause)


def _contradicted(tasks: Iterable[TaskLine]) -> Iterator[Conflict]:
    for task in tasks:
        own = Place(task.row.quote, task.row.document, task.row.title, task.row.clause)
        for link in task.links:
            if link.relation == "contradicts":
                yield Conflict(
                    task.row.quote, own, Place(link.quote, link.document, link.title, link.clause), link.reason
                )
