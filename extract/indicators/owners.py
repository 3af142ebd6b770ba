"""Whose a value is that measures what a value before it does: shares, yields, leads, parts behind 其中."""

from __future__ import annotations

import re

from extract.indicators.changes import without_change
from extract.indicators.line import Found, Line
from extract.indicators.names import DEALS, GROWTH_END
from extract.numbers.quantities import Quantity
from extract.numbers.quantity_groups import same_measure

_OF_ANOTHER = re.compile(
    r"占.*|(?:为|完成).*(?:计划|预算|任务|目标)数?|占?比重?|总量|总?投资|总数|面积|金额|获批|总额|合计|余额"
)
"""Names that measure what the value before them names."""
_YIELDS = re.compile("[总年单亩]?产量?|总?产值|增加值|均价|销售额|销[量售]")
"""Measures of what the value right before them counts: 播种面积8万亩,产量3万吨."""
_AIMS = re.compile("力争|确保|预计|争取")
_AHEAD = re.compile(
    r"[ ,、]*(?:并|且|均|都)?(?P<name>(?:增[速幅长]|涨幅|降幅|占比|比重)?(?:明显|大幅|显著|略|均)?"
    r"(?:[高低快慢好优先]于|超过|超出?|领先|落后于?|滞后于?|跑赢)[^,;。]{2,24}?)(?:约|近|了)?"
)
"""How far a rate is ahead of another one: 同比增长6%,高于全省平均水平2个百分点."""
_OVER_PLAN = re.compile(
    r"(?:超(?:额|出|过)?(?:完成)?|低于|高于|少于|多于|短缺?)(?:年度|全年|时序|省定|市定|预定|既定|原定|序时)*(?:计划|目标|任务|预期|预算|进度)(?:任务|数)?"
)
"""By how much what was set is passed: 面积45万亩,超计划2万亩."""
_CONTRIBUTES = re.compile(r"[ ,、]*(?P<name>对[^,;。]{2,20}?(?:贡献率|贡献度))")
_IS_OF = re.compile(r"[ ,、]*(?P<name>(?:为|完成)[^,;。]{0,10}(?:计划|预算|任务|目标)数?)的?")
"""How much of what was set is reached: 收入9万元,为调整预算数的98%."""
_OWN_DEED = re.compile(r"[ ,、;]*(?:完成|落实|新增|实现|发放|安排|建成|带动|继续)(?=.{2})")
"""What a value behind 其中 starts with that is of a deed of its own: 其中造林5万亩,完成抚育6万亩."""
_OTHER_DEED = re.compile(rf"[ ,、;]*{DEALS.pattern}(?=.{{2}})")
"""Any deed, where the unit is another one: 其中高速公路3公里,新建车站3座."""
_AGAINST = re.compile("[比较]")


def of_another(
    line: Line, quantity: Quantity, named: tuple[str, str | None], start: int, words: str, done: list[Found]
) -> Found:
    """A value with the name before it, which may measure what a value before it does.

    Args:
        line: its sentence.
        quantity: the value.
        named: its name, and whose it is by the words themselves.
        start: where its comma clause begins.
        words: of that clause before it, without times.
        done: what the sentence has measured before.
    """
    name, own = named
    alone = "、" not in words.strip("、, ")
    if quantity.kind == "share" and (whole := _IS_OF.fullmatch(words)):
        name = whole["name"]
    if done and quantity.unit.endswith("百分点") and (ahead := _AHEAD.fullmatch(words)):
        name, own = ahead["name"], _owner(done)
    elif done and _OVER_PLAN.fullmatch(name) and same_measure(done[-1].quantity, quantity):
        own = _owner(done)
    elif share := _CONTRIBUTES.match(words):
        name, own = share["name"], _owner_beside(line, start, done)
    elif done and alone and _OF_ANOTHER.fullmatch(name):
        own = _owner(done) if _is_whole(line, done, name) else own
    elif alone and _YIELDS.fullmatch(name) and not _AIMS.search(words):
        own = _owner_beside(line, start, done) or own
    elif done and own is None and _is_told_of(line, done[-1], quantity):
        own = done[-1].name
    return Found(quantity, name, own, start, quantity.end, "words_before")


def _is_told_of(line: Line, last: Found, quantity: Quantity) -> bool:
    """Whether a value tells of the things counted right before it, without a mark between: 16个项目开工8个."""
    counted = last.reason == "noun_behind" and last.quantity.kind == "count"
    return counted and _MARK.search(line.text, last.end, quantity.start) is None


_MARK = re.compile("[,、;:。()和与及]")


def _owner(done: list[Found]) -> str | None:
    """Whose a further measure is: of the last value that is no rate of growth nor a measure of another itself."""
    for one in reversed(done):
        derived = (
            one.growth
            or _YIELDS.fullmatch(one.name)
            or (one.subject and (_OF_ANOTHER.fullmatch(one.name) or _OVER_PLAN.fullmatch(one.name)))
        )
        if derived or "贡献" in one.name:
            continue
        if name := GROWTH_END.sub("", without_change(one.name)):
            return name
    return done[-1].subject


def _owner_beside(line: Line, start: int, done: list[Found]) -> str | None:
    """Whose a measure is that stands right behind a value with a name of its own."""
    if not done or done[-1].reason == "respectively" or line.text[done[-1].end : start].strip(" ,、;"):
        return None
    return _owner(done)


def goes_apart(last: Found, quantity: Quantity, words: str) -> bool:
    """Whether a value behind 其中 is of a deed of its own, and no part of the whole any more."""
    if _OWN_DEED.match(words) or (_AGAINST.search(words) and without_change(words) != words):
        return True
    return not same_measure(last.quantity, quantity) and _OTHER_DEED.match(words) is not None


_ATTRIBUTE = re.compile(r"(?:(?<![增成延])[长宽高厚深]|长度|宽度|高度|厚度|深度|(?:占地|建筑|总)?面积)\Z")
"""Names of one side of a thing, which is not what the next value is of: 路面宽6米,总投资300万元."""


_SCALES = "亿万千百"


def _is_whole(line: Line, done: list[Found], name: str) -> bool:
    """Whether the last value names the thing that a sum beside it is of, and not a side of it or one of several."""
    if name.startswith(("总投资", "合计", "总额")) and len(done) > 1 and done[-1].quantity.kind == "count":
        between = line.text[done[-2].end : done[-1].quantity.start]
        return "、" not in between or "," in between
    return not _ATTRIBUTE.search(done[-1].name)


def whole_of(done: list[Found], quantity: Quantity) -> str | None:
    """What the parts behind 其中 are parts of: the last thing named, not a side of it unless that is what is parted."""
    last = done[-1]
    unit = quantity.unit.lstrip(_SCALES)
    if not _ATTRIBUTE.search(last.name) or last.quantity.unit.lstrip(_SCALES) == unit:
        return last.name
    return next((one.name for one in reversed(done) if one.quantity.unit.lstrip(_SCALES) == unit), None)
