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
from kg.identity import identify_all, setting_of
from kg.ledger import detail, ledger
from kg.ontology import CITING
from kg.queries import entity
from kg.subject import Subject
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
    """The words of every edge stand in its document and in its fact, and its clause holds them.

    Only the structure of bodies is proved by tables, and the place of a document may follow from all of its words.
    """
    analyses = {row.id: store.get(row.id) for row in store.documents(limit=1000).items}
    facts = {key: dict(zip(store.fact_ids(key), analysis.facts, strict=True)) for key, analysis in analyses.items()}
    edges = list(GraphStore(store).all_edges())
    assert {edge.kind for edge in edges if edge.span is None} <= {"part_of", "succeeded_by", "concerns"}
    spanned = [edge for edge in edges if edge.span]
    assert len(spanned) > 10_000
    for edge in spanned:
        analysis = analyses[edge.document]
        assert edge.span is not None
        assert 0 <= edge.span.start < edge.span.end <= len(analysis.document.text)
        assert edge.span.of(analysis.document.text).strip()
        if fact := facts[edge.document].get(edge.fact or ""):
            assert fact.span.contains(edge.span)
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


_NO_BODY = "unresolved"
"""The label of words that name no body that can be told."""


def labelled(sample: str) -> list[Labelled]:
    """A labelled sample."""
    lines = (Path(__file__).parent / "data" / f"{sample}.tsv").read_text("utf-8").splitlines()[2:]
    rows = (line.split("\t") for line in lines)
    return [Labelled(cells[0], int(cells[1]), cells[-2], cells[-1]) for cells in rows]


def identities(store: Store, mentions: list[Labelled]) -> dict[Labelled, str]:
    """The node that each mention leads to; those whose words are no longer there are left out.

    Words that are labelled as no body count only where the graph takes them for one.
    """
    by_name = {store.source_of(row.id).name: row.id for row in store.documents(limit=1000).items}
    found: dict[Labelled, str] = {}
    for name, some in groupby(mentions, key=lambda one: one.document):
        if name not in by_name:
            continue
        analysis = store.get(by_name[name])
        setting = setting_of(analysis)
        subject = Subject(analysis, (), setting, identify_all(analysis.organizations, setting))
        named = {(mention.span.start, mention.span.end): mention.organization for mention in analysis.mentions}
        for one in some:
            place = (one.offset, one.offset + len(one.name))
            there = analysis.document.text[slice(*place)] == one.name
            if there and (one.body != _NO_BODY or place in named):
                found[one] = subject.resolve_as_named(named.get(place, one.name), one.name).body.id
    return found


@pytest.mark.parametrize(
    ("sample", "precision", "recall"),
    [
        ("bodies", 0.99, 0.97),
        ("identity_blind", 0.98, 0.99),
        ("identity_blind_2", 0.97, 0.99),
        ("identity_blind_3", 0.97, 0.97),
        ("identity_blind_4", 0.97, 0.97),
    ],
)
def test_one_body_is_one_node(store: Store, sample: str, precision: float, recall: float) -> None:
    """Over all pairs of labelled mentions: which are said to be of one body, and which are found to be."""
    found = identities(store, labelled(sample))
    assert len(found) >= 0.95 * len(labelled(sample))
    pairs = list(combinations(found, 2))
    same = {pair for pair in pairs if pair[0].body == pair[1].body != _NO_BODY}
    joined = {pair for pair in pairs if found[pair[0]] == found[pair[1]]}
    right, all_joined, all_same = len(same & joined), len(joined), len(same)
    print(f"{sample}: precision {right / all_joined:.3f}, recall {right / all_same:.3f}")  # noqa: T201
    wrong = sorted({(one.document, one.name, other.document, other.name) for one, other in same ^ joined})
    assert right / all_joined >= precision, wrong
    assert right / all_same >= recall, wrong
