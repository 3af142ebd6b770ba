"""What is read from the graph; each function reads on a connection and gives rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    and_,
    any_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from corpus.span import Span
from corpus.store import graph_tables as tables
from corpus.store.conditions import like
from corpus.store.graph_rows import (
    Alias,
    Body,
    Edge,
    Node,
    Succession,
)
from corpus.store.rows import Rows
from corpus.store.tables import commitment, indicator

PIECE = 500
"""Ids in one condition; SQLite allows 32,766, its planner likes fewer."""

_NODE = [tables.node.c[name] for name in ("id", "kind", "label", "document", "on")]
EDGE = tables.edge.c
"""Columns of the table of edges."""


def shown(visibility: Sequence[str], end: FromClause = tables.edge) -> ColumnElement[bool]:
    """What may be seen of the edges: those of visible documents, and what rules say of bodies that these name."""
    spoken, columns = tables.edge.alias(), end.c
    seen = spoken.c.visibility.in_(visibility)
    of_source = exists(select(spoken.c.id).where(spoken.c.target == columns.source, seen))
    of_target = exists(select(spoken.c.id).where(spoken.c.target == columns.target, seen))
    named = or_(of_source, and_(columns.kind == "succeeded_by", of_target))
    return or_(columns.visibility.in_(visibility), and_(columns.visibility == tables.RULE, named))


def among(dialect: str, column: Any, name: str) -> ColumnElement[bool]:
    """Whether a column has one of the values given as `name`.

    PostgreSQL takes them as one array: the statement is the same however many they are, so that it is neither written
    nor planned anew each time.
    """
    if dialect == "postgresql":
        condition: ColumnElement[bool] = column == any_(bindparam(name, type_=ARRAY(column.type)))
        return condition
    among_these: ColumnElement[bool] = column.in_(bindparam(name, expanding=True))
    return among_these


def pieces(keys: Iterable[str]) -> Iterator[list[str]]:
    """The distinct keys in order, some at a time."""
    ordered = sorted(set(keys))
    return (ordered[at : at + PIECE] for at in range(0, len(ordered), PIECE))


def nodes(connection: Connection, keys: Iterable[str]) -> dict[str, Node]:
    """The nodes with these ids."""
    found: dict[str, Node] = {}
    query = _with_ids(connection.dialect.name)
    for some in pieces(keys):
        found.update((row.id, Node(*row)) for row in connection.execute(query, {"keys": some}).all())
    return found


@lru_cache
def _with_ids(dialect: str) -> Select[Any]:
    return select(*_NODE).where(among(dialect, tables.node.c.id, "keys"))


_NAMED = ("organization", "document", "collective", "series", "work")
"""Kinds of nodes that are looked for by words of their names."""


def named(
    connection: Connection, name: str, limit: int, visibility: Sequence[str], kinds: Sequence[str] | None = None
) -> tuple[Node, ...]:
    """Nodes with this name or alias: exact names first, then exact aliases, then names that hold the words."""
    node = tables.node.c
    exact = called(connection, name, limit * 4, visibility)
    found = {one.id: one for one in exact if kinds is None or one.kind in kinds}
    if len(found) < limit:
        own = or_(node.visibility.is_(None), node.visibility.in_(visibility))
        query = select(*_NODE).where(node.kind.in_(kinds or _NAMED), like(node.label, name), own)
        ordered = query.order_by(node.kind != "organization", func.length(node.label), node.label)
        some = [Node(**row) for row in connection.execute(ordered.limit(limit * 4)).mappings()]
        found.update((one.id, one) for one in visible(connection, some, visibility) if one.id not in found)
    return tuple(found.values())[:limit]


def called(connection: Connection, name: str, limit: int, visibility: Sequence[str]) -> tuple[Node, ...]:
    """Nodes that have exactly this name, then those that have it as an alias; what many share before documents."""
    node, alias = tables.node.c, tables.alias.c
    own = or_(node.visibility.is_(None), node.visibility.in_(visibility))
    by_label = select(*_NODE).where(node.label == name, own).order_by(node.document.is_not(None), node.id)
    by_alias = (
        select(*_NODE)
        .where(node.id.in_(select(alias.organization).where(alias.name == name, alias.visibility.in_(visibility))))
        .order_by(node.kind != "organization", node.label)
    )
    rows = [row for query in (by_label, by_alias) for row in connection.execute(query.limit(limit)).mappings()]
    return visible(connection, [Node(**row) for row in rows], visibility)


def of_core(connection: Connection, core: str, limit: int) -> tuple[Body, ...]:
    """Bodies with this core, whatever their place, by name."""
    table = tables.organization
    query = select(table).where(table.c.core == core, table.c.kind == "organization").order_by(table.c.name)
    return tuple(Body(**row) for row in connection.execute(query.limit(limit)).mappings())


def visible(connection: Connection, given: Sequence[Node], visibility: Sequence[str]) -> tuple[Node, ...]:
    """Those that a visible document brought or speaks of."""
    node, found = tables.node.c, set[str]()
    spoken = or_(
        *(exists(select(EDGE.id).where(end == node.id, shown(visibility))) for end in (EDGE.source, EDGE.target))
    )
    for some in pieces(one.id for one in given):
        seen = or_(node.visibility.in_(visibility), and_(node.document.is_(None), spoken))
        found.update(connection.execute(select(node.id).where(node.id.in_(some), seen)).scalars())
    return tuple(one for one in given if one.id in found)


def of_kind(
    connection: Connection,
    kind: str,
    words: str,
    limit: int,
    offset: int,
    visibility: Sequence[str],
    nature: str | None = None,
    also: Sequence[str] = (),
) -> Rows[tuple[Node, int]]:
    """Shared nodes of a kind whose name or alias holds the words, each with the number of documents; most first.

    With `nature` only series that a document calls so (约束性 or 预期性), all their documents counted; `also` are ids
    of nodes that are meant by the words, whatever their names.
    """
    node, alias, count = tables.node.c, tables.alias.c, func.count(EDGE.document.distinct())
    where = [node.kind == kind, EDGE.visibility.in_(visibility)]
    if words:
        other = select(alias.organization).where(like(alias.name, words), alias.visibility.in_(visibility))
        where.append(or_(like(node.label, words), node.id.in_(other), node.id.in_(also)))
    where += [node.id.in_(_of_nature(nature, visibility))] if nature else []
    joined = tables.node.join(tables.edge, or_(EDGE.target == node.id))
    total = connection.execute(select(func.count(node.id.distinct())).select_from(joined).where(*where)).scalar_one()
    query = select(*_NODE, count.label("documents")).select_from(joined).where(*where).group_by(*_NODE)
    found = connection.execute(query.order_by(count.desc(), node.label, node.id).limit(limit).offset(offset)).mappings()
    return Rows(total, tuple((_node(row), row["documents"]) for row in found))


def _of_nature(nature: str, visibility: Sequence[str]) -> Select[tuple[str]]:
    """Ids of the series that a visible document gives this nature."""
    same = and_(EDGE.document == indicator.c.document, EDGE.source == indicator.c.id, EDGE.kind == "observes")
    stated = select(EDGE.target).join_from(indicator, tables.edge, same)
    return stated.where(indicator.c.nature == nature, EDGE.visibility.in_(visibility))


def _node(row: RowMapping) -> Node:
    return Node(row["id"], row["kind"], row["label"], row["document"], row["on"])


def all_edges(connection: Connection, visibility: Sequence[str]) -> Iterator[Edge]:
    """Every edge, in the order of their ends and kinds."""
    ordered = select(tables.edge).where(shown(visibility))
    ordered = ordered.order_by(EDGE.source, EDGE.kind, EDGE.target, EDGE.document, EDGE.start)
    for row in connection.execution_options(yield_per=1000).execute(ordered):
        yield edge_of(row)


def counts(connection: Connection, key: str, visibility: Sequence[str]) -> tuple[tuple[str, bool, int], ...]:
    """How many edges of each kind a node has: kind, whether it starts them, number."""
    out: list[tuple[str, bool, int]] = []
    for column, outgoing in ((EDGE.source, True), (EDGE.target, False)):
        query = select(EDGE.kind, func.count()).where(column == key, shown(visibility))
        out.extend((row[0], outgoing, row[1]) for row in connection.execute(query.group_by(EDGE.kind)))
    return tuple(out)


def in_use(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Which of these nodes a document speaks of, or a body in use is part of or follows."""
    return set(connection.execute(_in_use(connection.dialect.name), {"keys": list(keys)}).scalars())


@lru_cache
def _in_use(dialect: str) -> Select[Any]:
    node = tables.node.c
    said = (exists(select(EDGE.id).where(end == node.id, EDGE.visibility != tables.RULE)) for end in _SPOKEN)
    below = exists(select(EDGE.id).where(EDGE.target == node.id, EDGE.kind == "part_of"))
    return select(node.id).where(among(dialect, node.id, "keys"), or_(below, *said))


_SPOKEN = (EDGE.target, EDGE.source, EDGE.cited, EDGE.numbered)


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


def other_names(connection: Connection, limit: int, visibility: Sequence[str]) -> tuple[tuple[str, Alias], ...]:
    """Names of bodies, each with another name of the same body; names that more than one body has are left out."""
    table, body = tables.alias.c, tables.organization.c
    seen = table.visibility.in_(visibility)
    single = select(table.name).where(seen).group_by(table.name).having(func.count(table.organization.distinct()) == 1)
    query = (
        select(body.name.label("of"), tables.alias)
        .join_from(tables.alias, tables.organization, table.organization == body.id)
        .where(seen, body.kind == "organization", table.name != body.name, table.name.in_(single))
        .order_by(body.name, table.name, table.on.is_(None), table.on, table.document)
        .limit(limit)
    )
    first: dict[tuple[str, str], Alias] = {}
    for row in connection.execute(query).mappings():
        alias = Alias(row["organization"], row["name"], row["document"], row["reason"], row["on"])
        first.setdefault((row["of"], alias.name), alias)
    return tuple((name, alias) for (name, _), alias in first.items())


def successions(connection: Connection, organization: str) -> tuple[Succession, ...]:
    """Bodies before and after this one."""
    table = tables.succession
    query = select(table).where(or_(table.c.before == organization, table.c.after == organization))
    return tuple(Succession(**row) for row in connection.execute(query.order_by(table.c.since)).mappings())


def most_pointed_at(
    connection: Connection, edge_kinds: Sequence[str], node_kinds: Sequence[str], limit: int, visibility: Sequence[str]
) -> tuple[tuple[Node, int], ...]:
    """Nodes by the number of documents that point at them with these edges, most first."""
    node, count = tables.node.c, func.count(EDGE.document.distinct())
    query = (
        select(*_NODE, count.label("documents"))
        .join_from(tables.edge, tables.node, node.id == EDGE.target)
        .where(EDGE.kind.in_(edge_kinds), node.kind.in_(node_kinds), EDGE.visibility.in_(visibility))
        .where(or_(node.visibility.is_(None), node.visibility.in_(visibility)))
        .group_by(*_NODE)
        .order_by(count.desc(), node.label, node.id)
        .limit(limit)
    )
    return tuple((_node(row), row["documents"]) for row in connection.execute(query).mappings())


_LEADS = func.sum(case((EDGE.kind == "led_by", 1), else_=0))
_JOINS = func.sum(case((EDGE.kind == "supported_by", 1), else_=0))


def load(connection: Connection, limit: int, visibility: Sequence[str]) -> tuple[tuple[Node, int, int], ...]:
    """Bodies with the number of commitments that they lead and that they join, most first."""
    query = (
        select(*_NODE, _LEADS.label("leads"), _JOINS.label("joins"))
        .join_from(tables.edge, tables.node, tables.node.c.id == EDGE.target)
        .where(EDGE.kind.in_(("led_by", "supported_by")), EDGE.visibility.in_(visibility))
        .group_by(*_NODE)
        .order_by(_LEADS.desc(), _JOINS.desc(), tables.node.c.label)
        .limit(limit)
    )
    return tuple((_node(row), row["leads"], row["joins"]) for row in connection.execute(query).mappings())


def load_by_deadline(
    connection: Connection, bodies: Iterable[str], visibility: Sequence[str]
) -> tuple[tuple[str, str | None, int, int], ...]:
    """Id of a body, a deadline as precise as stated (None where none is), commitments so dated that it leads, joins."""
    table = commitment.c
    found: list[tuple[str, str | None, int, int]] = []
    for some in pieces(bodies):
        query = (
            select(EDGE.target, table.deadline, _LEADS, _JOINS)
            .join_from(tables.edge, commitment, and_(table.document == EDGE.document, table.id == EDGE.source))
            .where(EDGE.target.in_(some), EDGE.kind.in_(("led_by", "supported_by")), EDGE.visibility.in_(visibility))
            .group_by(EDGE.target, table.deadline)
            .order_by(EDGE.target, table.deadline)
        )
        found.extend((body, deadline, leads, joins) for body, deadline, leads, joins in connection.execute(query))
    return tuple(found)


def with_several(connection: Connection, kind: str, limit: int, visibility: Sequence[str]) -> tuple[str, ...]:
    """Ids of nodes that have more than one edge of a kind."""
    query = (
        select(EDGE.source)
        .where(EDGE.kind == kind, EDGE.visibility.in_(visibility))
        .group_by(EDGE.source)
        .having(func.count() > 1)
    )
    return tuple(connection.execute(query.order_by(func.count().desc(), EDGE.source).limit(limit)).scalars())


def sources(connection: Connection, target: str, kind: str, visibility: Sequence[str]) -> tuple[str, ...]:
    """Ids of the nodes that point at a node with one kind of edge."""
    query = select(EDGE.source).where(EDGE.target == target, EDGE.kind == kind, EDGE.visibility.in_(visibility))
    return tuple(connection.execute(query.order_by(EDGE.on, EDGE.id)).scalars())


def edge_of(row: Any) -> Edge:
    """The edge of a row of its table."""
    at, kind, source, target, document, clause, start, end, how, weight, fact, cited, numbered, _, on = row
    span = Span(start, end) if start is not None else None
    return Edge(kind, source, target, document, clause, span, how, weight, fact, cited, numbered, on, at)
