"""Time expressions of any text against a given day."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.times.resolution import Days, resolve_time

TODAY = date(2024, 6, 14)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021年", (2021, 1, 1), (2022, 1, 1)),
        ("去年9月", (2023, 9, 1), (2023, 10, 1)),
        ("明年上半年", (2025, 1, 1), (2025, 7, 1)),
        ("前三季度", (2024, 1, 1), (2024, 10, 1)),
        ("2019年6月1日-6月30日", (2019, 6, 1), (2019, 7, 1)),
        ("6月中旬", (2024, 6, 11), (2024, 6, 21)),
        ("五月第一周", (2024, 5, 6), (2024, 5, 13)),
        ("20240307", (2024, 3, 7), (2024, 3, 8)),
        ("上個月", (2024, 5, 1), (2024, 6, 1)),
    ],
)
def test_the_likeliest_reading_comes_first(text: str, start: tuple[int, ...], end: tuple[int, ...]) -> None:
    """An expression stands for days from … up to, not including, …"""
    assert resolve_time(text, TODAY)[0].readings[0] == Days(date(*start), date(*end))


def test_what_people_read_differently_has_several_readings() -> None:
    """Before 2025 may leave the year out or take it in."""
    ends = {reading.end for reading in resolve_time("2025年前", TODAY)[0].readings}
    assert {date(2025, 1, 1), date(2026, 1, 1)} <= ends


@pytest.mark.parametrize("text", ["2019年2月29日", "第十二条", "一切", ""])
def test_what_is_no_time_has_no_reading(text: str) -> None:
    """Days that do not exist and other numbers are no times."""
    assert not any(len(one.span) == len(text) for one in resolve_time(text, TODAY))


@given(st.text(alphabet="0123456789年月日号前后上下第去今明周季度初末底至到从起-./ 半十五", max_size=40))
def test_no_string_is_too_strange(text: str) -> None:
    """Any heap of calendar characters gives spans inside the text that do not overlap."""
    found = resolve_time(text, TODAY)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(not a.span.overlaps(b.span) for a, b in pairwise(found))


@pytest.mark.real
@pytest.mark.parametrize(("source", "least"), [("recognizers", 0.93), ("jionlp", 0.83), ("duckling", 0.97)])
def test_the_public_suites_hold(shared: Path, source: str, least: float) -> None:
    """The part of the three public suites that is like official text; the failures of duckling were never looked at."""
    right = total = 0
    for line in (shared / "bench/time-zh/time.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["src"] != source or not row["gov_like"] or not row["ref"]:
            continue
        found = resolve_time(row["input"], date.fromisoformat(row["ref"][:10]))
        for wanted in row["expect"]:
            if wanted.get("options"):
                total += 1
                right += any(
                    _overlaps(one.span.of(row["input"]), wanted["text"]) and _meets(one.readings, wanted)
                    for one in found
                )
    assert right / total >= least


def _overlaps(words: str, wanted: str) -> bool:
    mine, theirs = (one.replace(" ", "").strip("从在自到的，, ") for one in (words, wanted))
    return mine in theirs or theirs in mine


def _meets(readings: tuple[Days, ...], wanted: dict[str, list[list[str | None]]]) -> bool:
    options = {tuple(end[:10] if end else None for end in option) for option in wanted["options"]}
    return any((_iso(one.start), _iso(one.end)) in options for one in readings)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
