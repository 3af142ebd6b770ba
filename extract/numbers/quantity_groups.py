"""Quantities that belong together: lists of one measure, the two bounds of a range, durations that measure nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from corpus import Comparison, Span
from extract.numbers.numerals import UNITS
from extract.numbers.quantities import Quantity

_JOINED = re.compile(r"[ \n]*(?P<mark>[、,]|和|与|及)?[ \n]*\Z")
_MEASURED_BEFORE = re.compile(
    r"""
    月数 | 放宽[到至] | 延长[到至] | 压[缩减][到至] | 缩短[到至]
  | (?: 同比 | 环比 | 较[^,]{1,10} | 比[^,]{1,10} ) (?: 增加 | 减少 | 延长 | 缩短 | 提前 ) 了? \Z
  | 间隔 | 车程 | 用时 | 耗时
  | 年龄 | 天数 | 日数 | 年限 | 周期 | 时限 | 时间 | 时长 | 期限 | 寿命 | 工期 | 优良天 | 历时 | 学时 | 课时
  | (?: 不(?:得|能)? (?:少于|低于|超过|高于|多于|短于|长于) | 至少 | 最长 | 最短 | 最多 ) [ ]? (?:为|达)? \Z
  | (?: 参保 | 保险 | 缴费 | 缴存 | 缴纳 ) (?: 满 | 累计 | 连续 | 已 )* \Z
  | 每[天日] (?: 参加 | 开展 | 坚持 | 安排 | 体育 | 户外 | 校园 | 阳光 | 活动 | 锻炼 | 运动 | 阅读 | 的 )* \Z
    """,
    re.VERBOSE,
)
"""Words of a clause by which a stretch of time is a measured one, or bounded by a rule."""

_MEASURED_BEHIND = re.compile(
    r"""
    (?: 的 )? [^,。;:、]{0,16}? (?: 消费 | 销售 | 用 | 使用 | 储备 )量
  | (?: 的 )? [^,。;:、]{0,16}? (?: 保险金 | 资金 | 保险费 | 工资 | 补贴 | 补助 | 津贴 | 生活费 | 房租 | 租金 )
  | 的 (?: 就业 )? (?: 见习 | 实习 | 实训 | 轮训 | 试用 | 渐退期 | 过渡期 | 缓冲期 | 免租期 | 孵化期 )
  | 减半 | 免征 | 缓缴 | 减征
    """,
    re.VERBOSE,
)
"""Words behind a number of months by which it counts amounts: 3个月的销售量."""

_WIDENED = re.compile(r"(?:扩[展大]|放宽|调整|延长)[到至为]\Z")
"""Before ages that are the scope of a policy."""

_IN_HOURS = re.compile(r"(?:之|以)?内(?=[一-鿿])")
"""Behind hours or minutes: what has to be done within them."""


def is_duration(text: str, quantity: Quantity) -> bool:
    """Whether a quantity of time is only how long something takes (3年内), not a measured one (预期寿命78岁)."""
    if quantity.kind != "time":
        return False
    clause = re.split(r"[,。;:\n]", text[max(0, quantity.start - 30) : quantity.start])[-1]
    if quantity.unit == "日" and not quantity.spelled:
        return "工作日" not in clause and "日数" not in clause and not _BOUND_DAYS.search(clause)
    if _measured_behind(text, quantity):
        return False
    if quantity.value == _WHOLE_DAY and clause.endswith(("每天", "每日")):
        return True
    return not _MEASURED_BEFORE.search(clause) and not (_GRANTED.search(clause) and text.startswith("的", quantity.end))


_WHOLE_DAY = 24
"""Hours of a day, which say that something never stops: 每天24小时值班."""
_BOUND_DAYS = re.compile(r"(?:不(?:得|能)?(?:少于|低于|超过)|至少|最长)\Z")
_GRANTED = re.compile(r"(?:给予|享受|提供|延长|缓缴|发放)[^,]{0,4}\Z")
"""A stretch of time that is itself what one is given: 给予3个月的临时安置."""


def _measured_behind(text: str, quantity: Quantity) -> bool:
    """Whether the words behind a stretch of time make a measure of it: hours to do something, ages, months of a sum."""
    if quantity.unit in {"小时", "个小时", "分钟"}:
        return bool(_IN_HOURS.match(text, quantity.number.end))
    if quantity.unit in {"岁", "周岁"}:
        if _LIFE.search(text, max(0, quantity.start - 40), quantity.start):
            return True
        return isinstance(quantity.value, tuple) and bool(
            _WIDENED.search(text, max(0, quantity.start - 6), quantity.start)
        )
    return counts_amounts(text, quantity)


_LIFE = re.compile(r"寿命[^。;\n]{0,16},(?:达到?|为|提高到|增至)了?\Z")
"""The clause before an age tells whose life lasts so long: 预期寿命提高1岁,达到78岁."""


def counts_amounts(text: str, quantity: Quantity) -> bool:
    """Whether a number of months counts amounts of what stands behind it: 3个月的销售量, 6个月工资."""
    return quantity.unit == "个月" and bool(_MEASURED_BEHIND.match(text, quantity.end))


_SIZED = re.compile(r"的?[^\W\d_]{0,4}(?:项目|企业|工程|单位|大户|园区|产业)")
"""Behind a bound what it describes: 完成投资23亿元,3亿元以上项目8个."""


def run_length(text: str, group: tuple[Quantity, ...], at: int) -> int:
    """How many quantities from `at` on stand side by side, with nothing but a separator between them."""
    length = 1
    while at + length < len(group):
        last, following = group[at + length - 1], group[at + length]
        joint = _JOINED.match(text[last.end : following.start])
        if joint is None or (joint["mark"] == "," and (last.unit != following.unit or last.kind == "count")):
            break
        if not (same_measure(last, following) or _of_rates(last, following)) and joint["mark"] is not None:
            break
        if joint["mark"] == "," and following.comparison in _BOUNDS and _SIZED.match(text, following.end):
            break
        if joint["mark"] == "," and following.kind == "share" and text.startswith("的", following.end):
            break
        length += 1
    return length


_RATES = frozenset(("%", "‰", "/10万", "/十万"))


def _of_rates(one: Quantity, other: Quantity) -> bool:
    """Whether two values are rates of a list told by different measures: 分别为9.8/10万、3.2‰."""
    return one.unit in _RATES and other.unit in _RATES


def alike(values: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Values of one list: a bound before the first (分别超过) or behind the last (左右) holds for all."""
    said = [value.comparison for value in values if value.comparison in _BOUNDS]
    of_one = all(same_measure(values[0], value) or _of_rates(values[0], value) for value in values)
    if len(set(said)) != 1 or not of_one:
        return values
    return tuple(replace(value, comparison=said[0]) for value in values)


_BOUNDS = frozenset({Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.ABOUT})


def same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two values can be of one list: of one unit but for its scale."""
    return one.unit.lstrip("万亿千百") == other.unit.lstrip("万亿千百")


def with_lent_units(text: str, group: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities of a list that share the end of their unit, with all of it: 1.28万亿、8200亿元, 2个、3个百分点."""
    out = list(group)
    for at in range(len(group) - 2, -1, -1):
        one, following = out[at], out[at + 1]
        lone = (
            one.unit and not one.unit.lstrip("万亿千百") and following.unit.endswith("元") and following.kind == "money"
        )
        side_by_side = text[one.end : following.start] in {"、", "和"}
        if lone and side_by_side:
            out[at] = replace(one, unit=f"{one.unit}元", kind="money")
        if one.unit == "个" and following.unit == "个百分点" and side_by_side:
            out[at] = replace(one, unit=following.unit, kind=following.kind)
    return tuple(out)


def between_bounds(group: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities with 一千元以上三万元以下 put together to one range, in the unit of its low bound."""
    out: list[Quantity] = []
    for one in group:
        bounds = _bounds(out[-1], one) if out and out[-1].end == one.start else None
        if bounds is None:
            out.append(one)
        else:
            span = Span(out[-1].start, one.end)
            out[-1] = replace(out[-1], span=span, value=bounds, comparison=Comparison.RANGE)
    return tuple(out)


_UP_TO_SHARE = re.compile(r"的?[一-鿿]{2,24}(?:率|比例|比重|占比)(?:达到?|保持|稳定|为|不低于|超过|在|[ ])*")


def without_sizes(text: str, group: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities without those that only describe: 5个10亿元以上项目, 30户以上村寨的覆盖率达到95%."""
    out: list[Quantity] = []
    for at, one in enumerate(group):
        last = out[-1] if out else None
        if last and last.end == one.start and last.kind == "count" and _is_size(one):
            out[-1] = replace(last, span=Span(last.start, one.end))
        elif not (at + 1 < len(group) and _narrows(text, one, group[at + 1])):
            out.append(one)
    return tuple(out)


def _is_size(quantity: Quantity) -> bool:
    """Whether a quantity can say how large a counted thing is."""
    return quantity.kind in {"money", "measure"} and quantity.comparison in _BOUNDS


_AROUND = frozenset(("米", "公里", "千米", "里"))
_REACHED_WITHIN = re.compile(
    r"(?:半径|范围)?[一-鿿]{0,8}(?:覆盖|通达|可达|服务)率(?:已|均|要)?(?:达到?|提[高升]到|保持|稳定|为|超过|在|[ ])*"
)
"""Behind a distance the rate of what is reached within it: 公交站点500米|覆盖率达到."""


def _narrows(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether a bounded count only says of which things the share behind it is."""
    if one.unit in _AROUND and other.kind == "share":
        return _REACHED_WITHIN.fullmatch(text, one.end, other.start) is not None
    bound = one.kind == "count" and one.bounded
    behind = bound and other.kind == "share" and other.start - one.end <= 40
    return behind and bool(_UP_TO_SHARE.fullmatch(text, one.end, other.start)) and one.end > one.number.end


def _bounds(low: Quantity, high: Quantity) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range of which one quantity is the low and the other the high bound."""
    if isinstance(low.value, tuple) or isinstance(high.value, tuple) or not same_measure(low, high):
        return None
    if (low.comparison, high.comparison) != (Comparison.AT_LEAST, Comparison.AT_MOST):
        return None
    end = high.value * _scale(high.unit) / _scale(low.unit)
    return (low.value, end) if low.value < end else None


def _scale(unit: str) -> Decimal:
    """The factor that a unit begins with: 万元 is 10,000."""
    factor = Decimal(1)
    for char in unit[: len(unit) - len(unit.lstrip("万亿千百"))]:
        factor *= UNITS[char]
    return factor
