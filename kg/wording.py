"""The object words of a statement: what is left of it without the words of official prose, and how rare they are."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter

from kg.names import central
from kg.tables import rows

_WINDOW = 2
_ENOUGH = 8
"""Pairs of characters that tell an object by themselves."""


@cache
def _cut() -> re.Pattern[str]:
    """Whatever parts the object words of a statement from one another."""
    bodies = (name for name in central() if len(name) > _WINDOW)
    return re.compile(
        rf"""
        ^第[一二三四五六七八九十百]+[条章节款]                  # 第四条
        |(?<=[0-9％%])[万亿]?[年月日个家项所张户件人元倍][底末初内前后]?   # 3600|个, 2025|年底
        |(?:自治区|[省市县区州]|国家)[一-鿿]{{1,8}}?(?:厅|局|委员会|委|政府|办公室|督查室)  # 省数据局
        |[^一-鿿]+
        |{_one_of((*(row["word"] for row in rows("general_words")), *bodies))}
        """,
        re.VERBOSE,
    )


def _one_of(words: Iterable[str]) -> str:
    """A pattern of the longest of these words, parted by their first characters: most places have none of them."""
    behind: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        behind[word[0]].append(word[1:])
    each = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in behind.items())
    return f"(?=[{''.join(behind)}])(?:{each})"


@lru_cache(maxsize=200_000)
def chunks_of(statement: str) -> tuple[str, ...]:
    """The stretches of two or more characters that name objects, in their order."""
    return tuple(chunk for chunk in _cut().split("".join(statement.split())) if len(chunk) >= _WINDOW)


@lru_cache(maxsize=200_000)
def grams_of(statement: str) -> frozenset[str]:
    """The pairs of neighbouring characters within the object words."""
    return frozenset([chunk[at : at + 2] for chunk in chunks_of(statement) for at in range(len(chunk) - 1)])


@lru_cache(maxsize=200_000)
def triples_of(statement: str) -> frozenset[str]:
    """The three neighbouring characters within the object words: a shared word of three or more has one."""
    chunks = chunks_of(statement)
    return frozenset([chunk[at : at + 3] for chunk in chunks for at in range(len(chunk) - 2)])


def marks_of(statement: str) -> Sequence[str]:
    """All three neighbouring characters, those of object words among them: far quicker than to cut these out."""
    text = "".join(statement.split())
    if 3 < len(text) <= _USUAL:
        return _windows(len(text))(text)
    return [text[at : at + 3] for at in range(len(text) - 2)]


_USUAL = 500
"""Characters of a statement, at most, for which what cuts it up is kept ready."""
_THREES = tuple(slice(at, at + 3) for at in range(_USUAL - 2))


@cache
def _windows(length: int) -> Callable[[str], tuple[str, ...]]:
    """What cuts a text of this length, more than three characters, into all three neighbouring ones at once."""
    return itemgetter(*_THREES[: length - 2])


class Rarity(dict[str, float]):
    """How much each pair of characters tells: the logarithm of how many statements there are for one that has it.

    Kept squared, as sums need it.
    """

    def __init__(self, total: int, counted: Mapping[str, int], further: Mapping[str, int] | None = None) -> None:
        """Of `total` statements that many have each pair, in one or two countings; reckoned when asked for."""
        super().__init__()
        self._total = total
        self._counted = counted
        self._further = further or {}
        self._squares: dict[int, float] = {}
        self._lengths: dict[str, float] = {}

    def __missing__(self, gram: str) -> float:
        count = self._counted.get(gram, 0) + self._further.get(gram, 0)
        square = self._squares.get(count)
        if square is None:
            square = self._squares[count] = math.log((self._total + 1) / max(count, 1)) ** 2
        self[gram] = square
        return square

    def of(self, grams: Iterable[str]) -> float:
        """The sum of the squares of these pairs."""
        return sum(map(self.__getitem__, grams))

    def length(self, statement: str) -> float:
        """The length of a statement's vector of pairs."""
        found = self._lengths.get(statement)
        if found is None:
            found = self._lengths[statement] = math.sqrt(self.of(grams_of(statement)))
        return found


def rarity_of(statements: Iterable[str]) -> Rarity:
    """How much each pair of characters tells among these statements."""
    given = list(statements)
    return Rarity(len(given), Counter(gram for statement in given for gram in grams_of(statement)))


def likeness(one: str, other: str, rarity: Rarity, least: float = 0.0) -> float:
    """How much two statements share of their object words, weighted by rarity, 0 to 1.

    The cosine; less where they share too few pairs of characters to tell much. What is surely less than `least` is told
    as 0: the cosine is at most the share of the first statement's own length that both have.
    """
    shared = grams_of(one) & grams_of(other)
    both = rarity.of(shared)
    if not both:
        return 0.0
    telling, length = min(1.0, math.sqrt(len(shared) / _ENOUGH)), rarity.length(one)
    if math.sqrt(both) / length * telling < least * _ROUNDED:
        return 0.0
    return both / (length * rarity.length(other)) * telling


_ROUNDED = 1 - 1e-9
"""What is left for the last digits of a quotient."""


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
