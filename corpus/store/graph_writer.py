"""Changes of the graph: what a document brings to it is replaced as a whole, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from corpus.codec import encode
from corpus.store import graph_links as links
from corpus.store import graph_lists as lists
from corpus.store import graph_tables as tables
from corpus.store.graph_rows import DECIDED, Beside, Candidate, Cited, Edge, Node, Question, Share, Statement
from corpus.store.tables import document as documents
from corpus.store.writes import next_revision

Row = dict[str, Any]

Settle = Callable[[Cited, Sequence[Candidate]], tuple[str | None, str, tuple[str, ...]]]
"""Which document a citation means: its id or None, the reason, and between which it could not be told."""

_SETTLE = (
    update(tables.edge)
    .where(tables.edge.c.id == bindparam("row"))
    .values(target=bindparam("meant"), how=bindparam("reason"))
)
"""Points the edge of a citation at what it means."""


class GraphWriter:
    """One transaction on the graph; made by `GraphStore.writing`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, share: Share, *, visibility: str, settle: Settle) -> None:
        """Puts what a document brings in the place of what it brought before.

        Citations of other documents that may mean this one are settled anew.
        """
        own = [_node_row(node) | {"visibility": visibility} for node in share.nodes if node.document is not None]
        proved = [_edge_row(edge, visibility) for edge in share.edges if edge.document]
        keys, touched = self._take_away(share.document, own, proved)
        self._add_shared(tables.node, [_node_row(node) for node in share.nodes if node.document is None])
        structure = [_edge_row(edge, tables.RULE) for edge in share.edges if not edge.document]
        self._add_missing(tables.edge, structure, ("source", "target", "kind"))
        bodies = [encode(body) | {"place": body.place, "parent": body.parent} for body in share.bodies]
        self._add_shared(tables.organization, bodies)
        common = {"visibility": visibility}
        self._insert(tables.alias, [encode(alias) | common | {"on": alias.on} for alias in share.aliases])
        self._add_missing(tables.succession, [encode(row) for row in share.successions], ("before", "after"))
        self._add_shared(tables.series, [encode(one) for one in share.series])
        self._insert(tables.work_key, [encode(key) for key in share.keys])
        self._insert(tables.question, [_question_row(question) for question in share.questions])
        self._settle({*keys, *(key.key for key in share.keys)}, [share.document], settle)
        self._drop_orphans(touched)

    def name_issuer(self, document: str, issuer: str | None) -> int | None:
        """Lets lists call a document's issuer so; gives the document's new revision, None where it is called so."""
        columns = documents.c
        known = self._connection.execute(select(columns.issuer).where(columns.id == document)).scalar()
        if known == issuer:
            return None
        revision = next_revision(self._connection)
        values = {"issuer": issuer, "revision": revision}
        self._connection.execute(update(documents).where(columns.id == document).values(values))
        return revision

    def remove(self, document: str, *, settle: Settle) -> None:
        """Takes away all that a document brought, and what others said of its parts."""
        keys, touched = self._take_away(document)
        self._settle(keys, [], settle)
        self._drop_orphans(touched)

    def _take_away(
        self, document: str, nodes: Sequence[Row] = (), edges: Sequence[Row] = ()
    ) -> tuple[set[str], set[str]]:
        """Puts these nodes and edges in the place of a document's, and takes away its other rows.

        Rows that are the same stay untouched: most of a document is the same after another analysis.

        Returns:
            Ids of the works that it was, and of what the edges touched that are gone.
        """
        edge, key = tables.edge, tables.work_key
        keys = set(self._connection.execute(select(key.c.key).where(key.c.document == document)).scalars())
        stale, new = self._difference(tables.edge, document, edges)
        gone, fresh = self._difference(tables.node, document, nodes)
        touched = {end for row in stale for end in (row.source, row.target, row.cited) if end}
        self._delete(edge, [row.id for row in stale])
        own = select(tables.node.c.id).where(tables.node.c.document == document, tables.node.c.kind != "document")
        self._connection.execute(delete(edge).where(edge.c.source.in_(own), edge.c.document != document))
        self._delete(tables.node, [row.id for row in gone])
        for table in (tables.alias, tables.work_key, tables.question):
            self._connection.execute(delete(table).where(table.c.document == document))
        self._insert(tables.node, fresh)
        self._insert(edge, new)
        return keys, touched

    def _difference(self, table: Table, document: str, wanted: Sequence[Row]) -> tuple[list[Any], list[Row]]:
        """The rows of a document that are not wanted, and those wanted that are not there."""
        names = [column.name for column in table.c if column.name in (wanted[0] if wanted else _ENDS)]
        left: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for one in wanted:
            left[tuple(one[name] for name in names)].append(one)
        stale = []
        key = [] if "id" in names else [table.c.id]
        columns = [*(table.c[name] for name in names), *key]
        for row in self._connection.execute(select(*columns).where(table.c.document == document)).all():
            same = left.get(tuple(row[: len(names)]))
            if same:
                same.pop()
            else:
                stale.append(row)
        return stale, [one for rows in left.values() for one in rows]

    def _delete(self, table: Table, keys: Sequence[Any]) -> None:
        for some in lists.pieces(keys):
            self._connection.execute(delete(table).where(table.c.id.in_(some)))

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

    def _settle(self, keys: Iterable[str], citing: Sequence[str], settle: Settle) -> None:
        """Points each citation that may mean one of these works at the document it means, or at the work as named."""
        settled, named, open_questions = [], set(), []
        for cited, candidates, work in links.citations_of(self._connection, sorted(keys), citing):
            document, reason, between = settle(cited, candidates)
            settled.append({"row": cited.edge, "meant": document or work, "reason": reason})
            named.add((cited.document, cited.title))
            if between:
                question = Question("citation", cited.title, cited.document, between, reason, None, cited.region or "")
                open_questions.append(_question_row(question))
        if settled:
            self._connection.execute(_SETTLE, settled)
            self._forget_questions(named)
        self._insert(tables.question, open_questions)

    def _forget_questions(self, named: Iterable[tuple[str, str]]) -> None:
        """Takes away what was open about these citations: the document that cites, and the title."""
        table, pairs = tables.question, set(named)
        for some in lists.pieces(document for document, _ in pairs):
            query = select(table.c.id, table.c.document, table.c.name)
            found = self._connection.execute(query.where(table.c.kind == "citation", table.c.document.in_(some))).all()
            self._delete(table, [row.id for row in found if (row.document, row.name) in pairs])

    def _add_shared(self, table: Table, rows: Sequence[Row]) -> None:
        """Adds what several documents bring, each in its own words: the same ones are kept whichever came first."""
        rank = _RANKS[table.name]
        best: dict[str, Row] = {}
        for row in rows:
            if row["id"] not in best or rank(row) > rank(best[row["id"]]):
                best[row["id"]] = row
        names = [column.name for column in table.c]
        kept: dict[str, Row] = {}
        for some in lists.pieces(best):
            for values in self._connection.execute(select(table).where(table.c.id.in_(some))).all():
                row = dict(zip(names, values, strict=True))
                kept[row["id"]] = row
        self._insert(table, [row for key, row in best.items() if key not in kept])
        for key, row in best.items():
            if key in kept and rank(row) > rank(kept[key]):
                self._connection.execute(update(table).where(table.c.id == key).values(row))

    def _add_missing(self, table: Any, rows: list[dict[str, Any]], key: tuple[str, ...]) -> None:
        """Adds the rows whose key is not there yet."""
        first = table.c[key[0]]
        known: set[tuple[Any, ...]] = set()
        for some in lists.pieces({row[key[0]] for row in rows}):
            query = select(*(table.c[name] for name in key)).where(first.in_(some))
            known.update(tuple(row) for row in self._connection.execute(query).all())
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
            query = select(node.id).where(node.id.in_(some), node.document.is_(None))
            shared = list(self._connection.execute(query).scalars())
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

_ENDS = ("id", "source", "target", "cited")
"""What has to be known of a row that goes."""

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
        "place": question.place,
        "document": question.document,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "candidates": list(question.candidates),
        "reason": question.reason,
    }
