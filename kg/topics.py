"""Topics: documents that go together because they cite the same papers and report the same indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from corpus.errors import QueryError
from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Node, Step
from kg.ontology import CITING
from kg.titles import about
from kg.wording import chunks_of

MOST = 500
"""Documents that are drawn, at most."""

_EDGES = 200
"""Edges drawn of one document."""

_COMMON = 0.5
"""What more than this share of the documents cite or name tells no topic."""

_WORDS = 5
_SEED = 1


@dataclass(frozen=True, slots=True)
class Topic:
    """Documents of one topic.

    Attributes:
        documents: those with most ties first.
        words: object words that most of their titles have.
        shared: what joins them: papers and other things with the number of these documents, most first.
    """

    documents: tuple[Node, ...]
    words: tuple[str, ...]
    shared: tuple[tuple[Node, int], ...]


def topics(store: Store, documents: Sequence[str], visibility: Sequence[str] = PUBLIC) -> tuple[Topic, ...]:
    """Communities among some documents, largest first; a document that nothing joins to others is in none.

    Args:
        store: where they are kept.
        documents: ids, at most `MOST`.
        visibility: of the documents that prove the edges.

    Raises:
        QueryError: if there are too many.
    """
    if len(documents) > MOST:
        raise QueryError(f"一次最多分析{MOST}件文件。")
    graph = GraphStore(store)
    steps = graph.steps(documents, _EDGES, (*CITING, "quoted_from"), visibility)
    drawn = _joined(steps, frozenset(documents))
    groups = nx.community.louvain_communities(drawn, weight="weight", seed=_SEED) if drawn else []
    nodes = graph.nodes(key for group in groups for key in group)
    found = [_topic([nodes[key] for key in group if key in nodes], drawn, frozenset(documents)) for group in groups]
    return tuple(sorted((one for one in found if len(one.documents) > 1), key=lambda one: -len(one.documents)))


def _joined(steps: Iterable[Step], documents: frozenset[str]) -> nx.Graph[str]:
    """The documents and what two or more of them cite, but not what almost all do."""
    drawn: nx.Graph[str] = nx.Graph()
    for step in steps:
        drawn.add_edge(step.source, step.target, weight=step.weight)
    for key in [key for key in drawn if key not in documents]:
        ties = drawn.degree(key)
        if ties < 2 or ties > max(2, _COMMON * len(documents)):
            drawn.remove_node(key)
    drawn.remove_nodes_from([key for key in drawn if not drawn.degree(key)])
    return drawn


def _topic(nodes: Sequence[Node], drawn: nx.Graph[str], documents: frozenset[str]) -> Topic:
    own = sorted((node for node in nodes if node.id in documents), key=lambda node: (-drawn.degree(node.id), node.id))
    others = sorted(
        ((node, int(drawn.degree(node.id))) for node in nodes if node.id not in documents),
        key=lambda pair: (-pair[1], pair[0].label),
    )
    counted = Counter(word for node in own for word in set(chunks_of(about(node.label))))
    words = sorted((word for word, count in counted.items() if count > 1), key=lambda word: (-counted[word], word))
    return Topic(tuple(own), tuple(words[:_WORDS]), tuple(others))
