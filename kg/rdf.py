"""The graph as RDF, with the terms that the ontology names; everything else is under a vocabulary of our own."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from corpus.store.graph_rows import Edge, Node
from kg.ontology import EDGE_KINDS, NODE_KINDS

BASE = Namespace("urn:zhengnuo:")
"""Addresses of things: `urn:zhengnuo:` and the id."""

OWN = Namespace("urn:zhengnuo:term:")
"""Our own terms: kinds, proofs."""

PREFIXES = {
    "eli": Namespace("http://data.europa.eu/eli/ontology#"),
    "org": Namespace("http://www.w3.org/ns/org#"),
    "schema": Namespace("https://schema.org/"),
    "prov": Namespace("http://www.w3.org/ns/prov#"),
    "skos": Namespace(str(SKOS)),
}


def rdf_graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """The graph: each node with its classes and label, each edge as a triple and as a statement with its proof."""
    out = Graph()
    out.bind("zn", OWN)
    for prefix, namespace in PREFIXES.items():
        out.bind(prefix, namespace)
    for node in nodes:
        _add_node(out, node)
    for at, edge in enumerate(edges):
        _add_edge(out, edge, BASE[f"edge:{at}"])
    return out


def term(name: str) -> URIRef | None:
    """The address of a term such as `eli:cites`; None for an empty one."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix][local] if local else None


def _add_node(out: Graph, node: Node) -> None:
    thing = BASE[node.id]
    out.add((thing, RDF.type, OWN[node.kind]))
    if standard := term(NODE_KINDS[node.kind].term):
        out.add((thing, RDF.type, standard))
    out.add((thing, RDFS.label, Literal(node.label, lang="zh-Hans")))
    if node.kind == "organization":
        out.add((thing, SKOS.prefLabel, Literal(node.label, lang="zh-Hans")))
    if node.on:
        out.add((thing, PREFIXES["eli"]["date_document"], Literal(node.on, datatype=_precision(node.on))))
    if node.document and node.document != node.id:
        out.add((thing, OWN["document"], BASE[node.document]))


def _precision(day: str) -> URIRef:
    """The type of an ISO prefix: year, month or day."""
    return {4: XSD.gYear, 7: XSD.gYearMonth}.get(len(day), XSD.date)


def _add_edge(out: Graph, edge: Edge, statement: URIRef) -> None:
    kind = EDGE_KINDS[edge.kind]
    source, target = BASE[edge.source], BASE[edge.target]
    out.add((source, OWN[edge.kind], target))
    if standard := term(kind.term):
        out.add((source, standard, target))
    out.add((statement, RDF.type, RDF.Statement))
    out.add((statement, RDF.subject, source))
    out.add((statement, RDF.predicate, OWN[edge.kind]))
    out.add((statement, RDF.object, target))
    out.add((statement, OWN["how"], Literal(edge.how, lang="zh-Hans")))
    out.add((statement, OWN["weight"], Literal(edge.weight)))
    if edge.document:
        out.add((statement, PREFIXES["prov"]["wasDerivedFrom"], BASE[edge.document]))
    if edge.clause:
        out.add((statement, OWN["clause"], Literal(edge.clause)))
    if edge.span:
        out.add((statement, OWN["start"], Literal(edge.span.start)))
        out.add((statement, OWN["end"], Literal(edge.span.end)))
