"""Statuses from the calendar and the evidence, and the calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus import PartialDate
from corpus.store import CommitmentRow, FactFilter, Store
from kg.calendar import calendar_text
from kg.tracking import Completion, count_schedules, due_between, evidence_of, reason_of, schedule_of, summarise
from tests.kg_corpus import draft

TODAY = date(2026, 11, 21)


def rows(tmp_path: Path, *deadlines: str | None) -> tuple[Store, list[CommitmentRow]]:
    """A store with one promise for each deadline."""
    store = Store.open(tmp_path)
    text = "".join(f"第{at}项：建成栖川社区食堂{at}家，联系电话13812345678。\n" for at in range(len(deadlines)))
    paper = draft(text, "栖川市食堂方案", "2025-01", "栖川市民政局")
    for at, deadline in enumerate(deadlines):
        paper.promise(f"建成栖川社区食堂{at}家，联系电话13812345678。", deadline)
    store.put(paper.analysis)
    return store, list(store.commitments(limit=100, by_deadline=False).items)


@pytest.mark.parametrize(
    ("deadline", "status"),
    [
        (None, "undated"),
        ("2026-11-20", "overdue"),
        ("2026-11-21", "due_soon"),  # due today is not over
        ("2026-12-21", "due_soon"),  # thirty days
        ("2026-12-22", "pending"),
        ("2026", "pending"),  # due on 31 December
        ("2026-11", "due_soon"),
        ("2025", "overdue"),
    ],
)
def test_schedule(tmp_path: Path, deadline: str | None, status: str) -> None:
    """The calendar alone tells four statuses; the filter of each finds what it says."""
    store, (row,) = rows(tmp_path, deadline)
    assert schedule_of(row, TODAY) == status
    for state in ("undated", "pending", "due_soon", "overdue"):
        assert store.commitments(due_between(FactFilter(), state, TODAY)).total == (state == status)


@pytest.mark.parametrize(
    ("completion", "status"),
    [
        (Completion(by=PartialDate(2025, 6)), "on_time"),
        (Completion(by=PartialDate(2026, 3)), "overdue"),  # done by then, but when?
        (Completion(on=PartialDate(2026, 3)), "late"),
        (Completion(on=PartialDate(2025, 12)), "on_time"),
        (Completion(), "overdue"),
    ],
)
def test_done_in_time_or_late_needs_proof(tmp_path: Path, completion: Completion, status: str) -> None:
    """A later document proves that it is done, not that it was late."""
    _, (row,) = rows(tmp_path, "2025")
    assert schedule_of(row, TODAY, completion) == status


@pytest.mark.parametrize(
    ("relations", "binding", "status"),
    [
        ((), True, "none"),
        ((), False, "uncheckable"),
        (("restates",), True, "none"),
        (("restates", "progresses"), False, "progress"),
        (("fulfils", "progresses"), True, "done"),
        (("fulfils", "contradicts"), True, "conflict"),
    ],
)
def test_evidence(tmp_path: Path, relations: tuple[str, ...], binding: bool, status: str) -> None:
    """The strongest of what later documents say; a conflict is never hidden."""
    _, (row,) = rows(tmp_path, "2027")
    assert evidence_of(replace(row, binding=binding), relations) == status


def test_summary_counts_agree(tmp_path: Path) -> None:
    """The database counts as the function does, and each promise counts once."""
    store, found = rows(tmp_path, None, "2025", "2026-11-30", "2027", "2027-05")
    summary = summarise(store, FactFilter(), TODAY)
    counted = count_schedules(found, TODAY)
    assert summary.total == sum(count for _, count in summary.schedule) == 5
    assert all(counted[status] == count for status, count in summary.schedule)
    assert summary.unled == 5
    assert summary.uncheckable == 1


def test_reason_says_its_rule(tmp_path: Path) -> None:
    """Year precision is said to be reckoned to the last day."""
    _, (row,) = rows(tmp_path, "2025")
    assert "仅载明年份" in reason_of(row, TODAY)
    assert "2025年12月31日" in reason_of(row, TODAY)


def test_calendar_file(tmp_path: Path) -> None:
    """Events are whole-day, with a stable id; lines fold; personal data is masked; what has no deadline is left out."""
    _, found = rows(tmp_path, None, "2026", "2026-12-05")
    at = datetime(2026, 11, 21, 8, tzinfo=UTC)
    text = calendar_text(found, at)
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20261231" in text
    assert "仅载明年份" in text.replace("\r\n ", "")
    assert "13812345678" not in text.replace("\r\n ", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert uids == [f"UID:{row.id}@zhengnuo" for row in found if row.due]
    assert calendar_text(found, at) == text
