"""A regular expression as a tree, for what can be known of its matches before any text is looked at.

Read are literals, classes, groups, alternatives, quantifiers and looks around, as `re` documents them, without flags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANY = "\0"
"""Stands for characters that a pattern does not list."""


@dataclass(frozen=True, slots=True)
class One:
    """One character out of a set; with `ANY` in it, any other one as well."""

    characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one behind the other; none for what matches without a character, as ^."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A part with its quantifier: whether it may be absent, and whether it may come more than once."""

    part: Part
    absent: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked for around a place."""

    part: Part
    ahead: bool
    negative: bool


Part = One | Sequence | Choice | Repeated | Look

_OPENING = re.compile(r"\?(?:P<\w+>|(?P<back><)?(?P<look>[=!])|[:>])")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?P<most>,?\d*)\})[?+]?")
_CLASS = re.compile(r"(?P<inside>\]?(?:\\.|[^\]\\])*)\]", re.DOTALL)
_CLASS_PIECE = re.compile(r"\\.|.", re.DOTALL)
_TOP_PIECE = re.compile(r"\\.|\[\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_NOTHING = Sequence(())
_UNLISTED = frozenset(ANY)
_ESCAPED = {
    "d": frozenset("0123456789"),
    **dict.fromkeys("DsSwW", _UNLISTED),
}
"""Classes by their letter; digits as folded text has them."""
_PLACES = frozenset("bBAZ")
"""Letters of escapes that match no character."""


def pattern_tree(pattern: str) -> Part:
    """The parts of a regular expression that compiles."""
    return _Reader(pattern).alternatives()


def top_alternatives(pattern: str) -> tuple[str, ...]:
    """The alternatives of a pattern that are in no group, as they are written."""
    found, depth = [""], 0
    for match in _TOP_PIECE.finditer(pattern):
        piece = match.group()
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            found.append("")
        else:
            found[-1] += piece
    return tuple(found)


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def alternatives(self) -> Part:
        """The alternatives up to the end of the group, or the one that there is."""
        found = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            found.append(self._sequence())
        return Choice(tuple(found)) if len(found) > 1 else found[0]

    def _sequence(self) -> Part:
        parts = []
        while self._next() not in ("", "|", ")"):
            parts.append(self._quantified(self._part()))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _part(self) -> Part:
        first = self._next()
        self._at += 1
        if first == "(":
            return self._group()
        if first == "[":
            return self._class()
        if first == "\\":
            self._at += 1
            letter = self._pattern[self._at - 1]
            return _NOTHING if letter in _PLACES else One(_ESCAPED.get(letter, frozenset(letter)))
        return _NOTHING if first in "^$" else One(_UNLISTED if first == "." else frozenset(first))

    def _group(self) -> Part:
        opening = _OPENING.match(self._pattern, self._at)
        self._at = opening.end() if opening else self._at
        inside = self.alternatives()
        self._at += 1
        if opening is None or not opening["look"]:
            return inside
        return Look(inside, ahead=not opening["back"], negative=opening["look"] == "!")

    def _class(self) -> Part:
        found = _CLASS.match(self._pattern, self._at)
        inside = found["inside"] if found else ""
        self._at += len(inside) + 1
        pieces = _CLASS_PIECE.findall(inside)
        if inside.startswith("^") or "-" in pieces[1:-1]:
            return One(_UNLISTED)
        return One(frozenset().union(*(_ESCAPED.get(one[1:], frozenset(one[-1])) for one in pieces)))

    def _quantified(self, part: Part) -> Part:
        quantifier = _QUANTIFIER.match(self._pattern, self._at)
        if quantifier is None:
            return part
        self._at = quantifier.end()
        sign = quantifier.group()[0]
        absent = sign in "?*" or (sign == "{" and quantifier["least"] in ("", "0"))
        return Repeated(
            part, absent, again=sign in "*+" or bool(quantifier["most"]) or quantifier["least"] not in (None, "0", "1")
        )
