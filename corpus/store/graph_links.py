"""What chains, citations and ledgers are made of; each function reads on a connection and gives rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    RowMapping,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from corpus.facts import Comparison
from corpus.span import Span
from corpus.store import graph_tables as tables
from corpus.store.graph_lists import among, pieces
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
) -> list[tuple[Cited, list[Candidate], str, tuple[str, str]]]:
    """Citations in the documents `citing`, or of works with one of these keys; each with what it may mean.

    Then the id of the work as named, which is meant where nothing else is, and what is kept as meant, with the reason.
    """
    query = _citations(connection.dialect.name)
    rows = connection.execute(query, {"keys": list(keys), "citing": list(citing)}).mappings().all()
    named_by = [[key for key in (row["numbered"], row["cited"]) if key] for row in rows]
    known = _candidates(connection, {key for keys in named_by for key in keys})
    return [
        (_cited(row), [found for key in keys for found in known[key]], keys[-1], (row["target"], row["how"]))
        for row, keys in zip(rows, named_by, strict=True)
    ]


@lru_cache
def _citations(dialect: str) -> Select[Any]:
    affected = (
        among(dialect, column, name)
        for column, name in ((_EDGE.cited, "keys"), (_EDGE.numbered, "keys"), (_EDGE.document, "citing"))
    )
    return (
        select(_EDGE.id, _EDGE.cited, _EDGE.numbered, _EDGE.document, citation.c.data, citation.c.number)
        .add_columns(_EDGE.target, _EDGE.how, document.c.region, document.c.written_on)
        .join(citation, (citation.c.document == _EDGE.document) & (citation.c.id == _EDGE.fact))
        .join(document, document.c.id == _EDGE.document)
        .where(or_(*affected), _EDGE.cited.is_not(None))
    )


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
    query = _named_so(connection.dialect.name)
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for some in pieces(keys):
        for row in connection.execute(query, {"keys": some}).all():
            found[row.key].append(Candidate(*row[1:]))
    return found


@lru_cache
def _named_so(dialect: str) -> Select[Any]:
    key, columns = tables.work_key.c, document.c
    return (
        select(key.key, key.document, key.how, columns.title, columns.doc_number, columns.issuer)
        .add_columns(columns.region, columns.written_on, columns.genre)
        .join(document, columns.id == key.document)
        .where(among(dialect, key.key, "keys"))
        .order_by(key.document, case((key.how == "number", 0), (key.how == "title", 1), else_=2))
    )


def _placed(key: str) -> tuple[ScalarSelect[str], ScalarSelect[str]]:
    """Where and when a document stands among others."""
    own = tables.edge.alias()
    at = (own.c.document == key, own.c.kind == "concerns")
    return select(own.c.target).where(*at).limit(1).scalar_subquery(), select(own.c.on).where(*at).limit(
        1
    ).scalar_subquery()


def beside(
    connection: Connection, key: str, place: str | None, on: str | None, limit: int
) -> tuple[list[Beside], list[Beside]]:
    """Documents of a place, those before a document of this day and those after it, the nearest in time first."""
    if place is None or on is None:
        return [], []
    given = {"document": key, "place": place, "day": on, "most": limit}
    before, after = (connection.execute(query, given).all() for query in (_BEFORE, _AFTER))
    keys: dict[str, set[str]] = defaultdict(set)
    named_by = _keys_of(connection.dialect.name)
    for some in pieces(row.document for row in (*before, *after)):
        for row in connection.execute(named_by, {"documents": some}).all():
            keys[row.document].add(row.key)

    def found(row: Any) -> Beside:
        named = frozenset(keys[row.document])
        return Beside(row.document, row.on, row.visibility, row.genre, row.title, row.issuer, named, row.dated)

    return [found(row) for row in before], [found(row) for row in after]


_NEIGHBOURS = (
    select(_EDGE.document, _EDGE.on, tables.node.c.on.label("dated"))
    .add_columns(_EDGE.visibility, document.c.genre, document.c.title, document.c.issuer)
    .join(document, document.c.id == _EDGE.document)
    .join(tables.node, tables.node.c.id == _EDGE.document)
    .where(_EDGE.target == bindparam("place"), _EDGE.kind == "concerns", _EDGE.document != bindparam("document"))
    .limit(bindparam("most"))
)
_BEFORE = _NEIGHBOURS.where(_EDGE.on < bindparam("day")).order_by(_EDGE.on.desc(), _EDGE.document)
_AFTER = _NEIGHBOURS.where(_EDGE.on > bindparam("day")).order_by(_EDGE.on, _EDGE.document)


@lru_cache
def _keys_of(dialect: str) -> Select[Any]:
    table = tables.work_key
    return select(table.c.document, table.c.key).where(among(dialect, table.c.document, "documents"))


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


def statements(
    connection: Connection, dated: Mapping[str, str | None], headed: Collection[str] = ()
) -> dict[str, list[Statement]]:
    """The commitments and achievements of documents, each with the figures within its words.

    Args:
        connection: that is read on.
        dated: the documents, each with its date.
        headed: those of them whose statements are wanted with the headings above them.
    """
    numbers, headings = _numbers(connection, list(dated)), _headings(connection, headed)
    found: dict[str, list[Statement]] = {key: [] for key in dated}
    query = _statements(connection.dialect.name)
    for some in pieces(dated):
        for fact, kind, quote, key, eid, start, end in connection.execute(query, {"documents": some}).all():
            within = numbers[key].within(start, end) if key in numbers else ()
            heading = headings.get((key, eid), "")
            found[key].append(Statement(fact, kind, quote, key, dated[key], eid, Span(start, end), within, heading))
    return found


@lru_cache
def _statements(dialect: str) -> CompoundSelect[Any]:
    """The statements that documents make."""
    return union_all(
        *(
            select(table.c.id, literal_column(f"'{kind}'"), *(table.c[name] for name in _STATED)).where(
                among(dialect, table.c.document, "documents")
            )
            for kind, table in FACT_TABLES.items()
            if kind in ("commitment", "achievement")
        )
    )


_STATED = ("quote", "document", "clause", "start", "end")


def _headings(connection: Connection, documents: Collection[str]) -> dict[tuple[str, str | None], str]:
    """The path of headings above each clause of these documents."""
    query = select(clause.c.document, clause.c.eid, clause.c.heading)
    found: dict[tuple[str, str | None], str] = {}
    for some in pieces(documents):
        rows = connection.execute(query.where(clause.c.document.in_(some))).all()
        found.update(((row.document, row.eid), row.heading or "") for row in rows)
    return found


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of one document: where they start, and their rows, both in the order of the text."""

    starts: list[int] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)

    def within(self, start: int, end: int) -> tuple[Figure, ...]:
        """Those that stand inside a span."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return tuple([_figure(row) for row in self.rows[first:last] if row.end <= end]) if first < last else ()


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
