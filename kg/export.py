"""The graph in the forms of others: GraphML, JSON-LD, Turtle, CSV for Neo4j's import, entities of FollowTheMoney.

Each form is written from the same stream of nodes and edges, and what can be read back gives the same graph.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Edge, Node
from kg import ftm
from kg.ontology import EDGE_KINDS, NODE_KINDS, label_of
from kg.rdf import rdf_graph

Exporter = Callable[[Store, Path], None]
"""Writes the public part of the graph to a file."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The graph as it is exported: what everybody may see, nodes by id, edges in their order."""

    nodes: dict[str, Node]
    edges: tuple[Edge, ...]


def whole(store: Store) -> Whole:
    """The public part of the graph."""
    graph = GraphStore(store)
    edges = tuple(graph.all_edges(PUBLIC))
    nodes = graph.nodes(end for edge in edges for end in (edge.source, edge.target))
    return Whole(nodes, tuple(edge for edge in edges if edge.source in nodes and edge.target in nodes))


def to_networkx(given: Whole) -> nx.MultiDiGraph[str]:
    """The graph with all attributes as texts and numbers, as GraphML needs them."""
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in given.nodes.values():
        out.add_node(node.id, kind=node.kind, label=node.label, document=node.document or "", on=node.on or "")
    for edge in given.edges:
        out.add_edge(edge.source, edge.target, **_attributes(edge))
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


def write_turtle(store: Store, file: Path) -> None:
    """Turtle with the terms of ELI, W3C ORG, schema.org, PROV and SKOS."""
    given = whole(store)
    rdf_graph(given.nodes.values(), given.edges).serialize(file, format="turtle", encoding="utf-8")


def write_json_ld(store: Store, file: Path) -> None:
    """JSON-LD with the same terms."""
    given = whole(store)
    text = rdf_graph(given.nodes.values(), given.edges).serialize(format="json-ld", auto_compact=True, indent=1)
    file.write_text(text, encoding="utf-8")


def write_ftm(store: Store, file: Path) -> None:
    """Entities of FollowTheMoney, one JSON object a line."""
    given = whole(store)
    ftm.write(given.nodes.values(), given.edges, file)


def write_neo4j(store: Store, file: Path) -> None:
    """A ZIP of nodes.csv and relationships.csv with the headers of `neo4j-admin database import`."""
    given = whole(store)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nodes.csv", _csv(_node_lines(given)))
        archive.writestr("relationships.csv", _csv(_edge_lines(given)))


def _node_lines(given: Whole) -> Iterator[tuple[object, ...]]:
    yield (":ID", "kind", "label", "document", "on", ":LABEL")
    for node in given.nodes.values():
        kind = NODE_KINDS[node.kind]
        yield (node.id, node.kind, node.label, node.document or "", node.on or "", kind.name.capitalize())


def _edge_lines(given: Whole) -> Iterator[tuple[object, ...]]:
    yield (
        ":START_ID",
        ":END_ID",
        ":TYPE",
        "label",
        "document",
        "clause",
        "start:int",
        "end:int",
        "how",
        "weight:double",
    )
    for edge in given.edges:
        at = (edge.span.start, edge.span.end) if edge.span else ("", "")
        names = (edge.kind.upper(), EDGE_KINDS[edge.kind].label)
        yield (edge.source, edge.target, *names, edge.document, edge.clause or "", *at, edge.how, edge.weight)


def _csv(lines: Iterator[tuple[object, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


EXPORTERS: dict[str, Exporter] = {
    "graphml": write_graphml,
    "jsonld": write_json_ld,
    "turtle": write_turtle,
    "neo4j": write_neo4j,
    "ftm": write_ftm,
}
"""Name of each form, and what writes it."""
