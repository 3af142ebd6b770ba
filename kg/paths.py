"""Ways between two entities, each step with the document that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from corpus.errors import QueryError
from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Described, Node, Step
from kg.lookup import node_named
from kg.neighbourhood import ends_of
from kg.ontology import EDGE_KINDS

_PATH_STEPS = 6
_PROVED = tuple(kind for kind in EDGE_KINDS if kind not in ("concerns", "part_of", "succeeded_by"))
"""Edges that a path is looked for along first: to be of one place or one government joins almost everything."""

_DRAWN = 1500
"""Edges drawn at once in one direction while a path is looked for, shared out among the nodes of the fringe."""

_FRINGE = 200
"""Nodes of a fringe, at most."""

_BETWEEN = 50
"""Nodes that join two others directly, at most."""


@dataclass(frozen=True, slots=True)
class Path:
    """A way between two entities, each step with the document that proves it."""

    nodes: tuple[Node, ...]
    steps: tuple[Described, ...]


def paths(
    store: Store, start: str, end: str, limit: int = 3, steps: int = 4, visibility: Sequence[str] = PUBLIC
) -> tuple[Path, ...]:
    """Shortest ways between two entities, each step proved; empty if there is none within `steps`.

    Only what lies around the two is drawn, from both sides by turns, until they meet.

    Raises:
        NotFoundError: if one of them is not there.
        QueryError: if `steps` is out of bounds.
    """
    if not 1 <= steps <= _PATH_STEPS:
        raise QueryError(f"步数须在1至{_PATH_STEPS}之间。")
    drawn = GraphStore(store)
    first, last = node_named(drawn, start, visibility), node_named(drawn, end, visibility)
    for kinds in (_PROVED, ()):
        walked = _meet(drawn, (first.id, last.id), steps, kinds, visibility)
        if nx.has_path(walked, first.id, last.id):
            break
    else:
        return ()
    found = []
    for way in nx.all_shortest_paths(walked, first.id, last.id):
        found.append(_proved(drawn, walked, way))
        if len(found) == limit:
            break
    return tuple(found)


def _meet(
    drawn: GraphStore, ends: tuple[str, str], steps: int, kinds: Sequence[str], visibility: Sequence[str]
) -> nx.Graph[str]:
    """The strongest edges around two nodes, as far as a way needs that joins them.

    Ways of one or two steps are found however many edges the two have; for longer ones the fringe of the smaller side
    is widened by its strongest edges.
    """
    walked: nx.Graph[str] = nx.Graph()
    walked.add_nodes_from(ends)
    reached = [dict.fromkeys([end]) for end in ends]
    fringes = [[end] for end in ends]
    if steps > 1 and (first := drawn.joining(*ends, kinds, _BETWEEN, visibility)):
        _walk(walked, drawn.between(first, ends, _DRAWN, kinds, visibility))
    for _ in range(steps):
        _walk(walked, drawn.between(fringes[0], fringes[1], _DRAWN, kinds, visibility))
        side = 0 if len(fringes[0]) <= len(fringes[1]) else 1
        if nx.has_path(walked, *ends) or not fringes[side]:
            break
        found = drawn.steps(fringes[side], max(5, _DRAWN // len(fringes[side])), kinds, visibility)
        _walk(walked, found)
        fringes[side] = ends_of(found, reached[side])[:_FRINGE]
        reached[side].update(dict.fromkeys(fringes[side]))
    return walked


def _walk(walked: nx.Graph[str], steps: Iterable[Step]) -> None:
    """Adds edges; of several between two nodes the strongest is kept."""
    for step in steps:
        known = walked.get_edge_data(step.source, step.target)
        if known is None:
            walked.add_edge(step.source, step.target, step=step)
        elif (step.weight, step.row) > (known["step"].weight, known["step"].row):
            known["step"] = step


def _proved(drawn: GraphStore, walked: nx.Graph[str], way: list[str]) -> Path:
    """A way with the strongest edge of each step."""
    rows = [walked[one][other]["step"].row for one, other in pairwise(way)]
    nodes = drawn.nodes(way)
    return Path(tuple(nodes[key] for key in way), drawn.describe(drawn.edges(rows)))
