"""The edges around nodes, as questions walk over them; few statements each, whatever the number of nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    func,
    intersect,
    select,
    true,
    union,
)

from corpus.store import graph_tables as tables
from corpus.store.graph_lists import EDGE, PIECE, among, edge_of, nodes, pieces, shown
from corpus.store.graph_rows import Described, Edge, Node, Step
from corpus.store.rows import Rows
from corpus.store.tables import document

_TEXTS = 20
"""Texts of documents held at once while quotes are cut out of them."""


def steps(
    connection: Connection,
    keys: Iterable[str],
    limit: int,
    kinds: Sequence[str],
    visibility: Sequence[str],
    year: int | None = None,
) -> tuple[Step, ...]:
    """Edges that touch one of these nodes, at most `limit` of each node in each direction.

    In the order of the nodes; of each, the edges that it starts and then those that it ends, strongest first.
    """
    place = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    found: list[tuple[int, int, float, int, Step]] = []
    for side, end in enumerate(("source", "target")):
        query = _strongest(connection.dialect.name, end, tuple(kinds), tuple(visibility), year)
        for some in pieces(place):
            for key, *step in connection.execute(query, {"keys": some, "most": limit}).all():
                one = Step(*step)
                found.append((place[key], side, -one.weight, -one.row, one))
    found.sort()
    return tuple({one.row: one for *_, one in found}.values())


def edges(connection: Connection, rows: Iterable[int]) -> tuple[Edge, ...]:
    """The edges in these rows, in their order."""
    ordered, query = list(dict.fromkeys(rows)), _rows(connection.dialect.name)
    found: dict[int, Edge] = {}
    for at in range(0, len(ordered), PIECE):
        some = connection.execute(query, {"rows": ordered[at : at + PIECE]}).all()
        found.update((row.id, edge_of(row)) for row in some)
    return tuple(found[row] for row in ordered)


@lru_cache
def _rows(dialect: str) -> Select[Any]:
    return select(tables.edge).where(among(dialect, EDGE.id, "rows"))


@lru_cache(maxsize=256)
def _strongest(
    dialect: str, end: str, kinds: tuple[str, ...], visibility: tuple[str, ...], year: int | None
) -> Select[Any]:
    """The `most` strongest edges of each of the nodes `keys`; drawn by index, hubs cost no more than others.

    PostgreSQL has lateral joins for this; SQLite, which has none, looks up each node's list of row numbers.
    """
    key, lateral = tables.node.c.id.label("key"), dialect == "postgresql"
    drawn = tables.edge if lateral else tables.edge.alias("one")
    inner = (
        select(*(drawn.c[name] for name in (_STEP if lateral else ("id",))))
        .where(drawn.c[end] == tables.node.c.id, *_conditions(drawn, kinds, visibility, year))
        .order_by(drawn.c.weight.desc(), drawn.c.id.desc())
        .limit(bindparam("most"))
        .correlate(tables.node)
    )
    named = among(dialect, tables.node.c.id, "keys")
    if lateral:
        found = inner.lateral()
        return select(key, *found.c).select_from(tables.node.join(found, true())).where(named)
    columns = (EDGE[name] for name in _STEP)
    return select(key, *columns).select_from(tables.node.join(tables.edge, EDGE.id.in_(inner))).where(named)


_STEP = ("id", "kind", "source", "target", "weight")


def _conditions(
    drawn: FromClause, kinds: Sequence[str], visibility: Sequence[str], year: int | None
) -> Iterator[ColumnElement[bool]]:
    yield shown(visibility, drawn)
    if kinds:
        yield drawn.c.kind.in_(kinds)
    if year:
        yield drawn.c.on.like(f"{year}%")


def joining(
    connection: Connection, one: str, other: str, kinds: Sequence[str], visibility: Sequence[str], limit: int
) -> tuple[str, ...]:
    """Ids of nodes that have edges with both of two nodes, however many edges these have."""
    both = intersect(*(_neighbours(key, kinds, visibility).subquery().select() for key in (one, other)))
    return tuple(connection.execute(both.limit(limit)).scalars())


def _neighbours(key: str, kinds: Sequence[str], visibility: Sequence[str]) -> CompoundSelect[str]:
    conditions = tuple(_conditions(tables.edge, kinds, visibility, None))
    return union(
        select(EDGE.target.label("key")).where(EDGE.source == key, *conditions),
        select(EDGE.source.label("key")).where(EDGE.target == key, *conditions),
    )


def between(
    connection: Connection,
    some: Sequence[str],
    others: Sequence[str],
    limit: int,
    kinds: Sequence[str],
    visibility: Sequence[str],
) -> tuple[Step, ...]:
    """Edges from one group of nodes to another, in either direction."""
    found: list[Step] = []
    for starts, ends in ((some, others), (others, some)):
        query = _across(connection.dialect.name, tuple(kinds), tuple(visibility))
        for piece in pieces(starts):
            rows = connection.execute(query, {"starts": piece, "ends": list(ends), "most": limit}).all()
            found.extend(Step(*row) for row in rows)
    return tuple(found)


@lru_cache(maxsize=256)
def _across(dialect: str, kinds: tuple[str, ...], visibility: tuple[str, ...]) -> Select[Any]:
    starts, ends = among(dialect, EDGE.source, "starts"), among(dialect, EDGE.target, "ends")
    conditions = _conditions(tables.edge, kinds, visibility, None)
    return select(*(EDGE[name] for name in _STEP)).where(starts, ends, *conditions).limit(bindparam("most"))


def described(
    connection: Connection, key: str, kind: str, outgoing: bool, limit: int, offset: int, visibility: Sequence[str]
) -> Rows[Described]:
    """A node's edges of one kind and direction, newest first, with what a list shows of them."""
    end = EDGE.source if outgoing else EDGE.target
    where = and_(end == key, EDGE.kind == kind, shown(visibility))
    total = connection.execute(select(func.count()).where(where)).scalar_one()
    query = select(tables.edge).where(where).order_by(EDGE.on.desc().nulls_last(), EDGE.document.desc(), EDGE.id)
    return Rows(
        total, describe(connection, [edge_of(row) for row in connection.execute(query.limit(limit).offset(offset))])
    )


def describe(connection: Connection, edges: Sequence[Edge]) -> tuple[Described, ...]:
    """Edges with the things at their ends, the title of the proving document and the words."""
    ends = nodes(connection, [end for edge in edges for end in (edge.source, edge.target)])
    titles: dict[str, str] = {}
    for some in pieces(edge.document for edge in edges):
        query = select(document.c.id, document.c.title).where(document.c.id.in_(some))
        titles.update((row.id, row.title) for row in connection.execute(query))
    quotes = _quotes(connection, edges)

    def end(key: str) -> Node:
        return ends.get(key) or Node(key, "work", key)

    return tuple(
        Described(edge, end(edge.source), end(edge.target), titles.get(edge.document, ""), quotes.get(edge.row, ""))
        for edge in edges
    )


def _quotes(connection: Connection, edges: Sequence[Edge]) -> dict[int | None, str]:
    """The words at the places of these edges, by row; each document's text is read once."""
    proved: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.span is not None:
            proved[edge.document].append(edge)
    found: dict[int | None, str] = {}
    keys = sorted(proved)
    for at in range(0, len(keys), _TEXTS):
        query = select(document.c.id, document.c.text).where(document.c.id.in_(keys[at : at + _TEXTS]))
        for row in connection.execute(query):
            found.update((edge.row, edge.span.of(row.text)) for edge in proved[row.id] if edge.span)
    return found
