"""The times of the sentences before a value in its paragraph, and whether they go on to hold for it."""

from __future__ import annotations

import re

from corpus import Genre, Period, Span, TimeMention, TimeRole
from extract.indicators.kinds import ACCOUNTS, PARAGRAPH, PLANNED, REACH, TO_DO
from extract.indicators.setting import Setting
from extract.indicators.usable_times import OF_VALUE, usable
from extract.patterns import FULL_STOP

_TELLING = ACCOUNTS | {Genre.OTHER}
"""Kinds of documents whose paragraphs go on with the time that they opened with."""


UNBOUND = re.compile(
    r"^(?:用|利用|经过|未来|今后|近|目前|现在|截至|去|今|明|上|下|次|到|至)"
    r"|^(?!连续).*(?:以来|期间|期内|时间|(?<!个)月|季度|半年|[底末]|[一二两三四五六七八九十\d]年内)$"
)
"""Times without a date that a value holds for all the same, so that the chapter's year does not: 试点以来."""


NOW = re.compile("目前|现在|以来$")
"""Up to the day on which a summary of one year was written."""


def earlier_times(setting: Setting, sentence: Span, clause: Span) -> list[TimeMention]:
    """The times of the sentences before in the paragraph that a value can hold for."""
    before = setting.times_between(max(clause.start, sentence.start - PARAGRAPH), sentence.start)
    text = setting.reading.folded
    earlier = [
        time
        for time in usable(setting, before)
        if not _is_length(setting, time) and not (time.role is TimeRole.AS_OF and OF_VALUE.match(text, time.span.end))
    ]
    while len(earlier) > 1 and (
        _amid(setting, clause, earlier[-1])
        or _interim(setting, clause, *earlier[-2:])
        or _due_amid(setting, clause, *earlier[-2:])
    ):
        earlier.pop()
    if BREAKS_DOWN.match(text, sentence.start):
        while any(_lies_in(earlier[-1], one) for one in earlier[:-1]):
            earlier.pop()
    return earlier


BREAKS_DOWN = re.compile(r"(?:从[^,。;\d]{1,10}|[按分][^,。;\d]{1,12})(?:看|分),")
"""How a sentence opens that parts what was counted: all that the account has told of, not the last part of it."""


def _lies_in(part: TimeMention, whole: TimeMention) -> bool:
    """Whether a time is a part of another one, as its quarters and months are of a year."""
    if part.period is None or whole.period is None or part.period == whole.period:
        return False
    first, last, begin, end = part.period.start, part.period.end, whole.period.start, whole.period.end
    if first is None or last is None or begin is None or end is None:
        return False
    return begin.first_day <= first.first_day and last.last_day <= end.last_day


_FIGURE = re.compile(r"\d[^,。;]{0,12},\Z")


def _interim(setting: Setting, clause: Span, before: TimeMention, time: TimeMention) -> bool:
    """Whether a day up to which one figure behind another was counted lies in the time that an account goes on with.

    上半年,…。毕业生3千人,截至6月底已就业2千人。举办招聘会20场: the fairs are those of the half year.
    """
    told, end = (before.period.end if before.period else None), (time.period.end if time.period else None)
    if time.role is not TimeRole.AS_OF or told is None or end is None or end.last_day > told.last_day:
        return False
    text, start = setting.reading.folded, time.span.start
    return _FIGURE.search(text, max(clause.start, start - 24), start) is not None and _opens_account(
        setting, clause, before
    )


def _due_amid(setting: Setting, clause: Span, before: TimeMention, time: TimeMention) -> bool:
    """Whether a deadline amid an account up to a day is that of its own words: 截至6月底,…,9月底前清零。查处…."""
    text = setting.reading.folded
    if before.role is not TimeRole.AS_OF or time.role is not TimeRole.DEADLINE or _opens_aims(text, clause, time):
        return False
    return (
        setting.reading.metadata.genre in _TELLING and _FULL_STOP.search(text, before.span.end, time.span.start) is None
    )


def _is_length(setting: Setting, time: TimeMention) -> bool:
    """Whether a mention only tells how long something takes or that it is one of many: 最多的一年."""
    return time.period is None and not UNBOUND.search(time.span.of(setting.reading.folded))


def _amid(setting: Setting, clause: Span, time: TimeMention) -> bool:
    """Whether a time only belongs to a word of its sentence, so that an earlier one goes on: 为全年增产打下基础."""
    if time.role is not TimeRole.PERIOD or _opens_account(setting, clause, time):
        return False
    text, (start, end) = setting.reading.folded, (time.span.start, time.span.end)
    return text[start - 1] in _OF_ITS_WORD and (
        text.startswith(("的", "最"), end) or _WHOLE.match(text, start) is not None
    )


_OF_ITS_WORD = frozenset("为创占至")
_WHOLE = re.compile(r"全年(?![,完实新累])")


def time_of_paragraph(
    setting: Setting, sentence: Span, clause: Span, last: TimeMention, at: int
) -> tuple[Period | None, str] | None:
    """What the last time of the sentences before says of a value; None if nothing."""
    text = setting.reading.folded
    if _in_other_point(text, clause.start, last.span.start, sentence.start):
        return None
    if last.period is None:
        return (None, "vague_time") if last.span.of(text).endswith(("以来", "期间")) else None
    if last.role is TimeRole.AS_OF:
        amid = NOW.match(text, last.span.start) is not None and not _opens_subject(text, clause, last)
        return None if amid else (as_stated(last), "time_in_paragraph")
    if last.role is TimeRole.DEADLINE:
        return (as_stated(last), "time_in_paragraph") if _opens_aims(text, clause, last) else None
    if _aims(text, clause, last, at):
        return as_stated(last), "time_in_paragraph"
    told = _OF_ITS_AIM.sub("", text[max(sentence.start, at - REACH) : at])
    if TO_DO.search(told) or _OTHER_TIME.search(told):
        return None
    goes_on = _goes_on_behind_semicolon(setting, clause, last, sentence.start) or _opens_account(setting, clause, last)
    return (as_stated(last), "time_in_paragraph") if goes_on else None


_OF_ITS_AIM = re.compile(r"(?:完成|达到?|占|相当于)[^,。;\d]{0,10}(?:计划|任务|目标)数?的\Z")
"""How much of an aim has been reached, whose words set no task: 分别完成年度目标的|74%."""


_POINT = re.compile(
    r"(?:^|(?<=[。;:!?\n]))[ ]*(?:第?[一二三四五六七八九十][是要、]|其[一二三四五]|[(]?\d{1,2}[).、](?!\d)|[①-⑳])"
)


def _in_other_point(text: str, start: int, at: int, sentence: int) -> bool:
    """Whether a time at `at` stands in a numbered point of its paragraph, and the sentence in or behind a later one."""
    if not _POINT.search(text, at, sentence + 4):
        return False
    return _POINT.search(text, start, at) is not None


def _goes_on_behind_semicolon(setting: Setting, clause: Span, time: TimeMention, at: int) -> bool:
    """Whether a stretch of time that heads a part of the same sentence governs the next: 7月份,甲增长4%;乙增长3%."""
    text, (start, period) = setting.reading.folded, (time.span.start, time.period)
    if period is None or period.start is None or period.end is None or period.end.day is not None:
        return False
    if _FULL_STOP.search(text, time.span.end, at) or text.startswith("的", time.span.end):
        return False
    begin = 1 + max(text.rfind(mark, max(clause.start, start - REACH), start) for mark in ",。;:!?\n-")
    return start - max(begin, clause.start) <= _MOST_BEFORE


_FULL_STOP = re.compile(FULL_STOP)


_AIM = re.compile(r"[^,。;:\n]{0,30}目标(?:任务|建议)?(?:是|为|如下|安排)?:")


def _aims(text: str, clause: Span, time: TimeMention, at: int) -> bool:
    """Whether a value is one of the aims of a year that its paragraph states: 2030年主要预期目标是:…;…;…."""
    frame = _AIM.match(text, time.span.end, clause.end)
    return frame is not None and frame.end() <= at and "。" not in text[frame.end() : at]


def _opens_aims(text: str, clause: Span, time: TimeMention) -> bool:
    """Whether a deadline heads what follows (到2027年,…。建成…), not a deed of its own sentence: 于6月底前完成."""
    return text[time.span.end - 1] not in "前内" and _opens(text, clause, time)


def _opens(text: str, clause: Span, time: TimeMention) -> bool:
    """Whether a time stands at the head of its paragraph or of a sentence."""
    low = max(clause.start, time.span.start - _MOST_BEFORE)
    return low == clause.start or _FULL_STOP.search(text, low, time.span.start) is not None


_SUBJECT = re.compile(r"[^,。;:!?\n]{2,16}方面,")


def _opens_subject(text: str, clause: Span, time: TimeMention) -> bool:
    """Whether a time stands at the head of its paragraph or sentence, or behind what that is about: 用水方面,目前…."""
    low = max(clause.start, time.span.start - REACH)
    begin = max(low, 1 + max(text.rfind(mark, low, time.span.start) for mark in "。!?\n"))
    return _opens(text, clause, time) or _SUBJECT.fullmatch(text, begin, time.span.start) is not None


_OTHER_TIME = re.compile(rf"{PLANNED.pattern}|预计(?![数值])|[每历]年|年均|届时|[此之以其随]后")
"""Words of a later sentence that turn to another time than the one its paragraph opened with."""

_MOST_BEFORE = 6
"""Characters before a time that opens its sentence: 据统计,2023年."""


def _opens_account(setting: Setting, clause: Span, time: TimeMention) -> bool:
    """Whether an account of a closed stretch of time, opened in this paragraph, goes on behind it (2023年,…。新建…)."""
    period = time.period
    if period is None or period.start is None or period.end is None or time.role is not TimeRole.PERIOD:
        return False
    if setting.reading.metadata.genre not in _TELLING or period.start.year != period.end.year:
        return False
    if setting.reading.metadata.genre is Genre.PROPOSAL_REPLY and _goes_on(setting, time):
        return False
    text, start = setting.reading.folded, time.span.start
    low = max(clause.start, start - REACH)
    begin = max(low, 1 + max(text.rfind(mark, low, start) for mark in "。;!?\n:"))
    return start - begin <= _MOST_BEFORE or _FRAME.fullmatch(text, begin, start) is not None


def _goes_on(setting: Setting, time: TimeMention) -> bool:
    """Whether a time is a year by its number that is not over on the day of the paper, for which it tells of plans."""
    end = time.period.end if time.period else None
    named = time.span.of(setting.reading.folded)[:1].isdigit()
    return named and end is not None and setting.as_of is not None and end.last_day > setting.as_of.last_day


_FRAME = re.compile(
    r"[^,]{0,30}相比,|(?:\D|\d{1,2}[月日]){0,40}(?:表示|介绍|指出|透露|说|显示|获悉|了解|方面|来看|中)[,:]\"?"
    r"|(?:根据|依据|按照?|经)[^,\d]{2,24}(?:结果|核算|统计|数据|口径|监测),|(?:受|随着|面对)(?:[^,\d]|\d(?![\d.]*[%万亿个])){2,80},"
)
"""Words in front of a time with which it opens the account as behind a full stop: 用水方面,上半年新增用户…."""


def as_stated(time: TimeMention) -> Period | None:
    """The period of a mention as the time of a value: up to an end it is the end, since a start it is open."""
    period = time.period
    if period is None or period.end is None:
        return None
    if period.start is None or time.role in {TimeRole.AS_OF, TimeRole.DEADLINE}:
        return Period(period.end, period.end)
    return period
