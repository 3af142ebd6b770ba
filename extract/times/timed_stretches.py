"""Stretches of a text that tell of one time: an account of a half-year, a chapter on the five years before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import Period, Span


@dataclass(frozen=True, slots=True)
class TimedStretch:
    """A stretch of a text, and the time of which it tells."""

    span: Span
    period: Period

    def covers(self, at: int) -> bool:
        """Whether a place lies in the stretch."""
        return self.span.start <= at < self.span.end


def period_at(stretches: Iterable[TimedStretch], at: int) -> Period | None:
    """The time that the first stretch around a place tells of; None if none lies around it."""
    return next((stretch.period for stretch in stretches if stretch.covers(at)), None)
