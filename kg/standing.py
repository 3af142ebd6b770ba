"""What holds, written where lists and the index read it, so that they say the same as a document's own page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.store import Store
from corpus.store.graph import GraphStore
from kg.citations import standing_of
from kg.update import update, version

MOST = 1000
"""Documents that one document repeals, at most."""


def follow(store: Store, since: int, today: date) -> int:
    """Brings the graph up to the store, and the validity of documents up to the graph; gives how many changed.

    Looked at are the documents that changed, those that they repeal or repealed before, and those whose stated last
    day has passed; with other rules of the graph, all.

    Args:
        store: whose graph and documents are meant.
        since: revision of the store from which on documents count as changed.
        today: the day that is asked for.
    """
    graph = GraphStore(store)
    changed = [key for key, _ in store.changed_since(since if graph.state()[1] == version() else 0)]
    before = _repealed(graph, changed)
    update(store)
    touched = {*changed, *before, *_repealed(graph, changed), *store.lapsed(today)}
    return sum(_settle(store, key, today) for key in sorted(touched))


def _repealed(graph: GraphStore, documents: Iterable[str]) -> set[str]:
    """The documents that some documents repeal, as the graph has it."""
    by = set(documents)
    edges = graph.around(by, MOST, ("repeals",))
    targets = {edge.target for edge in edges if edge.source in by}
    return {key for key, node in graph.nodes(targets).items() if node.kind == "document"}


def _settle(store: Store, document: str, today: date) -> bool:
    return store.set_validity(document, standing_of(store, store.get(document), today).validity)
