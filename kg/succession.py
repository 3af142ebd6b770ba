"""Which bodies took the place of which: reforms of the centre and of places, and renamed places, as data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from corpus.store.graph_rows import Body, Succession
from kg.bodies import body_id
from kg.identity import identify
from kg.names import Rename, renames
from kg.places import COUNTRY, Place, shorten, successors
from kg.setting import Setting, place_at_start


def successions_of(body: Body) -> Iterator[tuple[Succession, Body]]:
    """The rows in which a body is the one before or the one after, each with the other body."""
    if body.kind != "organization":
        return
    if body.level == "central":
        yield from _central(body)
    elif body.place:
        yield from _local(body)
        yield from _of_place(body)


def _central(body: Body) -> Iterator[tuple[Succession, Body]]:
    for row in renames("central"):
        if body.name in (row.before, row.after):
            other = identify(row.after if body.name == row.before else row.before, Setting(COUNTRY))
            yield _row(row, body_id(row.before), body_id(row.after)), other.body


def _local(body: Body) -> Iterator[tuple[Succession, Body]]:
    """The reforms that gave the place's office another name, or that name to it."""
    place = place_at_start(body.place or "", None)
    rows = _rows_of(body.core) if place else ()
    for row in rows:
        if place is None or not row.holds(body.level, shorten(place.province)):
            continue
        other = _sibling(body, place, row)
        if other:
            before, after = (body, other) if body.core == row.before else (other, body)
            yield _row(row, before.id, after.id), other


def _row(row: Rename, before: str, after: str) -> Succession:
    return Succession(before, after, row.kind, row.since, row.source)


@cache
def _rows_of(core: str) -> tuple[Rename, ...]:
    return tuple(row for row in renames("local") if core in (row.before, row.after))


def _sibling(body: Body, place: Place, row: Rename) -> Body | None:
    """The body of the same place at the other end of the row; None where the place can have no such body."""
    since = int(row.since[:4])
    core, year = (row.after, since) if body.core == row.before else (row.before, since - 1)
    other = identify(f"{body.place}{core}", Setting(place, year=year)).body
    return other if other.kind == "organization" else None


def _of_place(body: Body) -> Iterator[tuple[Succession, Body]]:
    """The same office of the place that took this one's place: 襄樊市财政局, 襄阳市财政局."""
    moved = successors().get(body.place or "")
    if moved and body.place and body.name.startswith(body.place):
        place, year, source = moved
        other = identify(place.name + body.name.removeprefix(body.place), Setting(place)).body
        yield Succession(body.id, other.id, "renamed", str(year), source or "行政区划变更表"), other
