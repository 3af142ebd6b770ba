"""Characters without which a pattern cannot match: most sentences are spared most patterns.

A search for a pattern costs many times more than a look into the set of a sentence's characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from extract.scanning.first_characters import first_characters
from extract.scanning.pattern_tree import ANY, Choice, Look, One, Part, Repeated, pattern_tree

_COMMON = frozenset(
    "的一和化发展建设工作业管理服务推进加强实行中国地会市区县政府企年及部大生成完人全分在为对有机制安监。,;:"
)
"""Characters that most sentences of official texts have; a rarer one tells more."""
_COMMON_COST = 12
_LAYERS = 3
"""So many sets of characters are asked for of each pattern; a fourth spares next to nothing."""
_Needs = tuple[frozenset[str], ...]


class Sieve:
    """Patterns in a row, of which a text can be asked which ones it may hold and which it holds."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compiles the patterns; one that starts with ^ is looked for at the start alone."""
        self.patterns = tuple(
            re.compile(pattern).match if _at_start(pattern) else whether(pattern).search for pattern in patterns
        )
        self._size = len(patterns)
        at_start = [_firsts(pattern) if _at_start(pattern) else "" for pattern in patterns]
        self._anywhere = sum(1 << at for at, first in enumerate(at_start) if not first)
        self._starting: defaultdict[str, int] = defaultdict(lambda: self._anywhere)
        for at, first in enumerate(at_start):
            for one in first:
                self._starting[one] |= 1 << at
        self._always = 0
        self._by_character: dict[str, int] = {}
        for at, pattern in enumerate(patterns):
            needed = needs(pattern)[:_LAYERS]
            for layer in range(_LAYERS):
                bit = 1 << (layer * self._size + at)
                self._always |= 0 if layer < len(needed) else bit
                for one in needed[layer] if layer < len(needed) else ():
                    self._by_character[one] = self._by_character.get(one, 0) | bit
        self._characters = frozenset(self._by_character)

    def mask(self, text: str) -> int:
        """The places of the patterns that `text` may hold, as bits: the first pattern is 1, the second 2."""
        there = map(self._by_character.__getitem__, self._characters.intersection(text))
        layers = reduce(or_, there, self._always)
        start = self._starting.get(text[:1], self._anywhere)
        return layers & layers >> self._size & layers >> 2 * self._size & start

    def possible(self, text: str) -> list[int]:
        """The places in the row of the patterns that `text` may hold, in order."""
        mask = self.mask(text)
        found = []
        while mask:
            lowest = mask & -mask
            found.append(lowest.bit_length() - 1)
            mask ^= lowest
        return found

    def first(self, text: str, mask: int) -> int | None:
        """The place of the first of the patterns in `mask` that is in `text`; None if none is."""
        while mask:
            lowest = mask & -mask
            at = lowest.bit_length() - 1
            if self.patterns[at](text):
                return at
            mask ^= lowest
        return None

    def any_in(self, text: str) -> bool:
        """Whether one of the patterns is in `text`."""
        return self.first(text, self.mask(text)) is not None


def whether(pattern: str) -> re.Pattern[str]:
    """A pattern that is found wherever a match of `pattern` starts, and covers its first character alone.

    The engine leaps to the characters that a pattern starts with, but not where alternatives begin with a group or with
    a look behind. Here it leaps to any of them, and the pattern is what has to be ahead of the place before. A pattern
    that can start with anything stays as it is.
    """
    firsts = re.escape(_firsts(pattern))
    return re.compile(f"[{firsts}](?<=(?=(?:{pattern}))[{firsts}])" if firsts else pattern)


def _at_start(pattern: str) -> bool:
    """Whether a pattern is found at the start of a text alone: ^ is no part of one of several alternatives."""
    return pattern.startswith("^") and not isinstance(pattern_tree(pattern), Choice)


def _firsts(pattern: str) -> str:
    """The characters that a match starts with; none where they are not known."""
    try:
        return "".join(sorted(first_characters(pattern)))
    except ValueError:
        return ""


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of characters of each of which every match of `pattern` has one, the rarest first; empty without any."""
    return _needs(pattern_tree(pattern))


def _needs(part: Part) -> _Needs:
    if isinstance(part, One):
        return () if ANY in part.characters else (part.characters,)
    if isinstance(part, Choice):
        found = [_needs(one) for one in part.parts]
        return tuple(frozenset().union(*layer) for layer in zip(*found, strict=False))
    if isinstance(part, Repeated):
        return () if part.absent else _needs(part.part)
    if isinstance(part, Look):
        return () if part.negative else _needs(part.part)
    return tuple(
        sorted({each for one in part.parts for each in _needs(one)}, key=lambda one: (_cost(one), sorted(one)))
    )


def _cost(found: Iterable[str]) -> int:
    return sum(_COMMON_COST if one in _COMMON else 1 for one in found)
