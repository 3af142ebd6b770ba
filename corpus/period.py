"""Dates as precise as their source, and periods with open ends."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO_PREFIX = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An ISO 8601 prefix: `2023`, `2023-07` or `2023-07-29`. A day that the source does not say is never invented.

    `parse` and `str` are inverse.

    Raises:
        ValueError: if there is no such month or day.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            msg = "a day needs a month"
            raise ValueError(msg)
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that an ISO prefix says.

        Raises:
            ValueError: if it is none, or no such day exists.
        """
        match = _ISO_PREFIX.fullmatch(text)
        if match is None:
            msg = f"not an ISO date prefix: {text!r}"
            raise ValueError(msg)
        year, month, day = match.group("year", "month", "day")
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The date that a calendar day is."""
        return cls(day.year, day.month, day.day)

    @property
    def chinese(self) -> str:
        """As Chinese text writes it, as precise as it is: 2023年, 2023年7月, 2023年7月29日."""
        month = f"{self.month}月" if self.month is not None else ""
        return f"{self.year}年{month}{self.day}日" if self.day is not None else f"{self.year}年{month}"

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "day" if self.day is not None else "month" if self.month is not None else "year"

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can mean: what a deadline is due by."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def contains(self, other: PartialDate) -> bool:
        """Whether `other` is the same or a part of it: 2023 contains 2023-07."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day


@dataclass(frozen=True, slots=True)
class Period:
    """From a date to a date, each as precise as the source; an open end is None.

    `parse` and `str` are inverse: `2021/2025`, `2018/` (since), `/2025` (until), `2023` (one date, both ends).
    """

    start: PartialDate | None
    end: PartialDate | None

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `str` wrote.

        Raises:
            ValueError: if it is none.
        """
        start, slash, end = text.partition("/")
        first = PartialDate.parse(start) if start else None
        if not slash:
            return cls(first, first)
        return cls(first, PartialDate.parse(end) if end else None)

    def __str__(self) -> str:
        if self.start == self.end and self.start is not None:
            return str(self.start)
        return f"{self.start or ''}/{self.end or ''}"

    def contains(self, day: date) -> bool:
        """Whether `day` can lie in it."""
        return (self.start is None or self.start.first_day <= day) and (self.end is None or day <= self.end.last_day)
