"""Where values stand in the sentences of a document: those to be reached, and those that were."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from corpus import Indicator, IndicatorKind, Span


class ValuePlaces:
    """The values of a document by place; what a table holds states nothing of a sentence."""

    __slots__ = ("_reached", "_targets")

    def __init__(self, indicators: Sequence[Indicator]) -> None:
        """Of the values of a document, in order."""
        stated = [one for one in indicators if not one.from_table]
        self._targets = [one.span.start for one in stated if one.kind is not IndicatorKind.ACTUAL]
        self._reached = [one.span.start for one in stated if one.kind is IndicatorKind.ACTUAL]

    def has_target(self, span: Span) -> bool:
        """Whether a value to be reached is stated at a place."""
        return _has_one(self._targets, span)

    def has_reached(self, span: Span) -> bool:
        """Whether a value that was reached is stated at a place."""
        return _has_one(self._reached, span)


def _has_one(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the places in a row lies in a span."""
    return bisect_left(starts, span.start) < bisect_left(starts, span.end)
