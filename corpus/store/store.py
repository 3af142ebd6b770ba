"""The store: documents kept whole or not at all, and the lists that pages are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, RowMapping, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from corpus.analysis import Analysis
from corpus.document import Source
from corpus.errors import NotFoundError
from corpus.sketch import sketch
from corpus.store import lists, records, tables
from corpus.store.database import open_engine, writing
from corpus.store.originals import Originals
from corpus.store.rows import (
    Account,
    Acting,
    Bounds,
    CommitmentRow,
    DocumentFilter,
    DocumentRow,
    FactFilter,
    IndicatorRow,
    Outcome,
    QuarantineRow,
    Rows,
    Stored,
    Tally,
    Twin,
)
from corpus.store.writes import document_of, insert_all, insert_parts, latest_of_origin, next_revision
from corpus.validity import Validity, Visibility

NEAR_DUPLICATE = 0.5
"""From this likeness on, two documents are told to be nearly the same."""


class Store:
    """Documents, their facts and their files; safe for several processes and threads at once."""

    def __init__(self, url: str, originals: Originals) -> None:
        self.engine = open_engine(url)
        self.originals = originals
        self._bounds = (-1, Bounds(0, None, None, None))

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

    # -- reading: one document --------------------------------------------------------------------------------------

    def known(self, content_hash: str, reader: str | None = None) -> Stored | None:
        """What became of these bytes before; None if they never came.

        With `reader`, a refusal by another version of the readers does not count: the file may be readable by now.
        """
        table = tables.quarantine
        refusal = select(table.c.reason).where(table.c.content_hash == content_hash)
        if reader is not None:
            refusal = refusal.where(table.c.reader == reader)
        with self.engine.connect() as connection:
            if document := document_of(connection, content_hash):
                return Stored(Outcome.UNCHANGED, document)
            reason = connection.execute(refusal).scalar()
        return Stored(Outcome.QUARANTINED, reason=reason) if reason is not None else None

    def row(self, document: str) -> DocumentRow:
        """A document without its text.

        Raises:
            NotFoundError: if it is not kept.
        """
        with self.engine.connect() as connection:
            found = (
                connection.execute(select(*lists.DOCUMENT_COLUMNS).where(tables.document.c.id == document))
                .mappings()
                .first()
            )
        if found is None:
            raise NotFoundError("库中没有这个文件。")
        return DocumentRow(**found)

    def get(self, document: str) -> Analysis:
        """A document with all that is known of it.

        Raises:
            NotFoundError: if it is not kept.
        """
        with self.engine.connect() as connection:
            row = connection.execute(select(tables.document).where(tables.document.c.id == document)).mappings().first()
            if row is None:
                raise NotFoundError("库中没有这个文件。")
            source = (
                connection.execute(select(tables.source).where(tables.source.c.content_hash == row["content_hash"]))
                .mappings()
                .one()
            )
            facts: list[RowMapping] = []
            for table in tables.FACT_TABLES.values():
                query = select(table.c.ordinal, table.c.data).where(table.c.document == document)
                facts.extend(connection.execute(query).mappings())
        return records.to_analysis(row, source, facts)

    def fact_ids(self, document: str) -> tuple[str, ...]:
        """The ids of a document's facts, in the order of `Analysis.facts`."""
        pairs: list[tuple[int, str]] = []
        with self.engine.connect() as connection:
            for table in tables.FACT_TABLES.values():
                query = select(table.c.ordinal, table.c.id).where(table.c.document == document)
                pairs.extend((ordinal, key) for ordinal, key in connection.execute(query))
        return tuple(key for _, key in sorted(pairs))

    def source_of(self, document: str) -> Source:
        """The file that a document was read from.

        Raises:
            NotFoundError: if it is not kept.
        """
        joined = tables.source.join(tables.document, tables.source.c.content_hash == tables.document.c.content_hash)
        query = select(tables.source).select_from(joined).where(tables.document.c.id == document)
        with self.engine.connect() as connection:
            found = connection.execute(query).mappings().first()
        if found is None:
            raise NotFoundError("库中没有这个文件。")
        return Source(**found)

    def versions(self, document: str) -> tuple[DocumentRow, ...]:
        """All versions of a document, newest first."""
        lineage = select(tables.document.c.lineage).where(tables.document.c.id == document).scalar_subquery()
        query = select(*lists.DOCUMENT_COLUMNS).where(tables.document.c.lineage == lineage)
        with self.engine.connect() as connection:
            found = connection.execute(query.order_by(tables.document.c.version.desc())).mappings()
            return tuple(DocumentRow(**row) for row in found)

    def twins(self, document: str, least: float = NEAR_DUPLICATE) -> tuple[Twin, ...]:
        """Other documents that say nearly the same (other versions of it left out), likest first."""
        with self.engine.connect() as connection:
            return lists.twins(connection, document, least)

    # -- reading: lists ---------------------------------------------------------------------------------------------

    def documents(
        self, given: DocumentFilter | None = None, limit: int = 20, offset: int = 0, *, oldest_first: bool = False
    ) -> Rows[DocumentRow]:
        """Documents that meet the filter, newest first unless asked otherwise."""
        with self.engine.connect() as connection:
            return lists.documents(connection, given or DocumentFilter(), limit, offset, oldest_first=oldest_first)

    def facets(self, column: str, given: DocumentFilter | None = None) -> tuple[tuple[Any, int], ...]:
        """How many documents have each value of a column of `DocumentRow`, most first; missing values are None."""
        with self.engine.connect() as connection:
            return lists.facets(connection, column, given or DocumentFilter())

    def lapsed(self, today: date) -> tuple[str, ...]:
        """Ids of the documents whose stated last day has passed, but that are not known to be over."""
        with self.engine.connect() as connection:
            return lists.lapsed(connection, today)

    def commitments(
        self,
        given: FactFilter | None = None,
        limit: int = 20,
        offset: int = 0,
        *,
        by_deadline: bool = True,
        today: date | None = None,
    ) -> Rows[CommitmentRow]:
        """Commitments that meet the filter: by deadline (those without last), or newest document first.

        With `today`, the deadlines from that day on come first, the nearest before all; then the past ones, the
        latest first.
        """
        with self.engine.connect() as connection:
            wanted = given or FactFilter()
            return lists.commitments(connection, wanted, limit, offset, by_deadline=by_deadline, today=today)

    def tally(self, given: FactFilter, today: date, soon: date) -> Tally:
        """Numbers of the commitments that meet the filter; `soon` is the last day that counts as near."""
        with self.engine.connect() as connection:
            return lists.tally(connection, given, today, soon)

    def acting(self, names: Iterable[str], given: DocumentFilter | None = None) -> tuple[Acting, ...]:
        """Everybody who has to act in a commitment and whose name holds one of these, once for each commitment."""
        with self.engine.connect() as connection:
            return lists.acting(connection, names, given or DocumentFilter())

    def next_deadlines(self, documents: Iterable[str], today: date) -> dict[str, str]:
        """Of each document that promises something for that day or a later one, the nearest such deadline."""
        with self.engine.connect() as connection:
            return lists.next_deadlines(connection, documents, today)

    def commitment(self, key: str) -> CommitmentRow:
        """One commitment, of the newest version that holds it.

        Raises:
            NotFoundError: if none has this id.
        """
        with self.engine.connect() as connection:
            return lists.commitment(connection, key)

    def indicators(self, given: FactFilter | None = None, limit: int = 20, offset: int = 0) -> Rows[IndicatorRow]:
        """Indicators that meet the filter, by name, then document and place."""
        with self.engine.connect() as connection:
            return lists.indicators(connection, given or FactFilter(), limit, offset)

    def quarantined(self, limit: int = 100, offset: int = 0) -> Rows[QuarantineRow]:
        """Files that could not be read, newest first."""
        with self.engine.connect() as connection:
            return lists.quarantined(connection, limit, offset)

    def departments(self, given: DocumentFilter | None = None, limit: int = 500) -> tuple[tuple[str, int], ...]:
        """Bodies that have to act, with the number of their commitments, most first."""
        with self.engine.connect() as connection:
            return lists.departments(connection, given or DocumentFilter(), limit)

    def names(self, limit: int = 20_000) -> tuple[str, ...]:
        """Names of bodies, and titles cited, that the documents use more than once, most used first."""
        with self.engine.connect() as connection:
            return lists.names(connection, limit)

    def titles(self, limit: int) -> tuple[tuple[str, str], ...]:
        """Ids and titles of public documents, newest first: a list of many more than pages show."""
        with self.engine.connect() as connection:
            return lists.titles(connection, limit)

    def arrivals(self, limit: int, since: str = "") -> tuple[tuple[str, str], ...]:
        """Public documents that arrived on a day (ISO) or later, each with its moment of arrival, newest first."""
        with self.engine.connect() as connection:
            return lists.arrivals(connection, limit, since)

    def bounds(self, given: DocumentFilter | None = None) -> Bounds:
        """How many documents there are, from when to when they were written, and when the last one arrived.

        Those of all public documents stand on every page, so they are read anew only once a document has changed.
        """
        if given is not None:
            with self.engine.connect() as connection:
                return lists.bounds(connection, given)
        revision = self.revision
        known, held = self._bounds
        if known != revision:
            with self.engine.connect() as connection:
                held = lists.bounds(connection, DocumentFilter())
            self._bounds = (revision, held)
        return held

    # -- what others follow -----------------------------------------------------------------------------------------

    @property
    def revision(self) -> int:
        """Number of the last change of any document; index and graph note up to which one they have come."""
        with self.engine.connect() as connection:
            return connection.execute(select(tables.revision.c.value)).scalar_one_or_none() or 0

    def changed_since(self, revision: int) -> tuple[tuple[str, int], ...]:
        """Documents changed after a revision, each with its own, oldest change first."""
        columns = tables.document.c
        query = select(columns.id, columns.revision).where(columns.revision > revision).order_by(columns.revision)
        with self.engine.connect() as connection:
            return tuple((row.id, row.revision) for row in connection.execute(query))

    def document_ids(self) -> tuple[str, ...]:
        """The ids of all documents, of all versions and for all readers."""
        with self.engine.connect() as connection:
            return tuple(connection.execute(select(tables.document.c.id).order_by(tables.document.c.id)).scalars())

    def outdated(self, rules: str) -> tuple[str, ...]:
        """Documents whose analysis was made by other rules than these."""
        query = select(tables.document.c.id).where(tables.document.c.rules != rules)
        with self.engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def analyses(self, documents: Iterable[str]) -> Iterator[Analysis]:
        """The analyses of these documents, one at a time."""
        return (self.get(document) for document in documents)
