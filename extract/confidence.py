"""How sure a fact is, from the named features that decided it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache

from extract.lexicon import rows


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight, _ in rows("confidence")}


@lru_cache(maxsize=1024)
def confidence(reasons: tuple[str, ...]) -> float:
    """The share of statements with these features that are right, between 0 and 1, to two places."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(reason, 0.0) for reason in reasons)
    return round(1 / (1 + math.exp(-total)), 2)


@cache
def _doubts() -> dict[tuple[str, str], float]:
    return {(fact, reason): float(doubt) for fact, reason, doubt, _ in rows("doubts")}


def sureness(fact: str, reasons: Iterable[str]) -> float:
    """The share of `indicator` or `time` facts with these reasons that are right, from 0.1 to 1, to two places."""
    doubt = sum(_doubts().get((fact, reason), 0.0) for reason in reasons)
    return round(max(0.1, 1 - doubt), 2)
