"""The store: documents kept whole or not at all, and the lists that pages are drawn from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from corpus.analysis import Analysis
from corpus.document import Source
from corpus.errors import NotFoundError
from corpus.sketch import sketch
from corpus.store import records, tables
from corpus.store.database import open_engine, writing
from corpus.store.listing import Listing
from corpus.store.originals import Originals
from corpus.store.rows import (
    Account,
    Outcome,
    Stored,
)
from corpus.store.writes import document_of, insert_all, insert_parts, latest_of_origin, next_revision
from corpus.validity import Validity, Visibility


class Store(Listing):
    """Documents, their facts and their files; safe for several processes and threads at once."""

    def __init__(self, url: str, originals: Originals) -> None:
        self.engine = open_engine(url)
        self.originals = originals

    @classmethod
    def open(cls, home: Path, url: str | None = None) -> Self:
        """The store of a home folder; `url` puts the database elsewhere (PostgreSQL), the files stay in the home."""
        home.mkdir(parents=True, exist_ok=True)
        return cls(url or f"sqlite:///{home / 'store.sqlite'}", Originals(home / "originals"))

    def close(self) -> None:
        """Lets go of all connections."""
        self.engine.dispose()

    # -- writing ----------------------------------------------------------------------------------------------------

    def put(self, analysis: Analysis, visibility: Visibility = Visibility.PUBLIC) -> Stored:
        """Keeps an analysis in one transaction; the same bytes again change nothing.

        A file from the origin of a kept one becomes its new version. A quarantine entry of the same bytes is lifted.
        """
        source = analysis.document.source
        try:
            with writing(self.engine) as connection:
                if known := document_of(connection, source.content_hash):
                    return Stored(Outcome.UNCHANGED, known)
                return self._insert(connection, analysis, visibility)
        except IntegrityError:  # on PostgreSQL another process may have kept the same bytes meanwhile
            with self.engine.connect() as connection:
                if known := document_of(connection, source.content_hash):
                    return Stored(Outcome.UNCHANGED, known)
            raise

    def _insert(self, connection: Connection, analysis: Analysis, visibility: Visibility) -> Stored:
        source = analysis.document.source
        before = latest_of_origin(connection, source.origin)
        lineage = before["lineage"] if before else analysis.document.id
        version = before["version"] + 1 if before else 1
        row = records.document_row(analysis, lineage, version, before["id"] if before else None)
        connection.execute(
            delete(tables.quarantine).where(tables.quarantine.c.content_hash == source.content_hash),
        )
        connection.execute(insert(tables.source).values(records.source_row(source)))
        if before:
            connection.execute(
                update(tables.document)
                .where(tables.document.c.id == before["id"])
                .values(latest=False, revision=next_revision(connection))
            )
        state = {"revision": next_revision(connection), "latest": True, "visibility": visibility.value}
        connection.execute(insert(tables.document).values(row | state))
        insert_parts(connection, analysis, lineage)
        values = [{"document": analysis.document.id, "value": value} for value in sketch(analysis.document.text)]
        insert_all(connection, tables.sketch, values)
        return Stored(Outcome.STORED, analysis.document.id, version=version)

    def replace(self, analysis: Analysis) -> None:
        """Puts another analysis of the same document in the place of the kept one.

        Raises:
            NotFoundError: if the document is not kept.
        """
        key = analysis.document.id
        with writing(self.engine) as connection:
            kept = connection.execute(
                select(tables.document.c.lineage, tables.document.c.version, tables.document.c.previous).where(
                    tables.document.c.id == key
                )
            ).first()
            if kept is None:
                raise NotFoundError("库中没有这个文件。")
            row = records.document_row(analysis, *kept)
            for table in (tables.clause, tables.actor, *tables.FACT_TABLES.values()):
                connection.execute(delete(table).where(table.c.document == key))
            row["revision"] = next_revision(connection)
            connection.execute(update(tables.document).where(tables.document.c.id == key).values(row))
            insert_parts(connection, analysis, kept.lineage)

    def set_validity(self, document: str, validity: Validity) -> bool:
        """Notes whether a document holds, as other documents and the calendar say; False where that is known."""
        table = tables.document
        with writing(self.engine) as connection:
            known = connection.execute(select(table.c.validity).where(table.c.id == document)).scalar()
            if known is None or known == validity.value:
                return False
            row = {"validity": validity.value, "revision": next_revision(connection)}
            connection.execute(update(table).where(table.c.id == document).values(row))
        return True

    def quarantine(self, source: Source, code: str, reason: str, reader: str) -> Stored:
        """Notes that a file could not be read, why, and by which version of the readers."""
        row = records.source_row(source) | {"code": code, "reason": reason, "reader": reader}
        with writing(self.engine) as connection:
            table = tables.quarantine
            connection.execute(delete(table).where(table.c.content_hash == source.content_hash))
            connection.execute(insert(table).values(row))
        return Stored(Outcome.QUARANTINED, reason=reason)

    def add_feedback(self, page: str, topic: str, message: str, contact: str | None) -> None:
        """Keeps what a reader reports about a page."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"at": now, "page": page, "topic": topic, "message": message, "contact": contact}
        with writing(self.engine) as connection:
            connection.execute(insert(tables.feedback).values(row))

    def add_account(self, name: str, role: str, unit: str | None, password_hash: str) -> bool:
        """Keeps an account; False where the name is taken."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"name": name, "role": role, "unit": unit, "password_hash": password_hash, "created_at": now}
        try:
            with writing(self.engine) as connection:
                connection.execute(insert(tables.account).values(row))
        except IntegrityError:
            return False
        return True

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by name, without their passwords."""
        columns = [tables.account.c[name] for name in Account.__dataclass_fields__]
        with self.engine.connect() as connection:
            found = connection.execute(select(*columns).order_by(tables.account.c.name)).mappings()
            return tuple(Account(**row) for row in found)
