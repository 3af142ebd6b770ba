"""One value of several things: A覆盖率、B覆盖率均达到100%, 养殖、捕捞产量均增长5%."""

from __future__ import annotations

import re

from extract.indicators.line import Found, Line
from extract.indicators.names import GROWTH_END, HEAD, clean, name_before, segment_start
from extract.indicators.parallels import split_list
from extract.numbers.quantities import Quantity

_EACH = re.compile(r"(?:均|都|各)(?:为|是|达到?|超过?|保持|稳定在|在|完成|实现|[ ])*\Z")
_ANY_EACH = re.compile("[均都各]")
_RATE = re.compile("增幅|增速|降幅")
_RATES = re.compile("率[、和及与][^,、]{2,20}率")
_SAID_OF_RATES = re.compile(r"(?:要|应|须|力争|确保|必须)*(?:为|是|达|保持|稳定|超过?|在|到|[ ])*\Z")
_RATE_ONLY = 2
"""Characters of a rate that says nothing of what it is."""
_LEAST = 2
"""Characters of a name."""
_PAIR = 2
"""Things of which one value is told."""
_EACH_GROWN = re.compile(
    r"(?<![年月日天人户亩平])[均都](?:同比|环比|实现)*(?P<rate>增长|下降|增加|减少|提[高升]|上升|降低|上涨|下跌)(?:了|至少)?\Z"
)
"""How much all of several have grown: A、B产量|均增长."""


def _each_of_clause_before(
    line: Line, place: tuple[int, Quantity], name: str, done: list[Found], *, growth: bool = False
) -> list[Found]:
    """The same rate of each thing that the clause before counts: 办理建议12件、提案8件,办结率均为100%."""
    start, value = place
    if start <= line.sentence.start or len(name) < _LEAST:
        return []
    begin = segment_start(line.text, line.sentence.start, start - 1)
    counted = [one for one in done if one.start >= begin and not one.growth and one.quantity.kind != "share"]
    names, units = {one.name for one in counted}, {one.quantity.unit for one in counted}
    if len(counted) < _PAIR or len(names) < len(counted) or len(units) > 1:
        return []
    return [Found(value, name, one.name, start, value.end, "shared", growth=growth) for one in counted]


def _all_grown(line: Line, low: int, start: int, value: Quantity, done: list[Found]) -> list[Found]:
    """One rate of growth of several names: 养殖、捕捞产量均增长5%."""
    words = line.setting.without_times(low, value.start)
    each = _EACH_GROWN.search(words)
    if each is None:
        return []
    names = clean(name_before(words[: each.start()]))
    rate = each["rate"]
    count = len([part for part in _BETWEEN_NAMES.split(names) if part.strip()])
    if count > 1:
        parts = [clean(part) for part in split_list(names, count) or ()]
        if not parts or any(len(part) < _LEAST for part in parts):
            return []
        return [Found(value, rate, part, low, value.end, "shared", growth=True) for part in parts]
    return _each_of_clause_before(line, (start, value), names + rate, done)


_BETWEEN_NAMES = re.compile(r"、|和(?!谐|平|美)|与|及(?!其)|以及")


def shared(line: Line, low: int, start: int, value: Quantity, done: list[Found]) -> list[Found]:
    """One value for several names: A覆盖率、B覆盖率均达到100%, A和B增幅达到30%.

    Args:
        line: the sentence.
        low: where the words that can name the value begin.
        start: where its comma clause begins.
        value: the value.
        done: the values before it.
    """
    words = line.setting.without_times(low, value.start)
    if not _ANY_EACH.search(words):
        return _side_by_side(line, low, start, value)
    if value.kind == "share" and (all_grown := _all_grown(line, low, start, value, done)):
        return all_grown
    each = _EACH.search(words)
    if not each:
        return _side_by_side(line, low, start, value)
    if each.group().startswith("各") and value.kind == "count":
        return _one_each(line, start, each.start() - len(words), value, done)
    parts = re.split(r",?以及|、|和(?!谐|平|美)|(?<=[率例重]),", name_before(words[: each.start()]))
    parts = _joined_to_heads([clean(name_before(part)) for part in parts], shares=value.kind == "share")
    if len(parts) == 1 and value.kind == "share" and HEAD.search(parts[0]):
        return _each_of_clause_before(line, (start, value), parts[0], done)
    if len(parts) < _PAIR or any(len(part) < _LEAST for part in parts):
        return []
    return [Found(value, part, None, low, value.end, "shared") for part in parts]


def _side_by_side(line: Line, low: int, start: int, value: Quantity) -> list[Found]:
    """One value for two names without a word that says so: A率和B率为95%, A和B增幅达到30%."""
    words = line.setting.without_times(start, value.start)
    if _RATES.search(words) and value.kind == "share":
        rates = [clean(name_before(part)) for part in re.split("(?<=率)[、和及与]", _SAID_OF_RATES.sub("", words))]
        alike = all(part.endswith("率") and len(part) > _RATE_ONLY for part in rates)
        return [Found(value, part, None, low, value.end, "shared") for part in rates] if alike else []
    names = name_before(words) if _RATE.search(words) else ""
    growth = GROWTH_END.search(names)
    if not growth:
        return []
    label = growth.group()
    parts = [clean(name_before(part)) for part in re.split(r"和(?!谐|平|美)", names)]
    if len(parts) < _PAIR or any(len(part) < _LEAST for part in parts):
        return []
    parts[-1] = parts[-1].removesuffix(label)
    return [Found(value, label, part, low, value.end, "shared", growth=True) for part in parts]


def _one_each(line: Line, start: int, end: int, value: Quantity, done: list[Found]) -> list[Found]:
    """As many of each thing of a list (购置叉车、冷藏车和货架各2台), or of the thing counted before at each place."""
    words = line.setting.without_times(start, value.start)[:end]
    named = [part for part in re.split(r",?以及|、|和(?!谐|平|美)|与", words) if part.strip()]
    parts = [clean(name_before(part)) for part in named]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    last = done[-1] if done else None
    if last is not None and last.quantity.unit == value.unit and line.text.find(";", last.end, start) < 0:
        thing = last.subject if last.reason == "among" and last.subject else last.name
        if not parts[-1].endswith(thing[-2:]):
            return [Found(value, thing, "、".join(parts) + "各", start, value.end, "shared")]
    return [Found(value, part, None, start, value.end, "shared") for part in parts]


_SHARE = re.compile(r"(?:率|占比|比例|比重|增[速幅]|降幅)\Z")


def _joined_to_heads(parts: list[str], *, shares: bool) -> list[str]:
    """Parts of a list put together so that each ends in a measure (…率, …比例); empty if the last does not.

    Shares are of things that may be measures themselves: 工业投资、民间投资|占比.
    """
    head = _SHARE if shares and _SHARE.search(parts[-1]) else HEAD
    joined: list[str] = []
    open_part = ""
    for part in parts:
        open_part = f"{open_part}、{part}" if open_part else part
        if head.search(part):
            joined.append(open_part)
            open_part = ""
    if len(joined) == 1 and not open_part:
        own = "、".join(parts).rpartition(",")[2]
        return split_list(own, own.count("、") + 1) or joined  # 建议、提案办复率
    return [] if open_part else joined
