"""Topics: documents that go together because they cite the same papers and report the same indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from corpus.errors import QueryError
from corpus.store import Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Node
from kg.ontology import CITING
from kg.titles import about
from kg.wording import chunks_of

MOST = 500
"""Documents that are drawn, at most."""

_EDGES = 200
"""Edges drawn of one document."""

_COMMON = 0.5
"""What more than this share of the documents cite or name tells no topic."""

_MEASURED = 0.5
"""Weight of a tie to an indicator that a document reports; one to a paper that it cites has that of its edge."""

_WORDS = 5
_WORD = 4
"""Characters of a word that tells a topic, at least: 通知 and 答复 tell none."""

_SEED = 1


@dataclass(frozen=True, slots=True)
class Topic:
    """Documents of one topic.

    Attributes:
        documents: those with most ties first.
        words: object words that several of their titles have; else what the paper is about that most of them cite.
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
    ties = [(step.source, step.target, step.weight) for step in steps]
    ties += [(document, series, _MEASURED) for document in documents for series in graph.series_in(document)]
    drawn = _joined(ties, frozenset(documents))
    groups = nx.community.louvain_communities(drawn, weight="weight", seed=_SEED) if drawn else []
    nodes = graph.nodes(key for group in groups for key in group)
    found = [_topic([nodes[key] for key in group if key in nodes], drawn, frozenset(documents)) for group in groups]
    return tuple(sorted((one for one in found if len(one.documents) > 1), key=lambda one: -len(one.documents)))


def _joined(ties: Iterable[tuple[str, str, float]], documents: frozenset[str]) -> nx.Graph[str]:
    """The documents and what two or more of them cite or report, but not what almost all do."""
    drawn: nx.Graph[str] = nx.Graph()
    for source, target, weight in ties:
        drawn.add_edge(source, target, weight=weight)
    for key in [key for key in drawn if key not in documents]:
        joins = drawn.degree(key)
        if joins < 2 or joins > max(2, _COMMON * len(documents)):
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
    said = [word for word, count in counted.items() if count > 1 and len(word) >= _WORD]
    words = sorted(said, key=lambda word: (-counted[word], word)) or [_subject(node) for node, _ in others[:1]]
    return Topic(tuple(own), tuple(words[:_WORDS]), tuple(others))


def _subject(node: Node) -> str:
    """What a thing that documents share is about: an indicator's name without its unit, or a paper's subject."""
    return node.label.partition("（")[0] if node.kind == "series" else about(node.label)
