"""How far an indicator has come: expected value by a straight line from base to target, and the verdict. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corpus.facts import Comparison
from corpus.period import PartialDate

RULE = (
    "按期应达＝基期值＋（目标值－基期值）×已过时间÷规划时间，按日历天数直线推算；基期、目标和最新值只有年份的按当年12月31日计。"
    "限值、非数值目标、缺少基期值的指标不推算；“不低于”类以不小于为达到，“不超过”类以不大于为达到。"
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


def judge(base: Dated | None, target: Dated | None, latest: Dated | None, comparison: Comparison) -> Verdict:
    """The verdict on an indicator from what is known of it.

    Args:
        base: value it starts from.
        target: value it shall reach.
        latest: newest actual value.
        comparison: how the target is meant.
    """
    if target is None:
        return Verdict(UNKNOWN, None, None, "没有可比的目标值。")
    if latest is None:
        return Verdict(UNKNOWN, None, None, "缺少最新值。")
    if base is not None and latest.at.last_day <= base.at.last_day:
        return Verdict(UNKNOWN, None, None, "没有基期之后的数值。")
    if base is None and comparison not in _DOWN and comparison not in _UP:
        return Verdict(UNKNOWN, None, None, "缺少基期值，不能判断目标的方向。")
    falling = comparison in _DOWN or (base is not None and target.number < base.number)
    if _reaches(latest.number, target.number, falling=falling):
        return Verdict(REACHED, None, latest.number - target.number, "最新值已达到目标值。")
    if latest.at.last_day >= target.at.last_day:
        return Verdict(BEHIND, target.number, latest.number - target.number, "目标时间已到，最新值未达到目标值。")
    if base is None:
        return Verdict(UNKNOWN, None, None, "缺少基期值，不能推算按期应达的数值。")
    return _on_the_way(base, target, latest, falling=falling)


_UP = frozenset({Comparison.AT_LEAST})
_DOWN = frozenset({Comparison.AT_MOST})


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
