"""Filters as SQL conditions; pure."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, exists, func, or_, select

from corpus.number import ProposalNumber
from corpus.organization import Role
from corpus.store.graph_tables import edge
from corpus.store.rows import DocumentFilter, FactFilter
from corpus.store.tables import actor, commitment, document, indicator

Condition = ColumnElement[bool]


def like(column: Any, words: str) -> Condition:
    """Whether the column holds the words; % and _ in them mean themselves."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    condition: Condition = column.like(f"%{escaped}%", escape="\\")
    return condition


def _proposal(number: str) -> Condition:
    """Whether a document answers the proposal of this number, however either spells it.

    A number with a year is also that of a document of the year which gives it without one.
    """
    columns = document.c
    try:
        asked = ProposalNumber.parse(number)
    except ValueError:
        return columns.proposal_number == number
    whole = columns.proposal_number.in_(sorted(asked.spellings))
    if asked.year is None:
        return whole
    alone = ProposalNumber(asked.digits).spellings
    return or_(whole, and_(columns.year == asked.year, columns.proposal_number.in_(sorted(alone))))


def document_conditions(given: DocumentFilter) -> list[Condition]:
    """The conditions of a filter on `document`."""
    columns = document.c
    several = {
        "genre": given.genre,
        "issuer": given.issuer,
        "region": given.region,
        "year": given.year,
        "validity": given.validity,
        "visibility": given.visibility,
    }
    conditions: list[Condition] = [columns[name].in_(values) for name, values in several.items() if values]
    if given.since:
        conditions.append(columns.written_on >= given.since)
    if given.until:
        conditions.append(columns.written_on < given.until + "~")  # ~ sorts after every digit: 2023~ holds all of 2023
    if given.doc_number:
        conditions.append(columns.doc_number == given.doc_number)
    if given.proposal_number:
        conditions.append(_proposal(given.proposal_number))
    if given.index_number:
        conditions.append(func.upper(columns.index_number) == given.index_number)
    if given.latest_only:
        conditions.append(columns.latest.is_(True))
    if given.words:
        conditions.append(or_(like(columns.title, given.words), columns.doc_number == given.words))
    return conditions


def _acts(role: str | None, *conditions: Condition) -> Condition:
    """Whether a commitment has an actor with this role that meets the conditions."""
    where = [actor.c.document == commitment.c.document, actor.c.commitment == commitment.c.ordinal, *conditions]
    if role:
        where.append(actor.c.role == role)
    return exists(select(actor.c.position).where(*where))


def has_lead() -> Condition:
    """Whether a commitment has a lead department."""
    return _acts(Role.LEAD.value)


def _has_edge(kinds: tuple[str, ...], visibility: tuple[str, ...]) -> Condition:
    """Whether the graph has an edge of one of these kinds from a commitment, that may be seen."""
    where = [edge.c.source == commitment.c.id, edge.c.kind.in_(kinds)]
    if visibility:
        where.append(edge.c.visibility.in_(visibility))
    return exists(select(edge.c.id).where(*where))


def commitment_conditions(given: FactFilter) -> list[Condition]:
    """The conditions of a filter on `commitment` joined to its document."""
    columns = commitment.c
    conditions = [*document_conditions(given.documents), *_of_document(commitment, given)]
    if given.department:
        named = or_(like(actor.c.organization, given.department), like(actor.c.name, given.department))
        conditions.append(_acts(given.role, named))
    if given.led is not None:
        conditions.append(has_lead() if given.led else ~has_lead())
    if given.due_from:
        conditions.append(columns.due >= given.due_from)
    if given.due_until:
        conditions.append(columns.due <= given.due_until)
    if given.dated is not None:
        conditions.append(columns.due.is_not(None) if given.dated else columns.due.is_(None))
    if given.binding is not None:
        conditions.append(columns.binding.is_(given.binding))
    if given.having:
        conditions.append(_has_edge(given.having, given.documents.visibility))
    if given.lacking:
        conditions.append(~_has_edge(given.lacking, given.documents.visibility))
    if given.words:
        conditions.append(like(columns.quote, given.words))
    return conditions


def indicator_conditions(given: FactFilter) -> list[Condition]:
    """The conditions of a filter on `indicator` joined to its document."""
    columns = indicator.c
    conditions = [*document_conditions(given.documents), *_of_document(indicator, given)]
    if given.kind:
        conditions.append(columns.kind == given.kind)
    if given.nature:
        conditions.append(like(columns.nature, given.nature))
    if given.words:
        conditions.append(or_(like(columns.name, given.words), like(columns.subject, given.words)))
    return conditions


def _of_document(table: Table, given: FactFilter) -> list[Condition]:
    return [table.c.document == given.document] if given.document else []
