"""The graph as entities of FollowTheMoney, one JSON object a line, as investigative tools read it.

Source: the schemas of the FollowTheMoney model (PublicBody, Document, Note, UnknownLink, Succession). What it has no
word for is a `Note` or a link whose `role` is our label; `recordId` holds the place of the proof.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.span import Span
from corpus.store.graph_rows import Edge, Node
from kg.ontology import EDGE_KINDS, NODE_KINDS

_NAMES = {"Document": "title", "Note": "description", "Address": "full"}
"""The property that holds what a thing is called; `name` for all others."""

_ENDS = {"Succession": ("predecessor", "successor"), "UnknownLink": ("subject", "object")}
_KINDS = {kind.label: kind.name for kind in EDGE_KINDS.values()}
_LABELS = {kind.label: kind.name for kind in NODE_KINDS.values()}

Entity = dict[str, Any]


def entities(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Entity]:
    """Every node and every edge as an entity: id, schema, and lists of texts as properties."""
    for node in nodes:
        yield _thing(node)
    for at, edge in enumerate(edges):
        yield _link(edge, f"edge-{at}")


def write(nodes: Iterable[Node], edges: Iterable[Edge], file: Path) -> None:
    """Writes the entities to a file of JSON lines."""
    with file.open("w", encoding="utf-8") as out:
        for entity in entities(nodes, edges):
            out.write(json.dumps(entity, ensure_ascii=False) + "\n")


def _entity(key: str, schema: str, **properties: str | None) -> Entity:
    return {"id": key, "schema": schema, "properties": {name: [value] for name, value in properties.items() if value}}


def _thing(node: Node) -> Entity:
    schema = NODE_KINDS[node.kind].ftm
    called = {_NAMES.get(schema, "name"): node.label}
    country = "cn" if schema in ("PublicBody", "LegalEntity") else None
    day = {"date": node.on} if schema == "Document" else {"summary": node.on}
    own = node.document if node.document != node.id else None
    about = {"entity": own} if schema == "Note" else {}
    return _entity(node.id, schema, keywords=NODE_KINDS[node.kind].label, country=country, **called, **day, **about)


def _link(edge: Edge, key: str) -> Entity:
    kind = EDGE_KINDS[edge.kind]
    source, target = _ENDS[kind.ftm]
    at = f"{edge.span.start}-{edge.span.end}" if edge.span else ""
    return _entity(
        key,
        kind.ftm,
        **{source: edge.source, target: edge.target},
        role=kind.label,
        date=edge.on,
        summary=edge.how,
        status=f"{edge.weight:g}",
        recordId="#".join((edge.document, edge.clause or "", at)),
    )


def read(file: Path) -> tuple[dict[str, Node], list[Edge]]:
    """The nodes and edges that a file of entities was written from; ids of facts and row numbers are not in it."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for line in file.read_text("utf-8").splitlines():
        entity: Entity = json.loads(line)
        values = {name: texts[0] for name, texts in entity["properties"].items()}
        if entity["schema"] in _ENDS:
            edges.append(_edge(entity["schema"], values))
        else:
            node = _node(entity, values)
            nodes[node.id] = node
    return nodes, edges


def _node(entity: Entity, values: dict[str, str]) -> Node:
    schema, kind = entity["schema"], _LABELS[values["keywords"]]
    document = entity["id"] if kind == "document" else values.get("entity")
    on = values.get("date" if schema == "Document" else "summary")
    return Node(entity["id"], kind, values[_NAMES.get(schema, "name")], document, on)


def _edge(schema: str, values: dict[str, str]) -> Edge:
    source, target = _ENDS[schema]
    document, clause, at = values["recordId"].split("#")
    span = Span(*map(int, at.split("-"))) if at else None
    return Edge(
        _KINDS[values["role"]],
        values[source],
        values[target],
        document,
        clause or None,
        span,
        values["summary"],
        float(values["status"]),
        on=values.get("date"),
    )
