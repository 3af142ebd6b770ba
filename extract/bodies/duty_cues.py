"""The rows of `lexicon/duty_cues.tsv`: which of them fit the words before and after a list of bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import NamedTuple

from extract.lexicon import rows
from extract.scanning.first_characters import first_characters, last_characters

BEFORE, AFTER, SUBJECT, CLAUSE, CHARGE = "before", "after", "subject", "clause", "charge"
"""Sides of a cue: see `lexicon/duty_cues.tsv`."""

FIRST, WITH, TIES = "first", "with", "ties"
"""Outcomes of a cue that need more than the cue: see `lexicon/duty_cues.tsv` and `roles`."""


class _Cue(NamedTuple):
    """A row of `duty_cues` and whether the words before or after a list hold it."""

    side: str
    role: str
    find: Callable[[str], object]


@cache
def _cues() -> tuple[_Cue, ...]:
    """Every row, those of the words before a list anchored at its start, the others at its end."""
    return tuple(
        _Cue(side, role, re.compile(f"(?:{pattern})$").search if _leads(side) else re.compile(pattern).match)
        for side, pattern, role, _ in rows("duty_cues")
    )


def _leads(side: str) -> bool:
    return side in (BEFORE, CHARGE)


@cache
def _cues_before() -> dict[str, tuple[int, ...]]:
    """By the last character of the words before a list the rows that they may hold."""
    lasts = {at: last_characters(row[1]) for at, row in enumerate(rows("duty_cues")) if _leads(row[0])}
    return {one: tuple(at for at, last in lasts.items() if one in last) for one in frozenset().union(*lasts.values())}


@cache
def _cues_after() -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """By the first character of the words after a list the rows that they may hold; the rows that any may hold."""
    firsts: dict[int, frozenset[str] | None] = {}
    for at, (side, pattern, *_) in enumerate(rows("duty_cues")):
        if not _leads(side):
            firsts[at] = first_characters(pattern) if side != CLAUSE else None
    listed = {one for found in firsts.values() for one in found or ()}
    by_first = {one: tuple(at for at, found in firsts.items() if found is None or one in found) for one in listed}
    return by_first, tuple(at for at, found in firsts.items() if found is None)


def fitting_cues(before: str, after: str, barred: Collection[str]) -> Iterator[tuple[str, str]]:
    """Side and role of the rows that fit the words before and after a list, in the order of the table."""
    cues, by_last, (by_first, always) = _cues(), _cues_before(), _cues_after()
    for row in sorted((*by_last.get(before[-1:], ()), *by_first.get(after[:1], always))):
        side, role, find = cues[row]
        if side not in barred and find(before if _leads(side) else after):
            yield side, role


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs that a subject is followed by."""
    return re.compile("|".join(pattern for side, pattern, *_ in rows("duty_cues") if side == SUBJECT))


def opens_with_verb(text: str, start: int) -> bool:
    """Whether a verb of duty stands at `start` of `text` (folded), so that the subject stands before."""
    return _verbs().match(text, start) is not None
