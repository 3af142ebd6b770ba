"""Dates and periods that a document sets for itself: planning period, end of a consultation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import PartialDate, Period, Span
from extract.layout.days import day_of
from extract.layout.stated import Stated
from extract.lexicon import rows
from extract.patterns import DAY

_PLANS = {row[0]: (int(row[1]), int(row[2])) for row in rows("plan_periods")}

_PERIOD = re.compile(
    r"""
      (?P<first>(?:19|20)\d\d) [ ]*年? [ ]* (?:-{1,2}|[~至到]) [ ]* (?P<last>(?:19|20)\d\d) [ ]*年?   # (2021-2025年)
    | "[ ]*(?P<quoted>[一二三四五六七八九十]{1,2})五[ ]*"
    | (?<![一二三四五六七八九十])(?P<bare>十[一二三四五六]?)五(?![年个])
    | 第(?P<counted>[一二三四五六七八九十]{1,2})个五年
    | (?<![到至\d])(?P<year>(?:19|20)\d\d) [ ]*年?度? (?! [ ]*年?远景 | \d )
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    rf"{DAY} | (?<![\d年]) (?P<only_month>1[0-2]|0?[1-9])[ ]*月[ ]*(?P<only_day>3[01]|[12]\d|0?[1-9])[ ]*日",
    re.VERBOSE,
)
_CONSULTS = re.compile("征求|征集|意见|反馈|公示|建议")
_ENDS_BEHIND = re.compile(r"[^。;\d]{0,6}(?:\d{1,2}[:时点][0-9时分]{0,4})?[^。;\d]{0,4}(?:前|止|截止|截至)")
_ENDS_BEFORE = re.compile(r"(?:截止|截至|期限|时间|反馈|日期|公示期|[日月年)\d][ ]*(?:至|到|-|~))[^。;\d]{0,14}$")
_GOES_ON = re.compile(
    r"[ ]*(?:\([^()]{1,8}\))?[ ]*(?:起|开始)?[ ]*,?[ ]*(?:至|到|-{1,2}|~)[ ]*"
    r"(?:(?P<last>3[01]|[12]\d|0?[1-9])[ ]*日)?(?=\d|(?<=日))"
)
"""Behind the first day of a period stands its last, in full or its number alone: 3月1日起至3月30日, 3月1日至30日."""
_SPOKEN_OF = 160
_OPENING = 5000
_CLOSE = 4000


def find_period(folded: str, title: Span) -> Stated[Period] | None:
    """The years that the title of a plan names: 2021-2025, 十四五, or one year, the last of several."""
    found = None
    for match in _PERIOD.finditer(folded, title.start, title.end):
        ordinal = match["quoted"] or match["bare"] or match["counted"]
        if ordinal is not None and ordinal not in _PLANS:
            continue
        if ordinal is not None:
            first, last = _PLANS[ordinal]
        else:
            first, last = int(match["first"] or match["year"]), int(match["last"] or match["year"])
        if first <= last and (found is None or match["year"]):
            found = Stated(Period(PartialDate(first), PartialDate(last)), Span(*match.span()))
        if found and not match["year"]:
            break
    return found


def find_consult_until(folded: str, body: int, written: PartialDate | None) -> Stated[PartialDate] | None:
    """The day by which opinions are asked for.

    Args:
        folded: the folded text.
        body: where the text begins after the head of the page.
        written: the document's own date, which gives the year where the text does not.
    """
    near = written
    for match in _dates(folded, body):
        day = _day(match, near)
        near = written
        if day is None or not _is_later(day, written):
            continue
        if on := _GOES_ON.match(folded, match.end()):
            near = day
            last = _same_month(day, on["last"])
            if last and _is_consulting(folded, match.start(), on.end()):
                return Stated(last, Span(match.start(), on.end()))
            continue
        behind = _ENDS_BEHIND.match(folded, match.end())
        before = _ENDS_BEFORE.search(folded, max(0, match.start() - 24), match.start())
        if (behind or before) and _is_consulting(folded, match.start(), match.end()):
            return Stated(day, Span(*match.span()))
    return None


def _is_consulting(folded: str, start: int, end: int) -> bool:
    """Whether the words around a date, on its line and the two next to it, speak of opinions."""
    before = [line for line in folded[max(0, start - _SPOKEN_OF) : start].split("\n") if line.strip()]
    after = [line for line in folded[end : end + _SPOKEN_OF].split("\n") if line.strip()]
    return _CONSULTS.search(" ".join((*before[-2:], *after[:2]))) is not None


def _same_month(first: PartialDate, last: str | None) -> PartialDate | None:
    """The last day of a period of which only its number is given; None if it is given in full."""
    if last is None:
        return None
    try:
        return PartialDate(first.year, first.month, int(last))
    except ValueError:
        return None


def _dates(folded: str, body: int) -> Iterator[re.Match[str]]:
    """The dates of the opening and the close of a text."""
    yield from _DATE.finditer(folded, body, body + _OPENING)
    yield from _DATE.finditer(folded, max(body + _OPENING, len(folded) - _CLOSE))


def _day(match: re.Match[str], written: PartialDate | None) -> PartialDate | None:
    """The date of a match; one without a year is the next such day after the document's own."""
    if match["only_month"] is None:
        return day_of(match)
    if written is None:
        return None
    month, day = int(match["only_month"]), int(match["only_day"])
    try:
        this_year = PartialDate(written.year, month, day)
        return this_year if _is_later(this_year, written) else PartialDate(written.year + 1, month, day)
    except ValueError:
        return None


def _is_later(day: PartialDate, written: PartialDate | None) -> bool:
    return written is None or day.last_day >= written.first_day
