"""Who has to do what: the load of each body, and tasks that nobody leads or several do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.store import CommitmentRow, FactFilter, Rows, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Node


@dataclass(frozen=True, slots=True)
class Load:
    """What one body has to do."""

    body: Node
    leads: int
    joins: int


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
