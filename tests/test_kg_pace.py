"""Verdicts on indicators by a straight line from base to target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus import Comparison, PartialDate
from kg.pace import Dated, judge


def dated(number: str, at: str) -> Dated:
    """A number at a time."""
    return Dated(Decimal(number), PartialDate.parse(at))


@pytest.mark.parametrize(
    ("base", "target", "latest", "comparison", "status"),
    [
        (("50", "2020"), ("75", "2025"), ("75", "2024"), "=", "reached"),
        (("50", "2020"), ("75", "2025"), ("66", "2023"), "=", "on_track"),  # 65 expected after three of five years
        (("50", "2020"), ("75", "2025"), ("64", "2023"), "=", "behind"),
        (("50", "2020"), ("40", "2025"), ("43", "2023"), "=", "on_track"),  # falling is the aim
        (("50", "2020"), ("40", "2025"), ("45", "2023"), "=", "behind"),
        (None, ("95", "2025"), ("96", "2022"), ">=", "reached"),
        (None, ("95", "2025"), ("94", "2022"), ">=", "unknown"),  # no base, no pace
        (None, ("95", "2025"), ("94", "2025"), ">=", "behind"),  # the time is over
        (None, ("5.5", "2025"), ("5.2", "2025"), "<=", "reached"),
        (None, ("95", "2025"), ("96", "2022"), "=", "unknown"),  # which way?
        (("50", "2020"), ("75", "2025"), None, "=", "unknown"),
        (("50", "2020"), None, ("60", "2023"), "=", "unknown"),
        (("50", "2020"), ("75", "2025"), ("50", "2020"), "=", "unknown"),  # the base itself
    ],
)
def test_verdict(
    base: tuple[str, str] | None,
    target: tuple[str, str] | None,
    latest: tuple[str, str] | None,
    comparison: str,
    status: str,
) -> None:
    """Each verdict with the reason for it."""
    found = judge(
        dated(*base) if base else None,
        dated(*target) if target else None,
        dated(*latest) if latest else None,
        Comparison(comparison),
    )
    assert found.status == status
    assert found.reason.endswith("。")
    assert (found.expected is not None) >= (status == "on_track")


@pytest.mark.parametrize(
    ("name", "base", "target", "latest", "comparison", "status"),
    [
        ("粮食产量", "139", "130", "140", ">=", "reached"),  # a floor below what was there
        ("粮食产量", "139", "130", "128", ">=", "behind"),
        ("城镇调查失业率", "5.2", "5.5", "5.1", "~", "reached"),  # the less the better, whatever it was
        ("城镇调查失业率", "5.2", "5.5", "6.1", "~", "behind"),
        ("地区生产总值增长", "5.2", "5", "5.4", "~", "reached"),  # more is better though the target is lower
        ("地区生产总值增长", "5.2", "5", "4.9", "~", "reached"),  # 左右
        ("地区生产总值增长", "5.2", "5", "4.2", "~", "behind"),
        ("单位产值能耗降低", "1", "3", "2", "=", "behind"),
        ("修复草地", "18", "15", "16", "=", "unknown"),  # less than before: which way?
        ("修复草地", "15", "18", "18", "=", "reached"),
    ],
)
def test_which_way(name: str, base: str, target: str, latest: str, comparison: str, status: str) -> None:
    """More or less is better as the target or the name says; an earlier value alone does not tell it."""
    values = dated(base, "2023"), dated(target, "2024"), dated(latest, "2024")
    assert judge(*values, Comparison(comparison), name, of_target=False).status == status


@pytest.mark.parametrize("latest", ["698", "1250"])
def test_part_of_a_year(latest: str) -> None:
    """A target of one year is not judged by the value of half of it."""
    found = judge(
        dated("1244", "2023"), dated("1200", "2024"), dated(latest, "2024-06"), Comparison.AT_LEAST, "新增就业"
    )
    assert found.status == "unknown"
    assert "全年" in found.reason
