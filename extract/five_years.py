"""The years that a report on five of them speaks of: all for what was built 五年来, the last for what holds."""

from __future__ import annotations

import re

from corpus import Genre, PartialDate, Period, Span
from extract.reading import Reading

_TELLS = re.compile(
    r"(?:这|过去的?|近|在)?五年(?:来|间|里|多来)?,|这是[^。\n]{2,50}的五年[。;,]|\"十[一二三四五六]五\"(?:时期|期间|这五年)[^,。\n]{0,8},"
)
_FLOWS = re.compile(
    r"累计|新增|净增|年均|每年|新[改扩]?[改扩]?建|建成(?!区)|建设|完成|投入|实施|举办|开展|改造|创建|培育|引进|带动|制定|出台|办理|发放"
    r"|审议|安置|转移|修复|治理|化解|清理|推广|获批|获评|入选|增长|提[高升]|下降|降低|增加|减少|翻|提前|认定|发送|运输|开行|签约|落实|争取"
    r"|保持在|稳定在|[一二三四五六七八九十\d]次"
)
_LEVELS = re.compile(r"(?:突破|达到?|超过?|提[高升][到至]|增[加长]?[到至]|降[低到]*至|总量|余额)(?:了|约|近)*\Z")
_REACH = 40
"""Characters of the clause before a value that tell whether it is of all the years or of the last."""
_HEAD = 160
"""Characters at the head of a paragraph that can open it, and that one which only opens the next has at most."""
_YEARS = 5
_EARLY = 6
"""Month until which a report looks back on years that ended with the last one."""


def years_told(reading: Reading, clause: Span, at: int) -> Period | None:
    """The years of a value at `at`, where its paragraph or the short one before opens with 五年来; else None.

    What flows (累计, 新建, 年均) is of all five, what holds (突破3万亿元) of the last.
    """
    as_of = reading.as_of
    if reading.metadata.genre is not Genre.REPORT or as_of is None or (as_of.month or 1) > _EARLY:
        return None
    text = reading.folded
    if not _TELLS.search(text, _opening(text, clause.start), min(at, clause.start + _HEAD)):
        return None
    last = PartialDate(as_of.year - 1)
    words = text[max(clause.start, at - _REACH) : at]
    own = re.split("[,。;]", words)[-1]
    flows = _FLOWS.search(own) is not None and _LEVELS.search(own) is None
    return Period(PartialDate(as_of.year - _YEARS), last) if flows else Period(last, last)


def _opening(text: str, start: int) -> int:
    """Where the words begin that open a paragraph: with it, or with the short one before."""
    before = text.rfind("\n", 0, max(0, start - 2)) + 1
    return before if start - before <= _HEAD else start
