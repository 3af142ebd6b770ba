"""Places of nodes and edges in a small drawing; pure numbers, the same for the same graph."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.store.graph_rows import Node
from kg.ontology import label_of
from kg.queries import Neighbourhood

MOST = 30
"""Nodes of a drawing; crowding starts there."""

_STEPS = 120
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
    labels = _labels(around, {node.id for node in shown})
    places = _scaled(_positions([node.id for node in shown], list(labels)), width, height)
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


def _positions(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, complex]:
    """Places in the plane, the first node at its origin: springs along edges, all nodes pushing one another away.

    Source: T. Fruchterman, E. Reingold, Graph drawing by force-directed placement, 1991; begun from a circle, so that
    no chance is in it.
    """
    around = len(nodes) - 1
    places = {node: cmath.rect(1, 2 * math.pi * at / around) for at, node in enumerate(nodes[1:])} if around else {}
    places = {nodes[0]: 0j} | places
    apart = math.sqrt(4 / len(nodes))
    for step in range(_STEPS):
        reach = 0.2 * (1 - step / _STEPS)
        pulls = _pulls(places, edges, apart)
        for node in nodes[1:]:
            pull = pulls[node]
            places[node] += pull / abs(pull) * min(abs(pull), reach) if pull else 0
    return places


def _pulls(places: dict[str, complex], edges: Sequence[tuple[str, str]], apart: float) -> dict[str, complex]:
    """Where each node is drawn to."""
    pulls = dict.fromkeys(places, 0j)
    for one, other in combinations(places, 2):
        between = places[one] - places[other] or complex(1e-3, 1e-3)
        push = between / abs(between) * apart**2 / abs(between)
        pulls[one] += push
        pulls[other] -= push
    for one, other in edges:
        between = places[one] - places[other]
        pulls[one] -= between * abs(between) / apart
        pulls[other] += between * abs(between) / apart
    return pulls


def _scaled(places: dict[str, complex], width: float, height: float) -> dict[str, tuple[float, float]]:
    """The places stretched over the drawing, margins left free, rounded to a tenth."""

    def stretch(values: Sequence[float], size: float) -> list[float]:
        low, high = min(values), max(values)
        room = size * (1 - 2 * _MARGIN)
        if high == low:
            return [size / 2 for _ in values]
        return [round(size * _MARGIN + (value - low) / (high - low) * room, 1) for value in values]

    across = stretch([place.real for place in places.values()], width)
    down = stretch([place.imag for place in places.values()], height)
    return dict(zip(places, zip(across, down, strict=True), strict=True))
