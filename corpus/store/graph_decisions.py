"""What was left open, and what people decided about it: lists, and the steps that change a decision.

A change of a decision counts as a change of the documents that use the name, so that whatever follows the store takes
them in again, by whichever process and after whatever interruption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, insert, or_, select, union, update

from corpus.span import Span
from corpus.store import graph_tables as tables
from corpus.store.conditions import like
from corpus.store.graph_rows import Decision, OpenQuestion, Question
from corpus.store.rows import Rows
from corpus.store.tables import actor, citation, clause, document, organization_mention
from corpus.store.writes import next_revision

_QUESTION = tables.question.c
_DECISION = tables.decision.c
_ENDED = ("withdrawn_at", "withdrawn_by", "withdrawn_why")


def open_questions(
    connection: Connection,
    kinds: Sequence[str],
    words: str,
    limit: int,
    offset: int,
    visibility: Sequence[str],
) -> Rows[OpenQuestion]:
    """What visible documents leave open, once for each name and place, by name."""
    where: list[ColumnElement[bool]] = [document.c.visibility.in_(visibility)]
    where += [_QUESTION.kind.in_(kinds)] if kinds else []
    where += [or_(like(_QUESTION.name, words), like(_QUESTION.place, words))] if words else []
    alike = (_QUESTION.kind, _QUESTION.name, _QUESTION.place, _QUESTION.reason)
    counted = func.count(_QUESTION.document.distinct()).label("documents")
    joined = tables.question.join(document, document.c.id == _QUESTION.document)
    grouped = select(func.min(_QUESTION.id).label("first"), counted).select_from(joined).where(*where).group_by(*alike)
    total = connection.execute(select(func.count()).select_from(grouped.subquery())).scalar_one()
    some = grouped.order_by(*alike).limit(limit).offset(offset).subquery()
    within = (
        clause.c.document == _QUESTION.document,
        clause.c.start <= _QUESTION.start,
        _QUESTION.start < clause.c.end,
    )
    place = select(func.max(clause.c.eid)).where(*within).scalar_subquery()
    query = (
        select(tables.question, some.c.documents, document.c.title, place.label("clause"))
        .join(some, some.c.first == _QUESTION.id)
        .join(document, document.c.id == _QUESTION.document)
        .order_by(*alike)
    )
    rows = connection.execute(query).mappings()
    return Rows(
        total, tuple(OpenQuestion(question_of(row), row["documents"], row["title"], row["clause"]) for row in rows)
    )


def question_of(row: RowMapping) -> Question:
    """The question of a row of its table."""
    span = Span(row["start"], row["end"]) if row["start"] is not None else None
    candidates = tuple(row["candidates"])
    return Question(row["kind"], row["name"], row["document"], candidates, row["reason"], span, row["place"])


def decisions(connection: Connection, *, in_force: bool, meant: str | None = None) -> tuple[Decision, ...]:
    """What people decided, newest first; with `meant` only those that mean this body or document."""
    names = [_DECISION[name] for name in Decision.__dataclass_fields__]
    query = select(*names).order_by(_DECISION.at.desc(), _DECISION.id.desc())
    if in_force:
        query = query.where(_DECISION.withdrawn_at.is_(None))
    if meant is not None:
        query = query.where(_DECISION.meant == meant)
    return tuple(Decision(**row) for row in connection.execute(query).mappings())


def end(connection: Connection, decision: Decision, by: str, why: str, at: str) -> bool:
    """Ends the decision that holds for the same name and place; False where none does."""
    values = dict(zip(_ENDED, (at, by, why), strict=True))
    return bool(connection.execute(update(tables.decision).where(*_same(decision)).values(values)).rowcount)


def begin(connection: Connection, decision: Decision) -> None:
    """Keeps a decision, in the place of the one that holds for the same name and place."""
    end(connection, decision, decision.author, SUPERSEDED, decision.at)
    connection.execute(insert(tables.decision).values(asdict(decision)))


SUPERSEDED = "由后来的决定取代"
"""Why a decision ended that another one took the place of."""


def _same(decision: Decision) -> tuple[ColumnElement[bool], ...]:
    named = (_DECISION.kind == decision.kind, _DECISION.name == decision.name, _DECISION.place == decision.place)
    return (*named, _DECISION.withdrawn_at.is_(None))


def touch(connection: Connection, decision: Decision, work: str | None) -> int:
    """Counts the documents that use the name as changed; gives their number.

    Args:
        connection: of the transaction that changes the decision.
        decision: which one.
        work: of a citation, the id of the work by its title.
    """
    found = sorted(connection.execute(_using(decision, work)).scalars())
    for key in found:
        values = {"revision": next_revision(connection)}
        connection.execute(update(document).where(document.c.id == key).values(values))
    return len(found)


def is_used(connection: Connection, decision: Decision, work: str | None, visibility: Sequence[str]) -> bool:
    """Whether a visible document uses the name in the place."""
    query = _using(decision, work).where(document.c.visibility.in_(visibility)).limit(1)
    return connection.execute(query).first() is not None


def _using(decision: Decision, work: str | None) -> Select[tuple[str]]:
    """The newest versions of the documents that use the name in the place."""
    query = _citing(decision.name, work) if decision.kind == "citation" else _naming(decision.name)
    where = [document.c.id.in_(query), document.c.latest.is_(True)]
    where += [document.c.id.in_(_of_place(decision.place))] if decision.place and decision.kind == "body" else []
    return select(document.c.id).where(*where)


def _of_place(name: str) -> Select[tuple[str]]:
    joined = tables.edge.join(tables.node, tables.node.c.id == tables.edge.c.target)
    is_place = (tables.node.c.kind == "place", tables.node.c.label == name)
    return select(tables.edge.c.document).select_from(joined).where(tables.edge.c.kind == "concerns", *is_place)


def _citing(title: str, work: str | None) -> Select[tuple[str]]:
    by_work = select(tables.edge.c.document).where(tables.edge.c.cited == work)
    by_title = select(citation.c.document).where(citation.c.title == title)
    return select(union(by_work, by_title).subquery().c.document)


def _naming(name: str) -> Select[tuple[str]]:
    """Documents in which a body has this name, however it is spaced."""
    columns = (tables.alias.c.name, _QUESTION.name, organization_mention.c.name, actor.c.name, actor.c.organization)
    queries = [select(column.table.c.document.label("document")).where(column == name) for column in columns]
    issued = select(document.c.id.label("document")).where(like(document.c.metadata["issuer"].as_string(), name))
    return select(union(*queries, issued).subquery().c.document)
