"""The time behind a value in its sentence that says when it was or will be reached: 剩余3处10月底前整改到位."""

from __future__ import annotations

import re

from corpus import Period, Span, TimeMention, TimeRole
from extract.indicators.setting import Setting

_DONE = (
    r"(?:全部|全面|基本|正式|陆续|可|将|才|即|建成|建设|整改|改造)*"
    r"(?:完成|完工|竣工|建成|通车|交付|交工|处置|清退|搬迁|关停|淘汰|取缔|整治|治理|投入使用|投入运行|投用|投运|投产|启用|入住|安置|清零|销号|整改|办结|达标|脱贫|解决|拆完|拆除|退还|归还|兑付|发放|到位|到岗|验收|通过验收)"
)
_BEHIND = re.compile(r"[)]?" + _DONE + r"[^,。;\n]{0,6}(?=[,。;\n]|\Z)")
"""Behind a time, what ends its clause: a deed that brings something to its end."""
_ITSELF = re.compile(r"[,](?:计划|预计|力争|争取|确保|限|限期|要|将|须|应|可)*\Z")
"""Before the time of a clause of its own, which says no more than when: 新增探头2600个,9月15日前投入使用."""
_ENDED = re.compile(r"[\d.]+(?:余|多)?[^,。;\d\s]{1,4},")
"""A value that ends its clause."""
_LEFT = re.compile(r"(?P<word>剩余|剩下|其余|余下|尚余)的?[约近]?\Z")
"""Before a number of things that are still to be done, which a time behind them says by when."""
_EXTENT = re.compile(r"(?:总投资额?|概算|预算|占地|总?建筑面积|用地面积|总长度?|全长)(?:面积|总额)?[约近达为共]{0,2}\Z")
"""Before a value that a project has from the beginning, whenever it is finished: 总投资6亿元,2025年6月建成."""
_LEFT_REACH, _VALUE = 40, 24
_LINE = re.compile(r"[ \t]+\Z")
_NO_PROSE = re.compile("[,。;:]")


def is_left(text: str, start: int, at: int) -> str:
    """The word by which the number at `at` in a sentence from `start` on counts what is left to be done; else empty."""
    match = _LEFT.search(text, max(start, at - 6), at)
    return match["word"] if match else ""


def time_behind(setting: Setting, sentence: Span, at: int) -> Period | None:
    """The time behind a value at `at`, with none before it in its sentence, that says when it is reached.

    It stands in the same clause (5户已于9月底前入住), or makes up the next one with a verb that brings to an end
    (新增探头2600个,9月15日前投入使用). At the end of a line without marks it is that of all of the line.
    """
    text = setting.reading.folded
    times = setting.times_between(at, min(sentence.end, at + _LEFT_REACH + _VALUE))
    time = next((one for one in times if one.period is not None), None)
    if time is None or time.period is None or setting.compared(time):
        return None
    if _ends_line(text, sentence, time):
        return time.period if time.period.start and time.period.end else None
    if time.period.end is None or time.role in {TimeRole.START, TimeRole.RECURRING}:
        return None
    if _BEHIND.match(text, time.span.end, sentence.end) is None:
        return None
    between = text[at : time.span.start]
    if "。" in between or ";" in between:
        return None
    if _EXTENT.search(text, max(sentence.start, at - 8), at):
        return None
    ends_clause = is_left(text, sentence.start, at) or _ENDED.match(between) is not None
    alone = ends_clause and _ITSELF.search(between) is not None
    if "," in between and not (alone and between.count(",") == 1):
        return None
    return Period(time.period.end, time.period.end)


def _ends_line(text: str, sentence: Span, time: TimeMention) -> bool:
    """Whether a time stands apart at the end of a line that holds no prose: 体育中心  2600万元  2030-2032年."""
    start = 1 + text.rfind("\n", 0, time.span.start)
    stop = text.find("\n", time.span.end)
    rest = text[time.span.end : stop if stop >= 0 else len(text)]
    if rest.strip() or text[start : sentence.start].strip():
        return False
    return _LINE.search(text, start, time.span.start) is not None and not _NO_PROSE.search(text, start, time.span.start)
