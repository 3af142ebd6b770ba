"""What lies around an entity, drawn from the store step by step: never the whole graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.errors import QueryError
from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Described, Node, Step
from kg.lookup import node_named

DEPTH = 3
"""Steps of a neighbourhood, at most."""

NODES = 1000
"""Nodes of a neighbourhood, at most."""

_SPARE = 8
"""Edges drawn of each node beside its share of the limit, since several lead to the same neighbour."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What lies around an entity.

    Attributes:
        centre: the entity's node.
        nodes: the centre first, then by distance and strength.
        edges: those between the nodes.
        total: number of edges that the entity itself has.
        cut: whether there is more than the limit.
    """

    centre: Node
    nodes: tuple[Node, ...]
    edges: tuple[Described, ...]
    total: int
    cut: bool


def neighbourhood(
    store: Store,
    name: str,
    depth: int = 1,
    limit: int = 30,
    kinds: Sequence[str] = (),
    visibility: Sequence[str] = PUBLIC,
    year: int | None = None,
) -> Neighbourhood:
    """What lies around the entity with this id, name or alias.

    Args:
        store: the store.
        name: id, name or alias.
        depth: steps, 1 to `DEPTH`.
        limit: nodes, the centre not counted, at most `NODES`; the strongest relations come first.
        kinds: of edges; empty for all.
        visibility: of documents.
        year: of the documents that prove the edges.

    Raises:
        NotFoundError: if there is no such entity.
        QueryError: if depth or limit are out of bounds.
    """
    if not (1 <= depth <= DEPTH and 1 <= limit <= NODES):
        raise QueryError(f"层数须在1至{DEPTH}之间，数量须在1至{NODES}之间。")
    drawn = GraphStore(store)
    centre = node_named(drawn, name, visibility)
    reached: dict[str, None] = {centre.id: None}
    steps: list[Step] = []
    frontier, cut = [centre.id], False
    for _ in range(depth):
        found = drawn.steps(frontier, _SPARE + 2 * limit // len(frontier), kinds, visibility, year)
        fresh = ends_of(found, reached)
        room = limit + 1 - len(reached)
        cut |= len(fresh) > room
        reached.update(dict.fromkeys(fresh[:room]))
        frontier = fresh[:room]
        steps.extend(found)
        if not frontier:
            break
    kept = drawn.edges(step.row for step in steps if step.source in reached and step.target in reached)
    nodes = drawn.nodes(reached)
    total = sum(count for _, _, count in drawn.counts(centre.id, visibility))
    return Neighbourhood(centre, tuple(nodes[key] for key in reached if key in nodes), drawn.describe(kept), total, cut)


def ends_of(steps: Iterable[Step], reached: dict[str, None]) -> list[str]:
    """Ends of edges that were not reached before; kinds take turns, so that one kind does not crowd out the rest."""
    by_kind: dict[str, list[str]] = {}
    for step in steps:
        for end in (step.source, step.target):
            if end not in reached:
                by_kind.setdefault(step.kind, []).append(end)
    turns: dict[str, None] = {}
    for at in range(max(map(len, by_kind.values()), default=0)):
        turns.update(dict.fromkeys(ends[at] for ends in by_kind.values() if at < len(ends)))
    return list(turns)
