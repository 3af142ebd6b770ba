"""Places of nodes and edges in a small drawing; pure numbers, the same for the same graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from corpus.store.graph_rows import Node
from kg.ontology import label_of
from kg.queries import Neighbourhood

MOST = 30
"""Nodes of a drawing; crowding starts there."""

_SEED = 7
_MARGIN = 0.08


@dataclass(frozen=True, slots=True)
class Spot:
    """A node at its place, in units of the drawing from its upper left corner."""

    node: Node
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """An edge between two places; several between two nodes are one line with several labels."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and how much there is beside it.

    Attributes:
        spots: the centre first, then in the order of the list beside the drawing.
        hidden: nodes of the neighbourhood that are not drawn.
    """

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    hidden: int


def layout(around: Neighbourhood, width: float = 960, height: float = 640, most: int = MOST) -> Drawing:
    """The drawing of a neighbourhood's first nodes, the centre in the middle.

    Args:
        around: what to draw.
        width: of the drawing, in its units.
        height: likewise.
        most: nodes drawn.
    """
    shown = around.nodes[:most]
    drawn = nx.Graph()
    drawn.add_nodes_from(node.id for node in shown)
    labels = _labels(around, {node.id for node in shown})
    drawn.add_edges_from(labels)
    places = _scaled(_positions(drawn, around.centre.id), width, height)
    spots = tuple(Spot(node, *places[node.id]) for node in shown)
    lines = tuple(
        Line(*places[source], *places[target], "、".join(names), source, target)
        for (source, target), names in labels.items()
    )
    return Drawing(spots, lines, width, height, len(around.nodes) - len(shown))


def _labels(around: Neighbourhood, shown: set[str]) -> dict[tuple[str, str], list[str]]:
    """The labels of the edges between each two nodes, read from the source, in their order."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in around.edges:
        ends = (each.edge.source, each.edge.target)
        names = found.setdefault(ends, []) if shown.issuperset(ends) else None
        label = label_of(each.edge.kind)
        if names is not None and label not in names:
            names.append(label)
    return found


def _positions(drawn: nx.Graph[str], centre: str) -> dict[str, tuple[float, float]]:
    """Places between -1 and 1; the centre at 0, 0."""
    if len(drawn) == 1:
        return {centre: (0.0, 0.0)}
    start = nx.shell_layout(drawn, [[centre], [node for node in drawn if node != centre]])
    apart = 2.2 / len(drawn) ** 0.5
    found = nx.spring_layout(drawn, k=apart, pos=start, fixed=[centre], iterations=80, seed=_SEED)
    return {node: (float(place[0]), float(place[1])) for node, place in found.items()}


def _scaled(places: dict[str, tuple[float, float]], width: float, height: float) -> dict[str, tuple[float, float]]:
    """The places stretched over the drawing, margins left free, rounded to a tenth."""

    def stretch(values: Sequence[float], size: float) -> list[float]:
        low, high = min(values), max(values)
        room = size * (1 - 2 * _MARGIN)
        if high == low:
            return [size / 2 for _ in values]
        return [round(size * _MARGIN + (value - low) / (high - low) * room, 1) for value in values]

    across = stretch([x for x, _ in places.values()], width)
    down = stretch([y for _, y in places.values()], height)
    return dict(zip(places, zip(across, down, strict=True), strict=True))
