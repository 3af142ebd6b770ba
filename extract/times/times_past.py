"""What a time that is not still to come does in its sentence: event, period, date of a level, deadline."""

from __future__ import annotations

import re

from corpus import PartialDate, TimeRole
from extract.lexicon import pattern_of
from extract.times.phrases import Phrase

_DEED, _STOCK = (pattern_of("time_cues", column) for column in ("deed", "stock"))
_CLAUSE_END = re.compile(r"[。;!?\n]")
_LOOKING_BACK = re.compile(r"(?:回首|回顾|总结|展望|过去的)\Z")
_AFTER_PERIOD = re.compile(r"[ ]?(?:工作|年?度?(?:预算|计划|目标|任务|要点|国民经济)|是|规划|,是|我们|重点)")


def role_of_past(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeRole:
    """A year or month that is over or still runs: event, period of flows, date of a stock, deadline."""
    told = _told_behind(text, phrase, as_of)
    if told is not None:
        return told
    month, sentence = _one_month(phrase), _around(text, phrase)
    behind = text[phrase.span.end : phrase.span.end + 12]
    if (
        (phrase.kind == "relative" and not (month and "年" in phrase.span.of(text)))
        or _WILL.match(text, phrase.span.end)
        or _LOOKING_BACK.search(text, max(0, phrase.span.start - 3), phrase.span.start)
        or _AFTER_PERIOD.match(behind)
    ):
        return TimeRole.PERIOD
    if phrase.end and phrase.end.month and not month:
        return TimeRole.PERIOD
    deed, stock = _DEED.search(sentence), _STOCK.search(sentence)
    if deed and not (stock and stock.start() < deed.start()):
        return TimeRole.EVENT if _is_done_once(deed) or (phrase.end and phrase.end.month) else TimeRole.PERIOD
    if (stock and behind[:1] == ",") or (phrase.kind == "date" and _RATE.match(text, phrase.span.end)):
        return TimeRole.AS_OF
    if _HAPPENED.match(text, phrase.span.end):
        return TimeRole.EVENT
    heads = text[phrase.span.start - 1 : phrase.span.start] in _HEADS_CLAUSE
    dated = phrase.end and phrase.end.month and not (heads and _FLOW.search(sentence))
    return TimeRole.EVENT if dated else TimeRole.PERIOD


def _one_month(phrase: Phrase) -> bool:
    """Whether a time lies within one month."""
    months = {date.month if date else None for date in (phrase.start, phrase.end)}
    return len(months) == 1 and None not in months


def _told_behind(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeRole | None:
    """The role that an edge of the time, or what stands right behind it, decides; else None."""
    stop = phrase.span.end
    if _is_base(text, phrase):
        return TimeRole.AS_OF
    if phrase.edge == "end":
        return _role_of_edge(text, phrase, as_of)
    if (
        text[phrase.span.start] == "于"
        or _MADE.match(text, stop)
        or (phrase.edge == "start" and _SET_THEN.match(text, stop))
    ):
        return TimeRole.EVENT
    if _one_month(phrase) and _DATA.match(text, stop):
        return TimeRole.PERIOD
    return TimeRole.AS_OF if _heads_column(text, phrase) else None


_RATE = re.compile(r"[^,。;:\n\d]{2,24}率(?:仅为|仅|为|是|达到|达)[约近]?\d[\d.]*%")
"""Behind a year the level that it had: 2030年|全市垃圾分类覆盖率为92%."""
_DATA = re.compile(r"的?[^,。;:\n\d]{0,4}(?:数据|报表|台账|账单|工资|税款|用水量|用电量)")
"""Behind a month what is of all of it: 3月份|刷卡数据."""
_MADE = re.compile(
    r"(?:[^,。;:\n\d的]{0,4}(?<![新再共])(?:建|建成|修建|兴建|采集|购置|制定|出台|印发|颁布|发布|签订|评定|命名|编制|修编)的(?=[一-鿿])"
    r"|(?:基本|全面)?完成[^,。;:\n\d的]{2,12}(?:改革|换届|普查|改制|撤并|移交|划转)(?=[,。;]))"
)
"""Behind a year what was made or done once in it: 1998年|建的库房, 2030年|完成供销社改制."""
_SET_THEN = re.compile(r"(?:,[^。;,\n]{0,24}?)?(?:确定|票决|制定|下达|召开|提出|部署|印发|启动)")
"""Behind the beginning of a year what was done then: 年初|确定的任务."""
_HAPPENED = re.compile(
    r"[^,。;:\n\d的]{0,12}(?:台风|洪水|洪灾|洪涝|地震|暴雨|旱灾|大旱|雪灾|泥石流|(?:杀人|抢劫|诈骗|爆炸|盗窃)案)(?=[^一-鿿]|\Z)"
)
"""Behind a year what befell in it: 2030年|"海星"台风."""
_HEADS_CLAUSE = frozenset(("", "\n", " ", ",", "。", ";", ":", '"'))
_FLOW = re.compile(r"(?:同比|环比|增长|下降|上涨|回落|增速|增幅|降幅)[^,。;]{0,8}\d")
"""Behind a month how much came in it against another one: 7月份,供水量同比增长3.1%."""


def _heads_column(text: str, phrase: Phrase) -> bool:
    """Whether a year is all of its cell, so that it heads a column of a table of indicators."""
    stop = phrase.span.end
    if phrase.kind != "bare" and not _CELL_START.search(text, max(0, phrase.span.start - 4), phrase.span.start):
        return False
    if phrase.kind == "date" and _NEXT_YEAR.match(text, stop) is None:
        return False
    return text[stop : stop + 1] in {"\n", "\t", ""}


_CELL_START = re.compile(r"[\n\t][ ]*\Z")
_NEXT_YEAR = re.compile(r"[ ]*[\n\t][ \n\t]*(?:19|20)\d\d年?[^\n\t]{0,6}[\n\t]")
"""Behind a cell the year that heads the next column."""


def _is_base(text: str, phrase: Phrase) -> bool:
    """Whether a named year is one whose level a value is compared with: 比2015年下降15%, 与2015年相比."""
    if phrase.kind != "date" or phrase.inferred or phrase.ranged or phrase.end is None or phrase.end.month is not None:
        return False
    start = phrase.span.start
    if _AGAINST.search(text, max(0, start - 3), start):
        return not text.startswith("同期", phrase.span.end)
    return text.startswith("相比", phrase.span.end) and text.endswith(("与", "同", "和"), 0, start)


_AGAINST = re.compile(r"(?<![占评对正反可无配])[比较](?!重|例|率|值)\Z")
_GOES_ON = re.compile(r"(?:继续|深入|持续|大力|扎实|稳步|积极|不断|坚持|统筹|加快|着力|强化|认真|切实|进一步)\Z")


def _is_done_once(deed: re.Match[str]) -> bool:
    """Whether a deed is one of its day rather than one that goes on: 2030年,继续实施改造."""
    return _GOES_ON.search(deed.string, max(0, deed.start() - 3), deed.start()) is None


_WILL = re.compile(r",(?!在)[^,。;\n]{0,10}(?<!即)(?:将(?!军|来)|拟|力争|计划(?!生育))")
"""Behind a year what a text without a date undertakes for it: 2030年,我县将…."""


def _around(text: str, phrase: Phrase) -> str:
    """The words from the phrase to the end of its sentence, at most 120 characters."""
    stop = phrase.span.end + 120
    match = _CLAUSE_END.search(text, phrase.span.end, stop)
    return text[phrase.span.end : match.start() if match else stop]


def _role_of_edge(text: str, phrase: Phrase, as_of: PartialDate | None) -> TimeRole:
    """年底, 月末: the date of a stock, or that of what has been or will be done then."""
    start = phrase.span.start
    if _ALREADY.search(text, max(0, start - 3), start + (text[start] in "于在")):
        return TimeRole.EVENT
    to_come = as_of is not None and as_of.month and phrase.end and phrase.end.last_day > as_of.last_day
    return TimeRole.DEADLINE if to_come and _COMPLETES.match(text, phrase.span.end) else TimeRole.AS_OF


_ALREADY = re.compile(r"已经?[于在]\Z")
_COMPLETES = re.compile(
    r"(?:将|可|要|须|基本|全部|全面|力争|确保)*(?:建成|完成(?!了)|竣工|完工|投用|投产|投入使用|交付|通车|实现(?!了))"
)
"""Behind the end of a year that is not over what will be done by then: 年底建成."""
