"""What the times of a document are read from at each place: its own day, its chapters, and times named before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from corpus import Genre, PartialDate, Period, Span
from extract.outline.stances import lays_duties
from extract.patterns import FULL_STOP
from extract.reading import Reading
from extract.times.bare_days import read_bare_day
from extract.times.calendar_of_text import Calendar
from extract.times.calendar_words import DEEDS
from extract.times.days_of_telling import day_of_looking_ahead, day_of_telling, year_of_telling, year_summed_up
from extract.times.five_years import chapters_of_five_years
from extract.times.phrases import Phrase, Vague
from extract.times.reported_years import reported_years, year_ahead, year_of_title
from extract.times.reviewed_years import first_tasks, year_reviewed
from extract.times.roles import LONG_AGO, cites
from extract.times.timed_stretches import period_at
from extract.times.years_before import year_compared

_TELLING = frozenset((Genre.REPORT, Genre.PRESS_BRIEFING))
"""Kinds of documents in which 上年度 is a year and not that of a rule."""
_REVIEWS = re.compile(r"回顾|总结|工作成效|主要成绩")
"""Headings of chapters that look back on their year from the next: 2030年工作回顾."""
_FIVE_YEARS = frozenset(("五年来", "五年间", "五年"))
_OF_REVIEWED = ("全年", "上年")
_ACCOUNT_OF_YEAR = re.compile(r",?(?:共|累计|实际|我[省市县区局]|全[省市县区])")
"""Behind 上年度 what a reply tells of that year, where its rules for every year say 按上年度…."""
_LAST_YEAR = ("上年度", "上一年度")
_ONE_YEAR = ("一年来", "过去一年")
"""Late in the year these mean the twelve months up to the day, and no calendar year."""
_AHEAD = 2
"""Years ahead from which on a year that something is done by is an aim."""
_EARLY = 3
"""Month until which press texts review the year before."""
_REACH = 200
"""Characters behind a range of years within which 每年 can lie in it."""
_SENTENCE_END = re.compile("[。;!?\n]")
_FULL_STOP = re.compile(FULL_STOP)
_DUE_MONTH = re.compile(
    r"(?P<month>1[0-2]|[1-9])月(?:[上中下]旬|\d{1,2}日|[底末])?(?:\d{1,2}时)?(?:之?前|以前|(?<=[底末])(?=[完报])|截止)"
)
"""A month by which something is due."""
_ANY_MONTH = re.compile(r"(?P<month>1[0-2]|[1-9])月")
_PLANNED_FOR = re.compile(r"(?:拟|计划|预计|将)[^,。;\d]{0,8}[在于]\Z")
"""Before a month what is planned for it: 报告拟安排在|12月."""
_NEAR = 12
"""Characters before a month within which it is said that something is planned for it."""
_TOLD_OF = re.compile(r",|[^,。;\n]{0,30}(?:已|了)")
"""Behind the year before, what shows that it is told of: 2029年,…; 2029年共完成了…."""
_OVER = re.compile(r"[^,。;\n]{0,20}(?:已|了)")
"""Behind a month, what shows that it is told of: 3月底前均已完成."""
_ASKS = re.compile(
    r"[^。;\n]{0,24}?(?:(?<!主|重|需|必|不|摘|提|纪|只|简|次|扼|首)要(?!求|闻|点|素|是|么|害)|必须|务必|应当|力争|确保)(?![^。;\n]*[已了][。;,])"
)
"""Behind a month by which something is due, what shows that it is asked for."""
_ALL_YEAR_DONE = re.compile(
    r"全年,?(?![^,。;\d]{0,8}(?:预计|计划|拟|力争|争取|确保|要|将|目标|任务|安排|可|不[少低]于))"
    r"(?:共|累计|实[现际]|完成|新[增建]|建成|改造|安排|投入|发放|培训|举办|开展|接待|受理|办理|查处|达到?)"
)
"""全年 in front of what a reply tells as done."""


_WHICH_ONE = re.compile(r"的|(?<=度)(?!内|中|里|完成|实现)")
_TASK = re.compile(r"度?(?:目标)?任务[中里]")


_OF_LAST_YEAR = re.compile(
    r"(?<=度)[^,。;:\n]{0,24}?(?:项目|工程|任务|资金|计划|指标)[^,。;:\n\d]{0,6}(?P<month>1[0-2]|[1-9])月"
)
"""Behind the year before, what was planned for it and came to an end in a month of this one: 2029年度项目6月底验收."""


def _tells_which(text: str, phrase: Phrase, as_of: PartialDate | None) -> bool:
    """Whether a year only tells which thing is meant, so that no month behind it lies there.

    明年的项目; 2000年前建成的小区; 2030年任务中.
    """
    year = phrase.end
    if year is None or phrase.ranged:
        return False
    if phrase.after in {"before", "on_before"} and as_of is not None and as_of.year - year.year >= LONG_AGO:
        return True
    if year.month is not None:
        return False
    if _TASK.match(text, phrase.span.end):
        return True
    planned = _OF_LAST_YEAR.match(text, phrase.span.end) if as_of and year.year == as_of.year - 1 else None
    if planned is not None and as_of is not None and int(planned["month"]) <= (as_of.month or 0):
        return True
    return _WHICH_ONE.match(text, phrase.span.end) is not None and (as_of is None or year.year > as_of.year)


class Scene:
    """What dates are read from at each place: the document's date, the year of the section, the year last named.

    It is asked for the phrases of a text from left to right, and told of each (`remember`).

    Attributes:
        text: of the document, folded.
        as_of: the day from which it tells, if that is known.
        looks_from: the day behind which something lies ahead.
        own_period: the period that it plans for, if it has one.
        reports: it is a text of the press.
    """

    def __init__(self, reading: Reading) -> None:
        self.text = reading.folded
        self.as_of = day_of_telling(reading)
        self.looks_from = day_of_looking_ahead(reading)
        self._starts = [clause.span.start for clause in reading.outline.clauses]
        self._reported = reported_years(reading)
        self._summed_up = year_summed_up(reading)
        told = (one.year + bool(_REVIEWS.search(one.heading)) for one in self._reported)
        self._year_told_in = year_of_telling(reading)
        self._today = None if self._summed_up else max(told, default=self._year_told_in)
        self._later = self._summed_up is None and "去年" in self.text
        self._clause = -1
        self._year: int | None = None
        self._next_year = self._year_end = 0
        self._lays_duties = lays_duties(reading.metadata)
        self._stretch: Phrase | None = None
        self._begun: dict[str, PartialDate] = {}
        self.own_period = reading.metadata.period
        self.reports = reading.metadata.genre is Genre.PRESS_BRIEFING
        self._month: PartialDate | None = None
        self._day_reach = -1
        self._months: tuple[int, int] | None = None
        self._ahead = None if self.reports else year_ahead(reading)
        self._titled = year_of_title(reading)
        self._tasks = first_tasks(reading) if self._titled or self._summed_up else 0
        self._review = year_reviewed(reading, self._reported)
        self._plans_before = chapters_of_five_years(reading) if reading.metadata.genre is Genre.PLAN else ()
        self._tells = reading.metadata.genre in _TELLING
        self._answers = reading.metadata.genre is Genre.PROPOSAL_REPLY

    def calendar(self, at: int) -> Calendar:
        """The calendar for a phrase at `at`; what a paragraph named is forgotten where the next one begins."""
        clause = bisect_right(self._starts, at)
        if clause != self._clause:
            self._clause, self._year, self._stretch = clause, None, None
        current = next((one.year for one in reversed(self._reported) if one.start <= at < one.end), None)
        back = self._review[1] if at < self._review[0] else None
        whole, over = self.text.startswith("全年", at), at < self._tasks
        current = current or (self._summed_up if over else None) or ((self._titled or back) if whole else None)
        reviewed = current or self._titled or back
        compared = year_compared(self.text, at, self.as_of, self._year, reviewed)
        as_of = compared or self._end_of_reviewed(at) or self.as_of
        titled = (self._titled if over else None) or back
        year = self._year_due(at, current) or (None if self._turns_back(at) else self._year)
        return Calendar(as_of, current, year or self._ahead or titled, self._today, self._later and not whole)

    def _year_due(self, at: int, current: int | None) -> int | None:
        """The document's year, where something is due in a month of it though the last one was named for what it is.

        2029年度考核工作于3月底前完成, in a paper of 2030 that lays duties or a chapter of that year (`current`) in a
        report; but 2029年,…,3月底前已完成.
        """
        told = self._ahead or self._year_told_in or current
        own, from_month = (self.as_of.year, self.as_of.month) if self.as_of else (told, 1)
        asked = self._asks_anew(at)
        if not ((self._lays_duties or current == own or asked) and own and from_month):
            return None
        planned = _PLANNED_FOR.search(self.text, max(0, at - _NEAR), at)
        if own - 1 != (self._year or (current if planned else None)):
            return None
        month = (_ANY_MONTH if planned else _DUE_MONTH).match(self.text, at)
        told_of = not asked and self._year is not None and _TOLD_OF.match(self.text, self._year_end) is not None
        if month is None or int(month["month"]) < from_month or told_of:
            return None
        over = _OVER.match(self.text, month.end()) is not None or self.text.endswith("已", 0, at)
        return None if over else own

    def _asks_anew(self, at: int) -> bool:
        """Whether a sentence asks for something by the month at `at`, and the year last named was told of before it.

        去年查处46起。各派出所8月底之前要摸清底数。
        """
        month = _DUE_MONTH.match(self.text, at)
        if month is None or _SENTENCE_END.search(self.text, self._year_end, at) is None:
            return False
        return _ASKS.match(self.text, month.end()) is not None

    def _turns_back(self, at: int) -> bool:
        """Whether a month lies in the year of the document, though a sentence before has spoken of the next one.

        明年4月底前完成。12月10日前…: what is still to come this year is nearer; 年内 is this year's in any case.
        """
        if not (self._next_year and self.as_of and self.as_of.month and self._year == self.as_of.year + 1):
            return False
        if self.text.startswith("年内", at):
            return True
        month = _ANY_MONTH.match(self.text, at)
        to_come = month is not None and int(month["month"]) >= self.as_of.month
        return to_come and _SENTENCE_END.search(self.text, self._next_year, at) is not None

    def _end_of_reviewed(self, at: int) -> PartialDate | None:
        """The end of the year before, from where a text sees 全年 and 上年末 that reviews it.

        A press text of early in the year does where its paragraph has named that year (2029年…,全年新增就业…), a reply
        where it tells of deeds.
        """
        if not (self.as_of and self._year and self.text.startswith(_OF_REVIEWED, at)):
            return None
        if self._answers and self._year == self.as_of.year - 1 and _ALL_YEAR_DONE.match(self.text, at):
            return PartialDate(self._year)
        if not self.reports:
            return None
        early = (self.as_of.month or 12) <= _EARLY or self.text.startswith(("全年共", "全年累计"), at)
        return PartialDate(self._year) if early and self._year == self.as_of.year - 1 else None

    def bare_day(self, at: int) -> Phrase | None:
        """The day without its month at `at`; only the press means one by a day that its sentence has none before."""
        if not self.reports and at > self._day_reach:
            return None
        return read_bare_day(self.text, at, self._month, self.as_of)

    def remember(self, phrase: Phrase) -> None:
        """Later months of the paragraph lie in the year that `phrase` named; later 前三年 in its years."""
        date = phrase.end or phrase.start
        if date is not None and cites(self.text, phrase.span.end):
            over = self.as_of is None or date.year <= self.as_of.year
            self._year = self._year or (date.year if over and phrase.start == phrase.end else None)
            return  # the years that a plan is for are not those of what follows
        if phrase.kind != "now" and _tells_which(self.text, phrase, self.as_of):
            return
        compared = self.text.startswith("同期", phrase.span.end) or self.text.endswith(
            ("与", "比", "较", "同", "由"), 0, phrase.span.start
        )
        one_year = (
            not phrase.ranged or phrase.start is None or phrase.end is None or phrase.start.year == phrase.end.year
        )
        if date is not None and phrase.kind in {"date", "relative", "now"} and not compared and one_year:
            self._year = self._year if self._is_goal(phrase) else self._year_from(phrase, date)
            self._next_year = phrase.span.end if "明年" in phrase.span.of(self.text) else 0
            self._year_end = phrase.span.end
            self._months = (
                None if phrase.after == "since" or self.text.endswith("全年", 0, phrase.span.end) else self._months
            )
        if phrase.start and phrase.end and phrase.start.month and phrase.end.month and not compared:
            self._months = (phrase.start.month, phrase.end.month)
            if phrase.end.day:
                self._month = PartialDate(phrase.end.year, phrase.end.month)
                if phrase.span.end > self._day_reach:
                    stop = _FULL_STOP.search(self.text, phrase.span.end)
                    self._day_reach = stop.start() if stop else len(self.text)
        if phrase.after == "since" and phrase.start:
            self._begun.update((deed, phrase.start) for deed in DEEDS if deed in phrase.span.of(self.text))
        if phrase.start and phrase.end and phrase.end.year - phrase.start.year >= 2:
            self._stretch = phrase

    def _year_from(self, phrase: Phrase, date: PartialDate) -> int | None:
        """The year in which months behind a phrase lie: that of its date; 去年以来 and 一年来 go on up to now."""
        late = self.as_of is not None and (self.as_of.month or 1) > _EARLY
        if late and self.text.startswith(_ONE_YEAR, phrase.span.start):
            return None
        over = self.as_of is not None and date.year < self.as_of.year
        return None if phrase.after == "since" and date.month is None and over else date.year

    def _is_goal(self, phrase: Phrase) -> bool:
        """Whether a year is so far ahead that it is aimed at (到2030年), and not that of the months behind it."""
        ahead = self.as_of is not None and phrase.end is not None and phrase.end.year - self.as_of.year >= _AHEAD
        return ahead and phrase.before == "until" and phrase.start == phrase.end and not self._titled

    def compared(self, phrase: Phrase) -> Phrase:
        """A year with 同期 behind it means the months of it that were last named: 上半年…, 比去年同期…."""
        if not self.text.startswith("同期", phrase.span.end) or phrase.ranged:
            return phrase
        span = Span(phrase.span.start, phrase.span.end + len("同期"))
        year = phrase.start
        if year is None or year.month or self._months is None or phrase.start != phrase.end:
            return replace(phrase, span=span)
        first, last = self._months
        return replace(phrase, span=span, start=PartialDate(year.year, first), end=PartialDate(year.year, last))

    def spans_years(self, phrase: Phrase) -> bool:
        """Whether 一年来 means the twelve months up to the day, and no calendar year: late in it, in a press text."""
        if not self.reports or self.as_of is None or not self.text.startswith(_ONE_YEAR, phrase.span.start):
            return False
        return (self.as_of.month or 1) > _EARLY

    def begun(self, span: Span) -> PartialDate | None:
        """When that began which 成立以来 counts from, where it was told before."""
        return self._begun.get(span.of(self.text).removesuffix("以来"))

    def year_before(self, span: Span) -> PartialDate | None:
        """The year that 上年度 means where a text tells of it, rather than rules for every year."""
        if not (self.as_of and self.text.startswith(_LAST_YEAR, span.start)):
            return None
        if not self._tells and not (self._answers and _ACCOUNT_OF_YEAR.match(self.text, span.end)):
            return None
        return PartialDate(self.as_of.year - 1)

    def within_stretch(self, vague: Vague) -> Period | None:
        """Years of a range named before: 前三年, 每年 in its sentence; 五年来 in a chapter on the plan before.

        规划期 is the years of the plan itself.
        """
        if vague.span.of(self.text) in _FIVE_YEARS:
            return period_at(self._plans_before, vague.span.start)
        if vague.span.of(self.text).startswith("规划期"):
            return self._of_planning(vague.span.end)
        stretch = self._stretch
        if stretch is None or stretch.start is None or stretch.end is None:
            return None
        first, last = stretch.start.year, stretch.end.year
        if vague.years and vague.years <= last - first:
            years = (first, first + vague.years - 1) if vague.kind == "first" else (last - vague.years + 1, last)
            return Period(PartialDate(years[0]), PartialDate(years[1]))
        near = vague.span.start - stretch.span.end < _REACH
        same_sentence = near and not _SENTENCE_END.search(self.text, stretch.span.end, vague.span.start)
        if vague.span.of(self.text) == "每年" and same_sentence:
            return Period(stretch.start, stretch.end)
        return None

    def _of_planning(self, end: int) -> Period | None:
        """The years that a plan is for, where 规划期 names them; 规划期末 is the last one."""
        own = self.own_period
        if own is None or own.end is None:
            return None
        return Period(own.end, own.end) if self.text.startswith("末", end) else own
