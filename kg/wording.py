"""The object words of a statement: what is left of it without the words of official prose, and how rare they are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.names import central
from kg.tables import rows

_WINDOW = 2
_ENOUGH = 8
"""Pairs of characters that tell an object by themselves."""


@cache
def _cut() -> re.Pattern[str]:
    """Whatever parts the object words of a statement from one another."""
    bodies = (name for name in central() if len(name) > _WINDOW)
    words = sorted((*(row["word"] for row in rows("general_words")), *bodies), key=len, reverse=True)
    return re.compile(
        rf"""
        ^第[一二三四五六七八九十百]+[条章节款]                  # 第四条
        |(?<=[0-9％%])[万亿]?[年月日个家项所张户件人元倍][底末初内前后]?   # 3600|个, 2025|年底
        |(?:自治区|[省市县区州]|国家)[一-鿿]{{1,8}}?(?:厅|局|委员会|委|政府|办公室|督查室)  # 省数据局
        |[^一-鿿]+
        |{"|".join(words)}
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=200_000)
def chunks_of(statement: str) -> tuple[str, ...]:
    """The stretches of two or more characters that name objects, in their order."""
    return tuple(chunk for chunk in _cut().split("".join(statement.split())) if len(chunk) >= _WINDOW)


@lru_cache(maxsize=200_000)
def grams_of(statement: str) -> frozenset[str]:
    """The pairs of neighbouring characters within the object words."""
    return frozenset(
        chunk[at : at + _WINDOW] for chunk in chunks_of(statement) for at in range(len(chunk) - _WINDOW + 1)
    )


def rarity_of(statements: Iterable[str]) -> dict[str, float]:
    """How much each pair of characters tells: the logarithm of how many statements there are for one that has it."""
    counted: Counter[str] = Counter()
    total = 0
    for statement in statements:
        counted.update(grams_of(statement))
        total += 1
    return {gram: rarity_in(count, total) for gram, count in counted.items()}


def rarity_in(count: int, total: int) -> float:
    """How much a pair of characters tells that `count` of `total` statements have."""
    return math.log((total + 1) / count)


def likeness(one: str, other: str, rarity: dict[str, float]) -> float:
    """How much two statements share of their object words, weighted by rarity, 0 to 1.

    The cosine; less where they share too few pairs of characters to tell much.
    """
    first, second = grams_of(one), grams_of(other)
    both = sum(rarity[gram] ** 2 for gram in first & second)
    if not both:
        return 0.0
    lengths = math.prod(math.sqrt(sum(rarity[gram] ** 2 for gram in grams)) for grams in (first, second))
    return both / lengths * min(1.0, math.sqrt(len(first & second) / _ENOUGH)) if lengths else 0.0


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """The longest object words that stand in both, longest first; parts of one of them are left out."""
    text = "\n".join(chunks_of(other))
    found: list[str] = []
    for chunk in chunks_of(one):
        at = 0
        while at < len(chunk) - 1:
            length = next((size for size in range(len(chunk) - at, 1, -1) if chunk[at : at + size] in text), 0)
            if length:
                found.append(chunk[at : at + length])
            at += max(length, 1)
    ordered = sorted(dict.fromkeys(found), key=lambda word: -len(word))
    return tuple(word for at, word in enumerate(ordered) if not any(word in longer for longer in ordered[:at]))
