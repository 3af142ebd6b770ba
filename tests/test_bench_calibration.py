"""Weights fitted to facts that were judged."""

from __future__ import annotations

from bench.calibration import Judged, fit


def facts(reason: str, right: int, wrong: int) -> list[Judged]:
    """Facts that one feature decided, so many right and so many wrong."""
    return [Judged("d", "statement", (reason,), 0.5, at < right) for at in range(right + wrong)]


def test_features_that_are_more_often_right_weigh_more() -> None:
    """Nine in ten against one in two; a feature nobody has seen changes nothing."""
    weights = fit([*facts("sure", 90, 10), *facts("doubtful", 50, 50)])

    assert weights["sure"] > weights["doubtful"]
    assert "unseen" not in weights


def test_the_share_that_is_right_is_met() -> None:
    """What the weights say of a feature is close to the share of its facts that are right."""
    weights = fit([*facts("sure", 180, 20), *facts("doubtful", 120, 80)])
    odds = 2.718281828 ** (weights["bias"] + weights["sure"])

    assert abs(odds / (1 + odds) - 0.9) < 0.03
