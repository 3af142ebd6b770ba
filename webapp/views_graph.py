"""Relations as lists, and a drawing of a neighbourhood whose places are reckoned here, without any layout engine."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.masking import mask
from corpus.store.graph_rows import Described, Node
from kg.ontology import NODE_KINDS, label_of
from kg.queries import Neighbourhood
from webapp.links import clause_url, commitment_url, document_url, entity_url, series_url

WIDTH, ROW = 960, 34
"""Width of a drawing, and height of a line of it, in its own units."""
LABEL = 14
"""Characters of a node's label in the drawing; the list beneath has all of it."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """An edge as a list shows it, read from one of its ends.

    Attributes:
        label: of the relation, e.g. 牵头的承诺.
        start: what it is read from.
        other: what is at the other end.
        other_kind: its kind in Chinese.
        address: of the other end.
        described: the edge with its proof.
        quote: the words that prove it.
        proof: address of the clause that proves it; empty where a rule does.
    """

    label: str
    start: Node
    other: Node
    other_kind: str
    address: str
    described: Described
    quote: str
    proof: str


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A box of the drawing: its left upper corner and size, what it says, where it leads."""

    x: int
    y: int
    width: int
    height: int
    text: str
    full: str
    address: str
    centre: bool


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A line of the drawing with its label."""

    x1: int
    y1: int
    x2: int
    y2: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A neighbourhood as boxes and lines; the centre stands in the middle, the others in two columns."""

    width: int
    height: int
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


def node_url(node: Node) -> str:
    """The page of a node: a document's, a commitment's, an indicator's or that of the entity."""
    if node.kind == "document":
        return document_url(node.id)
    if node.kind == "commitment":
        return commitment_url(node.id)
    return series_url(node.id) if node.kind == "series" else entity_url(node.id)


def relation_rows(centre: str, edges: Iterable[Described]) -> tuple[RelationRow, ...]:
    """Edges read from the entity in the centre; those that do not touch it, from their own start."""
    return tuple(_row(centre, item) for item in edges)


def _row(centre: str, item: Described) -> RelationRow:
    outgoing = item.edge.target != centre
    start, other = (item.source, item.target) if outgoing else (item.target, item.source)
    proof = clause_url(item.edge.document, item.edge.clause) if item.edge.document else ""
    return RelationRow(
        label_of(item.edge.kind, outgoing=outgoing),
        start,
        other,
        NODE_KINDS[other.kind].label,
        node_url(other),
        item,
        mask(" ".join(item.quote.split())),
        proof,
    )


def drawing_of(around: Neighbourhood) -> Drawing:
    """Boxes in two columns beside the centre, lines between those that are related."""
    others = around.nodes[1:]
    half = math.ceil(len(others) / 2)
    rows = max(half, 1)
    height = (rows + 1) * ROW
    boxes = {around.centre.id: _box(around.centre, WIDTH // 2 - 110, height // 2 - 15, centre=True)}
    for at, node in enumerate(others):
        left = at < half
        y = round((at if left else at - half) * ROW + ROW / 2)
        boxes[node.id] = _box(node, 8 if left else WIDTH - 228, y, centre=False)
    edges = tuple(
        _line(boxes[edge.source.id], boxes[edge.target.id], edge, around.centre.id)
        for edge in _first_of_each(around.edges)
        if edge.source.id in boxes and edge.target.id in boxes
    )
    return Drawing(WIDTH, height, tuple(boxes.values()), edges)


def _box(node: Node, x: int, y: int, *, centre: bool) -> DrawnNode:
    text = mask(node.label)
    short = text if len(text) <= LABEL else text[: LABEL - 1] + "…"
    return DrawnNode(x, y, 220, 28, short, f"{NODE_KINDS[node.kind].label}：{text}", node_url(node), centre)


def _first_of_each(edges: Iterable[Described]) -> Iterable[Described]:
    """One edge of each pair of nodes and kind."""
    return {(edge.source.id, edge.target.id, edge.edge.kind): edge for edge in edges}.values()


def _line(source: DrawnNode, target: DrawnNode, item: Described, centre: str) -> DrawnEdge:
    """A line between the near sides of two boxes, labelled as read from the centre."""

    def side(box: DrawnNode, other: DrawnNode) -> int:
        if box.x == other.x:
            return box.x + (box.width if box.x < WIDTH // 2 else 0)
        return box.x + box.width if box.x < other.x else box.x

    outgoing = item.target.id != centre
    return DrawnEdge(
        side(source, target),
        source.y + source.height // 2,
        side(target, source),
        target.y + target.height // 2,
        label_of(item.edge.kind, outgoing=outgoing),
    )
