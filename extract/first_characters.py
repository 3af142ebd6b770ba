"""The characters that a match of a pattern can start with, so that only those places of a text need a try."""

from __future__ import annotations

import re

_OPENING = re.compile(r"\?(?:P<\w+>|<?[=!]|:)")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(?P<least>\d*)[^}]*\})[?+]?")
_CLASS = re.compile(r"(?P<inside>(?:\\.|[^\]\\])*)\]")
_DIGITS = frozenset("0123456789")
_ANY = "\0"
"""Stands for characters that a pattern does not list."""


def first_characters(pattern: str) -> frozenset[str]:
    """What a match can start with, by the pattern's literals, classes and groups.

    Raises:
        ValueError: if a match can be empty or can start with a character that the pattern does not list.
    """
    found, empty = _Firsts(pattern).alternatives()
    if empty or _ANY in found:
        msg = f"no first character: {pattern}"
        raise ValueError(msg)
    return found


class _Firsts:
    """Reads a pattern from left to right; every step gives characters and whether the part can be empty."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def alternatives(self) -> tuple[frozenset[str], bool]:
        """Of the alternatives up to the end of the group."""
        found, empty = self._sequence()
        while self._next() == "|":
            self._at += 1
            more, none = self._sequence()
            found, empty = found | more, empty or none
        return found, empty

    def _sequence(self) -> tuple[frozenset[str], bool]:
        found: frozenset[str] = frozenset()
        empty = True
        while self._next() not in ("", "|", ")"):
            part, none = self._part()
            absent = self._may_be_absent()
            if empty:
                found, empty = found | part, none or absent
        return found, empty

    def _part(self) -> tuple[frozenset[str], bool]:
        first = self._next()
        self._at += 1
        if first == "(":
            return self._group()
        if first == "[":
            return self._class(), False
        if first == "\\":
            self._at += 1
            escaped = self._pattern[self._at - 1]
            return (_DIGITS if escaped == "d" else frozenset(_ANY if escaped in "swSWD" else escaped)), False
        return (frozenset(), True) if first in "^$" else (frozenset(_ANY if first == "." else first), False)

    def _group(self) -> tuple[frozenset[str], bool]:
        opening = _OPENING.match(self._pattern, self._at)
        self._at = opening.end() if opening else self._at
        found, empty = self.alternatives()
        self._at += 1
        looks = opening is not None and opening.group().endswith(("=", "!"))
        return (frozenset(), True) if looks else (found, empty)

    def _class(self) -> frozenset[str]:
        found = _CLASS.match(self._pattern, self._at)
        inside = found["inside"] if found else ""
        self._at += len(inside) + 1
        return frozenset(_ANY) if set(inside) & set("^-.") else frozenset(inside.replace("\\", ""))

    def _may_be_absent(self) -> bool:
        """Whether the quantifier behind a part allows none of it; reads past the quantifier."""
        quantifier = _QUANTIFIER.match(self._pattern, self._at)
        if quantifier is None:
            return False
        self._at = quantifier.end()
        return quantifier.group()[0] in "?*" or quantifier["least"] in ("", "0")
