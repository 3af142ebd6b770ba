"""The times that stand in the order of the values of one list: 到2023年、2025年覆盖率分别达到80%、85%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus import PartialDate, Period, TimeMention, TimeRole
from extract.indicators.line import Found, Line

_JOINED = re.compile(r"[ ]?(?:、|和|与|及|以及|,)[ ]?(?:到|至)?")
_WHOLE_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:-{1,2}|~|至|到)((?:19|20)\d\d)年?")
_REACH = 400
"""Characters before a list of values within which a range of years concerns it."""


def years_of_range(line: Line, at: int, count: int) -> list[Period] | None:
    """One year for each value of a list at `at`, where a range of as many years is named before it: 2016-2018年."""
    for first, last in reversed(_WHOLE_YEARS.findall(line.text[max(line.sentence.start, at - _REACH) : at + 20])):
        if int(last) - int(first) + 1 == count:
            dates = [PartialDate(int(first) + step) for step in range(count)]
            return [Period(date, date) for date in dates]
    return None


def in_order_of_times(line: Line, low: int, values: Sequence[Found]) -> list[Found]:
    """The values of one thing with 分别, each at its own one of as many times before them; others as they are.

    Args:
        line: the sentence.
        low: behind the last value of another list.
        values: of the list.
    """
    first = values[0]
    at = first.quantity.start
    same = all((one.name, one.subject, one.when) == (first.name, first.subject, None) for one in values)
    if not same or line.text.rfind("分别", low, at) < 0:
        return list(values)
    times = _listed(line, low, at, len(values)) or years_of_range(line, at, len(values))
    if times is None:
        return list(values)
    name = first.name if first.growth else first.name.removeprefix("分别")
    return [replace(one, name=name, when=when) for one, when in zip(values, times, strict=True)]


def _listed(line: Line, low: int, at: int, count: int) -> list[Period] | None:
    """The last times before a list, if as many stand side by side in one list of their own."""
    named = line.setting.times_between(max(low, at - _REACH), at)
    for end in range(len(named), count - 1, -1):
        times = named[end - count : end]
        first = end == count or not _side_by_side(line.text, named[end - count - 1], times[0])
        if first and all(_side_by_side(line.text, *pair) for pair in pairwise(times)):
            periods = [_stated(time) for time in times]
            told = [period for period in periods if period is not None]
            return told if len(told) == count else None
    return None


def _side_by_side(text: str, one: TimeMention, other: TimeMention) -> bool:
    return _JOINED.fullmatch(text, one.span.end, other.span.start) is not None


def _stated(time: TimeMention) -> Period | None:
    """The time of a value that a mention tells: up to an end it is the end."""
    period = time.period
    if period is None or period.end is None or time.role is TimeRole.RECURRING:
        return None
    due = period.start is None or time.role in {TimeRole.AS_OF, TimeRole.DEADLINE}
    return Period(period.end, period.end) if due else period
