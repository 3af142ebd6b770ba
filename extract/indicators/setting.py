"""What a document and its sections say of the values in them: its day and times, tense and year at each place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus import Genre, Period, Span, TimeMention, TimeRole
from extract.numbers.level_changes import CHANGED
from extract.outline.sections import outermost
from extract.reading import Reading
from extract.times.announced_times import announced_time
from extract.times.days_of_telling import day_of_telling
from extract.times.five_years import chapters_of_five_years
from extract.times.reported_years import end_of_plan, reported_years, reviews, year_of_work, year_planned
from extract.times.reviewed_years import first_tasks, summed_up, tense_of, year_reviewed
from extract.times.timed_stretches import TimedStretch, period_at

_RULES_TITLE = re.compile(
    r"^(?!.*(?:贯彻|落实|宣传|学习)).*(?:办法|规定|细则|条例|规范|准则|规则|章程)(?=[（(》]|的[通公决]|$)"
)
"""Titles of rules and of the papers that issue them or put them up for comments."""

_MEASURES_TITLE = re.compile("(?:措施|举措|政策)(?=[（(》]|的[通公决]|$)")
"""Titles of measures, which undertake as much as they rule: 若干措施."""

_THAN = ("比", "较", "超", "超过", "高于", "低于", "恢复到", "恢复至")
"""Words before a time that is only compared with."""

_MULTIPLE = re.compile(r"(?:全年|同期)?的(?:(?:\d[\d.]*|[一二两三四五六七八九十]+)倍|(?P<share>[近约]?\d[\d.]*%))")
"""Behind a time, how many times its level another one is, or which share of it: 为2026年|的2.6倍, 是去年|的85%."""


class Setting:
    """What a document and its sections say of the values in them.

    Attributes:
        reading: the document.
        times: its mentions of times, in order.
        as_of: the day from which it tells, if that is known.
        year: the year of that day.
        rules: its title is that of rules.
        measures: its genre is that of rules, but its title one of measures, which undertake too: 若干措施.
        section_years: the years that its sections report.
        summed_up: the one year that it accounts for by its title, where it has no date.
        reviewed: the one time, over by now, whose course its title tells.
        planned: the one year for which it sets tasks by its title.
        announced: the time that it announces for its account.
        five_years: its chapters that look back on five years.
    """

    def __init__(self, reading: Reading, times: Sequence[TimeMention]) -> None:
        self.reading = reading
        self.times = times
        self._at = [time.span.start for time in times]
        as_of = day_of_telling(reading)
        self.as_of = as_of
        self.year = as_of.year if as_of else None
        reported = reported_years(reading)
        by_start = {one.start: one for one in reported}
        self._states = _states(
            [
                (
                    section.span.start,
                    one.end if one else section.span.end,
                    tense_of(heading) or self._tense_of_year(heading),
                    one.year if one else end_of_plan(reading, heading),
                )
                for section in reading.outline.sections
                for one in (by_start.get(section.span.start),)
                for heading in (section.heading.of(reading.folded),)
            ]
        )
        self._parts = _parts_of_year(reading, self)
        self._chapters = [section.span.start for section in outermost(reading.outline.sections)]
        title = reading.metadata.title or ""
        self.rules = bool(_RULES_TITLE.search(title))
        self.measures = reading.metadata.genre is Genre.MEASURES and _MEASURES_TITLE.search(title) is not None
        self.section_years = [one.year for one in reported]
        self.summed_up = summed_up(reading)
        self._review = year_reviewed(reading, reported)
        self.reviewed = self._time_of_title()
        self.announced = announced_time(reading, times, as_of)
        self.planned = year_planned(reading)
        self.five_years = chapters_of_five_years(reading)
        if self.summed_up and self._review[1] is None:
            self._review = (first_tasks(reading), self.summed_up)

    def section(self, at: int) -> tuple[str, int | None]:
        """Tense (`past`, `future`, empty) of the outermost section around `at` that has one, year of the innermost."""
        index = bisect_right(self._states, at, key=lambda state: state[0]) - 1
        tense, year = self._states[index][1:] if index >= 0 else ("", None)
        return tense, self._review[1] if year is None and at < self._review[0] else year

    def section_part(self, at: int) -> Period | None:
        """The part of a year, begun by now, whose results the innermost section around `at` tells by its heading."""
        return period_at(self._parts, at)

    def _tense_of_year(self, heading: str) -> str:
        """The tense of a chapter of a report that is named by the work of one year alone."""
        year = year_of_work(re.sub(r"\s|^[一二三四五六七八九十]+、", "", heading))
        if year is None or self.year is None or self.reading.metadata.genre is not Genre.REPORT:
            return ""
        return "future" if year >= self.year else "past"

    def _time_of_title(self) -> Period | None:
        """The one time, over by now, whose course the title says that the paper tells."""
        title = self.reading.metadata.spans.get("title") if reviews(self.reading) else None
        named = [time.period for time in self.times_between(title.start, title.end)] if title else []
        period = named[0] if len(named) == 1 else None
        if period is None or period.start is None or period.end is None or period.start.year != period.end.year:
            return None
        return None if self.as_of and period.end.last_day >= self.as_of.first_day else period

    def times_between(self, start: int, end: int) -> Sequence[TimeMention]:
        """The mentions that start in a stretch of text."""
        return self.times[bisect_left(self._at, start) : bisect_right(self._at, end - 1)]

    def goal(self, at: int) -> TimeMention | None:
        """The deadline (到2027年，…) that opens an earlier paragraph, if no other time or part came between."""
        index = bisect_left(self._at, at) - 1
        first = max(0, index - 50)
        while index >= first and self._tells_no_goal(self.times[index]):
            index -= 1
        if index < first or self.times[index].role is not TimeRole.DEADLINE:
            return None
        time = self.times[index]
        clause = self.reading.outline.clause_at(time.span.start)
        opens = (
            clause is not None
            and not self._of_one_deed(time.span)
            and (self._opens(clause.span.start, time.span.start) or self._opens_sentence(time.span))
        )
        return time if opens and self._same_part(time.span.start, at) else None

    def _tells_no_goal(self, time: TimeMention) -> bool:
        """Whether a time is none that a goal is due by, nor one that ends the reach of an earlier one."""
        return time.period is None or time.role is TimeRole.RECURRING or self.compared(time)

    def _opens(self, start: int, at: int) -> bool:
        """Whether a time opens its paragraph, without a label before it (完成时限：…) that ties it to another one."""
        return at - start <= 12 and ":" not in self.reading.folded[start:at]

    def _of_one_deed(self, time: Span) -> bool:
        """Whether a deadline is that of the deed behind it (6月底前完成水厂): no comma sets it over what follows."""
        text = self.reading.folded
        return text[time.end - 1] in "前内" and not text.startswith((",", ":"), time.end)

    def _opens_sentence(self, time: Span) -> bool:
        """Whether a time opens a sentence of its paragraph (…为指导,…。到2027年,…), with its comma behind it."""
        text = self.reading.folded
        return time.start > 0 and text.startswith(("。到", "。至"), time.start - 1) and text.startswith(",", time.end)

    def _same_part(self, goal: int, at: int) -> bool:
        """Whether a goal reaches a place: both are of one chapter, and of the same part of it if the goal is in one."""
        if self._chapter(goal) != self._chapter(at):
            return False
        around = [section for section in self.reading.outline.sections_at(goal) if section.level <= _PARTS]
        return not around or at < around[-1].span.end

    def _chapter(self, at: int) -> int:
        """Where the outermost section around `at` begins; -1 outside of all."""
        found = bisect_right(self._chapters, at) - 1
        return self._chapters[found] if found >= 0 else -1

    def compared(self, time: TimeMention) -> bool:
        """Whether a time only says what is compared with (比上年) or belongs to a title (《…（2023—2030）》)."""
        text, start = self.reading.folded, time.span.start
        if "《" in text[max(0, start - 60) : start].rpartition("》")[2]:
            return True
        before = text[max(0, start - 3) : start]
        level = text.startswith(("到", "至", "于"), start) and before.endswith(("恢复", "回升", "回落", "相当"))
        if level or before.endswith(_THAN) or text.endswith("同期", start, time.span.end):
            return True
        if text.startswith(("最", "首", "第", "历史", "同期"), time.span.end) and text.endswith(
            "来", start, time.span.end
        ):
            return True  # 1958年以来最高
        multiple = _MULTIPLE.match(text, time.span.end)
        if multiple and (not multiple["share"] or before.endswith(("为", "是", "相当于"))):
            return True  # 为2026年的2.6倍
        return text.startswith(
            ("相比", "持平", "基本持平", "相当", "水平", "的水平", "规划编制", "规划纲要", "规划建议"), time.span.end
        )

    def dated(self, start: int, end: int) -> bool:
        """Whether a date overlaps the stretch; a mere duration does not count."""
        at = bisect_right(self._at, start) - 1
        return any(
            time.span.start < end and start < time.span.end and _is_date(time)
            for time in self.times[max(0, at) : at + 3]
        )

    def without_times(self, start: int, end: int) -> str:
        """The folded words of a stretch without the times in it."""
        text, out = self.reading.folded, []
        for time in self.times_between(start, end):
            year = time.role is TimeRole.RECURRING and _OF_A_YEAR.fullmatch(text, time.span.start, time.span.end)
            if year or NAMED_BY_TIME.match(text, time.span.start):
                continue
            changed = text[time.span.start] in "到至" and CHANGED.search(text, start, time.span.start)
            out.append(text[start : time.span.start + bool(changed)])
            start = max(start, min(end, time.span.end))
        return "".join(out) + text[start:end]


_PARTS = 3
"""The innermost level of headings that part a chapter; below are lead-ins of paragraphs."""
NAMED_BY_TIME = re.compile(r"(?:上年|年终|当年)(?:累计)?(?:结[转余]|滚存)|年初(?:安排)?预算")
"""Times that are part of the name of a sum: 上年结余, 年初预算."""
_OF_A_YEAR = re.compile("[年月季]度")
"""Words of time that belong to the noun behind them: 占年度计划."""


def _parts_of_year(reading: Reading, setting: Setting) -> list[TimedStretch]:
    """The sections whose heading names one part of a year and no tasks (上半年主要工作), inner ones first."""
    found = []
    for section in reading.outline.sections:
        named = [time.period for time in setting.times_between(section.heading.start, section.heading.end)]
        period = named[0] if len(named) == 1 else None
        if period is None or period.start is None or period.end is None or period.start.month is None:
            continue
        begun = setting.as_of is None or period.start.first_day <= setting.as_of.last_day
        part = period.start.day is None and period.start != period.end and begun
        if part and tense_of(section.heading.of(reading.folded)) != "future":
            found.append(TimedStretch(section.span, period))
    return found[::-1]


def _is_date(time: TimeMention) -> bool:
    """Whether a mention is of a date or recurs, even where its year cannot be told; a duration is none."""
    return time.period is not None or time.role is TimeRole.RECURRING or "date_unknown" in time.reasons


def _states(sections: list[tuple[int, int, str, int | None]]) -> list[tuple[int, str, int | None]]:
    """From where on which tense and year hold, for sections given by start, end, tense and year in order."""
    told = [section for section in sections if section[2] or section[3]]
    states: list[tuple[int, str, int | None]] = []
    active: list[tuple[int, int, str, int | None]] = []
    at = 0
    for bound in sorted({edge for section in told for edge in section[:2]}):
        active = [section for section in active if section[1] > bound]
        while at < len(told) and told[at][0] <= bound:
            active.append(told[at])
            at += 1
        tense = next((section[2] for section in active if section[2]), "")
        year = next((section[3] for section in reversed(active) if section[3]), None)
        states.append((bound, tense, year))
    return states
