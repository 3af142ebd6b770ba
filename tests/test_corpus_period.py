"""Dates as precise as their source, and periods with open ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from corpus import PartialDate, Period
from tests.strategies import days, partial_dates, periods


@given(partial_dates())
def test_a_date_is_read_back_as_written(some: PartialDate) -> None:
    """`parse` and `str` are inverse."""
    assert PartialDate.parse(str(some)) == some


@given(periods())
def test_a_period_is_read_back_as_written(some: Period) -> None:
    """`parse` and `str` are inverse, open ends included."""
    assert Period.parse(str(some)) == some


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2026", "year", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-11", "month", date(2026, 11, 1), date(2026, 11, 30)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        ("2100-02", "month", date(2100, 2, 1), date(2100, 2, 28)),  # none, though divisible by four
        ("2026-11-21", "day", date(2026, 11, 21), date(2026, 11, 21)),
    ],
)
def test_a_date_covers_the_days_it_can_mean(text: str, precision: str, first: date, last: date) -> None:
    """The last day is what a deadline is due by."""
    some = PartialDate.parse(text)
    assert (some.precision, some.first_day, some.last_day) == (precision, first, last)


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-00", "2026-02-30", "2023-02-29", "2026-1", "2026-11-21T00", "2026年", "0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Neither repaired nor rounded."""
    with pytest.raises(ValueError, match=r"date|month|day|year"):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    """There is no 21st of 2026."""
    with pytest.raises(ValueError, match="month"):
        PartialDate(2026, None, 21)


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2026", "2026-11", True),
        ("2026", "2026", True),
        ("2026-11", "2026-11-30", True),
        ("2026-11", "2026", False),
        ("2026-11", "2026-12-01", False),
    ],
)
def test_a_date_contains_its_parts(outer: str, inner: str, expected: bool) -> None:
    """A year contains its months, not the other way round."""
    assert PartialDate.parse(outer).contains(PartialDate.parse(inner)) is expected


@given(partial_dates())
def test_every_date_contains_itself_and_its_ends(some: PartialDate) -> None:
    """The first day is never after the last."""
    assert some.first_day <= some.last_day
    assert some.contains(some)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("2024/2028", date(2024, 1, 1), True),
        ("2024/2028", date(2028, 12, 31), True),  # an end means its whole year
        ("2024/2028", date(2029, 1, 1), False),
        ("2018-11/", date(2026, 11, 21), True),  # since
        ("2018-11/", date(2018, 10, 31), False),
        ("/2025", date(1949, 10, 1), True),  # until
        ("2026-11", date(2026, 11, 21), True),  # one date is both ends
        ("/", date(2026, 11, 21), True),
    ],
)
def test_a_period_contains_its_days(text: str, day: date, expected: bool) -> None:
    """Open ends reach as far as one likes."""
    assert Period.parse(text).contains(day) is expected


@given(days())
def test_the_period_without_ends_contains_every_day(day: date) -> None:
    """Nothing is known, so nothing is excluded."""
    assert Period(None, None).contains(day)


@pytest.mark.parametrize(
    ("text", "written"), [("2023", "2023年"), ("2023-07", "2023年7月"), ("2023-07-09", "2023年7月9日")]
)
def test_dates_are_written_as_precise_as_they_are(text: str, written: str) -> None:
    """In Chinese text a month or a day is named only where it is known, without leading zeros."""
    assert PartialDate.parse(text).chinese == written
