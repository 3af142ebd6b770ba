"""Named questions to the graph; each draws from the store only what it walks over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Alias, Body, Described, Node, Succession
from kg.lookup import node_named
from kg.ontology import NODE_KINDS, label_of


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
    node = node_named(graph, name, visibility)
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


def _predecessors(key: str, rows: Iterable[Succession], others: dict[str, Node]) -> Iterator[Predecessor]:
    for row in rows:
        other = row.before if row.after == key else row.after
        if other in others:
            yield Predecessor(others[other], other == row.before, row.since, row.kind, row.source)


def _relations(counts: Iterable[tuple[str, bool, int]]) -> tuple[RelationCount, ...]:
    found = (RelationCount(kind, out, label_of(kind, outgoing=out), total) for kind, out, total in counts)
    return tuple(sorted(found, key=lambda relation: -relation.total))


def timeline(store: Store, name: str, limit: int = 100, visibility: Sequence[str] = PUBLIC) -> tuple[Moment, ...]:
    """What documents say of an entity, oldest first; without a date nothing is listed.

    Raises:
        NotFoundError: if there is no such entity.
    """
    drawn = GraphStore(store)
    node = node_named(drawn, name, visibility)
    found = drawn.around([node.id], limit, (), visibility)
    dated = sorted(
        (edge for edge in found if edge.on and edge.document), key=lambda edge: (str(edge.on), edge.document)
    )
    return tuple(
        Moment(str(each.edge.on), label_of(each.edge.kind, outgoing=each.edge.source == node.id), each)
        for each in drawn.describe(dated[:limit])
    )
