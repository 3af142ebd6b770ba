"""The time that an account announces for all it tells: 现将上半年工作情况通报如下, 下面我把今年以来的情况作个介绍."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Genre, PartialDate, Period, Span, TimeMention
from extract.reading import Reading
from extract.times.timed_stretches import TimedStretch

_TELLING = frozenset({Genre.PRESS_BRIEFING, Genre.REPORT, Genre.OTHER})
_OPENING = 1500
"""Characters at the head of a text within which it announces what it tells."""
_ANNOUNCES = re.compile(
    r"(?:现[将就把]|下面[^。\n]{0,12}?[把就将])(?P<what>[^。\n]{0,50}?)情况[^。\n]{0,20}?(?:通报|介绍|汇报|报告|说明)"
    r"|(?:通报|介绍|汇报|报告)一下(?P<brief>[^。\n]{0,50}?)情况"
    r"|(?:下面|首先),?(?:先|首先)?由?我(?:来|再)?[^,。\n]{0,10}?(?:通报|介绍|汇报|报告)(?P<asked>[^,。\n]{0,50}?)情况"
    r"|(?:通报|发布|介绍)了?(?P<told>[^,。\n]{0,50}?(?:情况|状况|进展))(?=[^\n]{0,200}(?:以下|下面)[为是](?:通报|发布|介绍|全部|主要)*(?:内容|全文|实录))"
)
_ENDS = re.compile(
    r"\n[ ]*(?:[(]?[一二三四五六七八九十]{1,2}[)、])?"
    r"(?:下一步|下一?阶段|下半年|接下来|今后|下面|我就|以上|谢谢|各位|[^。\n]{0,40}(?:记者|提问)[^。\n]{0,12}[:\n])"
)
"""Paragraphs behind which an account is over: what is planned, thanks, questions."""


def announced_time(reading: Reading, times: Sequence[TimeMention], as_of: PartialDate | None) -> TimedStretch | None:
    """The time that a speaker or a report announces, with what is told of it; None if none is announced.

    Args:
        reading: the document.
        times: its times, in order.
        as_of: the day from which it tells.
    """
    if reading.metadata.genre not in _TELLING:
        return None
    match = _ANNOUNCES.search(reading.folded, 0, _OPENING)
    told = Span(*match.span(match.lastgroup or 0)) if match else None
    named = [time for time in times if told and told.start <= time.span.start < told.end]
    period = named[0].period if len(named) == 1 else None
    if match is None or period is None or period.start is None or period.start.day is not None:
        return None
    if period.end is None:
        if as_of is None or period.start.year != as_of.year:
            return None
        period = Period(PartialDate(as_of.year), PartialDate(as_of.year))
    over = _ENDS.search(reading.folded, match.end())
    return TimedStretch(Span(match.end(), over.start() if over else len(reading.folded)), period)
