"""Values alone in their clause, named by the clause before, which says what is spoken of: 漏水问题,已完成18项."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.indicators.line import Found, Line
from extract.indicators.names import clean, name_before, segment_start
from extract.numbers.quantities import Quantity

_ONLY_LEADS = re.compile(r"[ ,]*(?:为|是|达到?|约为?|超过?)?[ ]?")
_MOST = re.compile(
    r"(?P<name>[^,。;:\d]{3,24}?)(?:最[多高大低少小快]|居首|第一"
    r"|(?:屡|再|又|连续|也再?)?创(?:下|造)?[^,]{0,14}新?(?:高|纪录|记录)|再获丰收|(?:连续|持续|稳步|稳定|平稳|大幅|明显|显著|较快|快速|有所|逐年"
    r"|进一步|继续|不断|总体|全面|逐步)"
    r"(?:增长|提[高升]|上升|下降|扩大|增加|减少|改善|壮大|攀升|回升|加大|加快|向好|好转|增强|优化|活跃|回暖|推进|降低)),\Z"
)
_TOLD = re.compile(
    r"[ ,]*(?P<deed>已?(?:全部)?(?:完成|办结|整改|开工|竣工|建成))?"
    r"(?:总共|一共|共计|共有|共|合计|总计|有|约|近|达到?|超过?|为|是){0,4}[ ]?"
)
_TOPIC = re.compile(
    r"(?:[^,]*?(?:都|均|大多|主要)(?:是|为)|[^,]*的)(?P<thing>[一-鿿]{2,14})"
    r"|(?P<list>[^,]{0,40}、)(?P<last>[一-鿿]{3,14})"
)
"""A clause that names things and tells nothing of them: 都是水利技术人员, 排查的漏水问题, 甲学校、乙学校学生宿舍."""
_TELLS = re.compile(
    r"[了着过]|(?:推进|开展|实施|落实|进行|提升|提高|加强|完善|改善|增加|增长|下降|稳定|发展|建设|情况|问题上|时候|同时|基础上|原则|要求|影响"
    r"|支持|帮助|领导下|努力下|配合下|精神|作用|目标|保障|需求|成效|进展|成绩|过程|方式|办法|前提|背景|情形|条件|优势)\Z"
)
"""Ends of clauses that are no names of things counted behind them."""
_REST = 40
"""Characters of the clause before that are looked at."""


def of_clause_before(line: Line, quantity: Quantity, words: str, start: int, last: Found | None) -> Found | None:
    """A value alone in its clause with the name that the clause before gives it; None where that names nothing.

    Args:
        line: its sentence.
        quantity: the value.
        words: of its clause before it, without times.
        start: where that clause begins.
        last: the value before it in its sentence.
    """
    if label := _label_before(line, words, start):
        return Found(quantity, label, None, start, quantity.end, "clause_before")
    if _ONLY_LEADS.fullmatch(words) and (most := _most_before(line, start, last)):
        return Found(quantity, most, None, start, quantity.end, "clause_before")
    return _of_topic(line, quantity, words, start, last) or _of_sentence_before(line, quantity, words, last)


_ALONE = re.compile(
    r"[由从]?的?(?:每[一-鿿]{1,3}|年均|人均|户均|约|近|超|超过|达到?|不超过|不低于|共|总计|合计|最高|[ ]){0,4}"
)
"""What a value alone behind a label can have before it: 补助标准:由每亩每年|60元."""
_LABEL = re.compile(
    r"[ ,]*(?:[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]+|[①-⑳]|[一二三四五六七八九十]是)?[ ]?"
    r"(?P<name>[一-鿿][一-鿿\d()\"]{1,19}?)(?:为|是|达到?|约)?"
)
_NO_LABEL = re.compile(
    r"(?:如下|以下|下列|包括|其中|例如|比如|分别|主要|指出|强调|要求|表示|介绍|说|认为|问|答|即|有|在于|编号|电话|号码|地址|时间|日期|传真|邮编|备注|注)\Z"
)
"""Ends of words before a colon that lead in a list or speech, or what is no measure."""


def _label_before(line: Line, words: str, start: int) -> str:
    """The label whose value stands alone behind its colon: 补助标准:60元/亩."""
    if line.text[start - 1 : start] != ":" or not _ALONE.fullmatch(words):
        return ""
    begin = segment_start(line.text, max(line.clause.start, start - _REST), start - 1)
    label = _LABEL.fullmatch(line.setting.without_times(begin, start - 1))
    name = clean(label["name"]) if label and not _NO_LABEL.search(label["name"]) else ""
    return name if len(name) > 1 else ""


_DONE_OF = re.compile(
    r"[ ,]*现?已经?(?:全部|累计|基本)?(?:完成|办结|整改|开工|竣工|建成|完工|改造|发放|安装)?(?:了|共|近|约|达)*[ ]?"
)


def _of_sentence_before(line: Line, quantity: Quantity, words: str, last: Found | None) -> Found | None:
    """How many of the things that the sentence before counts are done by now: 计划改造小区20个。目前已完成12个."""
    told = _DONE_OF.fullmatch(words) if last is None and line.before is not None else None
    if told is None or line.before is None or line.before.quantity.unit != quantity.unit or line.before.growth:
        return None
    return replace(
        line.before, quantity=quantity, start=quantity.start, end=quantity.end, reason="clause_before", time_from=0
    )


def _most_before(line: Line, start: int, last: Found | None) -> str:
    """What the clause before calls the most, or tells the course of, and whose number follows: 产量最高,为30万吨."""
    low = max(line.sentence.start, start - _REST, last.quantity.end if last else 0)
    begin = segment_start(line.text, low, start - 1)
    most = _MOST.fullmatch(line.text, begin, start)
    return clean(name_before(most["name"])) if most else ""


def _of_topic(line: Line, quantity: Quantity, words: str, start: int, last: Found | None) -> Found | None:
    """A value alone in its clause with the name of what the clause before speaks of."""
    told = _TOLD.fullmatch(words)
    if told is None or start <= line.sentence.start or (last is not None and last.quantity.end > start - _REST):
        return None
    begin = segment_start(line.text, max(line.sentence.start, start - _REST), start - 1)
    before = line.setting.without_times(begin, start - 1) if line.text[start - 1] == "," else ""
    topic = _TOPIC.fullmatch(before.strip())
    if topic is None or quantity.kind in {"share", "time"} or _TELLS.search(before):
        return None
    name = clean(name_before(topic["thing"] or topic["last"]))
    deed = (told["deed"] or "").removeprefix("已").removeprefix("全部")
    return Found(quantity, name + deed, None, start, quantity.end, "clause_before") if len(name) > 1 else None
