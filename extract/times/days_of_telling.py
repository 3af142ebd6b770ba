"""The day from which a text tells: the document's own date, else that of its imprint or of a news text's dateline."""

from __future__ import annotations

import re

from corpus import Genre, PartialDate
from extract.matching import fold
from extract.patterns import BRIEFING
from extract.reading import Reading
from extract.times.calendar_words import partial
from extract.times.summaries import is_summary

_HEAD = 400
"""Characters at the head of a text in which its dateline stands."""

_DAY = re.compile(r"(?<![\d年.])(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日")
_PRINTED = re.compile(
    r"(?<!\d)(20\d\d)年(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日"
    r"(?:[ ]*印发|[^\n,。;]{0,10}(?:发布(?:会整理)?|供稿)[)]?\s*\Z)"
)
"""The day on which a paper was printed, in its imprint, or a text was put out, at its foot."""

_YEAR, _MONTHS, _DAYS = r"(20\d\d)", "(1[0-2]|0?[1-9])", r"(3[01]|[12]\d|0?[1-9])"
_HELD_ON = rf"{_YEAR}年{_MONTHS}月{_DAYS}日"
_WEEKDAY = r"(?:[(]?(?:星期|周)[一二三四五六日天][)]?)?"
_HELD = re.compile(
    r"(?:^|[\n ])[ ]*(?:举行|召开|直播|会议)?(?:时[ ]*间|日[ ]*期)[ ]*:[ ]*"
    rf"{_YEAR}[年-][ ]?{_MONTHS}(?:月[ ]*(?=\n)|[月-][ ]?{_DAYS}(?:日|(?!\d)))"
    rf"|(?:^|\n)[ ]*{_HELD_ON}"
    rf"[ ]*{_WEEKDAY}[ ]*(?:[上下]午|晚)\d"
    rf"|(?<!\d){_HELD_ON}{_WEEKDAY}"
    rf"[^。\n]{{0,24}}(?:举行|召开|举办)[^。\n]{{0,20}}{BRIEFING}"
)
"""The day on which a briefing was held, told with its year at the head of its text or beside a label."""
_STAMP = re.compile(rf"[\[(][ ]?{_YEAR}[-/]{_MONTHS}[-/]{_DAYS}[ ]{{1,3}}\d{{1,2}}:\d\d(?::\d\d)?[ ]?[\])]")
_OF_TITLE = re.compile(r"[(][ ]?(20\d\d)年(1[0-2]|[1-9])月(?:(3[01]|[12]\d|[1-9])日)?[ ]?[)]$")
"""The date that a title bears in brackets: 某会发布实录(2030年11月15日)."""
_STAMPED = 3000
"""Characters at the head of a transcript within which a speech bears the hour when it was put up."""
_TRANSCRIBED = 60
"""Days within which the transcript of a briefing is put on the web."""
_MONTH = re.compile(r"(?<![\d到至])(20\d\d)年(1[0-2]|0?[1-9])月(?P<due>(?:\d{1,2}日|底)?(?:之?前|以前))?")


def day_of_telling(reading: Reading) -> PartialDate | None:
    """The date that relative words and days without a year are read from; None where it cannot be told.

    A paper without a date of its own tells from the day of its imprint. A briefing tells from the day on which it was
    held, if it was put on the web soon after. News texts often give only month and day at their head. Their year is
    that of the latest month which the text names with its year, and not by which something is due where it names
    others, if that month does not come after the day; a text that names none leaves the year open. A summary that was
    put on the web long after its year does not tell from that day.
    """
    if reading.as_of is not None:
        held = _day_held(reading)
        if held is not None and 0 <= (reading.as_of.first_day - held.first_day).days <= _TRANSCRIBED:
            return held
        return None if _posted_late(reading, reading.as_of) else reading.as_of
    printed = _PRINTED.search(reading.folded, max(0, len(reading.folded) - _HEAD))
    if printed is not None:
        return partial(*map(int, printed.groups()))
    if (titled := _OF_TITLE.search(fold(reading.metadata.title or ""))) is not None:
        return partial(*(int(part) for part in titled.groups() if part))
    if reading.metadata.genre is not Genre.PRESS_BRIEFING:
        return None
    if (day := _day_held(reading)) is not None:
        return day
    head = _DAY.search(reading.folded, 0, _HEAD)
    months = [(int(one[1]), int(one[2]), one["due"] is None) for one in _MONTH.finditer(reading.folded)]
    told = [(year, month) for year, month, told in months if told] or [month[:2] for month in months]
    named = max(told, default=None)
    if head is None or named is None or named[1] > int(head[1]):
        return None
    return partial(named[0], int(head[1]), int(head[2]))


def day_of_looking_ahead(reading: Reading) -> PartialDate | None:
    """The date behind which a text looks ahead: that from which it tells, in a work report without one January.

    It is that of the year whose work a heading arranges; no word is dated by it, for nobody says that it was January.
    """
    day = day_of_telling(reading)
    if day is not None or reading.metadata.genre is not Genre.REPORT:
        return day
    headings = (section.heading.of(reading.folded) for section in reading.outline.sections)
    year = next((int(found[1]) for words in headings if (found := _ARRANGED.search(words))), None)
    return partial(year, 1) if year else None


def _day_held(reading: Reading) -> PartialDate | None:
    """The day on which a briefing was held, as its head or the hour beside a speech tells it."""
    if reading.metadata.genre is not Genre.PRESS_BRIEFING:
        return None
    found = list(_HELD.finditer(reading.folded, 0, _HEAD))
    stamp = None if found else _STAMP.search(reading.folded, 0, _STAMPED)
    days = (partial(*map(int, filter(None, one.groups()))) for one in (*found, stamp) if one)
    # A label 时间: may stand in the line of the page too, which was put up later.
    return min((day for day in days if day), key=lambda day: day.first_day, default=None)


_ARRANGED = re.compile(
    r"(?<![\d-])(20\d\d)年(?!.*(?:回顾|总结|情况|成效))(?:的|全市|全县|全省|全区|我[省市县区])?(?:政府|总体|重点|主要|目标|工作|经济)[^\n]{0,14}(?:安排|任务|打算|部署|重点工作|主要工作|工作重点|目标|要求)"
)
"""A heading that says which year's work a report arranges: 二、2030年工作安排."""
_SUMMED_UP = re.compile(
    r"(?<![\d-])((?:19|20)\d\d)年(?=(?:半年|[^。;\n年]){0,24}(?:总结|小结|回顾|情况|年度(?:工作)?报告|年报))"
)
"""The year that a title or heading of a summary says it accounts for: 2030年上半年工作总结."""
_SUMMED_UP_BY = 4
"""Month of the following year in which summaries are put on the web at the latest."""


def year_summed_up(reading: Reading) -> int | None:
    """The year that a summary (总结) accounts for by its title or its first heading that names one; else None."""
    title = fold(reading.metadata.title or "")
    if not is_summary(title):
        return None
    headings = (section.heading.of(reading.folded) for section in reading.outline.sections)
    named = next((found for words in (title, *headings) if (found := _SUMMED_UP.search(words))), None)
    return int(named[1]) if named else None


def _posted_late(reading: Reading, day: PartialDate) -> bool:
    """Whether the only date of a summary is that of its page, and not of the time when it was written."""
    if reading.metadata.written_on is not None:
        return False
    year = year_summed_up(reading)
    return year is not None and (day.year, day.month or 0) > (year + 1, _SUMMED_UP_BY)


_OPENING = 300
"""Characters behind the title within which a text says which year it speaks of."""
_OWN_YEAR = r"(?<![\d\[(到至以止-])((?:19[89]|20[0-4])\d)年"
_TITLED = re.compile(_OWN_YEAR + r"(?!来|以来|代|版|前|以前|之前|起|末|底)")
_TOLD = re.compile(
    _OWN_YEAR + r"(?=\d{1,2}月|[上下]半年|第?[一二三四]季度|前[一二三]个?季度|1-\d{1,2}月)"
    r"(?!\d{1,2}月底?(?:前|以前|之前|起|以来))"
)
_OF_PLAN = re.compile(_OWN_YEAR + r"是[^。;\n]{2,80}?(?:一年|之年)")
"""How the paragraph that opens a plan of tasks says what year it is for: 2031年是全面实施规划的重要一年, 攻坚之年."""
_PLANS = frozenset({Genre.PLAN, Genre.NOTICE})
_WORK = re.compile(r"《[^《》\n]{0,120}》")


def year_of_telling(reading: Reading) -> int | None:
    """The year that 今年 means in a text without a date: the only one that its title and opening name; else None.

    In a summary it is the year summed up.

    A title may name the year alone; in the opening it has to stand with a month or a part of the year, since a bare
    one is as often the year before (2023年，…。今年，…) or one to come, but for the year of which a plan says what it
    is. Years of works named and ends of ranges tell nothing.
    """
    if day_of_telling(reading) is not None:
        return None
    if (year := year_summed_up(reading)) is not None:
        return year
    title = fold(reading.metadata.title or "")
    opening = _WORK.sub("", reading.folded[: len(title) + _OPENING])
    planned = _OF_PLAN.findall(opening) if reading.metadata.genre in _PLANS else ()
    found = (*_TITLED.findall(_WORK.sub("", title)), *_TOLD.findall(opening), *planned)
    years = {int(year) for year in found}
    return years.pop() if len(years) == 1 else None
