"""Whether a value is, shall be or must not be passed, and what its document and sections say of values."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus import Genre, IndicatorKind, Period, Span, TimeMention, TimeRole
from extract.datelines import day_of_telling
from extract.five_years import chapters_of_five_years
from extract.indicator_limits import is_parameter, is_threshold
from extract.level_changes import CHANGED, CHANGES_TO
from extract.lexicon import words
from extract.quantities import Quantity
from extract.reading import Reading
from extract.reported_years import end_of_plan, reported_years, reviews, year_of_work
from extract.reviewed_years import first_tasks, summed_up, tense_of, year_reviewed
from extract.sections import outermost


def _any(column: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("indicator_cues", column), key=len, reverse=True)))


_DONE, TO_DO, _TASKS, _LIMIT = _any("done"), _any("to_do"), _any("tasks"), _any("limit")
_RULES = frozenset({Genre.MEASURES})
_RULES_TITLE = re.compile(
    r"^(?!.*(?:贯彻|落实|宣传|学习)).*(?:办法|规定|细则|条例|规范|准则|规则|章程)(?=[（(》]|的[通公决]|$)"
)
"""Titles of rules and of the papers that issue them or put them up for comments."""

_MEASURES_TITLE = re.compile("(?:措施|举措|政策)(?=[（(》]|的[通公决]|$)")
"""Titles of measures, which undertake as much as they rule: 若干措施."""

ACCOUNTS = frozenset({Genre.PROPOSAL_REPLY, Genre.PRESS_BRIEFING, Genre.REPORT})
"""Kinds of documents that tell what was done."""
_PLANS = frozenset({Genre.PLAN, Genre.OPINION, Genre.NOTICE, Genre.CONSULTATION_DRAFT})

_THAN = ("比", "较", "超", "超过", "高于", "低于", "恢复到", "恢复至")
"""Words before a time that is only compared with."""

_MULTIPLE = re.compile(r"(?:同期)?的(?:\d[\d.]*|[一二两三四五六七八九十]+)倍")


class Setting:
    """What a document and its sections say of the values in them."""

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
        self._chapters = [section.span.start for section in outermost(reading.outline.sections)]
        title = reading.metadata.title or ""
        self.rules = bool(_RULES_TITLE.search(title))
        self.measures = reading.metadata.genre in _RULES and _MEASURES_TITLE.search(title) is not None
        self.section_years = [one.year for one in reported]
        self.summed_up = summed_up(reading)
        self._review = year_reviewed(reading, reported)
        self.reviewed = self._time_of_title()
        self.five_years = chapters_of_five_years(reading)
        if self.summed_up and self._review[1] is None:
            self._review = (first_tasks(reading), self.summed_up)

    def section(self, at: int) -> tuple[str, int | None]:
        """Tense (`past`, `future`, empty) of the outermost section around `at` that has one, year of the innermost."""
        index = bisect_right(self._states, at, key=lambda state: state[0]) - 1
        tense, year = self._states[index][1:] if index >= 0 else ("", None)
        return tense, self._review[1] if year is None and at < self._review[0] else year

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
        """The deadline (到2027年，…) that opens an earlier paragraph of the chapter, if no other time came between."""
        index = bisect_left(self._at, at) - 1
        first = max(0, index - 50)
        while index >= first and self._tells_no_goal(self.times[index]):
            index -= 1
        if index < first or self.times[index].role is not TimeRole.DEADLINE:
            return None
        time = self.times[index]
        clause = self.reading.outline.clause_at(time.span.start)
        opens = clause is not None and (
            self._opens(clause.span.start, time.span.start) or self._opens_sentence(time.span)
        )
        return time if opens and self._chapter(time.span.start) == self._chapter(at) else None

    def _tells_no_goal(self, time: TimeMention) -> bool:
        """Whether a time is none that a goal is due by, nor one that ends the reach of an earlier one."""
        return time.period is None or time.role is TimeRole.RECURRING or self.compared(time)

    def _opens(self, start: int, at: int) -> bool:
        """Whether a time opens its paragraph, without a label before it (完成时限：…) that ties it to another one."""
        return at - start <= 12 and ":" not in self.reading.folded[start:at]

    def _opens_sentence(self, time: Span) -> bool:
        """Whether a time opens a sentence of its paragraph (…为指导,…。到2027年,…), with its comma behind it."""
        text = self.reading.folded
        return time.start > 0 and text.startswith(("。到", "。至"), time.start - 1) and text.startswith(",", time.end)

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
        if _MULTIPLE.match(text, time.span.end):
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


NAMED_BY_TIME = re.compile(r"(?:上年|年终|当年)(?:累计)?(?:结[转余]|滚存)|年初(?:安排)?预算")
"""Times that are part of the name of a sum: 上年结余, 年初预算."""
_OF_A_YEAR = re.compile("[年月季]度")
"""Words of time that belong to the noun behind them: 占年度计划."""


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


def kind_of_value(
    setting: Setting, sentence: Span, quantity: Quantity, when: Period | None
) -> tuple[IndicatorKind, str]:
    """Kind of a value in its sentence, with the reason."""
    genre, text = setting.reading.metadata.genre, setting.reading.folded
    if genre in _RULES and not setting.measures:
        return IndicatorKind.LIMIT, "rules"
    near = _TELLS_NOTHING.sub("", _nearby(text, sentence, quantity))
    if _LIMIT.search(near):
        return IndicatorKind.LIMIT, "limit_word"
    if is_threshold(text, sentence, quantity):
        return IndicatorKind.LIMIT, "threshold"
    over, (tense, year) = _over(setting, when), setting.section(quantity.start)
    told = (over and quantity.kind != "time") or tense == "past" or genre is Genre.REPORT
    if not told and is_parameter(text, sentence, quantity, account=genre in ACCOUNTS):
        return IndicatorKind.LIMIT, "parameter"
    expected = _EXPECTED.search(text, max(sentence.start, quantity.start - 80), quantity.start)
    if _beyond(setting, when, year) or PLANNED.search(near) or (expected and not told):
        return IndicatorKind.TARGET, "future_time"
    if over:
        return IndicatorKind.ACTUAL, "past_time"
    if _due(setting, sentence, quantity):
        return IndicatorKind.TARGET, "deadline_in_sentence"
    if why := _ruled(setting, sentence, quantity, near):
        return IndicatorKind.LIMIT, why
    if there := _is_there(text, sentence, quantity):
        return IndicatorKind.ACTUAL, there
    kind, why = _by_words(setting, sentence, quantity, near, tense)
    return (IndicatorKind.LIMIT, "rules") if setting.measures and why == "plain" else (kind, why)


def _ruled(setting: Setting, sentence: Span, quantity: Quantity, near: str) -> str:
    """How it is told that a number is one of rules, or bounds what a notice orders; empty if it is neither."""
    if setting.rules and not _DONE.search(near):
        return "rules"
    before = max(sentence.start, quantity.start - 4)
    notice = setting.reading.metadata.genre is Genre.NOTICE
    return "limit_word" if notice and _NOT_OVER.search(setting.reading.folded, before, quantity.number.start) else ""


def _is_there(text: str, sentence: Span, quantity: Quantity) -> str:
    """How it is told that a number is of what is there, whatever shall be done with it; empty if it is not."""
    if _BASE_OF_CHANGE.search(text, max(sentence.start, quantity.start - 6), quantity.start) and _CHANGED.match(
        text, quantity.end, sentence.end
    ):
        return "base"
    before = max(sentence.start, quantity.start - 12)
    counted = quantity.kind == "count" and _EXISTING.search(text, before, quantity.start)
    return "existing" if counted else ""


_NOT_OVER = re.compile("不(?:超过|高于|多于)")
"""Bounds that a notice sets for what is done by it: 班额不超过45人."""
_BASE_OF_CHANGE = re.compile(r"[由从]的?[约近不足]{0,2}\Z")
_CHANGED = re.compile(CHANGES_TO)
"""Around a level that is to change, which is there: 由65%提高到78%."""
_EXISTING = re.compile(
    r"(?:为零|较大|显著|剩余|余下|在建|[现已]有|存在|[闲空]置|批[准复]|实施|建成|上报|承诺|流经|[未尚][^,。;]{1,6})的(?:近|约|超过)?\Z"
)
"""Before a number of things that are there, whatever shall be done with them: 对上报的45个项目将予审核."""


def _by_words(setting: Setting, sentence: Span, quantity: Quantity, near: str, tense: str) -> tuple[IndicatorKind, str]:
    """Kind of a value by the words of its clause, the section and the words of its sentence, in this order."""
    genre, text = setting.reading.metadata.genre, setting.reading.folded
    done, to_do = _DONE.search(near), TO_DO.search(near)
    if tense == "future" and done and _SUMMED.fullmatch(done.group()):
        done = None
    if bool(done) != bool(to_do) and not (genre is Genre.REPORT and tense):
        if not done:
            return IndicatorKind.TARGET, "task_word"
        return IndicatorKind.ACTUAL, "sum_word" if genre in _PLANS and _SUMMED.fullmatch(done.group()) else "done_word"
    start, end = max(sentence.start, quantity.start - REACH), min(sentence.end, quantity.end + REACH)
    later = _LATER.search(text, quantity.end, end) if genre in ACCOUNTS else None
    words_ = _TELLS_NOTHING.sub("", text[start : later.start() if later else end])
    if later and not PLANNED.search(words_):
        return IndicatorKind.ACTUAL, "plain"
    to_do_first = bool(done and to_do and to_do.start() < done.start())
    done = _done_in(words_, text[start : quantity.start])
    to_do = TO_DO.search(words_)
    told = genre in ACCOUNTS and tense != "future" and _last(TO_DO, text, start, quantity.end) < 0
    if told and to_do and not done and "争取" not in to_do.group() and _PLANS_ANOTHER.search(words_, to_do.end()):
        return IndicatorKind.ACTUAL, "told_before_plan"
    to_do = None if told else to_do
    summed = done is not None and _SUMMED.fullmatch(done.group()) is not None
    if tense == "future" and (summed or not (done and not to_do and genre is not Genre.REPORT)):
        return IndicatorKind.TARGET, "section_of_tasks"
    if tense == "past":
        return IndicatorKind.ACTUAL, "section_of_results"
    if (
        done
        and not to_do_first
        and not (to_do and _last(TO_DO, text, start, quantity.start) > _last(_DONE, text, start, quantity.start))
    ):
        return IndicatorKind.ACTUAL, "done_word"
    if to_do or (genre not in ACCOUNTS and _TASKS.search(words_)):
        return IndicatorKind.TARGET, "task_word"
    return _by_genre(genre)


def _due(setting: Setting, sentence: Span, quantity: Quantity) -> bool:
    """Whether the last time before a value in its sentence is a deadline that has not passed."""
    times = setting.times_between(max(sentence.start, quantity.start - REACH), quantity.start)
    if not times or times[-1].role is not TimeRole.DEADLINE or times[-1].period is None or setting.as_of is None:
        return False
    end = times[-1].period.end
    return end is not None and end.last_day > setting.as_of.last_day


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match of a stretch begins; -1 if there is none."""
    return max((match.start() for match in pattern.finditer(text, start, end)), default=-1)


_LATER = re.compile(
    r"[,;](?:另外|此外|同时),?(?:还|也)将|[,;](?:全年|今年|年内|下半年|下一步|明年|下一阶段|到20\d\d年)[^,。;\d]{0,8}(?:计划|拟|预计|力争|将|要)"
)
"""What opens the plans of a sentence behind its results: 新增学位4千个,全年计划新增8千个."""

_PLANS_ANOTHER = re.compile(r"\d[\d.]*(?![\d.年月日])")
"""Behind a word of plans the number that is planned, where an earlier one is there: 新增学位30个,全年计划新增20个."""


def _done_in(words_: str, before: str) -> re.Match[str] | None:
    """The word of a sentence that tells of what is done; none where it is of the means to set something up."""
    done = _DONE.search(words_)
    return None if done and _HERE.fullmatch(done.group()) and _SETS_UP.search(before) else done


_HERE = re.compile("发挥|依托|现有")
"""Words that tell what is there, not what is set up with it: 依托现有的5个基地,建设2个园区."""
_SETS_UP = re.compile("(?:建设|建立|新建|打造|培育|引进|创建|争创|规划)[^,。;]{0,12}\\Z")

_SUMMED = re.compile("累计|共")
"""Words of results that say no more than a sum where a section sets tasks: 规划期内累计培训3万人次."""

PLANNED = re.compile(
    r"(?<![资度作动产施超按])计划(?!生育|单列|任务|的|书|数|项目|指标|新?开工项目|内|外|[^,。;]{0,14}(?:已|实际))|拟(?!定|订|态)"
)
_EXPECTED = re.compile(r"预计(?![数值])(?:[^;。]{0,40}可[^;。]{0,20})?\Z|预计(?![数值])[^,;。]*\Z")
"""Words of the clause that make a number one that is still to come, even where a year that began is named."""

_TELLS_NOTHING = re.compile(
    r'"[^"\n]{1,20}"|[占为完][^,。;\d]{0,14}(?:计划|[预目任][算标务])[^,。;\d]{0,6}的(?=\d)|下达.{0,9}计划(?=\d)'
)
"""Names in quotation marks, and the plan that a share is of, whose verbs tell nothing of the sentence."""


def _over(setting: Setting, when: Period | None) -> bool:
    """Whether the time lies before the document's own date."""
    if when is None or when.end is None:
        return False
    own = setting.reading.metadata.period
    if setting.as_of is None:
        return own is not None and own.start is not None and when.end.last_day < own.start.first_day
    return when.end.last_day < setting.as_of.first_day


def _nearby(text: str, sentence: Span, quantity: Quantity) -> str:
    """The words of the same comma clause, up to 30 before and 12 behind the quantity."""
    before = text[max(sentence.start, quantity.start - 30) : quantity.start].rpartition(",")[2]
    return before + text[quantity.start : min(sentence.end, quantity.end + 12)].partition(",")[0]


REACH = 400
"""Characters around a value whose words tell its kind and time, where a sentence is longer than sentences are."""


def _by_genre(genre: Genre) -> tuple[IndicatorKind, str]:
    """What a bare value is in a document of this kind."""
    if genre in _PLANS:
        return IndicatorKind.TARGET, "plan"
    return IndicatorKind.ACTUAL, "plain"


def _beyond(setting: Setting, when: Period | None, section_year: int | None) -> bool:
    """Whether the time lies after the document's own date."""
    if when is None or when.end is None:
        return False
    if setting.as_of is not None:
        return when.end.first_day > setting.as_of.last_day
    years = setting.section_years
    return len(set(years)) > 1 and section_year == when.end.year == max(years)
