"""Commitments with their three statuses as lists, as a timeline, by department and as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.store import Acting, CommitmentRow
from kg.tracking import OVERDUE, SCHEDULES, UNDATED, Summary, evidence_status, reason_of, schedule_by, schedule_of
from webapp.labels import TAGS, tag_of
from webapp.links import clause_url
from webapp.sheets import Sheet
from webapp.wording import date_text, limit_text, precision_text

LOADS = ("lead", "joint", "due_soon", "overdue", "undated")
"""What is counted of a body."""
OFFICIAL = "unreported"
"""The official status of every commitment, until offices can report."""


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A commitment as lists show it.

    Attributes:
        row: the commitment.
        official, evidence, schedule: its statuses, kept apart.
        why: how the schedule was reckoned.
        due_note: what is to be said of a deadline that is not a day.
        counted: words of a limit that counts from an event, where no date is stated.
    """

    row: CommitmentRow
    official: str
    evidence: str
    schedule: str
    why: str
    due_note: str
    counted: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number above the list, and the conditions that lead to exactly that many rows."""

    text: str
    count: int
    changes: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the timeline, in per mille of its width.

    Attributes:
        left, width: of the bar.
        state: `undated`, `overdue`, `due_soon` or `pending`, drawn with its own hatch.
        rough: where the certain part ends and the part that a year or month leaves open begins; None for a day.
        sentence: what it says in words.
    """

    left: int
    width: int
    state: str
    rough: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over a common scale of years.

    Attributes:
        first, last: years that the scale begins and ends with.
        years: year and its place in per mille.
        today: the place of the present day.
        bars: one for each commitment, in their order.
    """

    first: int
    last: int
    years: tuple[tuple[int, int], ...]
    today: int
    bars: tuple[Bar, ...]


def commitment_views(
    rows: Iterable[CommitmentRow], today: date, evidence: Mapping[str, str]
) -> tuple[CommitmentView, ...]:
    """The commitments with their statuses on a day; `evidence` maps ids to evidence statuses."""
    return tuple(
        CommitmentView(
            row,
            OFFICIAL,
            evidence_status(row, evidence),
            schedule_of(row, today),
            reason_of(row, today),
            precision_text(row.deadline),
            "" if row.deadline else limit_text(None, row.quote),
        )
        for row in rows
    )


def counts_of(summary: Summary) -> tuple[Count, ...]:
    """The numbers above the list; none is shown that is 0 but the sum and what is overdue."""
    by_state = dict(summary.schedule)
    order = (OVERDUE, *(state for state in SCHEDULES if state not in (OVERDUE, UNDATED)), UNDATED)
    found = [Count("共{}项", summary.total, {"schedule": "all"})]
    if 0 < by_state.get(UNDATED, 0) < summary.total:
        found.append(Count("有明确时限{}项", summary.total - by_state[UNDATED], {"schedule": "dated"}))
    found.extend(
        Count(TAGS["schedule"][state].text + "{}项", by_state.get(state, 0), {"schedule": state})
        for state in order
        if by_state.get(state) or state == OVERDUE
    )
    if summary.unled:
        found.append(Count("无牵头单位{}项", summary.unled, {"led": "no"}))
    if summary.uncheckable:
        found.append(Count("表述笼统{}项", summary.uncheckable, {"binding": "no"}))
    return tuple(found)


def loads_of(names: Sequence[str], acting: Iterable[Acting], today: date) -> tuple[tuple[str, dict[str, int]], ...]:
    """How many commitments each body leads and joins, and of how many the deadline is near, past or not stated.

    A commitment counts for a body where the name of one that has to act in it holds the body's name, as in the list
    that each number leads to.
    """
    found: dict[str, dict[str, set[tuple[str, int]]]] = {name: {load: set() for load in LOADS} for name in names}
    for each in acting:
        held = f"{each.organization}\n{each.name}".casefold()
        for name, loads in found.items():
            if name.casefold() in held:
                for load in (each.role, schedule_by(each.due, today)):
                    loads.get(load, set()).add(each.commitment)
    return tuple((name, {load: len(held) for load, held in loads.items()}) for name, loads in found.items())


def timeline_of(rows: Sequence[CommitmentRow], today: date) -> Timeline:
    """A bar from the document's date to the deadline for each commitment."""
    first = min([_start(row, today) for row in rows], default=today)
    last = max([date.fromisoformat(row.due) for row in rows if row.due] + [today])
    begin, end = date(first.year, 1, 1), date(last.year + 1, 1, 1)
    whole = (end - begin).days

    def place(day: date) -> int:
        return round(1000 * min(max((day - begin).days, 0), whole) / whole)

    step = 1 if end.year - begin.year <= 8 else 2 if end.year - begin.year <= 16 else 5
    years = tuple((year, place(date(year, 1, 1))) for year in range(begin.year, end.year, step))
    return Timeline(begin.year, end.year - 1, years, place(today), tuple(_bar(row, today, place) for row in rows))


def _start(row: CommitmentRow, today: date) -> date:
    """The day from which a commitment counts: that of its document, as far as that is known."""
    if not row.written_on:
        return today
    year, month, day = (int(part) for part in (row.written_on + "-01-01").split("-")[:3])
    return date(year, month, day)


def _bar(row: CommitmentRow, today: date, at: Callable[[date], int]) -> Bar:
    start, state = _start(row, today), schedule_of(row, today)
    since = f"{date_text(row.written_on)}起，" if row.written_on else ""
    if row.due is None or row.fact.deadline is None:
        return Bar(at(start), 1000 - at(start), UNDATED, None, f"{since}时限未明确")
    due, deadline = date.fromisoformat(row.due), row.fact.deadline
    left = min(at(start), at(due))
    certain = None if deadline.precision == "day" else min(max(deadline.first_day - timedelta(days=1), start), due)
    within = "" if deadline.precision == "day" else "内"
    sentence = f"{since}{date_text(deadline)}{within}完成，{tag_of('schedule', state).text}"
    return Bar(left, max(at(due) - left, 4), state, at(certain) if certain else None, sentence)


def commitment_sheet(
    title: str,
    rows: Sequence[CommitmentRow],
    today: date,
    evidence: Mapping[str, str],
    notes: Sequence[tuple[str, str]],
) -> Sheet:
    """Commitments as a task table, one a row, for a file."""
    lines = [
        (
            number,
            view.row.quote,
            "、".join(view.row.lead),
            "、".join(view.row.joint),
            view.row.deadline or view.counted,
            tag_of("official", view.official).text,
            tag_of("evidence", view.evidence).text,
            tag_of("schedule", view.schedule).text,
            "是" if view.row.binding else "否",
            view.row.title,
            view.row.heading,
            clause_url(view.row.document, view.row.clause),
            "",
        )
        for number, view in enumerate(commitment_views(rows, today, evidence), 1)
    ]
    head = (
        "序号",
        "承诺事项（原文）",
        "牵头单位",
        "配合单位",
        "完成时限",
        "官方状态",
        "证据状态",
        "时限状态",
        "可核验",
        "来源文件",
        "来源条款",
        "网址",
        "已核对",
    )
    counted = (("统计日期", today.isoformat()), ("说明", "时限状态由系统按原文时限推算，不代表责任认定。"))
    return Sheet(title, head, lines, (*notes, *counted), (6, 60, 20, 20, 12, 10, 14, 12, 8, 36, 30, 28, 8))
