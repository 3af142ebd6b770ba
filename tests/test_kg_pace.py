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
