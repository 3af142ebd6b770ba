"""The graph over the shared real documents: what the documents say joins as it should."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby
from pathlib import Path

import pytest

import kg
from corpus.errors import UnreadableFileError
from corpus.store import FactFilter, Store
from corpus.store.graph import GraphStore
from extract import analyse
from ingest import read_file
from kg.identity import identify, identify_all, setting_of
from kg.ledger import detail, ledger
from kg.ontology import CITING
from kg.queries import entity
from kg.titles import about, plain

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """All shared documents, read, analysed and joined."""
    store = Store.open(tmp_path_factory.mktemp("home"))
    folders = (shared / "seeds", shared / "realdocs")
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.is_file()):
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


@pytest.mark.parametrize(
    ("words", "values"),
    [("参加长期护理保险", ("1890000", "1980000")), ("待遇申请", ("12399", "19400")), ("定点服务机构", ("56", "56"))],
)
def test_counts_of_two_years_can_be_compared(store: Store, words: str, values: tuple[str, str]) -> None:
    """What both replies count stands in one series, in one unit, each value with its clause."""
    series = [
        row for row in ledger(store, words, limit=200).items if row.subject.startswith("云南省") and row.documents == 2
    ]
    assert series
    points = detail(store, series[0].id).points
    assert tuple(str(point.number.normalize().quantize(Decimal(1))) for point in points if point.number) == values
    assert all(point.row.clause for point in points)


def test_two_replies_of_an_office_make_a_chain(store: Store) -> None:
    """What the first reply promises, the second comes back to."""
    graph = GraphStore(store)
    office = entity(store, "云南省医疗保障局")
    replies = [one.source.id for one in graph.described(office.id, "issued_by", outgoing=False).items]
    promises = store.commitments(FactFilter(document=replies[-1]), 100).items
    links = graph.kinds_from([row.id for row in promises], ("restated_by", "progressed_by", "fulfilled_by"))
    assert len(links) >= 2


def test_a_plans_table_stands_in_the_ledger(store: Store) -> None:
    """At least fourteen rows of the plan's table, with nature, base or target."""
    rows = [row for row in ledger(store, "南川", limit=200).items if row.nature]
    assert len(rows) >= 14
    assert all(row.baseline or row.target or row.latest for row in rows)
    assert {row.nature for row in rows} == {"约束性", "预期性"}


def test_every_edge_is_proved(store: Store) -> None:
    """The words of every edge stand in its document, and its clause holds them."""
    analyses = {row.id: store.get(row.id) for row in store.documents(limit=1000).items}
    edges = [edge for edge in GraphStore(store).all_edges() if edge.span]
    assert len(edges) > 10_000
    for edge in edges:
        analysis = analyses[edge.document]
        assert edge.span is not None
        assert edge.span.of(analysis.document.text)
        if edge.clause:
            clause = analysis.outline.clause_at(edge.span.start)
            assert clause is not None
            assert clause.eid == edge.clause


def test_resolved_citations_mean_their_documents(store: Store) -> None:
    """A citation leads to a document whose title or number the cited words hold, never to its own."""
    edges = [edge for edge in GraphStore(store).all_edges() if edge.kind in CITING and edge.target[0] == "d"]
    documents = {row.id: row for row in store.documents(limit=1000).items}
    assert edges
    for edge in edges:
        assert edge.span is not None
        words = plain(edge.span.of(store.get(edge.document).document.text))
        meant = documents[edge.target]
        named = [name for name in (about(meant.title), plain(meant.title), plain(meant.doc_number or "")) if name]
        assert edge.document != edge.target
        assert any(name in words or words in name for name in named), (words, meant.title)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mention and the body that a person read it to mean."""

    document: str
    offset: int
    name: str
    body: str


def labelled() -> list[Labelled]:
    """The labelled sample."""
    lines = (Path(__file__).parent / "data" / "bodies.tsv").read_text("utf-8").splitlines()[2:]
    cells = (line.split("\t") for line in lines)
    return [Labelled(document, int(offset), name, body) for document, offset, name, body in cells]


def identities(store: Store, mentions: list[Labelled]) -> dict[Labelled, str]:
    """The node that each mention leads to; those whose words are no longer there are left out."""
    by_name = {store.source_of(row.id).name: row.id for row in store.documents(limit=1000).items}
    found: dict[Labelled, str] = {}
    for name, some in groupby(mentions, key=lambda one: one.document):
        if name not in by_name:
            continue
        analysis = store.get(by_name[name])
        setting = setting_of(analysis)
        known = identify_all(analysis.organizations, setting)
        named = {mention.span.start: mention.organization for mention in analysis.mentions}
        for one in some:
            if analysis.document.text[one.offset :].startswith(one.name):
                words = named.get(one.offset, one.name)
                found[one] = (known.get(words) or identify(words, setting)).body.id
    return found


def test_one_body_is_one_node(store: Store) -> None:
    """Over all pairs of labelled mentions: which are said to be of one body, and which are found to be."""
    found = identities(store, labelled())
    assert len(found) >= 200
    pairs = list(combinations(found, 2))
    same = {pair for pair in pairs if pair[0].body == pair[1].body}
    joined = {pair for pair in pairs if found[pair[0]] == found[pair[1]]}
    precision, recall = len(same & joined) / len(joined), len(same & joined) / len(same)
    print(f"{len(found)} mentions, {len(same)} pairs, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    wrong = sorted({(one.document, one.name, other.document, other.name) for one, other in same ^ joined})
    assert precision >= 0.97, wrong
    assert recall >= 0.90, wrong
