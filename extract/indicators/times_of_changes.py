"""The times of the two levels of a change: 与2025年相比,…由30%提高到45%; 从2025年的77岁提高到2030年的78岁,….

A time behind 相比 is that of the first level; a change without years has those of the dated one that it goes on with.
"""

from __future__ import annotations

import re

from corpus import PartialDate, Period, Span, TimeMention
from extract.indicators.kinds import PARAGRAPH, REACH
from extract.indicators.setting import Setting
from extract.indicators.usable_times import UNTIL_NEXT

_CHANGES = re.compile(r"(?:至|到|为|成)[约近超]?了?\d")


def base_of_change(setting: Setting, clause: Span, at: int) -> TimeMention | None:
    """The time that is compared with, for a value before a change: 与2015年相比,…由30%提高到45%."""
    text = setting.reading.folded
    if not text.endswith(("由", "从"), 0, at) or not _CHANGES.search(text, at, at + UNTIL_NEXT):
        return None
    low = max(clause.start, at - REACH)
    begin = max(low, 1 + max(text.rfind(mark, low, at) for mark in "。!?\n"))
    bases = [
        time
        for time in setting.times_between(begin, at)
        if time.period is not None and text.startswith("相比", time.span.end)
    ]
    return bases[-1] if bases else None


_FROM = re.compile(r"[由从](?:原来|最初|过去|此前|当初|初期)?的?(?:每[人年月天日户亩]){0,2}[约近不足]{0,2}\Z")


def changes_from(text: str, at: int) -> bool:
    """Whether a value is the one before a change, and no time stands with it: 从3亿元增加到8亿元."""
    return _FROM.search(text, max(0, at - 8), at) is not None and _CHANGES.search(text, at, at + UNTIL_NEXT) is not None


_CHANGE = (
    r"[\d.,]+[^,。;由从]{0,20}?"
    r"(?:提高|增加|增长|上升|提升|扩大|发展|下降|降低|减少|缩小|压减|压缩|缩短|优化)(?:了)?[到至为]"
)
_DATED_CHANGE = re.compile(rf"[由从]((?:19|20)\d\d)年?[底末]?的{_CHANGE}((?:19|20)\d\d)年?[底末]?的[约近]?\d")
"""A change from a level of one year to that of another: 从2025年的77岁提高到2030年的78岁."""
_PLAIN_CHANGE = re.compile(rf"[由从](?P<first>{_CHANGE})[约近]?(?P<last>[\d.,]+)")


def years_of_parallel(setting: Setting, sentence: Span, clause: Span, at: int) -> Period | None:
    """The year of a level in a change without years, behind one that names them, with no time between; else None."""
    text = setting.reading.folded
    start = max(clause.start, at - UNTIL_NEXT)
    changes = _PLAIN_CHANGE.finditer(text, start, at + 2 * UNTIL_NEXT)
    change = next((one for one in changes if one.start() < at <= one.end()), None)
    if change is None or at not in {change.start("first"), change.start("last")}:
        return None
    start = max(clause.start, sentence.start - REACH, change.start() - PARAGRAPH)
    dated = list(_DATED_CHANGE.finditer(text, start, change.start()))
    if not dated or any(time.period for time in setting.times_between(dated[-1].end(), change.start())):
        return None
    year = PartialDate(int(dated[-1][1 if at == change.start("first") else 2]))
    return Period(year, year)
