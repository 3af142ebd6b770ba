"""The quantities of one sentence as indicators, left to right: single ones, runs of values, rates of growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.indicators.changes import changed_before, than_what
from extract.indicators.counts import PORTIONS
from extract.indicators.holders import of_deed
from extract.indicators.line import Found, Line, counted_by
from extract.indicators.lists import before_change, changed_in_order, grown_in_order, paired
from extract.indicators.names import GROWTH_ALONE, segment_start
from extract.indicators.nouns import noun_behind, short_noun
from extract.indicators.shared_values import shared
from extract.indicators.single import single
from extract.indicators.times_in_order import in_order_of_times
from extract.numbers.quantities import Quantity
from extract.numbers.quantity_groups import (
    alike,
    between_bounds,
    run_length,
    same_measure,
    with_lent_units,
    without_sizes,
)

_DESCRIBED = re.compile(
    r"(?:的|及以上|规模|产值|级)*(?:重[大点])?[^\W\d_]{0,6}(?:项目|企业|产业|集群|园区|工程|码头|泊位|基地|单位|大户|养殖场|商户|品牌|产品)"
)


_VOLTAGES = frozenset(("kV", "千伏"))
"""Units that name a class of lines and stations: 10kV线路20条."""
_GROWTH_ONLY = re.compile(r"(?:同比|环比|年均|平均|同口径)(?:增长|下降|上涨|上升|回落|增加|减少)")
"""A rate that does not say itself of what it is."""


def read_line(line: Line) -> Iterator[Found]:
    """The indicators of one sentence, left to right."""
    line = replace(line, group=without_sizes(line.text, between_bounds(with_lent_units(line.text, line.group))))
    done: list[Found] = []
    at = 0
    while at < len(line.group):
        run = run_length(line.text, line.group, at)
        found = _read_run(line, at, run, done)
        done.extend(replace(one, when=None) for one in found)
        yield from found
        at += run


def _read_run(line: Line, at: int, run: int, done: list[Found]) -> list[Found]:
    """The indicators of quantities that stand side by side."""
    values = line.group[at : at + run]
    low = _low(line, at, done)
    start = segment_start(line.text, low, values[0].start)
    words = line.setting.without_times(start, values[0].start)
    if start == low and at and "、" in words.strip("、和及与 "):
        words = words[words.index("、", 0 if words[0] == "、" else 1) :]
    if run > 1:
        values = alike(values)
        pairs = changed_in_order(words, values, start, done) or paired(line, start, words, values, done)
        if pairs is not None:
            return [replace(one, time_at=values[0].start) for one in in_order_of_times(line, low, pairs)]
    grown = _grown(line, (low, start), words, values, done)
    if grown is not None:
        return grown
    common = shared(line, low, start, values[0], done) if run == 1 else None
    if common:
        return common
    if run == 2 and (sized := _of_size(line, at, start)):
        return sized
    if _describes(line, at):
        return []
    first = single(line, at, start, words, done)
    if first is None:
        return []
    found = [first, *(_next(line, at + index, first) for index in range(1, run))]
    return in_order_of_times(line, low, found) if run > 1 else found


def _of_size(line: Line, at: int, start: int) -> list[Found]:
    """A count with the size of each thing right behind it (2个300亿元产值园区); empty where no noun follows both."""
    counted, size = line.group[at : at + 2]
    if counted.kind != "count" or size.kind not in {"money", "measure"} or line.text[counted.end : size.start].strip():
        return []
    noun, end = noun_behind(line.text, size, line.stop(at + 1))
    if len(noun) < _LEAST or _NO_THING.match(noun):
        return []
    noun = short_noun(noun)
    measure = _MEASURE_OF_THING.match(noun)
    side = next((name for unit, name in _SIDES if size.unit.endswith(unit)), "")
    one = Found(size, measure.group() if measure else noun + side, None, size.start, end, "noun_behind")
    if counted.spelled:
        return [one]
    name = line.text[size.start : size.end] + noun
    return [Found(counted, name, None, start, size.start, "noun_behind"), one]


_LEAST = 2
"""Characters of a noun."""
_NO_THING = re.compile(r"[(]|(?:以上|以下|左右|的?(?:贷款|资金|补助|补贴|投资|奖励|收入))")
_MEASURE_OF_THING = re.compile("(?:年)?(?:产值|销售收入|营业收入|投资额?|产能|产量)")
_SIDES = (("平方米", "面积"), ("亩", "面积"), ("公顷", "面积"), ("公里", "长度"))


def _grown(
    line: Line, place: tuple[int, int], words: str, values: tuple[Quantity, ...], done: list[Found]
) -> list[Found] | None:
    """Rates of growth, each of what was measured before it; None where the words tell of none.

    Args:
        line: the sentence.
        place: where the words that can name the values begin, and where their comma clause does.
        words: of the clause, without times.
        values: side by side.
        done: the values before them.
    """
    growth = _growth(words, values[0], done)
    if growth is None:
        return None
    low, start = place
    name = than_what(line, start, values[0], growth["name"])
    changed = changed_before(line, low, start) if len(values) == 1 else ""
    if changed:
        return [Found(values[0], name, changed, start, values[0].end, "growth", growth=True)]
    if done:
        base = before_change(words, values, done)
        if base is not None:
            return [replace(base, quantity=value, start=value.start, end=value.end, reason="list") for value in values]
        return grown_in_order(values, name, start, done)
    if len(values) == 1 and _GROWTH_ONLY.fullmatch(growth["name"]):
        return [Found(values[0], growth["name"], None, start, values[0].end, "growth", growth=True)]
    return None


def _growth(words: str, value: Quantity, done: list[Found]) -> re.Match[str] | None:
    """The words that make a value a rate of growth or a sum by which another has grown; None where there are none."""
    growth = GROWTH_ALONE.match(words)
    if growth is None and value.kind != "count":
        growth = GROWTH_ALONE.match(words[words.rfind("、") + 1 :])
    return growth if growth and (not _MORE.search(growth["name"]) or _has_grown(words, value, done)) else None


_MORE = re.compile("[增减多少][收支产]")
"""By how much a sum is more or less than before: 收入完成9亿元,增收1亿元; alone it is an income (实现增收2万元)."""


def _has_grown(words: str, value: Quantity, done: list[Found]) -> bool:
    """Whether the sum before a further one of its measure can be what has grown by it."""
    base = next((one for one in reversed(done) if not one.growth and one.quantity.kind != "share"), None)
    return base is not None and "实现" not in words and same_measure(base.quantity, value)


_DESCRIBED_BY = 8
"""Quantities in a row that can tell which things one more counts, at most."""


def _low(line: Line, at: int, done: list[Found]) -> int:
    """Where the words that can name a quantity begin: behind the one before, unless that only describes its noun."""
    last = at - _DESCRIBED_BY
    while at > max(0, last) and (_describes(line, at - 1) or _is_per(line, at - 1) or _only_names(line, at - 1, done)):
        at -= 1
    return max(line.group[at - 1].end if at else line.sentence.start, done[-1].end if done else 0)


def _only_names(line: Line, at: int, done: list[Found]) -> bool:
    """Whether a number in characters that counts nothing is a part of the next one's name: 城乡三项保险参保率达95%."""
    one = line.group[at]
    several = one.spelled and one.value != 1 and one.unit not in PORTIONS
    if not several or (done and done[-1].quantity.start >= one.start):
        return False
    return not _MARKS.search(line.text, one.end, line.group[at + 1].start)


_MARKS = re.compile("[,。;、:()]")
_PER = re.compile("提[高升]|降低|增加|减少|上调|下调|调整")


def _is_per(line: Line, at: int) -> bool:
    """Whether a quantity only says of how much the next one is the price: 每50公斤提高5元."""
    one = line.group[at]
    return line.text.startswith("每", one.start - 1) and _PER.match(line.text, one.end) is not None


def _describes(line: Line, at: int) -> bool:
    """Whether a quantity says which things the next one counts: 超10亿元项目60个."""
    if at + 1 >= len(line.group) or line.group[at].kind == "share":
        return False
    one, counted = line.group[at], line.group[at + 1]
    if one.unit in _VOLTAGES:
        return not re.search("[,。;、]", line.text[one.end : counted.start])
    between = line.text[one.end : counted.start]
    if one.bounded and one.end > one.number.end and _SO_LARGE.fullmatch(between):
        return counted.kind == "count" and one.kind in {"money", "measure"}
    if one.end > one.number.end and "、" in between:
        between = between.rpartition("、")[2].removeprefix("亿元以上")  # 800万元以上灌区、亿元以上水库28个
    if one.kind == "count" and not one.bounded and between.startswith("重"):
        return False  # 15项重点工程24个项目
    return (
        counted.kind == "count"
        and one.unit != counted.unit
        and len(between) <= 16
        and bool(_DESCRIBED.fullmatch(between))
    )


_SO_LARGE = re.compile("的(?:有|达到?|共|共有|分别有|为)?")
"""Between a bound and the number of those within it: 投资500万元以上的4家."""


_CLASSES = frozenset(("大类", "大项", "类", "方面"))
"""Units of classes, behind whose number that of their members stands: 12大项42个小项."""


def _next(line: Line, at: int, first: Found) -> Found:
    """A further value of a list: its own noun behind it (218户822人, 2个园区、3个基地), else the name of the first."""
    quantity = line.group[at]
    stop = line.stop(at)
    noun, end = noun_behind(line.text, quantity, stop)
    if noun and first.quantity.unit in _CLASSES and first.reason != "noun_behind":
        return replace(
            first, quantity=quantity, name=short_noun(noun), start=quantity.start, end=end, reason="noun_behind"
        )
    if noun and first.reason == "noun_behind":
        _, name = of_deed(replace(first, quantity=quantity, name=""), "", short_noun(noun), [first])
        return replace(first, quantity=quantity, name=name, start=quantity.start, end=end)
    name = counted_by(first, quantity) or first.name
    return replace(first, quantity=quantity, name=name, start=quantity.start, end=quantity.end, reason="list")
