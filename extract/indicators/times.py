"""The time that a value holds for: named in its sentence or its paragraph, or that of its section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import PartialDate, Period, Span, TimeMention, TimeRole
from extract.indicators.kinds import REACH
from extract.indicators.setting import Setting
from extract.indicators.times_behind import is_left, time_behind
from extract.indicators.times_of_changes import base_of_change, changes_from, years_of_parallel
from extract.indicators.times_told_before import NOW, UNBOUND, as_stated, earlier_times, time_of_paragraph
from extract.indicators.usable_times import usable
from extract.times.five_years import years_told


def time_of_value(setting: Setting, sentence: Span, clause: Span, time_from: int, at: int) -> tuple[Period | None, str]:
    """The period a value holds for: named before it in the sentence, in the paragraph, or by the section."""
    if _OF_YEAR.match(setting.reading.folded, at) and (year := _year_aimed_at(setting, sentence, at)):
        return year, "time_in_sentence"
    if time_from:
        here = usable(setting, setting.times_between(time_from, at))
        return (as_stated(here[-1]), "time_in_sentence") if here else (None, "no_time")
    base = base_of_change(setting, clause, at)
    if base is not None:
        return as_stated(base), "time_in_sentence"
    if (years := years_of_parallel(setting, sentence, clause, at)) is not None:
        return years, "time_in_paragraph"
    if changes_from(setting.reading.folded, at):
        return None, "no_time"
    if (told := _beside(setting, sentence, at)) is not None:
        return told
    earlier = earlier_times(setting, sentence, clause)
    if earlier and not setting.reading.folded.startswith("根据", sentence.start):
        found = time_of_paragraph(setting, sentence, clause, earlier[-1], at)
        if found is not None:
            return found
    dated = any(time.period and not setting.compared(time) for time in setting.times_between(sentence.start, at))
    return _from_around(setting, clause, at, told=bool(earlier), dated=dated)


def _beside(setting: Setting, sentence: Span, at: int) -> tuple[Period | None, str] | None:
    """The time before a value in its sentence, else that behind it; of what is still to be done the one behind it."""
    left = is_left(setting.reading.folded, sentence.start, at)
    behind = time_behind(setting, sentence, at) if left else None
    if behind is None:
        before = usable(setting, setting.times_between(max(sentence.start, at - REACH), at), at)
        if (told := _in_sentence(setting, before, at)) is not None:
            return told
        behind = None if left else time_behind(setting, sentence, at)
    return (behind, "time_in_sentence") if behind is not None else None


_OF_YEAR = re.compile(r"[\d.,]+[^,。;\d]{1,6}的(?:年度|全年)(?:目标|任务|计划)")
"""A value that is aimed at for a whole year, whatever part of it the sentence tells of: 完成2万人的年度目标."""


def _year_aimed_at(setting: Setting, sentence: Span, at: int) -> Period | None:
    """The year of the last time in the sentence before a value, or of the document."""
    named = [time.period.end for time in setting.times_between(sentence.start, at) if time.period and time.period.end]
    year = named[-1].year if named else setting.year
    return Period(PartialDate(year), PartialDate(year)) if year else None


def _from_around(setting: Setting, clause: Span, at: int, *, told: bool, dated: bool) -> tuple[Period | None, str]:
    """The period that the goal, chapter, opening or title around a value tells.

    Goals and titles say nothing of it where its own paragraph has `told` a time, openings where its sentence is
    `dated`.
    """
    goal = setting.goal(at)
    if goal is not None and not told:
        return as_stated(goal), "time_of_goal"
    if (years := years_told(setting.reading, clause, at, setting.five_years)) is not None:
        return years, "time_in_paragraph"
    if (part := setting.section_part(at)) is not None:
        return part, "time_of_section"
    tense, year = setting.section(at)
    if year is not None:
        return Period(PartialDate(year), PartialDate(year)), "time_of_section"
    if setting.announced is not None and tense != "future" and not dated and setting.announced.covers(at):
        return setting.announced.period, "time_of_title"
    if setting.reviewed is not None and tense != "future" and not told:
        return setting.reviewed, "time_of_title"
    if setting.planned is not None and tense != "past":
        return Period(PartialDate(setting.planned), PartialDate(setting.planned)), "year_of_plan"
    return None, "no_time"


def _in_sentence(setting: Setting, here: Sequence[TimeMention], at: int) -> tuple[Period | None, str] | None:
    """What the times before a value at `at` in its sentence say; None if nothing."""
    words = [time.span.of(setting.reading.folded) for time in here]
    dated = [time for time in here if time.period is not None]
    if dated and (here[-1].period is not None or not _SINCE.search(words[-1])):
        if _is_past(setting, dated[-1], at):
            return None, "vague_time"
        return as_stated(dated[-1]) or _open_period(setting, dated[-1], at), "time_in_sentence"
    vague = list(filter(UNBOUND.search, words))
    if dated or (vague and not (setting.summed_up and all(map(NOW.search, vague)))):
        return None, "vague_time"
    return None


_BEGUN = re.compile(
    r"(?!,)[^,。;]{1,24}(?:启动|成立|组建|挂牌|停产|关停|开工|开业|投用|投产|投入使用|开通|开馆|设立|试点|改革|实施|运行|建成|搬迁)"
    r"[^,。;]{0,10},"
)
_BY_NOW = re.compile(r"[,。;](?:现|已经?|目前|累计|至今)[^,。;]{0,30}\Z")


def _is_past(setting: Setting, time: TimeMention, at: int) -> bool:
    """Whether a time is that of a deed, and a value behind it one that is there by now: 2028年全面停产,现有厂房3栋."""
    text = setting.reading.folded
    if time.role in {TimeRole.AS_OF, TimeRole.DEADLINE} or text[time.span.end - 1] in "来起":
        return False
    return _BEGUN.match(text, time.span.end, at) is not None and _BY_NOW.search(text, time.span.end, at) is not None


_SINCE = re.compile(r"^[一二两三四五六七八九十\d近]+年来$")
"""Years up to now, which a value behind an earlier date holds for: 在27日的会上介绍,五年来…."""


_EACH = re.compile("[每历]|年均|逐[年月]")


def _open_period(setting: Setting, time: TimeMention, at: int) -> Period | None:
    """What an open period says of a value: 今年以来 the year of the document, 6月1日起 its day; else None."""
    start, text = time.period.start if time.period else None, setting.reading.folded
    if start is None:
        return None
    if start.month is None or text[time.span.end - 1] == "来":
        year = PartialDate(start.year)
        return Period(year, year) if start.year == setting.year else None
    return None if _EACH.search(text, time.span.end, at) else Period(start, start)
