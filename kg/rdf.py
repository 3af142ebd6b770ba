"""The graph as RDF, with the terms that the ontology names; everything else is under a vocabulary of our own.

Written thing by thing, so that a graph of any size takes no more memory than one of them; what was written is read
again to the same nodes and edges.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TextIO

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from corpus.span import Span
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

_ALL = {"zn": OWN, "rdf": Namespace(str(RDF)), "rdfs": Namespace(str(RDFS)), "xsd": Namespace(str(XSD)), **PREFIXES}
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LANGUAGE = "zh-Hans"
_DATE = PREFIXES["eli"]["date_document"]
_DERIVED = PREFIXES["prov"]["wasDerivedFrom"]

Thing = tuple[URIRef, list[tuple[URIRef, URIRef | Literal]]]
"""A subject with its predicates and objects."""


def rdf_graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """The graph: each node with its classes and label, each edge as a triple and as a statement with its proof."""
    out = Graph()
    for prefix, namespace in _ALL.items():
        out.bind(prefix, namespace)
    for subject, said in things(nodes, edges):
        for predicate, value in said:
            out.add((subject, predicate, value))
    return out


def things(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Thing]:
    """The nodes, and for each edge its triple and the statement that proves it."""
    for node in nodes:
        yield BASE[node.id], list(_of_node(node))
    for at, edge in enumerate(edges):
        source, target = BASE[edge.source], BASE[edge.target]
        standard = term(EDGE_KINDS[edge.kind].term)
        yield source, [(OWN[edge.kind], target), *([(standard, target)] if standard else [])]
        yield BASE[f"edge:{at}"], list(_of_edge(edge))


def term(name: str) -> URIRef | None:
    """The address of a term such as `eli:cites`; None for an empty one."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix][local] if local else None


def _of_node(node: Node) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    yield RDF.type, OWN[node.kind]
    if standard := term(NODE_KINDS[node.kind].term):
        yield RDF.type, standard
    yield RDFS.label, Literal(node.label, lang=_LANGUAGE)
    if node.kind == "organization":
        yield SKOS.prefLabel, Literal(node.label, lang=_LANGUAGE)
    if node.on:
        yield _DATE, Literal(node.on, datatype=_precision(node.on))
    if node.document and node.document != node.id:
        yield OWN["document"], BASE[node.document]


def _precision(day: str) -> URIRef:
    """The type of an ISO prefix: year, month or day."""
    return {4: XSD.gYear, 7: XSD.gYearMonth}.get(len(day), XSD.date)


def _of_edge(edge: Edge) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    yield RDF.type, RDF.Statement
    yield RDF.subject, BASE[edge.source]
    yield RDF.predicate, OWN[edge.kind]
    yield RDF.object, BASE[edge.target]
    yield OWN["how"], Literal(edge.how, lang=_LANGUAGE)
    yield OWN["weight"], Literal(edge.weight)
    if edge.document:
        yield _DERIVED, BASE[edge.document]
    if edge.on:
        yield _DATE, Literal(edge.on, datatype=_precision(edge.on))
    if edge.clause:
        yield OWN["clause"], Literal(edge.clause)
    if edge.span:
        yield OWN["start"], Literal(edge.span.start)
        yield OWN["end"], Literal(edge.span.end)


# -- writing ---------------------------------------------------------------------------------------------------------


def write_turtle(found: Iterable[Thing], out: TextIO) -> None:
    """Writes things as Turtle (W3C RDF 1.1 Turtle), one block each."""
    out.writelines(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _ALL.items())
    for subject, said in found:
        lines = " ;\n    ".join(f"{_turtle(predicate)} {_turtle(value)}" for predicate, value in said)
        out.write(f"\n{_turtle(subject)}\n    {lines} .\n")


def _turtle(value: URIRef | Literal) -> str:
    if isinstance(value, URIRef):
        return _address(value) if _is_term(value) else f"<{value}>"
    kind = _short(value.datatype) if value.datatype else None
    return f"{Literal(str(value)).n3()}^^{kind}" if kind else value.n3()


@lru_cache(maxsize=1000)
def _short(address: str) -> str | None:
    """The address with its prefix; None where it has none."""
    for prefix, namespace in _ALL.items():
        if address.startswith(namespace) and _LOCAL.fullmatch(address[len(namespace) :]):
            return f"{prefix}:{address[len(namespace) :]}"
    return None


def write_json_ld(found: Iterable[Thing], out: TextIO) -> None:
    """Writes things as JSON-LD (W3C JSON-LD 1.1), one object a line."""
    context = {prefix: str(namespace) for prefix, namespace in _ALL.items()}
    out.write(f'{{"@context": {json.dumps(context)},\n"@graph": [')
    for at, (subject, said) in enumerate(found):
        form: dict[str, Any] = {"@id": str(subject)}
        for predicate, value in said:
            key, shown = ("@type", _address(value)) if predicate == RDF.type else (_address(predicate), _json(value))
            form[key] = [*form[key], shown] if key in form else [shown]
        out.write(("," if at else "") + "\n" + json.dumps(form, ensure_ascii=False))
    out.write("\n]}\n")


def _json(value: URIRef | Literal) -> dict[str, str]:
    if isinstance(value, URIRef):
        return {"@id": _address(value)}
    if value.language:
        return {"@value": str(value), "@language": value.language}
    return {"@value": str(value), "@type": _address(value.datatype)} if value.datatype else {"@value": str(value)}


def _address(value: URIRef | Literal) -> str:
    return (_short(str(value)) if _is_term(value) else None) or str(value)


def _is_term(value: URIRef | Literal) -> bool:
    """Whether it is of a vocabulary, not a thing of the graph."""
    return isinstance(value, URIRef) and (not value.startswith(BASE) or value.startswith(OWN))


# -- reading ---------------------------------------------------------------------------------------------------------


def read(given: Graph) -> tuple[dict[str, Node], list[Edge]]:
    """The nodes and edges that a graph was made from, the edges in their order; ids of facts are not in it."""
    kinds = {OWN[kind]: kind for kind in NODE_KINDS}
    nodes = {}
    for subject, typed in given.subject_objects(RDF.type):
        if not isinstance(typed, URIRef) or typed not in kinds:
            continue
        key, kind = _key(subject), kinds[typed]
        document = _key(given.value(subject, OWN["document"])) or (key if kind == "document" else None)
        on = given.value(subject, _DATE)
        nodes[key] = Node(key, kind, str(given.value(subject, RDFS.label)), document, str(on) if on else None)
    statements = sorted(given.subjects(RDF.type, RDF.Statement), key=lambda one: int(str(one).rpartition(":")[2]))
    return nodes, [_edge(given, statement) for statement in statements]


def _edge(given: Graph, statement: Any) -> Edge:
    def text(predicate: URIRef) -> str | None:
        value = given.value(statement, predicate)
        return None if value is None else str(value)

    start, end = text(OWN["start"]), text(OWN["end"])
    return Edge(
        str(given.value(statement, RDF.predicate)).removeprefix(OWN),
        _key(given.value(statement, RDF.subject)),
        _key(given.value(statement, RDF.object)),
        _key(given.value(statement, _DERIVED)),
        text(OWN["clause"]),
        Span(int(start), int(end)) if start and end else None,
        text(OWN["how"]) or "",
        float(text(OWN["weight"]) or 1),
        on=text(_DATE),
    )


def _key(address: Any) -> str:
    return str(address).removeprefix(BASE) if address is not None else ""
