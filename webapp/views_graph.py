"""Relations as lists, and a drawing of a neighbourhood whose places are reckoned here, without any layout engine."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.masking import mask
from corpus.shown import one_line
from corpus.store.graph_rows import Described, Node
from kg.neighbourhood import Neighbourhood
from kg.ontology import NODE_KINDS, label_of
from webapp.links import clause_url, commitment_url, document_url, entity_url, series_url

WIDTH, ROW, EDGE = 1000, 36, 8
"""Width of a drawing, height of a line of it, and distance from its edge, in its own units."""
BOX = (220, 28)
"""Width and height of a box."""
RELATION = 122
"""Width of the words beside a box."""
MIDDLE = 432
"""Place of the middle column, where there are three."""
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
    """A box of the drawing.

    Attributes:
        x, y: its left upper corner.
        text: its label, cut to fit.
        full: what it is called and what kind of thing it is.
        address: of its page.
        relation: how it is related to the centre; empty where it is not, or is the centre.
        side: `left`, `middle`, `right` or `centre`.
    """

    x: int
    y: int
    text: str
    full: str
    address: str
    relation: str
    side: str

    @property
    def middle(self) -> int:
        """Height of its middle."""
        return self.y + BOX[1] // 2

    @property
    def left_end(self) -> int:
        """Where lines from the left end: before the words of its relation, where these stand there."""
        return self.x - (RELATION if self.relation and self.side != "left" else 0)

    @property
    def right_end(self) -> int:
        """Where lines to the right begin."""
        return self.x + BOX[0] + (RELATION if self.relation and self.side == "left" else 0)


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A line of the drawing."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A neighbourhood as boxes and lines."""

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
        mask(one_line(item.quote)),
        proof,
    )


def drawing_of(around: Neighbourhood) -> Drawing:
    """Boxes with lines between those related: one step in two columns beside the centre, two steps in layers.

    In layers the centre stands left, what it is related to in the middle, what lies behind that right; lines within
    a layer are left out, as the list beneath has them.
    """
    said = _relations_to(around.centre.id, around.edges)
    near = [node for node in around.nodes[1:] if node.id in said]
    far = [node for node in around.nodes[1:] if node.id not in said]
    boxes = _layers(around, near, far, said) if far else _beside(around.centre, near, said)
    pairs = dict.fromkeys((edge.source.id, edge.target.id) for edge in around.edges)
    joined = [(boxes[one], boxes[other]) for one, other in pairs if one in boxes and other in boxes]
    lines = tuple(_line(one, other) for one, other in joined if one.side != other.side)
    height = max(box.y for box in boxes.values()) + BOX[1] + ROW // 2
    return Drawing(WIDTH, height, tuple(boxes.values()), lines)


def _beside(centre: Node, others: Sequence[Node], said: Mapping[str, str]) -> dict[str, DrawnNode]:
    """The centre in the middle, the others in a column on either side."""
    half = math.ceil(len(others) / 2)
    height = (max(half, 1) + 1) * ROW
    boxes = {centre.id: _box(centre, (WIDTH - BOX[0]) // 2, (height - BOX[1]) // 2, "", "centre")}
    for at, node in enumerate(others):
        side, row = ("left", at) if at < half else ("right", at - half)
        x = EDGE if side == "left" else WIDTH - EDGE - BOX[0]
        boxes[node.id] = _box(node, x, row * ROW + ROW // 2, said[node.id], side)
    return boxes


def _layers(
    around: Neighbourhood, near: Sequence[Node], far: Sequence[Node], said: Mapping[str, str]
) -> dict[str, DrawnNode]:
    """The centre, the middle column, and the right one in the order of what it hangs on, so that few lines cross."""
    rows = {node.id: row for row, node in enumerate(near)}
    hangs: dict[str, list[int]] = {node.id: [] for node in far}
    for edge in around.edges:
        for one, other in ((edge.source.id, edge.target.id), (edge.target.id, edge.source.id)):
            if one in hangs and other in rows:
                hangs[one].append(rows[other])
    ordered = sorted(far, key=lambda node: sum(hangs[node.id]) / max(len(hangs[node.id]), 1))
    middles = _beside_what_hangs(len(near), [hangs[node.id] for node in ordered])
    height = round((middles[0] + middles[-1]) / 2 * ROW) + ROW // 2
    boxes = {around.centre.id: _box(around.centre, EDGE, height, "", "centre")}
    for row, node in enumerate(ordered):
        boxes[node.id] = _box(node, WIDTH - EDGE - BOX[0], row * ROW + ROW // 2, said.get(node.id, ""), "right")
    for middle, node in zip(middles, near, strict=True):
        boxes[node.id] = _box(node, MIDDLE, round(middle * ROW) + ROW // 2, said.get(node.id, ""), "middle")
    return boxes


def _beside_what_hangs(count: int, hangs: Sequence[Sequence[int]]) -> list[float]:
    """The rows of the middle column's boxes: each in the middle of what hangs on it, no two nearer than one row.

    Args:
        count: number of boxes of the middle column.
        hangs: for each row of the right column, the boxes of the middle one that it hangs on.
    """
    taken: list[float] = []
    for at in range(count):
        own = [row for row, others in enumerate(hangs) if others and others[0] == at]
        wanted = sum(own) / len(own) if own else 0.0
        taken.append(max(wanted, taken[-1] + 1) if taken else wanted)
    return taken


def _relations_to(centre: str, edges: Iterable[Described]) -> dict[str, str]:
    """Each node's relation to the centre; where there are several, the first with 等."""
    labels: dict[str, dict[str, None]] = {}
    for item in edges:
        outgoing = item.source.id == centre
        if outgoing or item.target.id == centre:
            other = item.target.id if outgoing else item.source.id
            labels.setdefault(other, {})[label_of(item.edge.kind, outgoing=outgoing)] = None
    return {key: next(iter(found)) + ("等" if len(found) > 1 else "") for key, found in labels.items()}


def _box(node: Node, x: int, y: int, relation: str, side: str) -> DrawnNode:
    text = mask(node.label)
    short = text if len(text) <= LABEL else text[: LABEL - 1] + "…"
    said = f"，{relation}" if relation else ""
    return DrawnNode(x, y, short, f"{NODE_KINDS[node.kind].label}：{text}{said}", node_url(node), relation, side)


def _line(one: DrawnNode, other: DrawnNode) -> DrawnEdge:
    """A line between the near sides of two boxes."""
    left, right = sorted((one, other), key=lambda box: box.x)
    return DrawnEdge(left.right_end, left.middle, right.left_end, right.middle)
