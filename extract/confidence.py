"""How sure a statement is, from the named features that decided it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from extract.lexicon import rows


@cache
def _weights() -> dict[str, float]:
    return {feature: float(weight) for feature, weight, _ in rows("confidence")}


def confidence(reasons: Iterable[str]) -> float:
    """The share of statements with these features that are right, between 0 and 1, to two places."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(reason, 0.0) for reason in reasons)
    return round(1 / (1 + math.exp(-total)), 2)
