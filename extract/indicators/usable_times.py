"""The times that a value can hold for: not those that belong to other words, though they stand before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import TimeMention, TimeRole
from extract.indicators.setting import NAMED_BY_TIME, Setting

UNTIL_NEXT = 24
"""Characters behind a value within which the one that it changed to stands."""
OF_VALUE = re.compile(r"的[约近超]?(?=\d)")
"""Behind a time, what binds it to the value that follows: 2030年的|36亿元."""
_BASE_BEFORE = re.compile(
    r"年?[底末]?的?[\d.,]+[^,。;\d]{0,8}(?:提高|增加|增长|上升|提升|扩大|发展|下降|降低|减少|缩小|压减|压缩|调整)(?:了)?[到至为成][约近]?\Z"
)


def _of_base(text: str, time: TimeMention, at: int) -> bool:
    """Whether a time is that of the value before a change: 由2029年的1.1%提高到."""
    return (
        at - time.span.end <= UNTIL_NEXT
        and text[time.span.start - 1 : time.span.start] in {"由", "从"}
        and _BASE_BEFORE.match(text, time.span.end, at) is not None
    )


_OF_LEVEL = re.compile("[^,。;]{0,24}基础上")


def _of_level(text: str, time: TimeMention, at: int) -> bool:
    """Whether a time is that of the level from which a value counts: 在2029年基础上下降|2个百分点."""
    return text.startswith("在", time.span.start - 1) and _OF_LEVEL.match(text, time.span.end, at) is not None


_LEVEL = re.compile(r"(?:达到?|(?<!还)为|突破|超过?)[约近]?\Z")


def _of_other_value(text: str, time: TimeMention, at: int) -> bool:
    """Whether a time belongs to a value before the one at `at` alone: 增加到2030年的36亿元,资助学生2万名.

    Levels that stand behind the later end of a change are of its time too: 增加到2030年的36亿元,人均达到3万元.
    """
    bound = OF_VALUE.match(text, time.span.end)
    if bound is None or bound.end() >= at:
        return False
    if text.startswith(("从", "由"), time.span.start) or text.startswith(("从", "由"), time.span.start - 1):
        return True
    changed = text.startswith(("到", "至"), time.span.start - 1)
    return changed and _LEVEL.search(text, max(0, at - 4), at) is None


def _begins_other(text: str, time: TimeMention, at: int) -> bool:
    """Whether what begins on a day is another clause than that of a value: 去年1月起实施统筹,在职职工限额2000元."""
    start = time.period.start if time.period and time.period.end is None else None
    if start is None or start.month is None or text[time.span.end - 1] == "来":
        return False
    return text.find(",", time.span.end + 1, at) >= 0


_TELLS = re.compile(
    r"[^,。;]{0,24}?(?:发布会|通气会|吹风会|获悉|介绍|消息|报道|表示|透露|电[(]|记者|(?:发布|公布)的?(?:最新)?(?:数据|统计))"
)
"""Behind a day, what was said on it of other times."""


_OF_THINGS = re.compile(
    r"(?:建成|建设|修建|竣工|交付|投用|投产|开工|出生|登记|注册|取得|参加工作|入职|退休)[^,。;]{0,6}的"
)


_NAMES_WORKS = re.compile("(?:规划)?(?:建设)?(?:工程|规划|建设|治理|目标|项目)")


def _bounds(text: str, time: TimeMention) -> bool:
    """Whether a time only says which things are meant: 2000年以前建成的小区, 近期建设工程."""
    start, end = time.span.start, time.span.end
    if text.startswith(("近期", "中期", "远期"), start) and _NAMES_WORKS.match(text, end):
        return True
    return text[end - 1] in "前后" and _OF_THINGS.match(text, end) is not None


def _tells(text: str, time: TimeMention) -> bool:
    """Whether a day is only that on which something was told: 记者4月28日获悉, 在27日的发布会上介绍."""
    period = time.period
    day = period is not None and period.start == period.end and period.end is not None and period.end.day is not None
    return day and time.role is TimeRole.EVENT and _TELLS.match(text, time.span.end) is not None


_FOUNDED = re.compile(r"(?:建成?|成立|创[办建]|设立|组建|落成|竣工|始|投用)于\Z")


def _of_founding(text: str, time: TimeMention, at: int) -> bool:
    """Whether a time is that from which a thing stands, and the value of what it is by now: 建于1975年,全长3公里."""
    start = time.span.start
    founded = _FOUNDED.search(text, max(0, start - 4), start + text.startswith("于", start))
    return founded is not None and text.find(",", time.span.end, at) >= 0


_LAID_DOWN = re.compile(
    r"[^。;]{0,40}?(?:批复|印发|出台|发布|颁布|修订|公布|审议通过)[^。;]{0,60}?,[^,。;]{0,8}(?:明确|规定|要求|提出)(?!的)"
)


def _of_paper(text: str, time: TimeMention, at: int) -> bool:
    """Whether a time is that of a paper, and the value one that it lays down: 2023年1月印发规划,明确每百户30平方米."""
    if time.role in {TimeRole.DEADLINE, TimeRole.AS_OF}:
        return False
    return _LAID_DOWN.match(text, time.span.end, at) is not None


_INTO = re.compile(r'(?:[列纳编]入|根据|按照|依据)(?:了|到)?[^,。;"]{0,6}"?\Z')
_PLAN = re.compile(r'"?[^,。;"]{0,16}(?:规划|计划)(?:纲要|项目库|盘子|笼子)?(?=[,。;])')


def _of_plan(text: str, time: TimeMention, at: int) -> bool:
    """Whether years are only those of a plan that things are put into: 已列入"十四五"供水规划,新建水厂2座."""
    period = time.period
    if period is None or period.start is None or period.end is None or period.start.year == period.end.year:
        return False
    named = _PLAN.match(text, time.span.end, at)
    return named is not None and _INTO.search(text, max(0, time.span.start - 12), time.span.start) is not None


_OF_OTHERS = (_of_base, _of_level, _of_other_value, _begins_other, _of_founding, _of_paper, _of_plan)
"""Ways in which a time before a value belongs to other words of its sentence."""


def usable(setting: Setting, times: Sequence[TimeMention], at: int | None = None) -> list[TimeMention]:
    """The times that a value can hold for: not those compared with, nor those that a name has in brackets behind it.

    For a value at `at` times that belong to other words of its sentence are none either: 由2029年的1.1%提高到1.6%,
    建于1975年,全长3公里.
    """
    text = setting.reading.folded
    return [
        time
        for time in times
        if time.role is not TimeRole.RECURRING
        and not setting.compared(time)
        and not NAMED_BY_TIME.match(text, time.span.start)
        and not _tells(text, time)
        and not _bounds(text, time)
        and not (
            time.role is not TimeRole.AS_OF
            and text[time.span.start - 1 : time.span.start] == "("
            and text.startswith(")", time.span.end)
        )
        and not (at is not None and any(of_other(text, time, at) for of_other in _OF_OTHERS))
    ]
