"""Five-year plans that are not over yet: what a sentence tells of them without a word of the past is to be done."""

from __future__ import annotations

import re

from corpus import PartialDate, Period

_PLAN_PERIOD = re.compile(r"[^,。]{0,4}\"?十(?P<ordinal>[一二三四五六])五\"?(?:期间|时期)")
_FIRST_END = 2010
"""The last year of 十一五."""
_ORDINALS = "一二三四五六"


def opens_with_period_ahead(words: str, as_of: PartialDate) -> bool:
    """Whether folded words open with a plan period (十五五期间) whose last year is not before the year of `as_of`."""
    match = _PLAN_PERIOD.match(words)
    return match is not None and _FIRST_END + 5 * _ORDINALS.index(match["ordinal"]) >= as_of.year


def opens_with_period_over(words: str, own: Period | None) -> bool:
    """Whether folded words open with a plan period that was over when `own` began, the one that a plan is for."""
    match = _PLAN_PERIOD.match(words) if own and own.start else None
    if match is None or own is None or own.start is None:
        return False
    return _FIRST_END + 5 * _ORDINALS.index(match["ordinal"]) < own.start.year
