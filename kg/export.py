"""The graph in the forms of others: GraphML, JSON-LD, Turtle, CSV for Neo4j's import, entities of FollowTheMoney.

Each form is written from the same nodes and edges, personal data hidden, and what is read back gives the same graph.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx
from rdflib import Graph

from corpus.masking import mask
from corpus.span import Span
from corpus.store import DocumentFilter, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Edge, Node
from kg import ftm, rdf
from kg.akoma_ntoso import to_akoma_ntoso
from kg.ontology import EDGE_KINDS, NODE_KINDS, label_of

Exporter = Callable[[Store, Path], None]
"""Writes the public part of the graph to a file."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Whole:
    """The graph as it is exported: what everybody may see, nodes by id, edges in their order."""

    nodes: dict[str, Node]
    edges: tuple[Edge, ...]

    @property
    def bare(self) -> Whole:
        """The same without what no form holds: ids of facts and of cited works."""
        return Whole(self.nodes, tuple(replace(edge, fact=None, cited=None, numbered=None) for edge in self.edges))


def whole(store: Store) -> Whole:
    """The public part of the graph, personal data hidden."""
    graph = GraphStore(store)
    edges = tuple(graph.all_edges(PUBLIC))
    found = graph.nodes(end for edge in edges for end in (edge.source, edge.target))
    nodes = {key: replace(node, label=mask(node.label)) for key, node in found.items()}
    return Whole(nodes, tuple(edge for edge in edges if edge.source in nodes and edge.target in nodes))


# -- GraphML ---------------------------------------------------------------------------------------------------------


def to_networkx(given: Whole) -> nx.MultiDiGraph[str]:
    """The graph with all attributes as texts and numbers, as GraphML needs them."""
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in given.nodes.values():
        out.add_node(node.id, kind=node.kind, label=node.label, document=node.document or "", on=node.on or "")
    for at, edge in enumerate(given.edges):
        out.add_edge(edge.source, edge.target, at=at, **_attributes(edge))
    return out


def _attributes(edge: Edge) -> dict[str, str | int | float]:
    """An edge's attributes; a span that is not there is -1."""
    return {
        "kind": edge.kind,
        "label": label_of(edge.kind),
        "document": edge.document,
        "clause": edge.clause or "",
        "start": edge.span.start if edge.span else -1,
        "end": edge.span.end if edge.span else -1,
        "how": edge.how,
        "weight": edge.weight,
        "on": edge.on or "",
    }


def write_graphml(store: Store, file: Path) -> None:
    """GraphML, e.g. for Gephi."""
    nx.write_graphml_xml(to_networkx(whole(store)), file, encoding="utf-8", prettyprint=True)


def read_graphml(file: Path) -> Whole:
    """The graph that a GraphML file was written from."""
    found = nx.read_graphml(file, force_multigraph=True)
    nodes = {
        key: Node(key, said["kind"], said["label"], said["document"] or None, said["on"] or None)
        for key, said in found.nodes(data=True)
    }
    edges = sorted(found.edges(data=True), key=lambda edge: int(edge[2]["at"]))
    return Whole(nodes, tuple(_edge_of(source, target, said) for source, target, said in edges))


def _edge_of(source: str, target: str, said: dict[str, str]) -> Edge:
    """The edge of its attributes, as texts or numbers."""
    start = said["start"]
    span = None if start in ("", "-1", -1) else Span(int(start), int(said["end"]))
    proof = (said["document"], said["clause"] or None, span, said["how"], float(said["weight"]))
    return Edge(said["kind"], source, target, *proof, on=said["on"] or None)


# -- RDF -------------------------------------------------------------------------------------------------------------


def write_turtle(store: Store, file: Path) -> None:
    """Turtle with the terms of ELI, W3C ORG, schema.org, PROV and SKOS."""
    given = whole(store)
    with file.open("w", encoding="utf-8") as out:
        rdf.write_turtle(rdf.things(given.nodes.values(), given.edges), out)


def write_json_ld(store: Store, file: Path) -> None:
    """JSON-LD with the same terms."""
    given = whole(store)
    with file.open("w", encoding="utf-8") as out:
        rdf.write_json_ld(rdf.things(given.nodes.values(), given.edges), out)


def read_rdf(file: Path, form: str) -> Whole:
    """The graph that a file of a form that rdflib knows (`turtle`, `json-ld`) was written from."""
    nodes, edges = rdf.read(Graph().parse(file, format=form))
    return Whole(nodes, tuple(edges))


# -- FollowTheMoney --------------------------------------------------------------------------------------------------


def write_ftm(store: Store, file: Path) -> None:
    """Entities of FollowTheMoney, one JSON object a line."""
    given = whole(store)
    ftm.write(given.nodes.values(), given.edges, file)


def read_ftm(file: Path) -> Whole:
    """The graph that a file of entities was written from."""
    nodes, edges = ftm.read(file)
    return Whole(nodes, tuple(edges))


# -- Neo4j -----------------------------------------------------------------------------------------------------------

_NODE_HEAD = (":ID", "kind", "label", "document", "on", ":LABEL")
_EDGE_HEAD = (
    *(":START_ID", ":END_ID", ":TYPE", "kind", "label", "document", "clause", "start:int", "end:int"),
    *("how", "weight:double", "on"),
)


def write_neo4j(store: Store, file: Path) -> None:
    """A ZIP of nodes.csv and relationships.csv with the headers of `neo4j-admin database import`."""
    given = whole(store)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nodes.csv", _csv(_node_lines(given)))
        archive.writestr("relationships.csv", _csv(_edge_lines(given)))


def _node_lines(given: Whole) -> Iterator[tuple[object, ...]]:
    yield _NODE_HEAD
    for node in given.nodes.values():
        kind = NODE_KINDS[node.kind]
        yield (node.id, node.kind, node.label, node.document or "", node.on or "", kind.name.capitalize())


def _edge_lines(given: Whole) -> Iterator[tuple[object, ...]]:
    yield _EDGE_HEAD
    for edge in given.edges:
        at = (edge.span.start, edge.span.end) if edge.span else ("", "")
        names = (edge.kind.upper(), edge.kind, EDGE_KINDS[edge.kind].label)
        proof = (edge.document, edge.clause or "", *at, edge.how, edge.weight, edge.on or "")
        yield (edge.source, edge.target, *names, *proof)


def _csv(lines: Iterator[tuple[object, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


def read_neo4j(file: Path) -> Whole:
    """The graph that the two tables were written from."""
    with zipfile.ZipFile(file) as archive:
        nodes, edges = (_table(archive.read(name)) for name in ("nodes.csv", "relationships.csv"))
    found = {
        row[":ID"]: Node(row[":ID"], row["kind"], row["label"], row["document"] or None, row["on"] or None)
        for row in nodes
    }
    return Whole(found, tuple(_edge_of(row[":START_ID"], row[":END_ID"], row) for row in edges))


def _table(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file by its head, without the types in it."""
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""))
    return [
        {(name if name[0] == ":" else name.partition(":")[0]): value for name, value in row.items()} for row in rows
    ]


# -- Akoma Ntoso -----------------------------------------------------------------------------------------------------


def write_akoma_ntoso(store: Store, file: Path) -> None:
    """A ZIP of the latest version of every public document as Akoma Ntoso, personal data hidden."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in _documents(store):
            analysis = store.get(row)
            hidden = replace(analysis.document, text=mask(analysis.document.text))
            archive.writestr(f"{row}.xml", to_akoma_ntoso(replace(analysis, document=hidden)))


def _documents(store: Store) -> Iterator[str]:
    """Ids of the public documents, some at a time."""
    at = 0
    while found := store.documents(DocumentFilter(), _AT_ONCE, at).items:
        yield from (row.id for row in found)
        at += _AT_ONCE


EXPORTERS: dict[str, Exporter] = {
    "graphml": write_graphml,
    "jsonld": write_json_ld,
    "turtle": write_turtle,
    "neo4j": write_neo4j,
    "ftm": write_ftm,
    "akoma-ntoso": write_akoma_ntoso,
}
"""Name of each form, and what writes it."""

READERS: dict[str, Callable[[Path], Whole]] = {
    "graphml": read_graphml,
    "jsonld": lambda file: read_rdf(file, "json-ld"),
    "turtle": lambda file: read_rdf(file, "turtle"),
    "neo4j": read_neo4j,
    "ftm": read_ftm,
}
"""Name of each form of the graph, and what reads it."""
