"""Changes told of what was measured: than what, of what, in which place, above whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.indicators.line import Found, Line
from extract.indicators.names import HEAD, clean, name_before, segment_start
from extract.numbers.quantities import Quantity

_GROWN_END = re.compile(
    r"(?:有所|明显|大幅|显著)?(?:同比|环比|年均)?(?:增长|下降|增加|减少|提高|上升|上涨|下跌|降低|回落)\Z"
)


def without_change(name: str) -> str:
    """The name of what has changed: 工业增加值同比增长 -> 工业增加值."""
    return _GROWN_END.sub("", name)


def measured_by(one: Found) -> str | None:
    """What a value measures, or what the one has changed that it tells the change of."""
    return one.subject if one.growth else without_change(one.name)


_THAN = re.compile(r"[ ,、]*(?:并|且|但|也|又|则|还|分别)*(?P<than>[比较][^,、。;]{1,18})")
_MARKS = re.compile(r"[ \n\"']")


def than_what(line: Line, start: int, value: Quantity, name: str) -> str:
    """The name of a change with what it is compared with, where its clause begins with that: 比上半年加快."""
    match = _THAN.match(line.text, start, value.start)
    if match is None:
        return name
    end = line.text.rfind(name, match.start("than"), value.start)
    return _MARKS.sub("", line.text[match.start("than") : end + len(name)]) if end > 0 else name


_CHANGED = re.compile(
    r"(?P<name>[^,。;]{2,24}?)(?:有所|持续|稳步|明显|大幅|继续|进一步|呈|不断|显著|小幅|略有)+"
    r"(?:下降|增加|增长|提[高升]|上升|改善|回落|减少)\Z"
)


def changed_before(line: Line, low: int, start: int) -> str:
    """What the clause before a rate says has changed, without a number of its own: 平均浓度有所下降,下降11%."""
    if start <= low or not (line.text.startswith(",", start - 1) or line.text.startswith(",", start)):
        return ""
    return _head_of(_CHANGED.fullmatch(_clause_before(line, low, start)))


_ROSE = re.compile(
    r"(?P<name>[^,。;\d]{2,36}?)(?:也|都|均|更)?(?:正?在)?(?:实现|持续|稳步|大幅|不断|明显|显著|快速|逐[年步]|连年|节节|屡|总体|保持|稳定|进一步|翻|成倍"
    r"|增长|提[高升]|下降|上升)"
)
_ONLY_FROM = re.compile(r"[ ,]*[由从]的?[ ]?")


def changed_value(
    line: Line, quantity: Quantity, words: tuple[str, str], start: int, last: Found | None
) -> Found | None:
    """A value whose clause does not say alone what it is of: the level before a change, what lies above others.

    Args:
        line: its sentence.
        quantity: the value.
        words: the name that the words before it give, and those words.
        start: where its clause begins.
        last: the value before it in its sentence.
    """
    name, before = words
    if rose := _rose_before(line, start, before):
        return Found(quantity, rose, None, start, quantity.end, "clause_before")
    return _above_others(quantity, name, start, last)


def _rose_before(line: Line, start: int, words: str) -> str:
    """What the clause before says has changed, where this one tells from which level: 产量连年增长,由5万吨增加到."""
    if not _ONLY_FROM.fullmatch(words):
        return ""
    return _head_of(_ROSE.match(_clause_before(line, max(line.sentence.start, start - _NEAR), start)))


_NEAR = 40
"""Characters before a clause within which the one before it begins."""


def _clause_before(line: Line, low: int, start: int) -> str:
    """The comma clause before the one that begins at `start`, without times, not from before `low`."""
    begin = max(low, segment_start(line.text, low, start - 1))
    return line.setting.without_times(begin, max(begin, start - 1))


def _head_of(match: re.Match[str] | None) -> str:
    """The measure that a match names; empty where it names none."""
    name = clean(name_before(match["name"])) if match else ""
    return name if HEAD.search(name) else ""


_ABOVE = re.compile(
    r"(?:增速|增幅|降幅|涨幅)(?:同比|环比|[比较])?(?:提高|提升|加快|回落|收窄|放缓|扩大|上升|下降)"
    r"|(?:增幅|增速|降幅|涨幅|均|也|都)?(?:高于|低于|快于|慢于|高出|低出|好于|优于|[比较](?=.{2,12}[高低多少快慢]\Z))"
)
_STEPS = frozenset(("个百分点", "百分点", "%", "位"))


def _above_others(quantity: Quantity, name: str, start: int, last: Found | None) -> Found | None:
    """By how much what was measured last lies above others, or its rate has changed: 高于全省5.6个百分点."""
    if last is None or quantity.unit not in _STEPS or not _ABOVE.match(name):
        return None
    return Found(quantity, name, measured_by(last), start, quantity.end, "growth", growth=True)


_MORE_THAN = re.compile(
    r"分别(?P<than>高于|低于|快于|慢于|高出|好于|多于|少于)(?P<others>[^,、\d]{2,10}[、和][^,、\d]{2,10})\Z"
)


def above_each(words: str, values: Sequence[Quantity], start: int, done: Sequence[Found]) -> list[Found] | None:
    """By how much what was measured last lies above each of several: 分别高于全市、全省0.4个、1.3个百分点."""
    match = _MORE_THAN.search(words)
    parts = re.split("[、和]", match["others"].strip()) if match and done else []
    if match is None or len(parts) != len(values):
        return None
    whole, than = measured_by(done[-1]), match["than"]
    return [
        Found(value, than + part, whole, value.start if index else start, value.end, "respectively", growth=True)
        for index, (value, part) in enumerate(zip(values, parts, strict=True))
    ]


_OF_PLACE = re.compile(
    r"(?:其中)?(?P<place>京津冀(?:及周边(?:地区)?)?|长三角|珠三角|汾渭平原|粤港澳大湾区|成渝地区?|[东中西]部地区?|东北地区?"
    r"|城镇|农村|城市|[一-鿿]{2,4}(?:省|市|县|区|州))(?:地区|区域)?"
    r"(?P<growth>(?:同比)?(?:增长|下降|增加|减少|提高|上升|降低|回落|上涨))"
)
"""A change in one place of what was told of the whole before: 京津冀下降12.3%,长三角下降10.4%."""


def of_places(values: Sequence[Found], before: Found | None) -> list[Found]:
    """The values of a sentence; a change in a place is one of what was measured before it, there."""
    made: list[Found] = []
    whole = before
    for one in values:
        there = _there(one, whole)
        whole = whole if there else one
        made.append(there or one)
    return made


def _there(one: Found, whole: Found | None) -> Found | None:
    """A change in a place, with the measure that was told of the whole; None for other values."""
    match = _OF_PLACE.fullmatch(one.name) if one.quantity.kind == "share" and not one.growth else None
    measure = (measured_by(whole) if match and whole else None) or ""
    if match is None or not HEAD.search(measure):
        return None
    return replace(one, name=measure + match["growth"], subject=match["place"])
