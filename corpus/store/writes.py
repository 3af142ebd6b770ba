"""Steps of a change to the store; each works on the connection of the transaction that it is part of."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from corpus.analysis import Analysis
from corpus.store import records, tables


def document_of(connection: Connection, content_hash: str) -> str | None:
    """The id of the document that was read from these bytes."""
    columns = tables.document.c
    return connection.execute(select(columns.id).where(columns.content_hash == content_hash)).scalar()


def latest_of_origin(connection: Connection, origin: str) -> RowMapping | None:
    """Id, lineage and version of the newest document from an origin."""
    columns = tables.document.c
    joined = tables.document.join(tables.source, columns.content_hash == tables.source.c.content_hash)
    query = select(columns.id, columns.lineage, columns.version).select_from(joined)
    return (
        connection.execute(
            query.where(tables.source.c.origin == origin, columns.latest.is_(True)).order_by(columns.version.desc())
        )
        .mappings()
        .first()
    )


def next_revision(connection: Connection) -> int:
    """Counts the store's revision up, and gives it."""
    table = tables.revision
    connection.execute(update(table).values(value=table.c.value + 1))
    return int(connection.execute(select(table.c.value)).scalar_one())


def insert_parts(connection: Connection, analysis: Analysis, lineage: str) -> None:
    """Puts clauses, facts and actors of an analysis into their tables."""
    insert_all(connection, tables.clause, records.clause_rows(analysis))
    for kind, rows in records.fact_rows(analysis, lineage).items():
        insert_all(connection, tables.FACT_TABLES[kind], rows)
    insert_all(connection, tables.actor, records.actor_rows(analysis))


def insert_all(connection: Connection, table: Any, rows: list[records.Row]) -> None:
    """Puts rows into a table, if there are any."""
    if rows:
        connection.execute(insert(table), rows)
