"""The graph over the shared real documents: what the documents say joins as it should."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import kg
from corpus.errors import UnreadableFileError
from corpus.store import Store
from corpus.store.graph import GraphStore
from extract import analyse
from ingest import read_file
from kg.ledger import detail, ledger
from kg.queries import entity

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shared first documents, read, analysed and joined."""
    store = Store.open(tmp_path_factory.mktemp("home"))
    for file in sorted((shared / "seeds").iterdir()):
        try:
            store.put(analyse(read_file(file)))
        except UnreadableFileError:
            continue
    kg.update(store)
    return store


def test_short_names_of_two_replies_are_one_body(store: Store) -> None:
    """Both replies of the office, and every short form in them, lead to one node."""
    office = entity(store, "云南省医疗保障局")
    assert "省医保局" in {alias.name for alias in office.aliases}
    issued = GraphStore(store).described(office.id, "issued_by", outgoing=False)
    assert issued.total == 2


def test_a_count_of_two_years_is_one_series(store: Store) -> None:
    """Participants of the city's insurance: 189万 one year, 198万 the next, each with time and clause."""
    values = {
        point.value: point
        for row in ledger(store, "长期护理保险", limit=100).items
        for point in detail(store, row.id).points
        if "189" in point.row.quote or "198" in point.row.quote
    }
    assert {Decimal(189), Decimal(198)} <= set(values)
    one, other = values[Decimal(189)], values[Decimal(198)]
    assert one.row.clause
    assert other.row.clause
    assert one.number is not None
    assert other.number is not None
    assert one.number < other.number


def test_a_plans_table_stands_in_the_ledger(store: Store) -> None:
    """At least fourteen rows of the plan's table, with nature, base or target."""
    rows = [row for row in ledger(store, "南川", limit=200).items if row.nature]
    assert len(rows) >= 14
    assert all(row.baseline or row.target or row.latest for row in rows)
    assert {row.nature for row in rows} == {"约束性", "预期性"}


def test_every_edge_is_proved(store: Store) -> None:
    """The words of every edge stand in its document, and its clause holds them."""
    analyses = {row.id: store.get(row.id) for row in store.documents(limit=100).items}
    edges = [edge for edge in GraphStore(store).all_edges() if edge.span]
    assert len(edges) > 1000
    for edge in edges:
        analysis = analyses[edge.document]
        assert edge.span is not None
        assert edge.span.of(analysis.document.text)
        if edge.clause:
            clause = analysis.outline.clause_at(edge.span.start)
            assert clause is not None
            assert clause.eid == edge.clause
