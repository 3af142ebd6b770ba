"""What is to be written of a document's part of the graph: rows as kept against rows as wanted; the same stay.

A row is a tuple of the columns named here, and of its number where it has one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    select,
)

from corpus.store import graph_tables as tables
from corpus.store.graph_lists import among, pieces
from corpus.store.graph_rows import Alias, Edge, Node, Question, WorkKey

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """How the rows of a table are compared.

    Attributes:
        names: of the columns, in the order of the tuples.
        key: of the columns by which a row is deleted.
        form: what of a row is compared.
    """

    table: Table
    names: tuple[str, ...]
    key: tuple[str, ...]
    form: Callable[[Values], Hashable]

    @property
    def columns(self) -> list[Any]:
        """What is selected: the columns and, where it is numbered, the number of a row."""
        return [self.table.c[name] for name in dict.fromkeys((*self.names, *self.key))]


def _as_it_is(row: Values) -> Hashable:
    return tuple(row)


def _edge_form(row: Values) -> Hashable:
    """An edge without its number; of a citation without what it is kept to mean, which is settled afterwards."""
    return row[:_SETTLED] if row[0] is None else (*row[: _SETTLED - 2], None, None)


def _question_form(row: Values) -> Hashable:
    return (*row[:6], tuple(row[6]), row[7])


_EDGE_NAMES = (
    *("cited", "kind", "source", "document", "clause", "start", "end"),
    *("weight", "fact", "numbered", "visibility", "on", "target", "how"),
)
_SETTLED = len(_EDGE_NAMES)
_QUESTION_NAMES = ("kind", "name", "place", "document", "start", "end", "candidates", "reason")

NODES = Kept(tables.node, ("id", "kind", "label", "document", "visibility", "on"), ("id",), _as_it_is)
EDGES = Kept(tables.edge, _EDGE_NAMES, ("id",), _edge_form)
ALIASES = Kept(
    tables.alias,
    ("organization", "name", "document", "reason", "visibility", "on"),
    ("organization", "name", "document"),
    _as_it_is,
)
WORK_KEYS = Kept(tables.work_key, ("key", "document", "how"), ("key", "document"), _as_it_is)
QUESTIONS = Kept(tables.question, _QUESTION_NAMES, ("id",), _question_form)


def node_values(node: Node, visibility: str | None) -> Values:
    """A node as a row of `NODES`."""
    return (node.id, node.kind, node.label, node.document, visibility, node.on)


def edge_values(edge: Edge, visibility: str) -> Values:
    """An edge as a row of `EDGES`."""
    span = edge.span
    where = (edge.document, edge.clause, span.start if span else None, span.end if span else None)
    said = (edge.weight, edge.fact, edge.numbered, visibility, edge.on, edge.target, edge.how)
    return (edge.cited, edge.kind, edge.source, *where, *said)


def alias_values(alias: Alias, visibility: str) -> Values:
    """A name as a row of `ALIASES`."""
    return (alias.organization, alias.name, alias.document, alias.reason, visibility, alias.on)


def work_key_values(key: WorkKey) -> Values:
    """A name of a document as a row of `WORK_KEYS`."""
    return (key.key, key.document, key.how)


def question_values(question: Question) -> Values:
    """A question as a row of `QUESTIONS`."""
    span = question.span
    where = (question.document, span.start if span else None, span.end if span else None)
    return (question.kind, question.name, question.place, *where, list(question.candidates), question.reason)


def difference(kept: Kept, rows: Sequence[Any], wanted: Sequence[Values]) -> tuple[list[Any], list[Values]]:
    """The rows that are not wanted, and those wanted that are not there."""
    form = kept.form
    left: defaultdict[Hashable, list[Values]] = defaultdict(list)
    for values in wanted:
        left[form(values)].append(values)
    gone = []
    for row in rows:
        same = left.get(form(row))
        if same:
            same.pop()
        else:
            gone.append(row)
    return gone, [values for many in left.values() for values in many]


def rows_of(connection: Connection, kept: Kept, document: str) -> Sequence[Any]:
    """What is kept of a document in a table."""
    return connection.execute(_of_document(kept), {"document": document}).all()


@lru_cache
def _of_document(kept: Kept) -> Select[Any]:
    return select(*kept.columns).where(kept.table.c.document == bindparam("document"))


def edges_elsewhere(connection: Connection, document: str, parts: Sequence[str]) -> list[Any]:
    """Edges that other documents prove and that join this one to them: they start at its parts or tell of it."""
    found: list[Any] = []
    query = _elsewhere(connection.dialect.name)
    for some in pieces([*parts, document]):
        found.extend(connection.execute(query, {"document": document, "parts": some}).all())
    return list({row.id: row for row in found}.values())


@lru_cache
def _elsewhere(dialect: str) -> Select[Any]:
    edge = tables.edge.c
    own: BindParameter[str] = bindparam("document")
    starting = among(dialect, edge.source, "parts")
    telling = and_(edge.target == own, edge.kind == "reports_on")
    return select(*EDGES.columns).where(starting | telling, edge.document != own)


def write(connection: Connection, kept: Kept, gone: Sequence[Any], new: Sequence[Values]) -> None:
    """Deletes and adds rows of a table."""
    if gone and kept.key == ("id",):
        for some in pieces(row.id for row in gone):
            connection.execute(_by_id(kept, connection.dialect.name), {"keys": some})
    elif gone:
        keys = [{f"its_{name}": getattr(row, name) for name in kept.key} for row in gone]
        connection.execute(_by_key(kept), keys)
    add(connection, kept.table, kept.names, new)


@lru_cache
def _by_id(kept: Kept, dialect: str) -> Delete:
    return delete(kept.table).where(among(dialect, kept.table.c.id, "keys"))


@lru_cache
def _by_key(kept: Kept) -> Delete:
    same: list[ColumnElement[bool]] = [kept.table.c[name] == bindparam(f"its_{name}") for name in kept.key]
    return delete(kept.table).where(*same)


def add(connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[Values]) -> None:
    """Adds rows of these columns."""
    if rows:
        connection.execute(_adding(table), [dict(zip(names, values, strict=True)) for values in rows])


@lru_cache
def _adding(table: Table) -> Insert:
    return insert(table)
