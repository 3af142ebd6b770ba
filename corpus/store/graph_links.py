"""What chains, citations and ledgers are made of; each function reads on a connection and gives rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, RowMapping, ScalarSelect, Select, and_, case, exists, func, or_, select

from corpus.facts import Comparison
from corpus.span import Span
from corpus.store import graph_tables as tables
from corpus.store.graph_lists import among, nodes, pieces
from corpus.store.graph_rows import Beside, Candidate, Cited, Figure, Series, Statement
from corpus.store.lists import commitment_row, commitment_rows, indicator_row, indicator_rows
from corpus.store.rows import CommitmentRow, IndicatorRow
from corpus.store.tables import FACT_TABLES, citation, clause, commitment, document, indicator

_EDGE = tables.edge.c


def indicators(
    connection: Connection, series: Sequence[str], visibility: Sequence[str]
) -> dict[str, list[IndicatorRow]]:
    """The indicators that stand under each series, by the date of their document."""
    found: dict[str, list[IndicatorRow]] = defaultdict(list)
    for some in pieces(series):
        same = (_EDGE.document == indicator.c.document) & (_EDGE.source == indicator.c.id)
        rows = connection.execute(
            indicator_rows()
            .add_columns(_EDGE.target.label("series"))
            .join(tables.edge, same)
            .where(_EDGE.target.in_(some), _EDGE.kind == "observes", _EDGE.visibility.in_(visibility))
            .order_by(document.c.written_on, indicator.c.document, indicator.c.start)
        ).mappings()
        for row in rows:
            found[row["series"]].append(indicator_row(row))
    return found


def series(connection: Connection, keys: Sequence[str]) -> dict[str, Series]:
    """The series with these ids."""
    found: dict[str, Series] = {}
    for some in pieces(keys):
        for row in connection.execute(select(tables.series).where(tables.series.c.id.in_(some))).mappings():
            found[row["id"]] = Series(**row)
    return found


def series_beside(connection: Connection, key: str, by: Sequence[str], visibility: Sequence[str]) -> tuple[Series, ...]:
    """Other series that agree with one in these columns, as far as visible documents state them."""
    table, own = tables.series, tables.series.alias()
    stated = exists(
        select(_EDGE.id).where(_EDGE.target == table.c.id, _EDGE.kind == "observes", _EDGE.visibility.in_(visibility))
    )
    agree = [table.c[name] == own.c[name] for name in by]
    query = select(table).join(own, and_(*agree)).where(own.c.id == key, table.c.id != key, stated)
    found = connection.execute(query.order_by(table.c.name, table.c.id).limit(_BESIDE)).mappings()
    return tuple(Series(**row) for row in found)


_BESIDE = 5000


def series_in(connection: Connection, document: str) -> tuple[str, ...]:
    """Ids of the series that the indicators of a document stand under, in the order of its text."""
    query = select(_EDGE.target).where(_EDGE.document == document, _EDGE.kind == "observes").order_by(_EDGE.start)
    return tuple(dict.fromkeys(connection.execute(query).scalars()))


def commitments_of(connection: Connection, keys: Sequence[str]) -> tuple[CommitmentRow, ...]:
    """The commitments with these ids, in the latest version of their document."""
    found: list[CommitmentRow] = []
    for some in pieces(keys):
        query = commitment_rows().where(commitment.c.id.in_(some), document.c.latest.is_(True))
        found.extend(commitment_row(row) for row in connection.execute(query).mappings())
    return tuple(found)


def citations_of(
    connection: Connection, keys: Sequence[str], citing: Sequence[str]
) -> list[tuple[Cited, list[Candidate], str]]:
    """Citations in the documents `citing`, or of works with one of these keys; each with what it may mean.

    The last part is the id of the work as named, which is meant where nothing else is.
    """
    affected = or_(_EDGE.cited.in_(keys), _EDGE.numbered.in_(keys), _EDGE.document.in_(citing))
    query = (
        select(_EDGE.id, _EDGE.cited, _EDGE.numbered, _EDGE.document, citation.c.data, citation.c.number)
        .add_columns(document.c.region, document.c.written_on)
        .join(citation, (citation.c.document == _EDGE.document) & (citation.c.id == _EDGE.fact))
        .join(document, document.c.id == _EDGE.document)
        .where(affected, _EDGE.cited.is_not(None))
    )
    rows = connection.execute(query).mappings().all()
    named_by = [[key for key in (row["numbered"], row["cited"]) if key] for row in rows]
    known = _candidates(connection, {key for keys in named_by for key in keys})
    return [
        (_cited(row), [found for key in keys for found in known[key]], keys[-1])
        for row, keys in zip(rows, named_by, strict=True)
    ]


def _cited(row: RowMapping) -> Cited:
    data = row["data"]
    return Cited(
        edge=row["id"],
        document=row["document"],
        title=data["title"],
        number=row["number"],
        by=data.get("by"),
        region=row["region"],
        written_on=row["written_on"],
        relation=data.get("relation") or "cites",
    )


def _candidates(connection: Connection, keys: Iterable[str]) -> defaultdict[str, list[Candidate]]:
    """The documents that have each of these names."""
    key, columns = tables.work_key.c, document.c
    query = (
        select(key.key, key.document, key.how, columns.title, columns.doc_number.label("number"), columns.issuer)
        .add_columns(columns.region, columns.written_on, columns.genre)
        .join(document, columns.id == key.document)
        .order_by(key.document, case((key.how == "number", 0), (key.how == "title", 1), else_=2))
    )
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for some in pieces(keys):
        for row in connection.execute(query.where(key.key.in_(some))).mappings():
            found[row["key"]].append(Candidate(**{name: value for name, value in row.items() if name != "key"}))
    return found


def _placed(key: str) -> tuple[ScalarSelect[str], ScalarSelect[str]]:
    """Where and when a document stands among others."""
    own = tables.edge.alias()
    at = (own.c.document == key, own.c.kind == "concerns")
    return select(own.c.target).where(*at).limit(1).scalar_subquery(), select(own.c.on).where(*at).limit(
        1
    ).scalar_subquery()


def beside(connection: Connection, key: str, limit: int) -> tuple[list[Beside], list[Beside]]:
    """Documents of the same place, those before a document and those after it, the nearest in time first."""
    mine, on = _placed(key)
    query = (
        select(_EDGE.document, _EDGE.on, _EDGE.visibility, document.c.genre, document.c.title, document.c.issuer)
        .join(document, document.c.id == _EDGE.document)
        .where(_EDGE.target == mine, _EDGE.kind == "concerns", _EDGE.document != key)
        .limit(limit)
    )
    before = connection.execute(query.where(_EDGE.on < on).order_by(_EDGE.on.desc(), _EDGE.document)).all()
    after = connection.execute(query.where(_EDGE.on > on).order_by(_EDGE.on, _EDGE.document)).all()
    keys: dict[str, set[str]] = defaultdict(set)
    for some in pieces(row.document for row in (*before, *after)):
        named_by = select(tables.work_key.c.document, tables.work_key.c.key).where(tables.work_key.c.document.in_(some))
        for row in connection.execute(named_by):
            keys[row.document].add(row.key)

    def found(row: Any) -> Beside:
        return Beside(
            row.document, row.on, row.visibility, row.genre, row.title, row.issuer, frozenset(keys[row.document])
        )

    return [found(row) for row in before], [found(row) for row in after]


def later_beside(connection: Connection, key: str, visibility: Sequence[str]) -> tuple[int, str | None]:
    """How many later documents of the same place there are, and the date of the newest."""
    mine, on = _placed(key)
    query = select(func.count(_EDGE.document.distinct()), func.max(_EDGE.on)).where(
        _EDGE.target == mine, _EDGE.kind == "concerns", _EDGE.on > on, _EDGE.visibility.in_(visibility)
    )
    row = connection.execute(query).one()
    return row[0], row[1]


def kinds_from(
    connection: Connection, keys: Sequence[str], kinds: Sequence[str], visibility: Sequence[str]
) -> dict[str, set[str]]:
    """Which of these kinds of edges start at each node; nodes without any are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for some in pieces(keys):
        where = (_EDGE.source.in_(some), _EDGE.kind.in_(kinds), _EDGE.visibility.in_(visibility))
        for row in connection.execute(select(_EDGE.source, _EDGE.kind).where(*where).distinct()):
            found[row.source].add(row.kind)
    return dict(found)


def statements(connection: Connection, documents: Sequence[str]) -> dict[str, list[Statement]]:
    """The commitments and achievements of documents, each with the figures within its words."""
    numbers, days = _numbers(connection, documents), nodes(connection, documents)
    found: dict[str, list[Statement]] = {key: [] for key in documents}
    for some in pieces(documents):
        for kind in ("commitment", "achievement"):
            query = _statements(kind, connection.dialect.name)
            for fact, quote, key, eid, start, end, heading in connection.execute(query, {"documents": some}).all():
                within, on = numbers[key].within(start, end) if key in numbers else (), days[key].on
                found[key].append(Statement(fact, kind, quote, key, on, eid, Span(start, end), within, heading or ""))
    return found


@lru_cache
def _statements(kind: str, dialect: str) -> Select[Any]:
    """The statements of one kind that documents make, with the headings above them."""
    table = FACT_TABLES[kind]
    columns = [table.c[name] for name in ("id", "quote", "document", "clause", "start", "end")]
    headed = (clause.c.document == table.c.document) & (clause.c.eid == table.c.clause)
    return (
        select(*columns, clause.c.heading)
        .outerjoin(clause, headed)
        .where(among(dialect, table.c.document, "documents"))
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of one document: where they start, and their rows, both in the order of the text."""

    starts: list[int] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)

    def within(self, start: int, end: int) -> tuple[Figure, ...]:
        """Those that stand inside a span."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return tuple(_figure(row) for row in self.rows[first:last] if row.end <= end)


def _numbers(connection: Connection, documents: Sequence[str]) -> dict[str, _Numbers]:
    found: defaultdict[str, _Numbers] = defaultdict(_Numbers)
    query = _numbers_of(connection.dialect.name)
    for some in pieces(documents):
        for row in connection.execute(query, {"documents": some}).all():
            numbers = found[row.document]
            numbers.starts.append(row.start)
            numbers.rows.append(row)
    return found


@lru_cache
def _numbers_of(dialect: str) -> Select[Any]:
    columns = [indicator.c[name] for name in ("document", "start", "end", "low", "comparison", "name", "unit", "kind")]
    given = among(dialect, indicator.c.document, "documents")
    return select(*columns).where(given, indicator.c.low.is_not(None)).order_by(*columns[:2])


def _figure(row: Any) -> Figure:
    falling = row.comparison == Comparison.AT_MOST.value
    return Figure(row.name, Decimal(str(row.low)), row.unit or "", row.kind, falling)
