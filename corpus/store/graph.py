"""The graph's part of the store: what each document brings to it is replaced as a whole, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from corpus.codec import encode
from corpus.store import graph_links as links
from corpus.store import graph_lists as lists
from corpus.store import graph_tables as tables
from corpus.store import graph_walks as walks
from corpus.store.database import writing
from corpus.store.graph_rows import (
    Alias,
    Beside,
    Body,
    Candidate,
    Cited,
    Decision,
    Described,
    Edge,
    Node,
    Question,
    Share,
    Statement,
    Succession,
)
from corpus.store.rows import CommitmentRow, IndicatorRow, Rows
from corpus.store.store import Store

PUBLIC = ("public",)
"""What everybody may see; the default of every reading function."""

Settle = Callable[[Cited, Sequence[Candidate]], tuple[str | None, str, tuple[str, ...]]]
"""Which document a citation means: its id or None, the reason, and between which it could not be told."""


class GraphStore:
    """Nodes, edges and bodies; safe for several processes at once (a writer waits for the one before)."""

    def __init__(self, store: Store) -> None:
        self.engine: Engine = store.engine

    # -- writing ----------------------------------------------------------------------------------------------------

    def state(self) -> tuple[int, str]:
        """The revision of the store that the graph has come to, and the version of the rules that made it."""
        table = tables.graph_state
        with self.engine.connect() as connection:
            row = connection.execute(select(table.c.revision, table.c.version)).first()
        return (row.revision, row.version) if row else (0, "")

    @contextmanager
    def writing(self) -> Iterator[GraphWriter]:
        """A transaction that changes the graph; another one waits until it ends."""
        with writing(self.engine) as connection:
            connection.execute(select(tables.graph_state.c.id).with_for_update())
            yield GraphWriter(connection)

    def decide(self, decision: Decision) -> None:
        """Keeps what a person decided; an earlier decision on the same name and place gives way."""
        table, row = tables.decision, encode(decision)
        with writing(self.engine) as connection:
            connection.execute(
                delete(table).where(table.c.name == decision.name, table.c.place == decision.place),
            )
            connection.execute(insert(table).values({column.name: row.get(column.name, "") for column in table.c}))

    # -- reading ----------------------------------------------------------------------------------------------------

    def nodes(self, keys: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids."""
        with self.engine.connect() as connection:
            return lists.nodes(connection, keys)

    def named(self, name: str, limit: int = 10, visibility: Sequence[str] = PUBLIC) -> tuple[Node, ...]:
        """Nodes with this name or alias: exact names first, then exact aliases, then names that hold the words."""
        with self.engine.connect() as connection:
            return lists.named(connection, name, limit, visibility)

    def visible(self, nodes: Sequence[Node], visibility: Sequence[str] = PUBLIC) -> tuple[Node, ...]:
        """Those that a visible document brought or speaks of."""
        with self.engine.connect() as connection:
            return lists.visible(connection, nodes, visibility)

    def of_kind(
        self, kind: str, words: str = "", limit: int = 20, offset: int = 0, visibility: Sequence[str] = PUBLIC
    ) -> Rows[tuple[Node, int]]:
        """Shared nodes of a kind whose label holds the words, each with the number of documents; most first."""
        with self.engine.connect() as connection:
            return lists.of_kind(connection, kind, words, limit, offset, visibility)

    def around(
        self,
        keys: Iterable[str],
        limit: int,
        kinds: Sequence[str] = (),
        visibility: Sequence[str] = PUBLIC,
        year: int | None = None,
    ) -> tuple[Edge, ...]:
        """Edges that touch one of these nodes, at most `limit` of each node in each direction, strongest first."""
        with self.engine.connect() as connection:
            return walks.around(connection, keys, limit, kinds, visibility, year)

    def joining(
        self, one: str, other: str, kinds: Sequence[str], limit: int, visibility: Sequence[str] = PUBLIC
    ) -> tuple[str, ...]:
        """Ids of nodes that have edges with both of two nodes, however many edges these have."""
        with self.engine.connect() as connection:
            return walks.joining(connection, one, other, kinds, visibility, limit)

    def within(
        self, keys: Sequence[str], kinds: Sequence[str] = (), visibility: Sequence[str] = PUBLIC
    ) -> tuple[Edge, ...]:
        """Edges with both ends among these nodes."""
        with self.engine.connect() as connection:
            return walks.within(connection, keys, kinds, visibility)

    def all_edges(self, visibility: Sequence[str] = PUBLIC) -> Iterator[Edge]:
        """Every edge, in the order of their ends and kinds; drawn some at a time."""
        with self.engine.connect() as connection:
            yield from lists.all_edges(connection, visibility)

    def counts(self, key: str, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[str, bool, int], ...]:
        """How many edges of each kind a node has: kind, whether it starts them, number."""
        with self.engine.connect() as connection:
            return lists.counts(connection, key, visibility)

    def described(
        self,
        key: str,
        kind: str,
        *,
        outgoing: bool,
        limit: int = 10,
        offset: int = 0,
        visibility: Sequence[str] = PUBLIC,
    ) -> Rows[Described]:
        """A node's edges of one kind and direction, newest first, with what a list shows of them."""
        with self.engine.connect() as connection:
            return walks.described(connection, key, kind, outgoing, limit, offset, visibility)

    def describe(self, edges: Sequence[Edge]) -> tuple[Described, ...]:
        """Edges with the things at their ends, the title of the proving document and the words."""
        with self.engine.connect() as connection:
            return walks.describe(connection, edges)

    def bodies(self, keys: Iterable[str]) -> dict[str, Body]:
        """The bodies with these ids."""
        with self.engine.connect() as connection:
            return lists.bodies(connection, keys)

    def aliases(self, organization: str, visibility: Sequence[str] = PUBLIC) -> tuple[Alias, ...]:
        """Other names of a body, each with the first document that uses it."""
        with self.engine.connect() as connection:
            return lists.aliases(connection, organization, visibility)

    def successions(self, organization: str) -> tuple[Succession, ...]:
        """Bodies before and after this one."""
        with self.engine.connect() as connection:
            return lists.successions(connection, organization)

    def questions(self, limit: int = 100, offset: int = 0) -> Rows[Question]:
        """What was left open."""
        with self.engine.connect() as connection:
            return lists.questions(connection, limit, offset)

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided."""
        with self.engine.connect() as connection:
            return tuple(Decision(**row) for row in connection.execute(select(tables.decision)).mappings())

    def most_pointed_at(
        self, edge_kinds: Sequence[str], node_kinds: Sequence[str], limit: int, visibility: Sequence[str] = PUBLIC
    ) -> tuple[tuple[Node, int], ...]:
        """Nodes by the number of documents that point at them with these edges, most first."""
        with self.engine.connect() as connection:
            return lists.most_pointed_at(connection, edge_kinds, node_kinds, limit, visibility)

    def load(self, limit: int, visibility: Sequence[str] = PUBLIC) -> tuple[tuple[Node, int, int], ...]:
        """Bodies with the number of commitments that they lead and that they join, most first."""
        with self.engine.connect() as connection:
            return lists.load(connection, limit, visibility)

    def with_several(self, kind: str, limit: int, visibility: Sequence[str] = PUBLIC) -> tuple[str, ...]:
        """Ids of nodes that have more than one edge of a kind."""
        with self.engine.connect() as connection:
            return lists.with_several(connection, kind, limit, visibility)

    def sources(self, target: str, kind: str, visibility: Sequence[str] = PUBLIC) -> tuple[str, ...]:
        """Ids of the nodes that point at a node with one kind of edge."""
        with self.engine.connect() as connection:
            return lists.sources(connection, target, kind, visibility)

    def indicators(self, series: Sequence[str], visibility: Sequence[str] = PUBLIC) -> dict[str, list[IndicatorRow]]:
        """The indicators that stand under each series, by the date of their document."""
        with self.engine.connect() as connection:
            return links.indicators(connection, series, visibility)

    def later_beside(self, document: str, visibility: Sequence[str] = PUBLIC) -> tuple[int, str | None]:
        """How many later documents of the same place there are, and the date of the newest."""
        with self.engine.connect() as connection:
            return links.later_beside(connection, document, visibility)

    def kinds_from(
        self, keys: Sequence[str], kinds: Sequence[str], visibility: Sequence[str] = PUBLIC
    ) -> dict[str, set[str]]:
        """Which of these kinds of edges start at each node; nodes without any are left out."""
        with self.engine.connect() as connection:
            return links.kinds_from(connection, keys, kinds, visibility)

    def later_with_indicators(self, place: str, after: str, visibility: Sequence[str] = PUBLIC) -> int:
        """How many documents of a place (its node's id) that state indicators were written after a date."""
        with self.engine.connect() as connection:
            return links.later_with_indicators(connection, place, after, visibility)

    def commitments(self, keys: Sequence[str]) -> tuple[CommitmentRow, ...]:
        """The commitments with these ids, in the latest version of their document."""
        with self.engine.connect() as connection:
            return links.commitments_of(connection, keys)


class GraphWriter:
    """One transaction on the graph; made by `GraphStore.writing`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, share: Share, *, visibility: str, settle: Settle) -> None:
        """Puts what a document brings in the place of what it brought before.

        Citations of other documents that may mean this one are settled anew.
        """
        self.remove(share.document, settle=settle)
        self._add_shared_nodes([node for node in share.nodes if node.document is None])
        own = [_node_row(node) | {"visibility": visibility} for node in share.nodes if node.document is not None]
        self._insert(tables.node, own)
        self._insert(tables.edge, [_edge_row(edge, visibility) for edge in share.edges if edge.document])
        structure = [_edge_row(edge, tables.RULE) for edge in share.edges if not edge.document]
        self._add_missing(tables.edge, structure, ("source", "target", "kind"))
        self._add_bodies(share.bodies)
        common = {"visibility": visibility}
        self._insert(tables.alias, [encode(alias) | common | {"on": alias.on} for alias in share.aliases])
        self._add_missing(tables.succession, [encode(row) for row in share.successions], ("before", "after"))
        self._add_missing(tables.series, [encode(one) for one in share.series], ("id",))
        self._insert(tables.work_key, [encode(key) for key in share.keys])
        self._insert(tables.question, [_question_row(question) for question in share.questions])
        self._settle([key.key for key in share.keys], [share.document], settle)

    def remove(self, document: str, *, settle: Settle) -> None:
        """Takes away all that a document brought, and what others said of its parts."""
        edge, key = tables.edge, tables.work_key
        keys = list(self._connection.execute(select(key.c.key).where(key.c.document == document)).scalars())
        own = select(tables.node.c.id).where(tables.node.c.document == document, tables.node.c.kind != "document")
        ends = select(edge.c.source, edge.c.target, edge.c.cited).where(edge.c.document == document)
        touched = {end for row in self._connection.execute(ends) for end in row if end}
        for said in (edge.c.document == document, edge.c.source.in_(own)):
            self._connection.execute(delete(edge).where(said))
        for table in (tables.node, tables.alias, tables.work_key, tables.question):
            self._connection.execute(delete(table).where(table.c.document == document))
        self._settle(keys, [], settle)
        self._drop_orphans(touched)

    def add(self, edges: Sequence[Edge], visibility: str) -> None:
        """Adds edges between nodes that are there."""
        self._insert(tables.edge, [_edge_row(edge, visibility) for edge in edges])

    def beside(self, document: str, limit: int) -> tuple[list[Beside], list[Beside]]:
        """Documents of the same place before and after a document, the nearest in time first."""
        return links.beside(self._connection, document, limit)

    def statements(self, documents: Sequence[str]) -> dict[str, list[Statement]]:
        """The commitments and achievements of documents, with the figures within their words."""
        return links.statements(self._connection, documents)

    def clear(self) -> None:
        """Takes everything away but what people decided; the graph has come to revision 0 then."""
        for table in _DISPOSABLE:
            self._connection.execute(delete(table))
        self.note(0, "")

    def revision(self) -> int:
        """How far the graph has come."""
        return int(self._connection.execute(select(tables.graph_state.c.revision)).scalar_one())

    def note(self, revision: int, version: str) -> None:
        """Notes how far the graph has come, and by which rules."""
        self._connection.execute(update(tables.graph_state).values(revision=revision, version=version))

    def _settle(self, keys: Sequence[str], citing: Sequence[str], settle: Settle) -> None:
        """Points each citation that may mean one of these works at the document it means, or at the work as named."""
        for cited, candidates, work in links.citations_of(self._connection, keys, citing):
            document, reason, between = settle(cited, candidates)
            values = {"target": document or work, "how": reason}
            self._connection.execute(update(tables.edge).where(tables.edge.c.id == cited.edge).values(values))
            if between:
                row = {"kind": "citation", "name": cited.title, "document": cited.document, "reason": reason}
                self._insert(tables.question, [row | {"candidates": list(between)}])

    def _add_shared_nodes(self, nodes: Sequence[Node]) -> None:
        self._add_missing(tables.node, [_node_row(node) for node in nodes], ("id",))

    def _add_bodies(self, bodies: Sequence[Body]) -> None:
        self._add_missing(
            tables.organization,
            [encode(body) | {"place": body.place, "parent": body.parent} for body in bodies],
            ("id",),
        )

    def _add_missing(self, table: Any, rows: list[dict[str, Any]], key: tuple[str, ...]) -> None:
        """Adds the rows whose key is not there yet."""
        first = table.c[key[0]]
        known: set[tuple[Any, ...]] = set()
        for some in lists.pieces({row[key[0]] for row in rows}):
            query = select(*(table.c[name] for name in key)).where(first.in_(some))
            known.update(tuple(row) for row in self._connection.execute(query))
        new = {tuple(row[name] for name in key): row for row in rows}
        self._insert(table, [row for values, row in new.items() if values not in known])

    def _insert(self, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            blank = {column.name: None for column in table.c if column.name != "id" or "id" in rows[0]}
            self._connection.execute(insert(table), [blank | row for row in rows])

    def _drop_orphans(self, keys: set[str]) -> None:
        """Takes away shared nodes that no document speaks of any more, and what only they led to."""
        node, edge = tables.node.c, tables.edge.c
        for some in lists.pieces(keys):
            used = lists.in_use(self._connection, some)
            query = select(node.id).where(node.id.in_(some), node.document.is_(None))
            lonely = [key for key in self._connection.execute(query).scalars() if key not in used]
            of_lonely = (edge.source.in_(lonely) | edge.target.in_(lonely), edge.document == "")
            led_to = set(self._connection.execute(select(edge.target).where(*of_lonely)).scalars())
            self._connection.execute(delete(tables.edge).where(*of_lonely))
            self._connection.execute(delete(tables.node).where(node.id.in_(lonely)))
            for table in (tables.organization, tables.series):
                self._connection.execute(delete(table).where(table.c.id.in_(lonely)))
            if led_to:
                self._drop_orphans(led_to)


_DISPOSABLE = (
    tables.node,
    tables.edge,
    tables.organization,
    tables.series,
    tables.alias,
    tables.succession,
    tables.work_key,
    tables.question,
)


def _node_row(node: Node) -> dict[str, Any]:
    return {"id": node.id, "kind": node.kind, "label": node.label, "document": node.document, "on": node.on}


def _edge_row(edge: Edge, visibility: str) -> dict[str, Any]:
    return {
        "kind": edge.kind,
        "source": edge.source,
        "target": edge.target,
        "document": edge.document,
        "clause": edge.clause,
        "start": edge.span.start if edge.span else None,
        "end": edge.span.end if edge.span else None,
        "how": edge.how,
        "weight": edge.weight,
        "fact": edge.fact,
        "cited": edge.cited,
        "numbered": edge.numbered,
        "visibility": visibility,
        "on": edge.on,
    }


def _question_row(question: Question) -> dict[str, Any]:
    span = question.span
    return {
        "kind": question.kind,
        "name": question.name,
        "document": question.document,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "candidates": list(question.candidates),
        "reason": question.reason,
    }
