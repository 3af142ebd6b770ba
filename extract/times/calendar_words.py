"""What the words of the calendar mean: plan periods, parts of a year, relative dates.

Everything is as precise as the words: 年底 is the year, 一季度 three months, 中旬 the days from the 11th to the 20th.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus import PartialDate
from extract.lexicon import rows


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year: its months, and the edge of it that the word names (`start`, `middle`, `end`), if any."""

    first: int
    last: int
    edge: str = ""

    @property
    def whole(self) -> bool:
        """Whether the word says no more than the year."""
        return (self.first, self.last) == (1, 12)


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from the date of reading: in `year`, `two_years`, `quarter`, `month`, `day`.

    `past_year` is the year under review.
    """

    unit: str
    offset: int


PLAN_PERIODS = {ordinal: (int(first), int(last)) for ordinal, first, last, _ in rows("plan_periods")}
"""Ordinal of a five-year plan to its first and last year."""

_PROGRAMME = re.compile(r'"?普法(?P<plan>(?:工作)?规划)?')
"""The eighth programme of teaching law ("八五"普法) is none of the eighth plan; the first began in 1986.

Only the plan of it is dated: 普法讲师团 tells no time of what such people did.
"""
_FIRST_PROGRAMME, _ORDINALS = 1986, "一二三四五六七八九十"

YEAR_PARTS = {word: Part(int(first), int(last), edge) for word, first, last, edge, _ in rows("year_parts")}
"""Words for parts of a year."""

FEASTS = {
    "国庆": (10, 1),
    "元旦": (1, 1),
    "五一": (5, 1),
    "劳动": (5, 1),
    "六一": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
}
"""Month and day of the feasts that come on the same day each year, before which things are due."""
SHIFTS = {word: Shift(unit, int(offset)) for word, unit, offset, _ in rows("relative_dates")}
"""Words for dates relative to the date of reading."""

TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20), "中下旬": (11, 31)}
"""旬 to its days; the last ends with its month."""

DEEDS = ("成立", "组建", "挂牌", "实施", "施行", "启动", "运行", "开展", "试点")
"""Deeds whose day 以来 counts from, without naming it: 成立以来."""


def years_of_plan(ordinal: str, text: str, end: int) -> tuple[int, int] | None:
    """First and last year of the plan whose name ends at `end` of folded `text`; None where it names no plan."""
    programme = _PROGRAMME.match(text, end)
    if programme is None:
        return PLAN_PERIODS.get(ordinal)
    first = _FIRST_PROGRAMME + 5 * _ORDINALS.find(ordinal)
    return (first, first + 4) if programme["plan"] and ordinal in _ORDINALS else None


@cache
def alternatives(*words: str) -> str:
    """The words as alternatives of a pattern, longest first."""
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    return calendar.monthrange(year, month)[1]


def partial(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The date, or None where there is no such month or day."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def shifted(base: PartialDate, shift: Shift) -> tuple[PartialDate, PartialDate] | None:
    """First and last date of what `shift` names, seen from `base`; None where `base` is not precise enough."""
    if shift.unit == "year":
        year = PartialDate(base.year + shift.offset)
        return year, year
    if shift.unit == "two_years":
        return PartialDate(base.year + shift.offset), PartialDate(base.year + shift.offset + 1)
    if base.month is None:
        return None
    if shift.unit == "month":
        month = months_on(base.year, base.month, shift.offset)
        return month, month
    if shift.unit == "quarter":
        first = months_on(base.year, (base.month - 1) // 3 * 3 + 1, 3 * shift.offset)
        return first, months_on(first.year, first.month or 1, 2)
    if base.day is None:
        return None
    day = date.fromordinal(base.first_day.toordinal() + shift.offset)
    exact = PartialDate(day.year, day.month, day.day)
    return exact, exact


def months_on(year: int, month: int, by: int) -> PartialDate:
    """The month that is `by` months after a month."""
    at = year * 12 + month - 1 + by
    return PartialDate(at // 12, at % 12 + 1)
