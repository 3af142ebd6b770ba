"""What the calendar and the documents say of a commitment; pure, so that the same row and day give the same status.

Three statuses are kept apart (see `corpus`): what the office reports is not told here, only what can be reckoned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.period import PartialDate
from corpus.store import CommitmentRow, FactFilter, Store
from corpus.store.graph import GraphStore

SOON = timedelta(days=30)
"""A deadline this near or nearer is 临近到期."""

UNDATED, PENDING, DUE_SOON, OVERDUE, ON_TIME, LATE = "undated", "pending", "due_soon", "overdue", "on_time", "late"
SCHEDULES = (UNDATED, PENDING, DUE_SOON, OVERDUE, ON_TIME, LATE)
"""无明确时限、未到期、临近到期、已逾期、按期完成、逾期完成."""

UNCHECKABLE, NONE, PROGRESS, DONE, CONFLICT = "uncheckable", "none", "progress", "done", "conflict"
EVIDENCES = (UNCHECKABLE, NONE, PROGRESS, DONE, CONFLICT)
"""无法核验、未见公开证据、有进展证据、有完成证据、证据不一致."""

_EVIDENCE_OF = {"restates": NONE, "progresses": PROGRESS, "fulfils": DONE, "contradicts": CONFLICT}
_STRONGEST_LAST = (NONE, PROGRESS, DONE, CONFLICT)


@dataclass(frozen=True, slots=True)
class Completion:
    """When a commitment was done, as the evidence says.

    Attributes:
        by: date of a document that says it is done; it was done then or before.
        on: the day or month of completion, where it is stated.
    """

    by: PartialDate | None = None
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a list of commitments.

    Attributes:
        schedule: status and number, in the order of `SCHEDULES`; by the calendar alone.
        unled: those without a lead department.
        uncheckable: those without anything that can be checked.
        today: the day it was reckoned for.
    """

    total: int
    schedule: tuple[tuple[str, int], ...]
    unled: int
    uncheckable: int
    today: date


def schedule_of(row: CommitmentRow, today: date, completion: Completion | None = None) -> str:
    """One of `SCHEDULES`; 按期完成 and 逾期完成 only where the evidence proves it."""
    if row.due and completion and (proved := _proved(date.fromisoformat(row.due), completion)):
        return proved
    return schedule_by(row.due, today)


def schedule_by(last_day: str | None, today: date) -> str:
    """What the calendar alone says of a deadline, given by the last day that it can mean (ISO)."""
    if last_day is None:
        return UNDATED
    due = date.fromisoformat(last_day)
    if today > due:
        return OVERDUE
    return DUE_SOON if due - today <= SOON else PENDING


def _proved(due: date, completion: Completion) -> str | None:
    """Whether the evidence proves that it was done in time, or late; None where it leaves that open."""
    latest = completion.on or completion.by
    if latest and latest.last_day <= due:
        return ON_TIME
    return LATE if completion.on and completion.on.first_day > due else None


def evidence_of(row: CommitmentRow, relations: Iterable[str]) -> str:
    """One of `EVIDENCES`.

    Args:
        row: the commitment.
        relations: what later documents do with it: `restates`, `progresses`, `fulfils`, `contradicts`.
    """
    found = {_EVIDENCE_OF[relation] for relation in relations}
    strongest = next((status for status in reversed(_STRONGEST_LAST) if status in found), NONE)
    return UNCHECKABLE if strongest is NONE and not row.binding else strongest


_OUTCOME_OF = {"restated_by": NONE, "progressed_by": PROGRESS, "fulfilled_by": DONE, "contradicted_by": CONFLICT}


def evidence(store: Store, commitments: Sequence[str]) -> dict[str, str]:
    """Id of a commitment to one of `EVIDENCES`, for those that later documents say something of."""
    found = GraphStore(store).kinds_from(commitments, tuple(_OUTCOME_OF))
    return {
        key: max((_OUTCOME_OF[kind] for kind in kinds), key=_STRONGEST_LAST.index)
        for key, kinds in found.items()
        if kinds
    }


def evidence_status(row: CommitmentRow, found: Mapping[str, str]) -> str:
    """The status of one commitment after `evidence`: nothing found of what cannot be checked is 无法核验."""
    status = found.get(row.id, NONE)
    return UNCHECKABLE if status == NONE and not row.binding else status


def reason_of(row: CommitmentRow, today: date) -> str:
    """Why the calendar says so, in one Chinese sentence."""
    if row.fact.deadline is None or row.due is None:
        return "原文未载明时限。"
    days = (date.fromisoformat(row.due) - today).days
    distance = f"距今还有{days}天" if days > 0 else "今天到期" if days == 0 else f"已过{-days}天"
    stated, due = row.fact.deadline, PartialDate.parse(row.due)
    return f"原文时限为{stated.chinese}，{_precision(stated)}按{due.chinese}推算，{distance}。"


def _precision(deadline: PartialDate) -> str:
    return {"year": "原文仅载明年份，", "month": "原文仅载明月份，"}.get(deadline.precision, "")


def due_between(given: FactFilter, state: str, today: date) -> FactFilter:
    """The filter, narrowed to commitments with one of the first four schedules.

    Raises:
        KeyError: for a state that the calendar alone does not tell.
    """
    soon = today + SOON
    bounds: dict[str, tuple[bool, date | None, date | None]] = {
        UNDATED: (False, None, None),
        PENDING: (True, soon + timedelta(days=1), None),
        DUE_SOON: (True, today, soon),
        OVERDUE: (True, None, today - timedelta(days=1)),
    }
    dated, first, last = bounds[state]
    return replace(
        given,
        dated=dated,
        due_from=max((day for day in (given.due_from, _iso(first)) if day), default=None),
        due_until=min((day for day in (given.due_until, _iso(last)) if day), default=None),
    )


def evidence_is(given: FactFilter, status: str) -> FactFilter:
    """The filter, narrowed to commitments with one of `EVIDENCES`.

    Raises:
        ValueError: for another status.
    """
    weakest = NONE if status == UNCHECKABLE else status
    stronger = _STRONGEST_LAST[_STRONGEST_LAST.index(weakest) + 1 :]
    lacking = tuple(kind for kind, found in _OUTCOME_OF.items() if found in stronger)
    if weakest != NONE:
        return replace(
            given, having=tuple(kind for kind, found in _OUTCOME_OF.items() if found == status), lacking=lacking
        )
    binding = status == NONE
    contradicted = given.binding is not None and given.binding is not binding
    return replace(given, binding=binding, lacking=lacking, having=_NEVER if contradicted else ())


_NEVER = ("",)
"""A kind that no edge has, for conditions that exclude one another."""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def summarise(store: Store, given: FactFilter, today: date) -> Summary:
    """Counts over the commitments that meet a filter, counted by the database."""
    found = store.tally(given, today, today + SOON)
    by_state = {UNDATED: found.undated, PENDING: found.pending, DUE_SOON: found.due_soon, OVERDUE: found.overdue}
    return Summary(found.total, tuple(by_state.items()), found.unled, found.uncheckable, today)


def count_schedules(rows: Sequence[CommitmentRow], today: date) -> dict[str, int]:
    """Rows already at hand, by schedule; every schedule is listed."""
    statuses = [schedule_of(row, today) for row in rows]
    return {status: statuses.count(status) for status in SCHEDULES}
