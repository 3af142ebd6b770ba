"""The characters that a match of a pattern can start with, so that only those places of a text need a try."""

from __future__ import annotations

import re

_OPENING = re.compile(r"\?(?:P<\w+>|<?[=!]|:)")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?P<most>,?\d*)\})[?+]?")
_CLASS = re.compile(r"(?P<inside>(?:\\.|[^\]\\])*)\]")
_DIGITS = frozenset("0123456789")
ANY = "\0"
"""Stands for characters that a pattern does not list."""


def first_characters(pattern: str) -> frozenset[str]:
    """What a match can start with, by the pattern's literals, classes and groups.

    Raises:
        ValueError: if a match can be empty or can start with a character that the pattern does not list.
    """
    return _listed(pattern, _Firsts(pattern, 1).alternatives())


def first_pairs(pattern: str) -> frozenset[str]:
    """The two characters that a match, and what follows it, can start with; `ANY` for a second one that is not listed.

    Raises:
        ValueError: as of `first_characters`.
    """
    return frozenset((found + ANY)[:2] for found in _listed(pattern, _Firsts(pattern, 2).alternatives()))


def _listed(pattern: str, found: frozenset[str]) -> frozenset[str]:
    if any(one[:1] in ("", ANY) for one in found):
        msg = f"no first character: {pattern}"
        raise ValueError(msg)
    return found


class _Firsts:
    """Reads a pattern from left to right; each step gives the beginnings of what a part of it can match.

    A beginning that is shorter than wanted is all that the part matches.
    """

    def __init__(self, pattern: str, length: int) -> None:
        self._pattern = pattern
        self._length = length
        self._at = 0

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def alternatives(self) -> frozenset[str]:
        """Of the alternatives up to the end of the group."""
        found = self._sequence()
        while self._next() == "|":
            self._at += 1
            found |= self._sequence()
        return found

    def _sequence(self) -> frozenset[str]:
        found = frozenset([""])
        while self._next() not in ("", "|", ")"):
            if self._pattern.startswith("(?=", self._at):
                found = self._before(found, self._part())
            else:
                found = self._then(found, self._repeated(self._part()))
        return found

    def _before(self, found: frozenset[str], ahead: frozenset[str]) -> frozenset[str]:
        """The beginnings with what is looked for behind them, as far as that fills them up."""
        wanted = {one: self._then(frozenset([one]), ahead) for one in found}
        full = {one for one, more in wanted.items() if all(len(each) == self._length for each in more)}
        return frozenset().union(*(wanted[one] if one in full else {one} for one in found))

    def _then(self, found: frozenset[str], more: frozenset[str]) -> frozenset[str]:
        return frozenset((one + behind)[: self._length] for one in found for behind in more)

    def _part(self) -> frozenset[str]:
        first = self._next()
        self._at += 1
        if first == "(":
            return self._group()
        if first == "[":
            return self._class()
        if first == "\\":
            self._at += 1
            escaped = self._pattern[self._at - 1]
            return _DIGITS if escaped == "d" else frozenset(ANY if escaped in "swSWD" else escaped)
        return frozenset([""] if first in "^$" else [ANY if first == "." else first])

    def _group(self) -> frozenset[str]:
        opening = _OPENING.match(self._pattern, self._at)
        self._at = opening.end() if opening else self._at
        found = self.alternatives()
        self._at += 1
        looks = opening is not None and opening.group() in ("?<=", "?<!", "?!")
        return frozenset([""]) if looks else found

    def _class(self) -> frozenset[str]:
        found = _CLASS.match(self._pattern, self._at)
        inside = found["inside"] if found else ""
        self._at += len(inside) + 1
        return frozenset(ANY) if set(inside) & set("^-.") else frozenset(inside.replace("\\", ""))

    def _repeated(self, part: frozenset[str]) -> frozenset[str]:
        """The beginnings of a part with the quantifier behind it, which is read past."""
        quantifier = _QUANTIFIER.match(self._pattern, self._at)
        if quantifier is None:
            return part
        self._at = quantifier.end()
        sign = quantifier.group()[0]
        if sign in "*+" or quantifier["most"]:
            part |= self._then(part, part)
        absent = sign in "?*" or (sign == "{" and quantifier["least"] in ("", "0"))
        return part | {""} if absent else part
