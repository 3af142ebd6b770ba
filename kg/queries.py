"""Named questions to the graph; each draws from the store only what it walks over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx

from corpus.errors import NotFoundError, QueryError
from corpus.store import CommitmentRow, FactFilter, Rows, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Alias, Body, Described, Node, Step, Succession
from kg.ontology import EDGE_KINDS, NODE_KINDS, label_of

DEPTH = 3
"""Steps of a neighbourhood, at most."""

NODES = 1000
"""Nodes of a neighbourhood, at most."""

_PATH_STEPS = 6
_PROVED = tuple(kind for kind in EDGE_KINDS if kind not in ("concerns", "part_of", "succeeded_by"))
"""Edges that a path is looked for along first: to be of one place or one government joins almost everything."""

_SPARE = 8
"""Edges drawn of each node beside its share of the limit, since several lead to the same neighbour."""

_DRAWN = 1500
"""Edges drawn at once in one direction while a path is looked for, shared out among the nodes of the fringe."""

_FRINGE = 200
"""Nodes of a fringe, at most."""

_BETWEEN = 50
"""Nodes that join two others directly, at most."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A body before or after another.

    Attributes:
        node: the other body.
        earlier: whether it came before.
        since: when the later one took over, an ISO prefix.
        kind: `renamed`, `merged` or `split`.
        source: the decision.
    """

    node: Node
    earlier: bool
    since: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class RelationCount:
    """How many edges of one kind and direction an entity has, with the label to show."""

    kind: str
    outgoing: bool
    label: str
    total: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the graph with what its page begins with.

    Attributes:
        node: itself.
        label: Chinese word for its kind.
        body: place, level and reason, for a body.
        parent: the body above.
        aliases: other names, each with the first document that uses it.
        predecessors: bodies before and after.
        relations: its kinds of edges, most first.
    """

    node: Node
    label: str
    body: Body | None
    parent: Node | None
    aliases: tuple[Alias, ...]
    predecessors: tuple[Predecessor, ...]
    relations: tuple[RelationCount, ...]

    @property
    def id(self) -> str:
        """Its id."""
        return self.node.id

    @property
    def name(self) -> str:
        """Its one name."""
        return self.node.label

    @property
    def kind(self) -> str:
        """Its kind of node."""
        return self.node.kind


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


@dataclass(frozen=True, slots=True)
class Path:
    """A way between two entities, each step with the document that proves it."""

    nodes: tuple[Node, ...]
    steps: tuple[Described, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one body has to do."""

    body: Node
    leads: int
    joins: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of an entity's chronology."""

    on: str
    label: str
    described: Described


def find(store: Store, name: str, limit: int = 10, visibility: Sequence[str] = PUBLIC) -> tuple[Node, ...]:
    """Nodes with this name or alias, the likeliest first."""
    return GraphStore(store).named("".join(name.split()), limit, visibility)


def entity(store: Store, name: str, visibility: Sequence[str] = PUBLIC) -> Entity:
    """The entity with this id, name or alias.

    Raises:
        NotFoundError: if there is none.
    """
    graph = GraphStore(store)
    node = _node_of(graph, name, visibility)
    body = graph.bodies([node.id]).get(node.id)
    parents = graph.nodes([body.parent]) if body and body.parent else {}
    rows = graph.successions(node.id)
    others = graph.nodes(end for row in rows for end in (row.before, row.after))
    return Entity(
        node=node,
        label=NODE_KINDS[node.kind].label,
        body=body,
        parent=next(iter(parents.values()), None),
        aliases=graph.aliases(node.id, visibility),
        predecessors=tuple(_predecessors(node.id, rows, others)),
        relations=_relations(graph.counts(node.id, visibility)),
    )


def _node_of(graph: GraphStore, name: str, visibility: Sequence[str]) -> Node:
    by_id = graph.nodes([name]).get(name)
    if by_id and graph.visible([by_id], visibility):
        return by_id
    found = graph.named("".join(name.split()), 1, visibility)
    if not found:
        raise NotFoundError(f"库中没有名为“{name}”的机构、文件或指标。")
    return found[0]


def _predecessors(key: str, rows: Iterable[Succession], others: dict[str, Node]) -> Iterator[Predecessor]:
    for row in rows:
        other = row.before if row.after == key else row.after
        if other in others:
            yield Predecessor(others[other], other == row.before, row.since, row.kind, row.source)


def _relations(counts: Iterable[tuple[str, bool, int]]) -> tuple[RelationCount, ...]:
    found = (RelationCount(kind, out, label_of(kind, outgoing=out), total) for kind, out, total in counts)
    return tuple(sorted(found, key=lambda relation: -relation.total))


def relations(
    store: Store,
    key: str,
    kind: str,
    *,
    outgoing: bool,
    limit: int = 10,
    offset: int = 0,
    visibility: Sequence[str] = PUBLIC,
) -> Rows[Described]:
    """One table of an entity's page: its edges of one kind and direction, newest first.

    Raises:
        QueryError: if there is no such kind of edge.
    """
    if kind not in EDGE_KINDS:
        raise QueryError(f"没有“{kind}”这种关系。")
    graph = GraphStore(store)
    return graph.described(key, kind, outgoing=outgoing, limit=limit, offset=offset, visibility=visibility)


def graph(
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
    centre = _node_of(drawn, name, visibility)
    reached: dict[str, None] = {centre.id: None}
    steps: list[Step] = []
    frontier, cut = [centre.id], False
    for _ in range(depth):
        found = drawn.steps(frontier, _SPARE + 2 * limit // len(frontier), kinds, visibility, year)
        fresh = _ends(found, reached)
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


def _ends(steps: Iterable[Step], reached: dict[str, None]) -> list[str]:
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
    first, last = _node_of(drawn, start, visibility), _node_of(drawn, end, visibility)
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
) -> nx.MultiGraph[str]:
    """The edges around two nodes, as far as a way needs that joins them.

    Ways of one or two steps are found however many edges the two have; for longer ones the fringe of the smaller side
    is widened by its strongest edges.
    """
    walked: nx.MultiGraph[str] = nx.MultiGraph()
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
        fringes[side] = _ends(found, reached[side])[:_FRINGE]
        reached[side].update(dict.fromkeys(fringes[side]))
    return walked


def _walk(walked: nx.MultiGraph[str], steps: Iterable[Step]) -> None:
    for step in steps:
        walked.add_edge(step.source, step.target, step.row, row=step.row, weight=step.weight)


def _proved(drawn: GraphStore, walked: nx.MultiGraph[str], way: list[str]) -> Path:
    """A way with the strongest edge of each step."""
    rows = [_strongest(walked, one, other) for one, other in pairwise(way)]
    nodes = drawn.nodes(way)
    return Path(tuple(nodes[key] for key in way), drawn.describe(drawn.edges(rows)))


def _strongest(walked: nx.MultiGraph[str], one: str, other: str) -> int:
    """The row of the strongest edge between two neighbours."""
    steps = walked.get_edge_data(one, other).values()
    return int(max(steps, key=lambda step: (step["weight"], step["row"]))["row"])


def timeline(store: Store, name: str, limit: int = 100, visibility: Sequence[str] = PUBLIC) -> tuple[Moment, ...]:
    """What documents say of an entity, oldest first; without a date nothing is listed.

    Raises:
        NotFoundError: if there is no such entity.
    """
    drawn = GraphStore(store)
    node = _node_of(drawn, name, visibility)
    found = drawn.around([node.id], limit, (), visibility)
    dated = sorted(
        (edge for edge in found if edge.on and edge.document), key=lambda edge: (str(edge.on), edge.document)
    )
    return tuple(
        Moment(str(each.edge.on), label_of(each.edge.kind, outgoing=each.edge.source == node.id), each)
        for each in drawn.describe(dated[:limit])
    )


def load(store: Store, limit: int = 100, visibility: Sequence[str] = PUBLIC) -> tuple[Load, ...]:
    """Bodies by the number of commitments that they lead, then that they join."""
    found = GraphStore(store).load(limit, visibility)
    return tuple(Load(node, leads, joins) for node, leads, joins in found)


def without_lead(
    store: Store, given: FactFilter | None = None, limit: int = 50, offset: int = 0
) -> Rows[CommitmentRow]:
    """Commitments that name bodies or none, but no lead."""
    return store.commitments(replace(given or FactFilter(), led=False), limit, offset)


def with_two_leads(store: Store, limit: int = 50, visibility: Sequence[str] = PUBLIC) -> tuple[CommitmentRow, ...]:
    """Commitments with more than one lead."""
    drawn = GraphStore(store)
    return drawn.commitments(drawn.with_several("led_by", limit, visibility))
