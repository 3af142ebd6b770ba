"""The best hits of a search, by their scores times what their documents weigh.

Tantivy multiplies each of the scores before it compares them, which takes a third of the time of a broad search. As
documents weigh nearly the same, the best ones are among somewhat more that are best by the plain score. Whether they
are can be told: what comes behind them would not reach them though it weighed the most.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tantivy import Query

if TYPE_CHECKING:
    from search.tantivy_view import View

_FEW, _MANY = 100, 1000
"""Hits that are looked at besides those that are wanted; hits up to which they are wanted few enough for that."""
_ALIKE = 1.06
"""How many times as much as usual a document weighs at most, for it to be worth a try."""
_ROUNDED = 1e-5
"""Share by which scores may differ for being rounded."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best hits.

    Attributes:
        hits: score and address of each.
        count: how many there are at all; None where that was not found out.
    """

    hits: Sequence[tuple[float, Any]]
    count: int | None


def best(view: View, query: Query, limit: int, offset: int = 0, *, broad: bool = False) -> Best:
    """The best hits of a query.

    Args:
        view: is searched.
        query: scores them.
        limit: how many.
        offset: hits before them.
        broad: whether they may be so many that weighing each takes milliseconds.
    """
    found = _by_plain_score(view, query, limit) if broad and not offset else None
    if found is not None:
        return found
    result = view.searcher.search(query, limit, offset=offset, weight_by_field="weight")
    return Best(result.hits, result.count)


def surely_best(view: View, query: Query, limit: int, above: float) -> Best | None:
    """The best hits of a query of which those are of no use whose plain score is at most `above`.

    None where that cannot be told of some that are among the best.
    """
    found = _by_plain_score(view, query, limit, above)
    return None if found is None else Best(found.hits, None)


def _by_plain_score(view: View, query: Query, limit: int, above: float = 0.0) -> Best | None:
    """The best from the best by the plain score; None where these may be others, or not all of them are above it."""
    most, usual = view.documents.factors
    if limit > _MANY or most > usual * _ALIKE:
        return None
    result = view.searcher.search(query, 2 * limit + _FEW)
    plain = result.hits
    if not plain or plain[-1][0] <= above * (1 + _ROUNDED):
        return None
    weights = view.searcher.fast_field_values("weight", [address for _, address in plain])
    weighed = sorted(
        (-score * math.log2(2 + weight), address.segment_ord, address.doc, address)
        for (score, address), weight in zip(plain, weights, strict=True)
    )
    best_ones = [(-score, address) for score, *_, address in weighed[:limit]]
    if len(plain) < result.count and plain[-1][0] * most * (1 + _ROUNDED) >= best_ones[-1][0]:
        return None
    return Best(best_ones, result.count)
