"""The years that a report, or a plan on the plan before, speaks of: all for what was built, the last for what holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Genre, PartialDate, Period, Section, Span
from extract.matching import fold
from extract.reading import Reading
from extract.times.calendar_words import PLAN_PERIODS
from extract.times.reported_years import end_with_numbered
from extract.times.timed_stretches import TimedStretch, period_at

_TELLS = re.compile(
    r"(?:这|过去的?|近|在)?五年(?:来|间|里|多来)?,|这是[^。\n]{2,50}的五年[。;,]|\"十[一二三四五六]五\"(?:时期|期间|这五年)[^,。\n]{0,8},"
)
_FLOWS = re.compile(
    r"累计|新增|净增|年均|每年|新[改扩]?[改扩]?建|建成(?!区(?!域))|建设|完成|投入|实施|举办|开展|改造|创建|培育|引进|带动|制定|出台|办理|发放"
    r"|审议|安置|转移|修复|治理|化解|清理|推广|获批|获评|入选|增长|提[高升]|上升|下降|降低|增加|减少|翻|提前|认定|发送|运输|开行|签约|落实|争取"
    r"|保持在|稳定在|[一二三四五六七八九十\d]次|(?:受理|审结|执结|办结|结案|批捕|起诉|公诉|查[处办获]|调解)(?!率)|立案|侦破|破获|抓获|打掉|捣毁|缴获|追[缴回]|挽回|执行到位|问责|表彰|招[聘录]|选派|培训|减免|退税|兑现"
    r"|拨付|下达|筹集|募集|接待|救助|新[批设]|组建|取消|下放|废止|修订|制修订|督办|答复|走访|关停|淘汰|解决|资助|减轻|搬迁|退出|清退|拆除|整治|疏浚|造林|植树|住上|搬进|增幅|增速"
)
_LEVELS = re.compile(r"(?:突破|达到?|超过?|提[高升][到至]|增[加长]?[到至]|降[低到]*至|总量|余额)(?:了|约|近)*\Z")
_SHARE = re.compile(r"(?:(?<!增长)率|比[重例]|占比)(?:仅|约|为|是|分别)*\Z|占[^,]{1,12}\Z|比[^,]{2,8}末[^,]{2,4}\Z")
"""Names of shares, which hold at the end of the years, and rises since the end of those before."""
_OF_ALL = re.compile(r"累计|五年[间来]?共")
"""Words of a sum over all the years, even where it has reached something: 投入累计达到2亿元."""
_REACH = 40
"""Characters of the clause before a value that tell whether it is of all the years or of the last."""
_HEAD = 160
"""Characters at the head of a paragraph that can open it, and that one which only opens the next has at most."""
_YEARS = 5
_EARLY = 6
"""Month until which a report looks back on years that ended with the last one."""


def years_told(reading: Reading, clause: Span, at: int, chapters: Sequence[TimedStretch] = ()) -> Period | None:
    """The years of a value at `at`, where its paragraph or the short one before opens with 五年来; else None.

    What flows (累计, 新建, 年均) is of all of them, what holds (突破3万亿元) of the last. In `chapters` that look back
    this holds without such words, for what tells which of the two it is.
    """
    text = reading.folded
    looked_back = _five_years(reading.as_of) if reading.metadata.genre is Genre.REPORT else None
    if looked_back and _TELLS.search(text, _opening(text, clause.start), min(at, clause.start + _HEAD)):
        own = _words_before(text[max(clause.start, at - _REACH) : at])
        flows = _FLOWS.search(own) is not None and _LEVELS.search(own) is None
        return looked_back if flows else _last_of(looked_back)
    years = period_at(chapters, at)
    return _in_chapter(text, clause, at, years) if years else None


def _in_chapter(text: str, clause: Span, at: int, years: Period) -> Period | None:
    """What the words around a value tell of which of the years it is; None if nothing."""
    own = _words_before(text[max(clause.start, at - _REACH) : at])
    if _OF_ALL.search(own):
        return years
    if _LEVELS.search(own) or _SHARE.search(own):
        return _last_of(years)
    flows = _FLOWS.search(own + re.split("[,。;\n]", text[at : at + _REACH], maxsplit=1)[0])
    return years if flows else None


def _five_years(as_of: PartialDate | None) -> Period | None:
    """The years on which a report early in the next one looks back."""
    if as_of is None or (as_of.month or 1) > _EARLY:
        return None
    return Period(PartialDate(as_of.year - _YEARS), PartialDate(as_of.year - 1))


def _last_of(years: Period) -> Period:
    return Period(years.end, years.end)


def _words_before(words: str) -> str:
    """The clause before a value; with the one before it where it only tells of a part (其中)."""
    clauses = re.split("[,。;]", words)
    return ",".join(clauses[-2:]) if clauses[-1].startswith("其中") else clauses[-1]


_LOOKS_BACK = re.compile(
    r"^(?!.*(?:今后|未来|目标|任务|规划|展望|思路))"
    r"(?:.{0,10}(?:五年|本届政府)(?:来|间|以来)?.{0,16}(?:回顾|总结|成[就效]|工作)|.{0,2}十[一二三四五六]五.{0,24}(?:回顾|总结|成[就效]))"
)
"""Headings of chapters that look back on five years: 过去五年的工作回顾."""
_PLAN_BEFORE = re.compile(
    r"^(?!.*(?:今后|未来|目标任务|展望|思路|与|和|及))[^,。]{0,6}\"?十(?P<ordinal>[一二三四五六])五\"?[^,。]{0,16}"
    r"(?:回顾|总结|成[就效果绩]|进展|(?:完成|执行|实施|发展|建设|工作)情况)"
)
"""Headings of a plan that look back on the one before: "十五五"主要成就."""


def chapters_of_five_years(reading: Reading) -> tuple[TimedStretch, ...]:
    """The outermost sections of a report that look back on five years, or those of a plan on the plan before."""
    if reading.metadata.genre is Genre.PLAN:
        found = ((section, _plan_before(reading, section)) for section in reading.outline.sections)
        return tuple(TimedStretch(section.span, years) for section, years in found if years is not None)
    years = _five_years(reading.as_of)
    if reading.metadata.genre is not Genre.REPORT or years is None:
        return ()
    tops = [section for section in reading.outline.sections if section.parent is None]
    return tuple(
        TimedStretch(Span(section.span.start, end_with_numbered(reading, section)), years)
        for section in tops
        if _LOOKS_BACK.match(fold(section.title))
    )


def _plan_before(reading: Reading, section: Section) -> Period | None:
    """The years of the plan that a section of a later plan looks back on; None if it looks on none that is over."""
    match = _PLAN_BEFORE.match(fold(section.title))
    first, last = PLAN_PERIODS.get(f"十{match['ordinal']}", (0, 0)) if match else (0, 0)
    own, as_of = reading.metadata.period, reading.as_of
    over = (own is not None and own.start is not None and last < own.start.year) or (as_of and last < as_of.year)
    return Period(PartialDate(first), PartialDate(last)) if first and over else None


def _opening(text: str, start: int) -> int:
    """Where the words begin that open a paragraph: with it, or with the short one before."""
    before = text.rfind("\n", 0, max(0, start - 2)) + 1
    return before if start - before <= _HEAD else start
