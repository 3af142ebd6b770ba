"""How far an indicator has come: expected value by a straight line from base to target, and the verdict. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corpus.facts import Comparison
from corpus.period import PartialDate
from kg.tables import rows

RULE = (
    "按期应达＝基期值＋（目标值－基期值）×已过时间÷规划时间，按日历天数直线推算；基期、目标和最新值只有年份的按当年12月31日计。"
    "限值、非数值目标、缺少基期值的指标不推算，按年度计的目标在年度中间不推算。“不低于”类以不小于为达到，“不超过”类以不大于为达到，"
    "“左右”类相差不超过目标值的5%为达到；其余按指标名称或同一表格的基期值判断高低哪一种为达到，不能判断的不作研判。"
)
"""Printed beside each verdict."""

REACHED, ON_TRACK, BEHIND, UNKNOWN = "reached", "on_track", "behind", "unknown"
VERDICTS = (REACHED, ON_TRACK, BEHIND, UNKNOWN)
"""已达目标、达到预期进度、滞后、无法判断."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A number in the base unit of its series, and when it holds."""

    number: Decimal
    at: PartialDate


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where an indicator stands.

    Attributes:
        status: one of `VERDICTS`.
        expected: the number it should have reached by the time of the latest value; None where not reckoned.
        gap: latest less expected (less the target, where that time is over); None where not reckoned.
        reason: one Chinese sentence.
    """

    status: str
    expected: Decimal | None
    gap: Decimal | None
    reason: str


def judge(
    base: Dated | None,
    target: Dated | None,
    latest: Dated | None,
    comparison: Comparison,
    name: str = "",
    *,
    of_target: bool = True,
) -> Verdict:
    """The verdict on an indicator from what is known of it.

    Args:
        base: value it starts from.
        target: value it shall reach.
        latest: newest actual value.
        comparison: how the target is meant.
        name: of the indicator, which may tell whether less is better.
        of_target: whether the base is stated with the target, in one row; else it is only an earlier value.
    """
    if target is None:
        return Verdict(UNKNOWN, None, None, "没有可比的目标值。")
    if latest is None:
        return Verdict(UNKNOWN, None, None, "缺少最新值。")
    if base is not None and latest.at.last_day <= base.at.last_day:
        return Verdict(UNKNOWN, None, None, "没有基期之后的数值。")
    falling = _falling(base, target, comparison, name, of_target=of_target)
    if falling is None:
        return Verdict(UNKNOWN, None, None, "不能判断目标的方向：缺少基期值，或目标低于此前的数值而原文没有载明。")
    over, gap = latest.at.last_day >= target.at.last_day, latest.number - target.number
    if not over and _within_a_year(base, target, latest):
        return Verdict(UNKNOWN, None, None, "目标按年度计，最新值不是全年的数值，不能比较。")
    if _reaches(latest.number, target.number, falling=falling):
        return Verdict(REACHED, None, gap, "最新值已达到目标值。")
    if comparison is Comparison.ABOUT and abs(gap) <= abs(target.number) * _ABOUT:
        return Verdict(REACHED, None, gap, "目标值为约数，最新值与其相差不超过5%。")
    if over:
        return Verdict(BEHIND, target.number, gap, "目标时间已到，最新值未达到目标值。")
    if base is None:
        return Verdict(UNKNOWN, None, None, "缺少基期值，不能推算按期应达的数值。")
    return _on_the_way(base, target, latest, falling=falling)


_ABOUT = Decimal("0.05")


def _falling(base: Dated | None, target: Dated, comparison: Comparison, name: str, *, of_target: bool) -> bool | None:
    """Whether less is better: told by the target, by the name, by the base that stands with it; None where unknown."""
    if comparison in (Comparison.AT_LEAST, Comparison.AT_MOST):
        return comparison is Comparison.AT_MOST
    better = next((row["better"] for row in rows("directions") if row["word"] in name), "")
    if better:
        return better == "less"
    if base is None or (target.number < base.number and not of_target):
        return None
    return target.number < base.number


def _within_a_year(base: Dated | None, target: Dated, latest: Dated) -> bool:
    """Whether the target is of one year and the latest value of a part of it: half a year's sum tells no pace."""
    annual = base is not None and target.at.year - base.at.year == 1
    return annual and latest.at.year == target.at.year


def _on_the_way(base: Dated, target: Dated, latest: Dated, *, falling: bool) -> Verdict:
    share = elapsed(base.at.last_day, latest.at.last_day, target.at.last_day)
    expected = base.number + (target.number - base.number) * share
    status = ON_TRACK if _reaches(latest.number, expected, falling=falling) else BEHIND
    words = "达到" if status == ON_TRACK else "未达到"
    return Verdict(
        status, expected, latest.number - expected, f"规划时间已过{share:.0%}，最新值{words}按期应达的数值。"
    )


def elapsed(start: date, at: date, end: date) -> Decimal:
    """The share of the time from `start` to `end` that has gone by at a day between them, 0 to 1."""
    return Decimal((at - start).days) / Decimal((end - start).days)


def _reaches(number: Decimal, goal: Decimal, *, falling: bool) -> bool:
    return number <= goal if falling else number >= goal
