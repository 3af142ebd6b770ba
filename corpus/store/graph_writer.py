"""Changes of the graph: what a document brings to it is replaced as a whole, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, select, update

from corpus.codec import encode
from corpus.store import graph_changes as changes
from corpus.store import graph_links as links
from corpus.store import graph_lists as lists
from corpus.store import graph_tables as tables
from corpus.store.graph_rows import DECIDED, Beside, Candidate, Cited, Edge, Node, Question, Share, Statement
from corpus.store.tables import document as documents
from corpus.store.writes import next_revision

Row = dict[str, Any]

Join = tuple[Edge, str]
"""An edge between two documents or their parts, and its visibility."""

Settle = Callable[[Cited, Sequence[Candidate]], tuple[str | None, str, tuple[str, ...]]]
"""Which document a citation means: its id or None, the reason, and between which it could not be told."""

_SETTLE = (
    update(tables.edge)
    .where(tables.edge.c.id == bindparam("row"))
    .values(target=bindparam("meant"), how=bindparam("reason"))
)
"""Points the edge of a citation at what it means."""


class GraphWriter:
    """One transaction on the graph; made by `GraphStore.writing`.

    Attributes:
        revision: how far the graph has come.
    """

    def __init__(self, connection: Connection, revision: int) -> None:
        self._connection = connection
        self.revision = revision

    def replace(self, share: Share, *, visibility: str, settle: Settle, joins: Sequence[Join] = ()) -> None:
        """Puts what a document brings in the place of what it brought before; what is the same stays untouched.

        Citations of other documents that may mean this one are settled anew.

        Args:
            share: what the document brings.
            visibility: of the document.
            settle: which document a citation means.
            joins: the edges that join it to other documents, whichever proves them, each with its visibility.
        """
        keys, touched = self._exchange(share, visibility, joins)
        self._add_shared(tables.node, [_node_row(node) for node in share.nodes if node.document is None])
        structure = [_edge_row(edge, tables.RULE) for edge in share.edges if not edge.document]
        self._add_missing(tables.edge, structure, ("source", "target", "kind"))
        bodies = [encode(body) | {"place": body.place, "parent": body.parent} for body in share.bodies]
        self._add_shared(tables.organization, bodies)
        self._add_missing(tables.succession, [encode(row) for row in share.successions], ("before", "after"))
        self._add_shared(tables.series, [encode(one) for one in share.series])
        self._settle(keys, share, settle)
        self._drop_orphans(touched)

    def name_issuer(self, document: str, issuer: str | None, seen: int) -> int | None:
        """Lets lists call a document's issuer so; gives its new revision, None where it has changed since `seen`."""
        revision = next_revision(self._connection)
        as_seen = (documents.c.id == document, documents.c.revision == seen)
        done = self._connection.execute(update(documents).where(*as_seen).values(issuer=issuer, revision=revision))
        return revision if done.rowcount else None

    def remove(self, document: str, *, settle: Settle) -> None:
        """Takes away all that a document brought, and what others said of its parts."""
        share = Share(document, (), ())
        keys, touched = self._exchange(share, "", ())
        self._settle(keys, share, settle)
        self._drop_orphans(touched)

    def _exchange(self, share: Share, visibility: str, joins: Sequence[Join]) -> tuple[set[str], set[str]]:
        """Puts nodes, edges and names in the place of a document's: most are the same after another analysis.

        Returns:
            Ids of the works that it was and is, and of what the edges touched that are gone.
        """
        connection, document = self._connection, share.document
        nodes = changes.rows_of(connection, changes.NODES, document)
        edges = [
            *changes.rows_of(connection, changes.EDGES, document),
            *changes.edges_elsewhere(connection, document, [row.id for row in nodes if row.kind == "commitment"]),
        ]
        keys = changes.rows_of(connection, changes.WORK_KEYS, document)
        proved = [(edge, visibility) for edge in share.edges if edge.document]
        wanted = (
            (changes.EDGES, edges, [changes.edge_values(*pair) for pair in (*proved, *joins)]),
            (changes.NODES, nodes, [changes.node_values(node, visibility) for node in share.nodes if node.document]),
            (changes.WORK_KEYS, keys, [changes.work_key_values(key) for key in share.keys]),
            (
                changes.ALIASES,
                changes.rows_of(connection, changes.ALIASES, document),
                [changes.alias_values(alias, visibility) for alias in share.aliases],
            ),
        )
        touched: set[str] = set()
        for kept, rows, values in wanted:
            gone, new = changes.difference(kept, rows, values)
            changes.write(connection, kept, gone, new)
            if kept is changes.EDGES:
                touched = {end for row in gone for end in (row.source, row.target, row.cited) if end}
        return {row.key for row in (*keys, *share.keys)}, touched

    def beside(self, document: str, place: str | None, on: str | None, limit: int) -> tuple[list[Beside], list[Beside]]:
        """Documents of a place before and after a document that comes at this day, the nearest in time first."""
        return links.beside(self._connection, document, place, on, limit)

    def statements(self, dated: Mapping[str, str | None], headed: Collection[str] = ()) -> dict[str, list[Statement]]:
        """The commitments and achievements of documents, see `graph_links.statements`."""
        return links.statements(self._connection, dated, headed)

    def clear(self) -> None:
        """Takes everything away but what people decided; the graph has come to revision 0 then."""
        for table in _DISPOSABLE:
            self._connection.execute(delete(table))
        self.note(0, "")

    def note(self, revision: int, version: str) -> None:
        """Notes how far the graph has come, and by which rules."""
        self._connection.execute(update(tables.graph_state).values(revision=revision, version=version))
        self.revision = revision

    def _settle(self, keys: Iterable[str], share: Share, settle: Settle) -> None:
        """Points each citation that may mean one of these works at the document it means, or at the work as named.

        Also those of the document itself. What is left open is asked, and what was open before no more.
        """
        changed, named, asked = [], set(), list(share.questions)
        for cited, candidates, work, kept in links.citations_of(self._connection, sorted(keys), [share.document]):
            document, reason, between = settle(cited, candidates)
            if kept != (meant := document or work, reason):
                changed.append({"row": cited.edge, "meant": meant, "reason": reason})
            named.add((cited.document, cited.title))
            if between:
                asked.append(
                    Question("citation", cited.title, cited.document, between, reason, None, cited.region or "")
                )
        if changed:
            self._connection.execute(_SETTLE, changed)
        self._ask(share.document, named, asked)

    def _ask(self, document: str, named: Set[tuple[str, str]], asked: Sequence[Question]) -> None:
        """Puts questions in the place of a document's and of those about citations: who cites, and the title."""
        query = _questions_of(self._connection.dialect.name)
        rows = [
            row
            for some in lists.pieces([document, *(citing for citing, _ in named)])
            for row in self._connection.execute(query, {"documents": some}).all()
            if row.document == document or (row.kind == "citation" and (row.document, row.name) in named)
        ]
        gone, new = changes.difference(changes.QUESTIONS, rows, [changes.question_values(one) for one in asked])
        changes.write(self._connection, changes.QUESTIONS, gone, new)

    def _add_shared(self, table: Table, rows: Sequence[Row]) -> None:
        """Adds what several documents bring, each in its own words: the same ones are kept whichever came first."""
        rank = _RANKS[table.name]
        best: dict[str, Row] = {}
        for row in rows:
            if row["id"] not in best or rank(row) > rank(best[row["id"]]):
                best[row["id"]] = row
        names = [column.name for column in table.c]
        kept: dict[str, Row] = {}
        query = _with_ids(table, self._connection.dialect.name)
        for some in lists.pieces(best):
            for values in self._connection.execute(query, {"keys": some}).all():
                row = dict(zip(names, values, strict=True))
                kept[row["id"]] = row
        self._insert(table, [row for key, row in best.items() if key not in kept])
        for key, row in best.items():
            if key in kept and rank(row) > rank(kept[key]):
                self._connection.execute(update(table).where(table.c.id == key).values(row))

    def _add_missing(self, table: Any, rows: list[dict[str, Any]], key: tuple[str, ...]) -> None:
        """Adds the rows whose key is not there yet."""
        known: set[tuple[Any, ...]] = set()
        query = _starting_with(table, key, self._connection.dialect.name)
        for some in lists.pieces(row[key[0]] for row in rows):
            known.update(tuple(row) for row in self._connection.execute(query, {"keys": some}).all())
        new = {tuple(row[name] for name in key): row for row in rows}
        self._insert(table, [row for values, row in new.items() if values not in known])

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        names = tuple(column.name for column in table.c if column.name != "id" or any("id" in row for row in rows[:1]))
        changes.add(self._connection, table, names, [tuple(row.get(name) for name in names) for row in rows])

    def _drop_orphans(self, keys: set[str]) -> None:
        """Takes away shared nodes that no document speaks of any more, and what only they led to."""
        node, edge = tables.node.c, tables.edge.c
        shared_among = _shared_among(self._connection.dialect.name)
        for some in lists.pieces(keys):
            shared = list(self._connection.execute(shared_among, {"keys": some}).scalars())
            lonely = sorted({*shared} - lists.in_use(self._connection, shared))
            if not lonely:
                continue
            of_lonely = (edge.source.in_(lonely) | edge.target.in_(lonely), edge.document == "")
            led_to = set(self._connection.execute(select(edge.target).where(*of_lonely)).scalars())
            self._connection.execute(delete(tables.edge).where(*of_lonely))
            self._connection.execute(delete(tables.node).where(node.id.in_(lonely)))
            for table in (tables.organization, tables.series):
                self._connection.execute(delete(table).where(table.c.id.in_(lonely)))
            if led_to:
                self._drop_orphans(led_to)


_RANKS: dict[str, Callable[[Row], tuple[Any, ...]]] = {
    "node": lambda row: (len(row["label"]), row["label"], row["kind"]),
    "series": lambda row: (len(row["name"]), row["name"]),
    "organization": lambda row: (
        *(row[name] is not None for name in ("parent", "place")),
        not row["reason"].startswith(DECIDED),  # what a person decided for one name may be withdrawn
        -len(row["reason"]),  # the plainest: that the name itself says so
        *(row[name] or "" for name in ("reason", "parent", "place", "level", "core", "kind")),
    ),
}
"""Which of the words that documents have for one thing are kept, the highest: the fullest, then by the letters."""


@lru_cache
def _with_ids(table: Table, dialect: str) -> Select[Any]:
    return select(table).where(lists.among(dialect, table.c.id, "keys"))


@lru_cache
def _starting_with(table: Table, key: tuple[str, ...], dialect: str) -> Select[Any]:
    """The columns `key` of the rows that have given values in the first of them."""
    return select(*(table.c[name] for name in key)).where(lists.among(dialect, table.c[key[0]], "keys"))


@lru_cache
def _shared_among(dialect: str) -> Select[Any]:
    """Those of these nodes that belong to no document alone."""
    node = tables.node.c
    return select(node.id).where(lists.among(dialect, node.id, "keys"), node.document.is_(None))


@lru_cache
def _questions_of(dialect: str) -> Select[Any]:
    kept = changes.QUESTIONS
    return select(*kept.columns).where(lists.among(dialect, kept.table.c.document, "documents"))


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


def _node_row(node: Node) -> Row:
    return dict(zip(changes.NODES.names, changes.node_values(node, None), strict=True))


def _edge_row(edge: Edge, visibility: str) -> Row:
    return dict(zip(changes.EDGES.names, changes.edge_values(edge, visibility), strict=True))
