"""Characters without which a pattern cannot match: most sentences are spared most patterns.

A search for a pattern costs many times more than a look into the set of a sentence's characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_COMMON = frozenset(
    "的一和化发展建设工作业管理服务推进加强实行中国地会市区县政府企年及部大生成完人全分在为对有机制安监。,;:"
)
"""Characters that most sentences of official texts have; a rarer one tells more."""
_COMMON_COST = 12
_DIGITS = frozenset("0123456789")
"""Of folded text."""
_LAYERS = 3
"""So many sets of characters are asked for of each pattern; a fourth spares next to nothing."""
_Needs = tuple[frozenset[str], ...]


class Sieve:
    """Patterns in a row, of which a text can be asked which ones it may hold and which it holds."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compiles the patterns; one that starts with ^ is looked for at the start alone."""
        compiled = [re.compile(pattern) for pattern in patterns]
        self.patterns = tuple(
            one.match if pattern.startswith("^") else one.search
            for one, pattern in zip(compiled, patterns, strict=True)
        )
        self._size = len(patterns)
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
        layers = self._always
        by_character = self._by_character
        for one in self._characters.intersection(text):
            layers |= by_character[one]
        return layers & layers >> self._size & layers >> 2 * self._size & (1 << self._size) - 1

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


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of characters of each of which every match of `pattern` has one, the rarest first; empty without any.

    Read are literals, groups, alternatives, quantifiers and looks around; everything else is taken for any character.
    """
    return _Reader(pattern).alternatives()


def alternatives(pattern: str) -> tuple[str, ...]:
    """The alternatives of a pattern that are in no group; each of them needs more than all of them have in common."""
    return _Reader(pattern).split()


def _cost(found: Iterable[str]) -> int:
    return sum(_COMMON_COST if one in _COMMON else 1 for one in found)


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def split(self) -> tuple[str, ...]:
        """The alternatives that are in no group."""
        found, start = [], 0
        self._sequence()
        while self._next() == "|":
            found.append(self._pattern[start : self._at])
            self._at += 1
            start = self._at
            self._sequence()
        return (*found, self._pattern[start:])

    def alternatives(self) -> _Needs:
        """What a match of one of the alternatives needs, up to the end of the group."""
        found = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            found.append(self._sequence())
        return tuple(frozenset().union(*layer) for layer in zip(*found, strict=False))

    def _sequence(self) -> _Needs:
        """The rarest of what the parts of a sequence need."""
        needed: set[frozenset[str]] = set()
        while self._next() not in ("", "|", ")"):
            part = self._part()
            needed.update(() if self._may_be_absent() else part)
        return tuple(sorted(needed, key=lambda one: (_cost(one), sorted(one))))

    def _part(self) -> _Needs:
        """What one part needs; nothing where it is no literal, class of literals or group."""
        first = self._next()
        self._at += 1
        if first == "(":
            return self._group()
        if first == "[":
            return self._class()
        if first == "\\":
            self._at += 1
            return (_DIGITS,) if self._pattern[self._at - 1] == "d" else ()
        return () if first in ".^$" else (frozenset(first),)

    def _group(self) -> _Needs:
        opening = re.compile(r"\?(?:P<\w+>|<?[=!]|:)").match(self._pattern, self._at)
        self._at = opening.end() if opening else self._at
        inside = self.alternatives()
        self._at += 1
        return () if opening and opening.group().endswith("!") else inside

    def _class(self) -> _Needs:
        end = self._pattern.index("]", self._at + 1)
        inside, self._at = self._pattern[self._at : end], end + 1
        return () if set(inside) & set("^-\\") else (frozenset(inside),)

    def _may_be_absent(self) -> bool:
        """Whether the quantifier behind a part allows none of it; reads past the quantifier."""
        quantifier = re.compile(r"(?:[?*+]|\{(?P<least>\d*)[^}]*\})\??").match(self._pattern, self._at)
        if quantifier is None:
            return False
        self._at = quantifier.end()
        return quantifier.group()[0] in "?*" or quantifier["least"] in ("", "0")
