"""What is read of single documents, and what index and graph follow the store by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import BindParameter, CompoundSelect, Engine, bindparam, select, union_all

from corpus.analysis import Analysis
from corpus.document import Source
from corpus.errors import NotFoundError
from corpus.store import lists, records, tables
from corpus.store.rows import DocumentRow, Outcome, Stored, Twin
from corpus.store.writes import document_of

NEAR_DUPLICATE = 0.5
"""From this likeness on, two documents are told to be nearly the same."""

_NOT_KEPT = "库中没有这个文件。"
_KEY: BindParameter[str] = bindparam("key")
_WITH_SOURCE = tables.document.join(tables.source, tables.source.c.content_hash == tables.document.c.content_hash)
_WHOLE = (
    select(tables.document, *(column for column in tables.source.c if column.name != "content_hash"))
    .select_from(_WITH_SOURCE)
    .where(tables.document.c.id == _KEY)
)
_CHANGED = (
    select(tables.document.c.id, tables.document.c.revision)
    .where(tables.document.c.revision > bindparam("since"))
    .order_by(tables.document.c.revision)
)


def _of_all_facts(*names: str) -> CompoundSelect[tuple[object, ...]]:
    """These columns of a document's facts of all kinds, in the order of the analysis."""
    parts = [
        select(*(table.c[name] for name in ("ordinal", *names))).where(table.c.document == _KEY)
        for table in tables.FACT_TABLES.values()
    ]
    return union_all(*parts).order_by("ordinal")


_FACTS = _of_all_facts("id", "data")
_FACT_IDS = _of_all_facts("id")


class Documents:
    """Reading single documents, and the list of changes; a part of `Store`."""

    engine: Engine

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
            raise NotFoundError(_NOT_KEPT)
        return DocumentRow(**found)

    def get(self, document: str) -> Analysis:
        """A document with all that is known of it.

        Raises:
            NotFoundError: if it is not kept.
        """
        return self.numbered(document)[0]

    def numbered(self, document: str) -> tuple[Analysis, tuple[str, ...]]:
        """A document with all that is known of it, and the ids of its facts in the order of `Analysis.facts`.

        Raises:
            NotFoundError: if it is not kept.
        """
        return self.whole(document)[1:]

    def whole(self, document: str) -> tuple[DocumentRow, Analysis, tuple[str, ...]]:
        """A document as lists show it, with all that is known of it, and the ids of its facts.

        Raises:
            NotFoundError: if it is not kept.
        """
        with self.engine.connect() as connection:
            row = connection.execute(_WHOLE, {"key": document}).mappings().first()
            if row is None:
                raise NotFoundError(_NOT_KEPT)
            facts = connection.execute(_FACTS, {"key": document}).all()
        shown = DocumentRow(**{name: row[name] for name in DocumentRow.__dataclass_fields__})
        return shown, records.to_analysis(row, [fact.data for fact in facts]), tuple(fact.id for fact in facts)

    def fact_ids(self, document: str) -> tuple[str, ...]:
        """The ids of a document's facts, in the order of `Analysis.facts`."""
        with self.engine.connect() as connection:
            return tuple(row.id for row in connection.execute(_FACT_IDS, {"key": document}).all())

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
            raise NotFoundError(_NOT_KEPT)
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

    @property
    def revision(self) -> int:
        """Number of the last change of any document; index and graph note up to which one they have come."""
        with self.engine.connect() as connection:
            return connection.execute(select(tables.revision.c.value)).scalar_one_or_none() or 0

    def changed_since(self, revision: int) -> tuple[tuple[str, int], ...]:
        """Documents changed after a revision, each with its own, oldest change first."""
        with self.engine.connect() as connection:
            return tuple((row.id, row.revision) for row in connection.execute(_CHANGED, {"since": revision}).all())

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
