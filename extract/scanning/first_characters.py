"""The characters that a match of a pattern can start with, so that only those places of a text need a try."""

from __future__ import annotations

from extract.scanning.pattern_tree import ANY, Choice, Look, One, Part, Repeated, pattern_tree

_Starts = frozenset[str]
"""Beginnings of what a part can match; one that is shorter than wanted is all that the part matches."""
_NOTHING: _Starts = frozenset([""])


def first_characters(pattern: str) -> frozenset[str]:
    """What a match can start with, by the pattern's literals, classes and groups.

    Raises:
        ValueError: if a match can be empty or can start with a character that the pattern does not list.
    """
    return _listed(pattern, 1)


def last_characters(pattern: str) -> frozenset[str]:
    """What a match can end with, by the pattern's literals, classes and groups.

    Raises:
        ValueError: if a match can be empty or can end with a character that the pattern does not list.
    """
    found = _ends(pattern_tree(pattern))
    if found & {"", ANY}:
        msg = f"no last character: {pattern}"
        raise ValueError(msg)
    return found


def first_pairs(pattern: str) -> frozenset[str]:
    """The two characters that a match, and what follows it, can start with; `ANY` for a second one that is not listed.

    Raises:
        ValueError: as of `first_characters`.
    """
    return frozenset((found + ANY)[:2] for found in _listed(pattern, 2))


def _listed(pattern: str, length: int) -> _Starts:
    found = _starts(pattern_tree(pattern), length)
    if any(one[:1] in ("", ANY) for one in found):
        msg = f"no first character: {pattern}"
        raise ValueError(msg)
    return found


def _starts(part: Part, length: int) -> _Starts:
    """The beginnings of what `part` can match, at most `length` characters of each."""
    if isinstance(part, One):
        return part.characters
    if isinstance(part, Choice):
        return frozenset().union(*(_starts(one, length) for one in part.parts))
    if isinstance(part, Repeated):
        once = _starts(part.part, length)
        return once | (_joined(once, once, length) if part.again else once) | (_NOTHING if part.absent else once)
    if isinstance(part, Look):
        return _NOTHING
    found = _NOTHING
    for one in part.parts:
        if isinstance(one, Look) and one.ahead and not one.negative:
            found = _before(found, one.part, length)
        else:
            found = _joined(found, _starts(one, length), length)
    return found


def _ends(part: Part) -> _Starts:
    """The last characters of what `part` can match."""
    if isinstance(part, One):
        return part.characters
    if isinstance(part, Choice):
        return frozenset().union(*(_ends(one) for one in part.parts))
    if isinstance(part, Repeated):
        return _ends(part.part) | (_NOTHING if part.absent else frozenset())
    if isinstance(part, Look):
        return _NOTHING
    found = _NOTHING
    for one in reversed(part.parts):
        if "" not in found:
            break
        found = (found - _NOTHING) | _ends(one)
    return found


def _joined(found: _Starts, more: _Starts, length: int) -> _Starts:
    return frozenset((one + behind)[:length] for one in found for behind in more)


def _before(found: _Starts, ahead: Part, length: int) -> _Starts:
    """The beginnings with what is looked for behind them, as far as that fills them up."""
    wanted = {one: _joined(frozenset([one]), _starts(ahead, length), length) for one in found}
    full = {one for one, more in wanted.items() if all(len(each) == length for each in more)}
    return frozenset().union(*(wanted[one] if one in full else {one} for one in found))
