"""Lists of values that belong to names in their order: 分别 lists, rates of growth."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.indicators.changes import above_each, without_change
from extract.indicators.grants import granted_in_order
from extract.indicators.line import Found, Line
from extract.indicators.names import (
    CHANGED_TO,
    HEAD,
    clean,
    name_before,
    region,
    segment_start,
)
from extract.indicators.parallels import split_list
from extract.indicators.times_in_order import years_of_range
from extract.numbers.quantities import Quantity
from extract.numbers.quantity_groups import same_measure

_SAID = (
    "为|是|达到?|完成|实现|约|超过?|突破|形成|有|(?:稳定|保持|控制|维持)?在|不低于|再"
    "|[提升]高?[到至]|增[加长]?[到至]|降低?[到至]|[ ]"
)
_RESPECTIVELY = re.compile(
    rf"""
    分别 [比较]? (?P<share>
        占比? (?: [^,、]{{0,12}}的?比?重 | [^,、占]{{1,16}}的 )? | (?:完成|达到?|相当于)[^,、\d]{{1,14}}的
    )?
    (?: {_SAID} | [由从]的? | 同比 | 名义 | 实际
      | 增长 | 下降 | 增加 | 减少 | 提高 | 上升 | 降低 | 回落 | 削减 | 上涨 | 下跌 )* \Z
    """,
    re.VERBOSE,
)
_RESPECTIVELY_FIRST = re.compile(f"分别(?:{_SAID}|新增|新建|改造|建成|建设|提升|培育|下达|安排|发放|组织|开展|引进)*")
_GROWN = re.compile(
    r"(?:同比|环比|年均)?(?:名义|实际)?(?:增长|下降|增加|减少|提高|上升|降低|回落|削减|上涨|下跌)(?![到至])"
)
_COMPARED = re.compile(r"同比|环比")
_COMPARED_END = re.compile(r"(?<=.)(?:同比|环比|年均)\Z")
_REACH = 400
"""Characters before a value within which quotation marks concern it."""

_RECENT = 40
"""Values of a sentence, counted backwards, that a rate of growth can refer to."""


_SHARE_OF = re.compile(r"(?:占|相当于)[^率]*(?:计划|预算|任务|目标|总)|(?:为|完成)[^率]*(?:计划|预算|任务|目标)数?$")
"""How much of a whole the value before makes up, which is not what has grown: 完成4亿元,占年计划的53%,增长13%."""


def grown(value: Quantity, name: str, start: int, done: list[Found]) -> Found:
    """A rate of growth: its subject is what the value before it measures."""
    in_points = value.unit.endswith("百分点")
    recent = (one for one in reversed(done[-_RECENT:]) if not one.growth)
    base = next((one for one in recent if in_points or not _SHARE_OF.match(one.name)), None)
    subject = base.name if base else done[-1].subject
    if base and in_points:
        subject = without_change(base.name) or base.name
    return Found(value, name, subject, start, value.end, "growth", growth=True)


def grown_as_before(values: list[Found], before: Found | None) -> list[Found]:
    """The values of a sentence; a rate at its head that names no subject is of what the sentence before measured.

    Args:
        values: of the sentence.
        before: the last value of the sentence before it in its paragraph.
    """
    if before is None or not values or not values[0].growth or values[0].subject:
        return values
    subject = before.subject if before.growth else without_change(before.name)
    count = next((at for at, one in enumerate(values) if not one.growth or one.subject), len(values))
    return [*(replace(one, subject=subject or None) for one in values[:count]), *values[count:]]


def before_change(words: str, values: tuple[Quantity, ...], done: list[Found]) -> Found | None:
    """The value that has changed to the new ones (由3元提高到5元); None where the words tell by how much."""
    base = next((one for one in reversed(done[-_RECENT:]) if not one.growth), None)
    if base is None or not CHANGED_TO.search(words):
        return None
    return base if all(same_measure(base.quantity, value) for value in values) else None


def changed_in_order(words: str, values: tuple[Quantity, ...], start: int, done: list[Found]) -> list[Found] | None:
    """The new levels of the values of a list with 分别, in their order: 分别由3万、1万元提高到4万、2万元; else None."""
    bases = [one for one in done[-_RECENT:] if not one.growth][-len(values) :]
    in_order = len(values) > 1 and len(bases) == len(values) and all(one.reason == "respectively" for one in bases)
    if not in_order or not CHANGED_TO.search(words):
        return None
    if not all(same_measure(base.quantity, value) for base, value in zip(bases, values, strict=True)):
        return None
    return [
        replace(base, quantity=value, start=value.start if index else start, end=value.end)
        for index, (value, base) in enumerate(zip(values, bases, strict=True))
    ]


_REACHED = re.compile(r"[ ,、]*(?:均|都)?(?:达到?|升至|增至)[ ]?")
"""收入、支出分别增长6%和7%,达4亿元和2亿元: the levels follow in the same order."""
_BELOW = re.compile(r"\([^()]{0,12}下同\)")


def paired(line: Line, start: int, words: str, values: tuple[Quantity, ...], done: list[Found]) -> list[Found] | None:
    """The values of a list with 分别, each with its own name; None where there is no such list."""
    match = _RESPECTIVELY.search(words)
    if match is None:
        return (
            (_REACHED.fullmatch(words) and _levels_of(values, start, done))
            or granted_in_order(line, start, words, values)
            or _names_behind(words, values, start, done)
            or _in_order(words, values, start)
        )
    growth = _GROWN.search(match.group())
    label = growth.group() if growth else ""
    own, names = region(_THAN.sub("", clean(name_before(_BELOW.sub("", words[: match.start()])))))
    compared = _COMPARED.fullmatch(names)
    if not names and not label and values[0].kind != "share":
        return _levels_of(values, start, done)
    if compared_by := _COMPARED_END.search(names):
        names, label = names[: compared_by.start()], compared_by.group() + label
    if not names or compared:
        share = (match["share"] or "").removesuffix("的")
        label = (compared.group() if compared else "") + (label or share or "增长")
        return _of_clause_before(line, values, label, start, done) or _of_earlier(values, label, start, done)
    parts = split_list(names, len(values)) or _between_commas(line, values, done)
    years = None if parts else years_of_range(line, start, len(values))
    made = []
    for index, value in enumerate(values):
        part = clean(parts[index]) if parts else names
        name, subject = (label, part) if label else (part + (match["share"] or "").removesuffix("的"), own)
        place_at = start if index == 0 else value.start
        when = years[index] if years else None
        made.append(Found(value, name, subject, place_at, value.end, "respectively", when, growth=bool(label)))
    return made


_LEVEL = re.compile(r"(?:压缩|压减|缩短|缩减|提高|提升|降低?|增加|控制|保持|稳定)(?:到|至|在|为)[ ]?\Z")


def _in_order(words: str, values: tuple[Quantity, ...], start: int) -> list[Found] | None:
    """As many levels as things that share a measure, without 分别: 开办、变更办理时限压缩至1个、2个工作日."""
    said = _LEVEL.search(words)
    names = clean(name_before(words[: said.start()])) if said else ""
    parts = split_list(names, len(values)) if HEAD.search(names) else None
    if parts is None or not all(same_measure(values[0], value) for value in values):
        return None
    return [
        Found(value, clean(part), None, value.start if index else start, value.end, "respectively")
        for index, (value, part) in enumerate(zip(values, parts, strict=True))
    ]


_THAN = re.compile(r"^(?!同比)[比较与同][^、,]{1,10}\Z")
_SEEN = re.compile(r"^[^,]{0,10}(?:看|来看|其中|方面),")
_ALL_SO = re.compile(
    r"(?:增速|增幅|降幅|增长率)?(?:均|都|全部|皆)[^,]*\Z"
    r"|(?:更是|也|继续)?(?:实现|呈现|保持)?(?:大幅|快速|明显|显著|持续|稳步|较快|平稳|双双|小幅)+[度的]?(?:增长|提升|上升|下降|回升|提高|攀升)[^,]{0,4}\Z"
    r"|(?:供应|供给|生产|运行|需求)(?:充足|平稳|稳定|良好|有序|旺盛)\Z"
)


_GOES = re.compile(
    r"(?<=.{3})(?:更是|(?:供应|供给|生产|运行|需求)(?:充足|平稳|稳定|良好|有序|旺盛)|[双稳]双|实现|保持|呈现?|大幅|较快|稳定|稳步|平稳|快速|持续|继续|恢复|明显|有所)[^,]*\Z"
)
"""What is told of the things of a list before how much each has grown: 粮油、肉蛋供应平稳,分别增长."""


def _between_commas(line: Line, values: tuple[Quantity, ...], done: list[Found]) -> list[str] | None:
    """Names with commas between them, since they hold lists themselves: 水泵、阀门,水表产量分别增长."""
    low = done[-1].quantity.end if done else line.sentence.start
    words = _SEEN.sub("", line.setting.without_times(low, values[0].start).strip(" ,;"))
    names = words.rpartition("分别")[0].split(",")
    if len(names) != len(values) or len(values) < _SEVERAL or not all(1 < len(name) <= _LISTED for name in names):
        return None
    head = HEAD.search(names[-1])
    return [name if head is None or name.endswith(head.group()) else name + head.group() for name in names]


_SEVERAL = 3
"""Names between commas, from which on they are a list."""
_LISTED = 16
"""Characters that a name between commas has at most."""


def _of_clause_before(
    line: Line, values: tuple[Quantity, ...], label: str, start: int, done: list[Found]
) -> list[Found] | None:
    """Rates of the things that the clause before lists: 造纸、制糖用水量增速均超过一成,同比分别增长6%、7%."""
    low = max(line.sentence.start, done[-1].quantity.end if done else 0, start - _REACH)
    begin = segment_start(line.text, low, start - 1)
    words = line.setting.without_times(begin, max(begin, start - 1))
    told = _ALL_SO.search(words) or _GOES.search(words)
    if told is None:
        return None
    parts = split_list(clean(name_before(words[: told.start()])), len(values))
    if parts is None:
        return None
    return [
        Found(value, label, clean(part), value.start if index else start, value.end, "respectively", growth=True)
        for index, (value, part) in enumerate(zip(values, parts, strict=True))
    ]


def _names_behind(words: str, values: tuple[Quantity, ...], start: int, done: list[Found]) -> list[Found] | None:
    """The values of a list whose names stand behind 分别: 分别完成粮食、油料面积5万亩、2万亩."""
    if (above := above_each(words, values, start, done)) is not None:
        return above
    at = words.rfind("分别")
    match = _RESPECTIVELY_FIRST.match(words, at) if at >= 0 else None
    own, names = region(clean(name_before(words[match.end() :]))) if match else (None, "")
    parts = split_list(names, len(values)) if names else None
    if parts is None:
        return _doers(words[: max(at, 0)], words[at + 2 :], values, start) if at > 0 else None
    return [
        Found(value, clean(part), own, value.start if index else start, value.end, "respectively")
        for index, (value, part) in enumerate(zip(values, parts, strict=True))
    ]


def _doers(before: str, deed: str, values: tuple[Quantity, ...], start: int) -> list[Found] | None:
    """The values of what several have done, each with its own subject: 电话、窗口分别受理投诉12件、8件."""
    parts = split_list(clean(name_before(before)), len(values))
    name = clean(name_before(deed))
    if parts is None or len(name) < _LEAST:
        return None
    return [
        Found(value, name, clean(part), value.start if index else start, value.end, "respectively")
        for index, (value, part) in enumerate(zip(values, parts, strict=True))
    ]


_LEAST = 2
"""Characters of what is done."""


def _levels_of(values: tuple[Quantity, ...], start: int, done: list[Found]) -> list[Found] | None:
    """The levels that what has grown before now reaches: 收入分别增长6%和7%,分别达4万元和2万元."""
    grown_before = done[-len(values) :]
    if len(grown_before) != len(values) or not all(one.growth and one.subject for one in grown_before):
        return None
    return [
        Found(value, one.subject or one.name, None, value.start if index else start, value.end, "respectively")
        for index, (value, one) in enumerate(zip(values, grown_before, strict=True))
    ]


def grown_in_order(values: tuple[Quantity, ...], name: str, start: int, done: list[Found]) -> list[Found]:
    """Rates side by side: of as many values named in a list before, in their order, else all of the last one."""
    bases = [one for one in done[-_RECENT:] if not one.growth][-len(values) :]
    if len(values) > 1 and len(bases) == len(values) and all(one.reason == "respectively" for one in bases):
        return [
            Found(value, name, base.name, value.start if index else start, value.end, "growth", growth=True)
            for index, (value, base) in enumerate(zip(values, bases, strict=True))
        ]
    return [grown(value, name, start, done) for value in values]


def _of_earlier(values: tuple[Quantity, ...], label: str, start: int, done: list[Found]) -> list[Found] | None:
    """Rates whose subjects are the values named before, in their order."""
    bases = [one for one in done[-_RECENT:] if not one.growth][-len(values) :]
    if len(bases) != len(values):
        return None
    return [
        Found(value, label, base.name, value.start if index else start, value.end, "respectively", growth=True)
        for index, (value, base) in enumerate(zip(values, bases, strict=True))
    ]
