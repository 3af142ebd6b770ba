"""What is read from the graph; each function reads on a connection and gives rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, bindparam, case, exists, func, or_, select

from corpus.span import Span
from corpus.store import graph_tables as tables
from corpus.store.conditions import like
from corpus.store.graph_rows import (
    Alias,
    Body,
    Described,
    Edge,
    Node,
    Question,
    Succession,
)
from corpus.store.rows import Rows
from corpus.store.tables import document

_PIECE = 500
"""Ids in one condition; SQLite allows 32,766, its planner likes fewer."""

_NODE = [tables.node.c[name] for name in ("id", "kind", "label", "document", "on")]
_EDGE = tables.edge.c


def _shown(visibility: Sequence[str]) -> ColumnElement[bool]:
    """What may be seen of the edges: those of visible documents, and what rules say of bodies that these name."""
    spoken = tables.edge.alias()
    named = and_(spoken.c.document != "", spoken.c.visibility.in_(visibility))
    of_source = exists(select(spoken.c.id).where(spoken.c.target == _EDGE.source, named))
    of_target = exists(select(spoken.c.id).where(spoken.c.target == _EDGE.target, named))
    by_rule = or_(of_source, and_(_EDGE.kind == "succeeded_by", of_target))
    return and_(_EDGE.visibility.in_(visibility), or_(_EDGE.document != "", by_rule))


def pieces(keys: Iterable[str]) -> Iterator[list[str]]:
    """The distinct keys in order, some at a time."""
    ordered = sorted(set(keys))
    return (ordered[at : at + _PIECE] for at in range(0, len(ordered), _PIECE))


def nodes(connection: Connection, keys: Iterable[str]) -> dict[str, Node]:
    """The nodes with these ids."""
    found: dict[str, Node] = {}
    for some in pieces(keys):
        for row in connection.execute(select(*_NODE).where(tables.node.c.id.in_(some))).mappings():
            found[row["id"]] = Node(**row)
    return found


def named(connection: Connection, name: str, limit: int, visibility: Sequence[str]) -> tuple[Node, ...]:
    """Nodes with this name or alias: exact names first, then exact aliases, then names that hold the words."""
    node, alias = tables.node.c, tables.alias.c
    own = or_(node.visibility.is_(None), node.visibility.in_(visibility))
    queries = [
        select(*_NODE).where(node.label == name, own).order_by(node.document.is_not(None), node.id),
        select(*_NODE)
        .join_from(tables.node, tables.alias, alias.organization == node.id)
        .where(alias.name == name, alias.visibility.in_(visibility))
        .order_by(node.kind != "organization", node.label),
        select(*_NODE)
        .where(node.kind.in_(("organization", "document", "collective", "series", "work")), like(node.label, name), own)
        .order_by(node.kind != "organization", func.length(node.label), node.label),
    ]
    found: dict[str, Node] = {}
    for query in queries:
        if len(found) < limit:
            some = [Node(**row) for row in connection.execute(query.limit(limit * 4)).mappings()]
            found.update((node.id, node) for node in visible(connection, some, visibility) if node.id not in found)
    return tuple(found.values())[:limit]


def visible(connection: Connection, given: Sequence[Node], visibility: Sequence[str]) -> tuple[Node, ...]:
    """Those that a visible document brought or speaks of."""
    node, found = tables.node.c, set[str]()
    for some in pieces(one.id for one in given):
        own = select(node.id).where(node.id.in_(some), node.visibility.in_(visibility))
        found.update(connection.execute(own).scalars())
        for end in (_EDGE.source, _EDGE.target):
            spoken = select(end).where(end.in_(some), _shown(visibility))
            shared = spoken.join(tables.node, (node.id == end) & node.document.is_(None))
            found.update(connection.execute(shared.distinct()).scalars())
    return tuple(one for one in given if one.id in found)


def of_kind(
    connection: Connection, kind: str, words: str, limit: int, offset: int, visibility: Sequence[str]
) -> Rows[tuple[Node, int]]:
    """Shared nodes of a kind whose label holds the words, each with the number of documents; most first."""
    node, count = tables.node.c, func.count(_EDGE.document.distinct())
    where = [node.kind == kind, _EDGE.visibility.in_(visibility), *([like(node.label, words)] if words else [])]
    joined = tables.node.join(tables.edge, or_(_EDGE.target == node.id))
    total = connection.execute(select(func.count(node.id.distinct())).select_from(joined).where(*where)).scalar_one()
    query = select(*_NODE, count.label("documents")).select_from(joined).where(*where).group_by(*_NODE)
    found = connection.execute(query.order_by(count.desc(), node.label, node.id).limit(limit).offset(offset)).mappings()
    return Rows(total, tuple((_node(row), row["documents"]) for row in found))


def _node(row: RowMapping) -> Node:
    return Node(row["id"], row["kind"], row["label"], row["document"], row["on"])


def around(
    connection: Connection,
    keys: Iterable[str],
    limit: int,
    kinds: Sequence[str],
    visibility: Sequence[str],
    year: int | None,
) -> tuple[Edge, ...]:
    """Edges that touch one of these nodes, at most `limit` of each node in each direction, strongest first."""
    where = [_shown(visibility)]
    if kinds:
        where.append(_EDGE.kind.in_(kinds))
    if year:
        where.append(_EDGE.on.like(f"{year}%"))
    strongest = (_EDGE.weight.desc(), _EDGE.id.desc())
    queries = [
        select(tables.edge).where(end == bindparam("key"), *where).order_by(*strongest).limit(limit)
        for end in (_EDGE.source, _EDGE.target)
    ]
    found: dict[int, Edge] = {}
    for key in dict.fromkeys(keys):
        for query in queries:
            for row in connection.execute(query, {"key": key}).mappings():
                found[row["id"]] = _edge(row)
    return tuple(found.values())


def all_edges(connection: Connection, visibility: Sequence[str]) -> Iterator[Edge]:
    """Every edge, in the order of their ends and kinds."""
    ordered = select(tables.edge).where(_shown(visibility))
    ordered = ordered.order_by(_EDGE.source, _EDGE.kind, _EDGE.target, _EDGE.document, _EDGE.start)
    for row in connection.execution_options(yield_per=1000).execute(ordered).mappings():
        yield _edge(row)


def counts(connection: Connection, key: str, visibility: Sequence[str]) -> tuple[tuple[str, bool, int], ...]:
    """How many edges of each kind a node has: kind, whether it starts them, number."""
    out: list[tuple[str, bool, int]] = []
    for column, outgoing in ((_EDGE.source, True), (_EDGE.target, False)):
        query = select(_EDGE.kind, func.count()).where(column == key, _shown(visibility))
        out.extend((row[0], outgoing, row[1]) for row in connection.execute(query.group_by(_EDGE.kind)))
    return tuple(out)


def described(
    connection: Connection, key: str, kind: str, outgoing: bool, limit: int, offset: int, visibility: Sequence[str]
) -> Rows[Described]:
    """A node's edges of one kind and direction, newest first, with what a list shows of them."""
    end = _EDGE.source if outgoing else _EDGE.target
    where = and_(end == key, _EDGE.kind == kind, _shown(visibility))
    total = connection.execute(select(func.count()).where(where)).scalar_one()
    query = select(tables.edge).where(where).order_by(_EDGE.on.is_(None), _EDGE.on.desc(), _EDGE.document, _EDGE.start)
    found = connection.execute(query.limit(limit).offset(offset)).mappings()
    return Rows(total, describe(connection, [_edge(row) for row in found]))


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
    """The words at the places of these edges, by row, cut out by the database."""
    rows = sorted({edge.row for edge in edges if edge.row is not None and edge.span is not None})
    words = func.substr(document.c.text, _EDGE.start + 1, _EDGE.end - _EDGE.start)
    found: dict[int | None, str] = {}
    for at in range(0, len(rows), _PIECE):
        query = select(_EDGE.id, words).join(document, document.c.id == _EDGE.document)
        found.update((row[0], row[1]) for row in connection.execute(query.where(_EDGE.id.in_(rows[at : at + _PIECE]))))
    return found


def in_use(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Which of these nodes a document speaks of, or a body in use is part of or follows."""
    used: set[str] = set()
    for column in (_EDGE.target, _EDGE.source, _EDGE.cited, _EDGE.numbered):
        used.update(
            connection.execute(select(column).where(column.in_(keys), _EDGE.document != "").distinct()).scalars()
        )
    used.update(
        connection.execute(select(_EDGE.target).where(_EDGE.target.in_(keys), _EDGE.kind == "part_of")).scalars()
    )
    return used


def bodies(connection: Connection, keys: Iterable[str]) -> dict[str, Body]:
    """The bodies with these ids."""
    found: dict[str, Body] = {}
    for some in pieces(keys):
        query = select(tables.organization).where(tables.organization.c.id.in_(some))
        found.update((row["id"], Body(**row)) for row in connection.execute(query).mappings())
    return found


def aliases(connection: Connection, organization: str, visibility: Sequence[str]) -> tuple[Alias, ...]:
    """Other names of a body, each with the first document that uses it."""
    table = tables.alias
    query = (
        select(table)
        .where(table.c.organization == organization, table.c.visibility.in_(visibility))
        .order_by(table.c.on.is_(None), table.c.on, table.c.document)
    )
    first: dict[str, Alias] = {}
    for row in connection.execute(query).mappings():
        alias = Alias(row["organization"], row["name"], row["document"], row["reason"], row["on"])
        first.setdefault(alias.name, alias)
    return tuple(first.values())


def successions(connection: Connection, organization: str) -> tuple[Succession, ...]:
    """Bodies before and after this one."""
    table = tables.succession
    query = select(table).where(or_(table.c.before == organization, table.c.after == organization))
    return tuple(Succession(**row) for row in connection.execute(query.order_by(table.c.since)).mappings())


def questions(connection: Connection, limit: int, offset: int) -> Rows[Question]:
    """What was left open."""
    table = tables.question
    total = connection.execute(select(func.count()).select_from(table)).scalar_one()
    query = select(table).order_by(table.c.kind, table.c.name, table.c.id).limit(limit).offset(offset)
    found = connection.execute(query).mappings()
    return Rows(total, tuple(_question(row) for row in found))


def _question(row: RowMapping) -> Question:
    span = Span(row["start"], row["end"]) if row["start"] is not None else None
    return Question(row["kind"], row["name"], row["document"], tuple(row["candidates"]), row["reason"], span)


def most_pointed_at(
    connection: Connection, edge_kinds: Sequence[str], node_kinds: Sequence[str], limit: int, visibility: Sequence[str]
) -> tuple[tuple[Node, int], ...]:
    """Nodes by the number of documents that point at them with these edges, most first."""
    node, count = tables.node.c, func.count(_EDGE.document.distinct())
    query = (
        select(*_NODE, count.label("documents"))
        .join_from(tables.edge, tables.node, node.id == _EDGE.target)
        .where(_EDGE.kind.in_(edge_kinds), node.kind.in_(node_kinds), _EDGE.visibility.in_(visibility))
        .where(or_(node.visibility.is_(None), node.visibility.in_(visibility)))
        .group_by(*_NODE)
        .order_by(count.desc(), node.label, node.id)
        .limit(limit)
    )
    return tuple((_node(row), row["documents"]) for row in connection.execute(query).mappings())


def load(connection: Connection, limit: int, visibility: Sequence[str]) -> tuple[tuple[Node, int, int], ...]:
    """Bodies with the number of commitments that they lead and that they join, most first."""
    leads = func.sum(case((_EDGE.kind == "led_by", 1), else_=0))
    joins = func.sum(case((_EDGE.kind == "supported_by", 1), else_=0))
    query = (
        select(*_NODE, leads.label("leads"), joins.label("joins"))
        .join_from(tables.edge, tables.node, tables.node.c.id == _EDGE.target)
        .where(_EDGE.kind.in_(("led_by", "supported_by")), _EDGE.visibility.in_(visibility))
        .group_by(*_NODE)
        .order_by(leads.desc(), joins.desc(), tables.node.c.label)
        .limit(limit)
    )
    return tuple((_node(row), row["leads"], row["joins"]) for row in connection.execute(query).mappings())


def with_several(connection: Connection, kind: str, limit: int, visibility: Sequence[str]) -> tuple[str, ...]:
    """Ids of nodes that have more than one edge of a kind."""
    query = (
        select(_EDGE.source)
        .where(_EDGE.kind == kind, _EDGE.visibility.in_(visibility))
        .group_by(_EDGE.source)
        .having(func.count() > 1)
    )
    return tuple(connection.execute(query.order_by(func.count().desc(), _EDGE.source).limit(limit)).scalars())


def sources(connection: Connection, target: str, kind: str, visibility: Sequence[str]) -> tuple[str, ...]:
    """Ids of the nodes that point at a node with one kind of edge."""
    query = select(_EDGE.source).where(_EDGE.target == target, _EDGE.kind == kind, _EDGE.visibility.in_(visibility))
    return tuple(connection.execute(query.order_by(_EDGE.on, _EDGE.id)).scalars())


def _edge(row: Any) -> Edge:
    span = Span(row["start"], row["end"]) if row["start"] is not None else None
    names = ("kind", "source", "target", "document", "clause", "how", "weight", "fact", "cited", "numbered", "on")
    return Edge(span=span, row=row["id"], **{name: row[name] for name in names})
