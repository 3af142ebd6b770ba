"""What is read from the graph; each function reads on a connection and gives rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, exists, func, or_, select

from corpus.facts import Comparison
from corpus.span import Span
from corpus.store import graph_tables as tables
from corpus.store.conditions import like
from corpus.store.graph_rows import (
    Alias,
    Beside,
    Body,
    Candidate,
    Cited,
    Described,
    Edge,
    Figure,
    Node,
    Question,
    Statement,
    Succession,
)
from corpus.store.lists import commitment_row, commitment_rows, indicator_row, indicator_rows
from corpus.store.rows import CommitmentRow, IndicatorRow, Rows
from corpus.store.tables import FACT_TABLES, citation, commitment, document, indicator

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
        for row in connection.execute(query.limit(limit * 4)).mappings():
            if row["id"] not in found and _seen(connection, row, visibility):
                found[row["id"]] = Node(**row)
            if len(found) >= limit:
                return tuple(found.values())
    return tuple(found.values())


def visible(connection: Connection, given: Sequence[Node], visibility: Sequence[str]) -> tuple[Node, ...]:
    """Those that a visible document brought or speaks of."""
    node, found = tables.node.c, set[str]()
    for some in pieces(one.id for one in given):
        own = select(node.id).where(node.id.in_(some), node.visibility.in_(visibility))
        found.update(connection.execute(own).scalars())
        for end in (_EDGE.source, _EDGE.target):
            spoken = select(end).where(end.in_(some), _EDGE.visibility.in_(visibility), _EDGE.document != "")
            shared = spoken.join(tables.node, (node.id == end) & node.document.is_(None))
            found.update(connection.execute(shared.distinct()).scalars())
    return tuple(one for one in given if one.id in found)


def _seen(connection: Connection, node: RowMapping, visibility: Sequence[str]) -> bool:
    """Whether a visible document brought the node or speaks of it."""
    if node["document"] is not None:
        return True
    touching = or_(_EDGE.target == node["id"], _EDGE.source == node["id"])
    return (
        connection.execute(select(_EDGE.id).where(touching, _EDGE.visibility.in_(visibility)).limit(1)).first()
        is not None
    )


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
    found: dict[int, Edge] = {}
    for key in dict.fromkeys(keys):
        for column in (_EDGE.source, _EDGE.target):
            query = select(tables.edge).where(column == key, *where)
            for row in connection.execute(query.order_by(_EDGE.weight.desc(), _EDGE.id).limit(limit)).mappings():
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
        Described(edge, end(edge.source), end(edge.target), titles.get(edge.document, ""), quotes.get(place(edge), ""))
        for edge in edges
    )


def place(edge: Edge) -> tuple[str, Span] | None:
    """Where the words that prove an edge stand."""
    return (edge.document, edge.span) if edge.span else None


def _quotes(connection: Connection, edges: Sequence[Edge]) -> dict[tuple[str, Span] | None, str]:
    """The words at the places of these edges, cut out by the database."""
    found: dict[tuple[str, Span] | None, str] = {}
    for edge in edges:
        at = place(edge)
        if at and at not in found:
            words = func.substr(document.c.text, at[1].start + 1, len(at[1]))
            found[at] = connection.execute(select(words).where(document.c.id == at[0])).scalar() or ""
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


def indicators(
    connection: Connection, series: Sequence[str], visibility: Sequence[str]
) -> dict[str, list[IndicatorRow]]:
    """The indicators that stand under each series, by the date of their document."""
    found: dict[str, list[IndicatorRow]] = defaultdict(list)
    for some in pieces(series):
        same = (_EDGE.document == indicator.c.document) & (_EDGE.source == indicator.c.id)
        rows = connection.execute(
            indicator_rows()
            .add_columns(_EDGE.target.label("series"))
            .join(tables.edge, same)
            .where(_EDGE.target.in_(some), _EDGE.kind == "observes", _EDGE.visibility.in_(visibility))
            .order_by(document.c.written_on, indicator.c.document, indicator.c.start)
        ).mappings()
        for row in rows:
            found[row["series"]].append(indicator_row(row))
    return found


def later_with_indicators(connection: Connection, place: str, after: str, visibility: Sequence[str]) -> int:
    """How many documents of a place that state indicators were written after a date."""
    stated = exists(select(indicator.c.id).where(indicator.c.document == _EDGE.document))
    query = select(func.count(_EDGE.document.distinct())).where(
        _EDGE.target == place, _EDGE.kind == "concerns", _EDGE.on > after, _EDGE.visibility.in_(visibility), stated
    )
    return connection.execute(query).scalar_one()


def commitments_of(connection: Connection, keys: Sequence[str]) -> tuple[CommitmentRow, ...]:
    """The commitments with these ids, in the latest version of their document."""
    found: list[CommitmentRow] = []
    for some in pieces(keys):
        query = commitment_rows().where(commitment.c.id.in_(some), document.c.latest.is_(True))
        found.extend(commitment_row(row) for row in connection.execute(query).mappings())
    return tuple(found)


def citations_of(
    connection: Connection, keys: Sequence[str], citing: Sequence[str]
) -> list[tuple[Cited, list[Candidate], str]]:
    """Citations in the documents `citing`, or of works with one of these keys; each with what it may mean.

    The last part is the id of the work as named, which is meant where nothing else is.
    """
    affected = or_(_EDGE.cited.in_(keys), _EDGE.numbered.in_(keys), _EDGE.document.in_(citing))
    query = (
        select(_EDGE.id, _EDGE.cited, _EDGE.numbered, _EDGE.document, citation.c.data, citation.c.number)
        .add_columns(document.c.region, document.c.written_on)
        .join(citation, (citation.c.document == _EDGE.document) & (citation.c.id == _EDGE.fact))
        .join(document, document.c.id == _EDGE.document)
        .where(affected, _EDGE.cited.is_not(None))
    )
    found = []
    for row in connection.execute(query).mappings().all():
        data = row["data"]
        cited = Cited(
            row["id"], row["document"], data["title"], row["number"], data.get("by"), row["region"], row["written_on"]
        )
        named_by = [key for key in (row["numbered"], row["cited"]) if key]
        found.append((cited, _candidates(connection, named_by), named_by[-1]))
    return found


def _candidates(connection: Connection, keys: list[str]) -> list[Candidate]:
    """The documents that have one of these names."""
    key, columns = tables.work_key.c, document.c
    query = (
        select(key.document, key.how, columns.title, columns.doc_number.label("number"), columns.issuer)
        .add_columns(columns.region, columns.written_on, columns.genre)
        .join(document, columns.id == key.document)
        .where(key.key.in_(keys))
        .order_by(key.document, case((key.how == "number", 0), (key.how == "title", 1), else_=2))
    )
    return [Candidate(**row) for row in connection.execute(query).mappings()]


def _edge(row: Any) -> Edge:
    span = Span(row["start"], row["end"]) if row["start"] is not None else None
    names = ("kind", "source", "target", "document", "clause", "how", "weight", "fact", "cited", "numbered", "on")
    return Edge(span=span, **{name: row[name] for name in names})


def beside(connection: Connection, key: str, limit: int) -> tuple[list[Beside], list[Beside]]:
    """Documents of the same place, those before a document and those after it, the nearest in time first."""
    mine = select(_EDGE.target).where(_EDGE.document == key, _EDGE.kind == "concerns").scalar_subquery()
    on = select(tables.node.c.on).where(tables.node.c.id == key).scalar_subquery()
    query = (
        select(_EDGE.document, _EDGE.on, _EDGE.visibility, document.c.genre, document.c.title)
        .join(document, document.c.id == _EDGE.document)
        .where(_EDGE.target == mine, _EDGE.kind == "concerns", _EDGE.document != key)
        .limit(limit)
    )
    before = connection.execute(query.where(_EDGE.on < on).order_by(_EDGE.on.desc(), _EDGE.document)).all()
    after = connection.execute(query.where(_EDGE.on > on).order_by(_EDGE.on, _EDGE.document)).all()
    keys: dict[str, set[str]] = defaultdict(set)
    for some in pieces(row.document for row in (*before, *after)):
        named_by = select(tables.work_key.c.document, tables.work_key.c.key).where(tables.work_key.c.document.in_(some))
        for row in connection.execute(named_by):
            keys[row.document].add(row.key)

    def found(row: Any) -> Beside:
        return Beside(row.document, row.on, row.visibility, row.genre, row.title, frozenset(keys[row.document]))

    return [found(row) for row in before], [found(row) for row in after]


def later_beside(connection: Connection, key: str, visibility: Sequence[str]) -> tuple[int, str | None]:
    """How many later documents of the same place there are, and the date of the newest."""
    mine = select(_EDGE.target).where(_EDGE.document == key, _EDGE.kind == "concerns").scalar_subquery()
    on = select(tables.node.c.on).where(tables.node.c.id == key).scalar_subquery()
    query = select(func.count(_EDGE.document.distinct()), func.max(_EDGE.on)).where(
        _EDGE.target == mine, _EDGE.kind == "concerns", _EDGE.on > on, _EDGE.visibility.in_(visibility)
    )
    row = connection.execute(query).one()
    return row[0], row[1]


def kinds_from(
    connection: Connection, keys: Sequence[str], kinds: Sequence[str], visibility: Sequence[str]
) -> dict[str, set[str]]:
    """Which of these kinds of edges start at each node; nodes without any are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for some in pieces(keys):
        where = (_EDGE.source.in_(some), _EDGE.kind.in_(kinds), _EDGE.visibility.in_(visibility))
        for row in connection.execute(select(_EDGE.source, _EDGE.kind).where(*where).distinct()):
            found[row.source].add(row.kind)
    return dict(found)


def statements(connection: Connection, documents: Sequence[str]) -> dict[str, list[Statement]]:
    """The commitments and achievements of documents, each with the figures within its words."""
    figures: dict[str, list[tuple[Span, Figure]]] = defaultdict(list)
    found: dict[str, list[Statement]] = {key: [] for key in documents}
    for some in pieces(documents):
        query = select(indicator).where(indicator.c.document.in_(some), indicator.c.low.is_not(None))
        for row in connection.execute(query).mappings():
            at = Span(row["start"], row["end"])
            number = Decimal(str(row["low"]))
            falling = row["comparison"] == Comparison.AT_MOST.value
            figures[row["document"]].append((at, Figure(row["name"], number, row["unit"] or "", row["kind"], falling)))
        for kind in ("commitment", "achievement"):
            table = FACT_TABLES[kind]
            columns = [table.c[name] for name in ("id", "quote", "document", "clause", "start", "end")]
            query = select(*columns, tables.node.c.on).join(tables.node, tables.node.c.id == table.c.document)
            for row in connection.execute(query.where(table.c.document.in_(some))).mappings():
                span = Span(row["start"], row["end"])
                within = tuple(figure for at, figure in figures[row["document"]] if span.contains(at))
                found[row["document"]].append(
                    Statement(row["id"], kind, row["quote"], row["document"], row["on"], row["clause"], span, within)
                )
    return found
