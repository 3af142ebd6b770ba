"""A second look at the best hits: how much of the query each covers.

BM25 of separate fields prefers a clause that repeats one word to one that holds a bit of everything; what is asked for
is mostly named once, part of it in the title.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from search.engine import Entry
from search.folding import squeeze
from search.plan import Plan
from search.weights import Weights

WINDOW = 100
"""Hits that are looked at again."""
FEWEST_PAIRS = 3
"""Pairs from which on a query can be covered in part."""


def second_look(
    scores: Sequence[float], entries: Sequence[Entry], plan: Plan, rarity: Callable[[str], float], weights: Weights
) -> list[float]:
    """New scores of the best hits: the old one, and a share of the best old one for covering the query.

    Args:
        scores: of the engine, best first.
        entries: of these hits.
        plan: what was asked for.
        rarity: of a pair of characters in the index: what finding it is worth.
        weights: of the parts.
    """
    worth = {pair: rarity(pair) for pair in plan.ranking.pairs}
    whole = sum(worth.values())
    if not scores or not whole:
        return list(scores)
    best = max(scores)
    return [
        score + best * weights.coverage * _covered(entry, worth) / whole
        for score, entry in zip(scores, entries, strict=True)
    ]


def _covered(entry: Entry, worth: Mapping[str, float]) -> float:
    """The worth of the pairs that stand in the clause, its headings or its title."""
    text = "\n".join((squeeze(entry.text), squeeze(entry.heading), squeeze(entry.title)))
    return sum(value for pair, value in worth.items() if pair in text)
