"""The lists that pages are drawn from; each function reads on a connection and gives rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, case, func, or_, select, union_all

from corpus.codec import decode
from corpus.errors import NotFoundError
from corpus.facts import Commitment, Indicator
from corpus.organization import Role
from corpus.sketch import SKETCH_SIZE, likeness
from corpus.store import tables
from corpus.store.conditions import (
    Condition,
    commitment_conditions,
    document_conditions,
    has_lead,
    indicator_conditions,
    like,
)
from corpus.store.rows import (
    Acting,
    Bounds,
    CommitmentRow,
    DocumentFilter,
    DocumentRow,
    FactFilter,
    IndicatorRow,
    QuarantineRow,
    Rows,
    Tally,
    Twin,
)
from corpus.validity import Validity

DOCUMENT_COLUMNS = [tables.document.c[name] for name in DocumentRow.__dataclass_fields__]
_PIECE = 500
"""Ids named in one query."""
_OF_DOCUMENT = [tables.document.c[name] for name in ("title", "genre", "written_on", "issuer", "region")]


def documents(
    connection: Connection, given: DocumentFilter, limit: int, offset: int, *, oldest_first: bool
) -> Rows[DocumentRow]:
    """Documents that meet the filter, newest first unless asked otherwise."""
    conditions = document_conditions(given)
    written = func.coalesce(tables.document.c.written_on, tables.document.c.published_on, "")
    query = (
        select(*DOCUMENT_COLUMNS)
        .where(*conditions)
        .order_by(written.asc() if oldest_first else written.desc(), tables.document.c.id)
    )
    found = connection.execute(query.limit(limit).offset(offset)).mappings()
    return Rows(_count(connection, tables.document, conditions), tuple(DocumentRow(**row) for row in found))


def facets(connection: Connection, column: str, given: DocumentFilter) -> tuple[tuple[Any, int], ...]:
    """How many documents have each value of a column, most first; missing values are None."""
    value, count = tables.document.c[column], func.count()
    query = select(value, count).where(*document_conditions(given)).group_by(value).order_by(count.desc(), value)
    return tuple((row[0], row[1]) for row in connection.execute(query))


def commitments(
    connection: Connection, given: FactFilter, limit: int, offset: int, *, by_deadline: bool, today: date | None
) -> Rows[CommitmentRow]:
    """Commitments that meet the filter, in an order of `Store.commitments`."""
    table, conditions = tables.commitment, commitment_conditions(given)
    order = _by_deadline(today) if by_deadline else []
    query = (
        commitment_rows()
        .where(*conditions)
        .order_by(*order, tables.document.c.written_on.desc(), table.c.document, table.c.start)
    )
    found = connection.execute(query.limit(limit).offset(offset)).mappings()
    return Rows(_count(connection, _with_document(table), conditions), tuple(commitment_row(row) for row in found))


def _by_deadline(today: date | None) -> list[Any]:
    """By deadline, those without last; with a day, the past ones between, the latest first."""
    due = tables.commitment.c.due
    if today is None:
        return [due.is_(None), due]
    past = due < today.isoformat()
    return [due.is_(None), past, case((~past, due)), case((past, due)).desc()]


def tally(connection: Connection, given: FactFilter, today: date, soon: date) -> Tally:
    """The numbers of the commitments that meet a filter, in one go."""
    columns = tables.commitment.c
    due, now, near = columns.due, today.isoformat(), soon.isoformat()
    counted = (due < now, (due >= now) & (due <= near), due > near, due.is_(None), ~has_lead(), ~columns.binding)
    sums = [func.coalesce(func.sum(case((condition, 1), else_=0)), 0) for condition in counted]
    query = select(func.count(), *sums).select_from(_with_document(tables.commitment))
    return Tally(*connection.execute(query.where(*commitment_conditions(given))).one())


def acting(connection: Connection, names: Iterable[str], given: DocumentFilter) -> tuple[Acting, ...]:
    """Everybody whose name holds one of these names and who has to act."""
    table, columns = tables.actor, tables.commitment.c
    ours = (columns.document == table.c.document) & (columns.ordinal == table.c.commitment)
    joined = table.join(tables.commitment, ours).join(tables.document, table.c.document == tables.document.c.id)
    named = [like(column, name) for name in names for column in (table.c.organization, table.c.name)]
    if not named:
        return ()
    query = select(table.c.organization, table.c.name, table.c.role, table.c.document, table.c.commitment, columns.due)
    found = connection.execute(query.select_from(joined).where(or_(*named), *document_conditions(given)))
    return tuple(Acting(row[0], row[1], row[2], (row[3], row[4]), row[5]) for row in found)


def next_deadlines(connection: Connection, documents: Iterable[str], today: date) -> dict[str, str]:
    """The nearest deadline from a day on of each document that has one."""
    columns = tables.commitment.c
    found: dict[str, str] = {}
    keys = list(documents)
    for at in range(0, len(keys), _PIECE):
        given = columns.document.in_(keys[at : at + _PIECE])
        query = select(columns.document, func.min(columns.due)).where(given, columns.due >= today.isoformat())
        found |= {row[0]: row[1] for row in connection.execute(query.group_by(columns.document))}
    return found


def lapsed(connection: Connection, today: date) -> tuple[str, ...]:
    """Documents whose stated last day is past, though their validity does not say so."""
    columns = tables.document.c
    until = columns.metadata["in_force_until"].as_string()
    past = until + "~" < today.isoformat()  # ~ sorts after every digit: all of 2023 has to be over
    query = select(columns.id).where(past, columns.latest.is_(True), columns.validity != Validity.EXPIRED.value)
    return tuple(connection.execute(query).scalars())


def commitment(connection: Connection, key: str) -> CommitmentRow:
    """One commitment, of the newest version that holds it.

    Raises:
        NotFoundError: if none has this id.
    """
    query = commitment_rows().where(tables.commitment.c.id == key).order_by(tables.document.c.version.desc())
    found = connection.execute(query).mappings().first()
    if found is None:
        raise NotFoundError("库中没有这项承诺。")
    return commitment_row(found)


def indicators(connection: Connection, given: FactFilter, limit: int, offset: int) -> Rows[IndicatorRow]:
    """Indicators that meet the filter, by name, then document and place."""
    table, conditions = tables.indicator, indicator_conditions(given)
    query = (
        indicator_rows()
        .where(*conditions)
        .order_by(table.c.name, tables.document.c.written_on, table.c.document, table.c.start)
    )
    found = connection.execute(query.limit(limit).offset(offset)).mappings()
    return Rows(_count(connection, _with_document(table), conditions), tuple(indicator_row(row) for row in found))


def quarantined(connection: Connection, limit: int, offset: int) -> Rows[QuarantineRow]:
    """Files that could not be read, newest first."""
    table = tables.quarantine
    query = select(table).order_by(table.c.arrived_at.desc(), table.c.name).limit(limit).offset(offset)
    found = connection.execute(query).mappings()
    return Rows(_count(connection, table, []), tuple(QuarantineRow(**row) for row in found))


def departments(connection: Connection, given: DocumentFilter, limit: int) -> tuple[tuple[str, int], ...]:
    """Bodies that have to act, with the number of their commitments, most first."""
    name, count = tables.actor.c.organization, func.count()
    joined = tables.actor.join(tables.document, tables.actor.c.document == tables.document.c.id)
    public = tables.actor.c.role != Role.BOUND.value
    query = select(name, count).select_from(joined).where(public, *document_conditions(given)).group_by(name)
    return tuple((row[0], row[1]) for row in connection.execute(query.order_by(count.desc(), name).limit(limit)))


def names(connection: Connection, limit: int) -> tuple[str, ...]:
    """Names of bodies, and titles cited, that the documents use more than once, most used first."""
    used = union_all(select(tables.organization_mention.c.name), select(tables.citation.c.title.label("name")))
    name, count = used.subquery().c.name, func.count()
    query = select(name).group_by(name).having(count > 1).order_by(count.desc(), name).limit(limit)
    return tuple(connection.execute(query).scalars())


def titles(connection: Connection, limit: int) -> tuple[tuple[str, str], ...]:
    """Ids and titles of public documents, newest first."""
    columns = tables.document.c
    written = func.coalesce(columns.written_on, columns.published_on, "")
    query = select(columns.id, columns.title).where(*document_conditions(DocumentFilter()))
    found = connection.execute(query.order_by(written.desc(), columns.id).limit(limit))
    return tuple((row[0], row[1]) for row in found)


def arrivals(connection: Connection, limit: int, since: str) -> tuple[tuple[str, str], ...]:
    """Public documents that arrived on a day or later (all where it is empty), each with its moment, newest first."""
    columns, arrived = tables.document.c, tables.source.c.arrived_at
    query = (
        select(columns.id, arrived)
        .select_from(tables.document.join(tables.source, columns.content_hash == tables.source.c.content_hash))
        .where(*document_conditions(DocumentFilter()), arrived >= since)
        .order_by(arrived.desc(), columns.id)
        .limit(limit)
    )
    return tuple((row[0], row[1]) for row in connection.execute(query))


def bounds(connection: Connection, given: DocumentFilter) -> Bounds:
    """How many documents there are, from when to when they were written, and when the last one arrived."""
    columns, arrived = tables.document.c, tables.source.c.arrived_at
    query = (
        select(func.count(), func.min(columns.written_on), func.max(columns.written_on), func.max(arrived))
        .select_from(tables.document.join(tables.source, columns.content_hash == tables.source.c.content_hash))
        .where(*document_conditions(given))
    )
    return Bounds(*connection.execute(query).one())


def twins(connection: Connection, document: str, least: float) -> tuple[Twin, ...]:
    """Other documents that say nearly the same (other versions of it left out), likest first."""
    table, columns = tables.sketch, tables.document.c
    mine = _sketch_of(connection, document)
    lineage = select(columns.lineage).where(columns.id == document).scalar_subquery()
    common: Select[Any] = (
        select(table.c.document, columns.title)
        .join_from(table, tables.document, table.c.document == columns.id)
        .where(table.c.value.in_(mine), columns.lineage != lineage)
        .group_by(table.c.document, columns.title)
        .having(func.count() >= SKETCH_SIZE // 8)
    )
    found = (
        Twin(row.document, row.title, likeness(mine, _sketch_of(connection, row.document)))
        for row in connection.execute(common).all()
    )
    return tuple(sorted((twin for twin in found if twin.likeness >= least), key=lambda twin: -twin.likeness))


def _sketch_of(connection: Connection, document: str) -> tuple[int, ...]:
    table = tables.sketch
    return tuple(connection.execute(select(table.c.value).where(table.c.document == document)).scalars())


def _count(connection: Connection, of: Any, conditions: list[Condition]) -> int:
    return connection.execute(select(func.count()).select_from(of).where(*conditions)).scalar_one()


def _with_document(table: Any) -> Any:
    return table.join(tables.document, table.c.document == tables.document.c.id)


def commitment_rows() -> Select[Any]:
    """Commitments with their document and the heading of their clause, to be read by `commitment_row`."""
    table, clause = tables.commitment, tables.clause.c
    joined = _with_document(table).outerjoin(
        tables.clause, (clause.document == table.c.document) & (clause.eid == table.c.clause)
    )
    return select(table, *_OF_DOCUMENT, clause.heading).select_from(joined)


def indicator_rows() -> Select[Any]:
    """Indicators with their document, to be read by `indicator_row`."""
    return select(tables.indicator, *_OF_DOCUMENT).select_from(_with_document(tables.indicator))


def commitment_row(row: RowMapping) -> CommitmentRow:
    """What a list shows of a commitment."""
    fact = decode(Commitment, row["data"])

    def names(role: Role) -> tuple[str, ...]:
        return tuple(actor.organization or actor.name for actor in fact.actors if actor.role is role)

    return CommitmentRow(
        id=row["id"],
        document=row["document"],
        title=row["title"],
        genre=row["genre"],
        written_on=row["written_on"],
        issuer=row["issuer"],
        clause=row["clause"],
        heading=row["heading"] or "",
        quote=row["quote"],
        start=row["start"],
        deadline=row["deadline"],
        due=row["due"],
        binding=row["binding"],
        confidence=row["confidence"],
        lead=names(Role.LEAD),
        joint=names(Role.JOINT),
        fact=fact,
    )


def indicator_row(row: RowMapping) -> IndicatorRow:
    """What a list shows of an indicator."""
    return IndicatorRow(
        id=row["id"],
        document=row["document"],
        title=row["title"],
        genre=row["genre"],
        written_on=row["written_on"],
        issuer=row["issuer"],
        region=row["region"],
        clause=row["clause"],
        quote=row["quote"],
        start=row["start"],
        fact=decode(Indicator, row["data"]),
    )
