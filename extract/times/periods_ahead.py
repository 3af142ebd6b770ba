"""Five-year plans that are not over yet, or are: what is told of them without a word of tense is to be done, or was."""

from __future__ import annotations

import re

from corpus import PartialDate, Period

_PLAN_PERIOD = re.compile(r"[^,。]{0,4}\"?十(?P<ordinal>[一二三四五六])五\"?(?:期间|时期)")
_NAMED_PERIOD = re.compile(r"十(?P<ordinal>[一二三四五六])五\"?(?!以来)")
_FIRST_END = 2010
"""The last year of 十一五."""
_ORDINALS = "一二三四五六"


def opens_with_period_ahead(words: str, as_of: PartialDate) -> bool:
    """Whether folded words open with a plan period (十五五期间) whose last year is not before the year of `as_of`."""
    match = _PLAN_PERIOD.match(words)
    return match is not None and _last(match) >= as_of.year


def opens_with_period_over(words: str, own: Period | None) -> bool:
    """Whether folded words open with a plan period that was over when `own` began, the one that a plan is for."""
    match = _PLAN_PERIOD.match(words) if own and own.start else None
    return match is not None and own is not None and own.start is not None and _last(match) < own.start.year


def is_of_period_over(heading: str, year: int) -> bool:
    """Whether a folded heading names plan periods (十五五规划实施情况), all of which were over before `year`."""
    named = [_last(match) for match in _NAMED_PERIOD.finditer(heading)]
    return bool(named) and max(named) < year


def _last(match: re.Match[str]) -> int:
    """The last year of a plan period."""
    return _FIRST_END + 5 * _ORDINALS.index(match["ordinal"])
