"""The grammar of dates: one point of time, read at a place of folded text.

A point is a date (2022年5月12日, 22年上半年, 2022-05-12), a plan period (“十四五”末), a part of a year (一季度),
a relative date (去年底), or the moment of reading (目前). `read_point` gives it with its two ends as precise as its
words. Ranges, and words around a point (自…起, …以来), are read by `phrases`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus import PartialDate
from extract.numbers.numerals import cardinal
from extract.times.calendar_of_text import Calendar
from extract.times.calendar_words import (
    FEASTS,
    SHIFTS,
    TEN_DAYS,
    YEAR_PARTS,
    month_length,
    partial,
    shifted,
    years_of_plan,
)
from extract.times.date_pattern import LOOSE, STRICT

_YEAR_WORD_ALONE = frozenset({"底", "末", "初", "中", "内", "伊始"})
"""Parts of a year only behind one."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of time in the text.

    Attributes:
        stop: offset behind its words.
        start: first date that it covers; None where it cannot be told.
        end: last date.
        kind: `date`, `plan`, `now`, `relative` or `part`.
        edge: `start` or `end` where the words name an edge (底, 初).
        inferred: the year comes from elsewhere.
    """

    stop: int
    start: PartialDate | None
    end: PartialDate | None
    kind: str = "date"
    edge: str = ""
    inferred: bool = False

    @property
    def known(self) -> bool:
        """Whether it could be resolved."""
        return self.start is not None or self.end is not None


def read_point(text: str, at: int, calendar: Calendar, *, loose: bool = False) -> Point | None:
    """The point whose words start at `at` in folded `text`; None where there is none."""
    match = (LOOSE if loose else STRICT).match(text, at)
    if match is None or match.end() == at:
        return None
    if match["iso"]:
        return _exact(match.end(), partial(int(match["iy"]), int(match["im"]), int(match["id"])))
    if loose and match["dotted_year"]:
        return _exact(match.end(), partial(int(match["dotted_year"]), int(match["dotted_month"])))
    if match["now"]:
        return Point(match.end(), calendar.as_of, calendar.as_of, "now")
    ordinal = match["plan"] or match["old_plan"] or match["nth"]
    if ordinal:
        return _plan(match, ordinal)
    return _composed(match, calendar, loose=loose)


def _exact(stop: int, day: PartialDate | None) -> Point | None:
    return Point(stop, day, day) if day else None


def _plan(match: re.Match[str], ordinal: str) -> Point | None:
    """A plan period, or its first or last year."""
    years = years_of_plan(ordinal, match.string, match.end())
    if years is None:
        return None
    part = match["plan_part"] or match["old_part"] or ""
    first, last = PartialDate(years[0]), PartialDate(years[1])
    some = match["plan_years"] or match["old_years"]
    if some:
        count = number(some[-2])
        ends = (years[0], years[0] + count - 1) if some[0] in "前头" else (years[1] - count + 1, years[1])
        return Point(match.end(), PartialDate(ends[0]), PartialDate(ends[1]), "plan")
    if "末" in part:
        return Point(match.end(), last, last, "plan", "end")
    if part.endswith("初"):
        return Point(match.end(), first, first, "plan", "start")
    return Point(match.end(), first, last, "plan")


def number(words: str) -> int:
    """A small number in digits or characters."""
    value = cardinal(words.replace("O", "〇").replace("廿", "二十"))
    return int(value) if value is not None else 0


def full_year(words: str, calendar: Calendar) -> int:
    """Four digits as they are, two in the century nearest to the date of reading; 二三五年 has lost its 〇."""
    year = number(words)
    if year >= 100:
        return year if year >= 1000 else 1800 + year
    base = calendar.as_of.year if calendar.as_of else 2000
    return min((century + year for century in (1900, 2000, 2100)), key=lambda one: abs(one - base - 5))


_PARTS = ("month", "feast", "part", "count", "quarters")
"""Parts of a year that stand without it."""


def _composed(match: re.Match[str], calendar: Calendar, *, loose: bool) -> Point | None:
    """A point put together from year, month, day and parts."""
    whole = _year_of(match, calendar)
    if whole is None and not any(match[part] for part in _PARTS):
        return None
    base = whole or _inherited(calendar)
    named = whole is not None
    if match["part"] in _YEAR_WORD_ALONE and not named:
        return None
    if match["span"] == "后" and not named:
        return None
    if match["month"] and not named and not _month_stands(match, loose=loose):
        return None
    point = _within(match, base, calendar)
    return replace(point, stop=match.end(), inferred=not named) if point else None


def _month_stands(match: re.Match[str], *, loose: bool) -> bool:
    """A month without a year is one only with its 月 (一月 and 三月 are), not where 个月 counts months."""
    return loose or match.string[match.start() - 1 : match.start()] not in {"个", "第"}


def _year_of(match: re.Match[str], calendar: Calendar) -> Point | None:
    """The year (or month, day) that the words begin with; unresolved where there is nothing to count from."""
    if match["year"]:
        year = partial(full_year(match["year"], calendar))
        return Point(match.end(), year, year) if year else None
    if match["same"]:
        year = PartialDate(calendar.year) if calendar.year else None
        return Point(match.end(), year, year, "relative")
    if match["shift"]:
        shift = SHIFTS[match["shift"]]
        if shift.unit == "past_year":
            year = PartialDate(calendar.past_year) if calendar.past_year else None
            return Point(match.end(), year, year, "relative")
        year_base = calendar.base if shift.offset else calendar.this_year
        base = year_base if shift.unit in {"year", "two_years"} else calendar.as_of
        ends = shifted(base, shift) if base else None
        first, last = ends or (None, None)
        return Point(match.end(), first, last, "relative")
    return None


def _inherited(calendar: Calendar) -> Point:
    """The year that a month without one lies in: the one last named, else that of the document."""
    base = calendar.this_year
    year = calendar.year or (base.year if base else None)
    date = PartialDate(year) if year else None
    return Point(0, date, date, "part")


def _within(match: re.Match[str], whole: Point, calendar: Calendar) -> Point | None:
    """The part of `whole` that month, day, 旬, 季度 and the like say; None where there is no such day."""
    year = whole.start.year if whole.start else None
    if match["month"]:
        return _month_part(match, whole, year)
    if match["feast"]:
        return _feast(match, whole, year, calendar)
    if match["part"]:
        return _year_part(match, whole, year)
    if match["count"]:
        return _counted_part(match, whole, year)
    if match["quarters"]:
        first, last = number(match["quarters"][0]) * 3 - 2, number(match["quarters"][-1]) * 3
        return replace(whole, start=PartialDate(year, first), end=PartialDate(year, last)) if year else whole
    if match["day_only"] and whole.start and whole.start.month:
        day = partial(whole.start.year, whole.start.month, number(match["day_only"][:-1]))
        return replace(whole, start=day, end=day) if day else None
    if match["ten_only"] and whole.start and whole.start.month:
        return _ten_days(whole, whole.start.year, whole.start.month, match["ten_only"])
    if match["edge_only"]:
        return replace(whole, edge="start" if match["edge_only"] == "初" else "end")
    return whole


def _month_part(match: re.Match[str], whole: Point, year: int | None) -> Point | None:
    if year is None:
        return replace(whole, start=None, end=None)
    month = 1 if match["month"] == "元" else number(match["month"])
    if match["ten"]:
        return _ten_days(whole, year, month, match["ten"])
    day = number(match["day"]) if match["day"] else None
    if (month, day) == (2, 29) and whole.kind == "part":
        year -= year % 4
    date = partial(year, month, day)
    if date is None:
        return None
    edge = {"初": "start", "中": "middle", None: ""}.get(match["edge"], "end")
    return replace(whole, start=date, end=date, edge=edge)


def _feast(match: re.Match[str], whole: Point, year: int | None, calendar: Calendar) -> Point:
    """The day of a feast that something is to be done before; New Year's Day without its year is the next one."""
    if year is None:
        return replace(whole, start=None, end=None)
    month, day = FEASTS[match["feast"]]
    over = month == 1 and whole.kind == "part" and calendar.as_of is not None and calendar.as_of.year == year
    date = PartialDate(year + 1 if over else year, month, day)
    return replace(whole, start=date, end=date)


def _ten_days(whole: Point, year: int, month: int, word: str) -> Point | None:
    first, last = TEN_DAYS[word]
    start, end = partial(year, month, first), partial(year, month, min(last, month_length(year, month)))
    return replace(whole, start=start, end=end)


def _year_part(match: re.Match[str], whole: Point, year: int | None) -> Point:
    part = YEAR_PARTS[match["part"]]
    edge = part.edge or {"初": "start", None: ""}.get(match["part_edge"], "end")
    if year is None:
        return replace(whole, start=None, end=None, edge=edge)
    if part.whole and whole.start and whole.start.month:
        return replace(whole, edge=edge)
    if part.whole:
        return replace(whole, start=PartialDate(year), end=PartialDate(year), edge=edge)
    return replace(whole, start=PartialDate(year, part.first), end=PartialDate(year, part.last), edge=edge)


def _counted_part(match: re.Match[str], whole: Point, year: int | None) -> Point | None:
    """前三个季度, 前11个月, 第三季度, 最后四个月."""
    size = 3 if match["unit"] == "季度" else 1
    months = number(match["count"]) * size
    if not 1 <= months <= 12:
        return None
    if year is None:
        return replace(whole, start=None, end=None)
    first, last = {
        "前": (1, months),
        "第": (months - size + 1, months),
    }.get(match["span"], (13 - months, 12))
    return replace(whole, start=PartialDate(year, first), end=PartialDate(year, last))
