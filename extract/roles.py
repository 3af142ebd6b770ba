"""What the words beside the names of bodies make of them: lead, joint, consulted, copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus import Role
from extract.bodies import Body
from extract.lexicon import rows

_BETWEEN = re.compile(r"(?:[、,和与及\s]|以及|等)*(?:\(单位\))?(?:[、,和与及\s]|以及)*")


FIRST, WITH = "first", "with"
"""Outcomes of a cue that need more than the cue: see `lexicon/duty_cues.tsv` and `_role_of_with`."""


@cache
def _cues() -> tuple[tuple[bool, re.Pattern[str], str], ...]:
    """The rows, compiled and anchored at the list; whether it is the side before the list comes first."""
    return tuple(
        (side == "before", re.compile(f"(?:{pattern})$" if side == "before" else f"(?:{pattern})"), role)
        for side, pattern, role, _ in rows("duty_cues")
    )


_TOGETHER = re.compile(
    r"(?:等)?(?:有关|相关|各)?(?:部门|单位)?(?:共同|一起|一道|联合|建立|开展|密切|协同|配合|合作|签订|加强(?:协作|配合|合作))"
)
_LINKED = re.compile(r"[^;。\n]{0,40}?(?:衔接|协作|合作|配合)")


def runs(text: str, bodies: Sequence[Body]) -> Iterator[tuple[Body, ...]]:
    """Bodies in order, those together that nothing but list marks parts: 省财政厅、省教育厅和省民政厅."""
    run: list[Body] = []
    for body in bodies:
        if run and not _joined(text, run[-1].end, body.start):
            yield tuple(run)
            run = []
        run.append(body)
    if run:
        yield tuple(run)


def _joined(text: str, start: int, end: int) -> bool:
    return 0 <= end - start < 8 and _BETWEEN.fullmatch(text, start, end) is not None


def roles_of_run(text: str, run: Sequence[Body]) -> tuple[Role, ...]:
    """The role of each body of a list, by the words on both sides of the list; `mentioned` where none says."""
    start, end = run[0].start, run[-1].end
    before = text[max(0, start - 14) : start].rpartition("\n")[2]
    after = text[end : end + 60].partition("\n")[0]
    for is_before, pattern, role in _cues():
        if not (pattern.search(before) if is_before else pattern.match(after)):
            continue
        if role == FIRST:
            return (Role.LEAD, *(Role.JOINT for _ in run[1:]))
        if role != WITH:
            return tuple(Role(role) for _ in run)
        if _TOGETHER.match(after) or (before.endswith(("加强与", "加强同")) and _LINKED.match(after)):
            return tuple(Role.JOINT for _ in run)
    return tuple(Role.MENTIONED for _ in run)
