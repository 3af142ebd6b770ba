"""Texts that a regular expression with two ways through the same words takes longest to refuse.

A repeat such as (?:带动|作用|带动作用)+ can cut one run of words up in two ways for each pair of them, and tries them
all before it says no. Told here is what such repeats are fed with: words of which one is others in a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

_MOST_WORDS = 300
_RUN = 24
"""So often comes the word: if two ways double the time at each, the last takes a second at the least."""

_constants: Any = import_module("re._constants")
_parser: Any = import_module("re._parser")
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_DIGIT, _SPACE, _WORD = "1", " ", "a"
_OF_CATEGORY = {
    _constants.CATEGORY_DIGIT: _DIGIT,
    _constants.CATEGORY_SPACE: _SPACE,
    _constants.CATEGORY_WORD: _WORD,
}
_OTHER = "\N{CJK UNIFIED IDEOGRAPH-9F98}"
"""Stands for whatever a class leaves open."""


def hostile_texts(pattern: str, flags: int) -> Iterator[str]:
    """Texts for each repeat of the pattern that can cut the same words up in two ways; none for most patterns."""
    for before, body in _repeats(_parser.parse(pattern, flags), ""):
        words = _words(body)
        for word in sorted(words):
            if _in_a_row(word, words - {word}):
                yield before + word * _RUN + "\0"
                break


def _repeats(parts: Any, before: str) -> Iterator[tuple[str, Any]]:
    """Each repeat without a narrow bound and the shortest text that leads up to it."""
    for kind, value in parts:
        for inside in _inner(kind, value):
            yield from _repeats(inside, before)
        if kind in _REPEATS and value[1] > _RUN // 2:
            yield before, value[2]
        before += min(_words([(kind, value)]), key=len, default="")


def _inner(kind: Any, value: Any) -> list[Any]:
    if kind is _constants.BRANCH:
        return list(value[1])
    if kind is _constants.SUBPATTERN:
        return [value[3]]
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    return [value[2]] if kind in _REPEATS else []


def _words(parts: Any) -> set[str]:
    """Some of the texts that the parts match in a row, looks around left aside."""
    found = {""}
    for kind, value in parts:
        own = _own_words(kind, value)
        found = set(islice((first + second for first in sorted(found) for second in sorted(own)), _MOST_WORDS))
    return found


def _own_words(kind: Any, value: Any) -> set[str]:
    if kind is _constants.LITERAL:
        return {chr(value)}
    if kind is _constants.IN:
        return _characters(value)
    if kind in (_constants.ANY, _constants.NOT_LITERAL):
        return {_OTHER}
    if kind is _constants.ATOMIC_GROUP:
        return _words(value)
    if kind in _REPEATS:
        return _repeated(_words(value[2]), value[0], value[1])
    inner = [] if kind in (_constants.ASSERT, _constants.ASSERT_NOT) else _inner(kind, value)
    return set().union(*map(_words, inner)) or {""}


def _characters(members: Any) -> set[str]:
    if members[0][0] is _constants.NEGATE:
        return {_OTHER}
    found = set()
    for kind, value in members[:12]:
        if kind is _constants.CATEGORY:
            found.add(_OF_CATEGORY.get(value, _OTHER))
        else:
            found.add(chr(value if kind is _constants.LITERAL else value[0]))
    return found


def _repeated(words: set[str], least: int, most: int) -> set[str]:
    found, row = ({""} if not least else set()), {""}
    for count in range(1, min(most, max(least, 1) + 1) + 1):
        row = set(islice((first + second for first in sorted(row) for second in sorted(words)), _MOST_WORDS))
        found |= row if count >= least else set()
    return found


def _in_a_row(word: str, words: set[str]) -> bool:
    """Whether the word is two or more of the others in a row."""
    reached = [True] + [False] * len(word)
    for end in range(1, len(word) + 1):
        reached[end] = any(reached[start] and word[start:end] in words for start in range(end))
    return bool(word) and reached[-1]
