"""What each body that a document names does at its place: by the cues around it, its note, its column of a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus import Genre, Metadata, Role, Span
from extract.bodies.names import Body
from extract.bodies.responsibility import first_leads
from extract.bodies.roles import role_in_note, roles_of_run, runs
from extract.outline.stances import lays_duties
from extract.reading import Reading

_COPIED = re.compile(r"^[ \t]*(?:抄送|抄报)(?:机关|单位)?[ ]*[::]|(?:抄送|抄报)(?:机关|单位)?[ ]*:[^。\n]{0,200}$")
"""A line of the imprint that names whom copies go to."""


def roles_of_bodies(reading: Reading, bodies: Sequence[Body], notes: Sequence[Span]) -> Iterator[tuple[Body, Role]]:
    """Each body with its role.

    Args:
        reading: the document.
        bodies: in its unwrapped text, by place.
        notes: of responsibility, by place in that text.
    """
    text = reading.unwrapped.text
    return _in_cells(_with_roles(text, bodies, notes, reading.metadata), _cells(reading))


def _with_roles(
    text: str, bodies: Sequence[Body], notes: Sequence[Span], metadata: Metadata
) -> Iterator[tuple[Body, Role]]:
    """Each body with its role at its place; the bodies of a list share one."""
    lays = lays_duties(metadata)
    charges = metadata.genre is not Genre.PROPOSAL_REPLY
    starts = [note.start for note in notes]
    by_order, led = first_leads(text), -1
    copies = "抄送" in text or "抄报" in text
    for run in runs(text, bodies):
        for body, role in zip(run, roles_of_run(text, run, lays, charges), strict=True):
            at = bisect_right(starts, body.start) - 1
            in_note = at >= 0 and body.end <= notes[at].end
            if copies and _COPIED.search(text[_line_start(text, body.start) : body.start]):
                yield body, Role.COPIED
            elif in_note and by_order:
                yield body, Role.JOINT if at == led else Role.LEAD
                led = at
            elif in_note and role is Role.MENTIONED:
                yield body, role_in_note(text, body.end, notes[at].start, notes[at].end)
            else:
                yield body, role


def _line_start(text: str, offset: int) -> int:
    """Where the line starts, or a little before `offset` in a very long one."""
    near = max(0, offset - 400)
    return max(near, text.rfind("\n", near, offset) + 1)


def _cells(reading: Reading) -> list[tuple[int, int, Role]]:
    """Where the tables of tasks name who is responsible, and the role that the header gives."""
    unwrapped = reading.unwrapped
    cells = {
        (unwrapped.at(span.start), unwrapped.at(span.end), role)
        for row in reading.task_rows
        for span, role in row.bodies
    }
    return sorted(cells)


def _in_cells(
    found: Iterable[tuple[Body, Role]], cells: Sequence[tuple[int, int, Role]]
) -> Iterator[tuple[Body, Role]]:
    """The bodies, those in a column of responsible bodies with the role of the column; one by itself leads."""
    pairs = list(found)
    inside: defaultdict[int, int] = defaultdict(int)
    places = [_cell_of(body, cells) for body, _ in pairs]
    for place in places:
        inside[place] += 1
    for (body, role), place in zip(pairs, places, strict=True):
        if place < 0 or role is not Role.MENTIONED:
            yield body, role
        else:
            yield body, Role.LEAD if inside[place] == 1 else cells[place][2]


def _cell_of(body: Body, cells: Sequence[tuple[int, int, Role]]) -> int:
    """The place among the cells of the one that a body stands in; -1 without one."""
    at = bisect_right(cells, body.start, key=lambda cell: cell[0]) - 1
    return at if at >= 0 and body.end <= cells[at][1] else -1
