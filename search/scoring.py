"""What makes a hit better, as a list of parts that every engine adds up; pure but for the titles it is told.

A part is either a token, which counts by BM25, or a string at a place, which counts a fixed amount.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from search.plan import Plan
from search.tokenizer import ranking_pairs
from search.weights import Weights


@dataclass(frozen=True, slots=True)
class TokenPart:
    """A token in a field counts by its rarity and frequency, times `weight`."""

    field: str
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class StringPart:
    """A squeezed string at a place (`text`, `title`, `heading`) counts `weight`."""

    place: str
    needle: str
    weight: float


def tokens_of(plan: Plan, weights: Weights) -> Iterator[TokenPart]:
    """The tokens by which hits are ranked."""
    ranking = plan.ranking
    for word in ranking.words:
        yield TokenPart("words", word, weights.word)
    for char in ranking.characters:
        yield TokenPart("characters", char, weights.character)
    for pair in ranking.pairs:
        yield TokenPart("text", pair, weights.pair)
        yield TokenPart("title", pair, weights.title)
        yield TokenPart("heading", pair, weights.heading)
    yield from _other_wordings(plan, weights)


def inverse_frequency(entries: int, of: int) -> float:
    """What a token is worth that stands in so many entries of an index (the IDF of BM25)."""
    return math.log(1 + (of - entries + 0.5) / (entries + 0.5))


def field_of(token: str) -> str:
    """The field of an index in which a character, or a pair of characters, is counted."""
    return "characters" if len(token) == 1 else "text"


def strings_of(plan: Plan, weights: Weights) -> Iterator[StringPart]:
    """The strings by which hits are ranked: the wanted terms as a whole."""
    for phrase in plan.ranking.phrases:
        if 2 < len(phrase) <= weights.longest_phrase:
            yield StringPart("text", phrase, weights.phrase)
            yield StringPart("title", phrase, weights.title_phrase)


def _other_wordings(plan: Plan, weights: Weights) -> Iterator[TokenPart]:
    """Pairs of the other wordings; a long wording counts as much as the short one that was asked for."""
    known = set(plan.ranking.pairs)
    for leaf in plan.wanted:
        own, *others = plan.needles[leaf]
        for other in others:
            fresh = [pair for pair in dict.fromkeys(ranking_pairs(other)) if pair not in known]
            share = max(len(own) - 1, 1) / max(len(other) - 1, 1)
            known.update(fresh)
            for pair in fresh:
                yield TokenPart("text", pair, weights.other_wording * share)
