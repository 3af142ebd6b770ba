"""Who has to do what: the load of each body, whole or by period, and tasks that nobody leads or several do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.errors import QueryError
from corpus.store import CommitmentRow, FactFilter, Rows, Store
from corpus.store.graph import PUBLIC, GraphStore
from corpus.store.graph_rows import Node
from kg.lookup import node_named

YEAR, QUARTER = "year", "quarter"
PERIODS = {YEAR: "按年度", QUARTER: "按季度"}
"""The periods by which a load can be told apart, and their Chinese names."""


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


@dataclass(frozen=True, slots=True)
class PeriodLoad:
    """What one body has to do in one period.

    Attributes:
        period: `2025`, or by quarter `2025-Q3`; None where no deadline is stated.
    """

    body: Node
    period: str | None
    leads: int
    joins: int


def load_by_period(
    store: Store, by: str = YEAR, limit: int = 100, name: str = "", visibility: Sequence[str] = PUBLIC
) -> tuple[PeriodLoad, ...]:
    """The load of bodies by the period of the deadline: by name, then by period, what is undated last.

    Args:
        store: of the corpus.
        by: `year` or `quarter`.
        limit: bodies, those that lead most.
        name: id, name or alias of the only body that is asked for; empty for all.
        visibility: of the documents that count.

    Raises:
        NotFoundError: if there is no such body.
        QueryError: if there is no such kind of period.
    """
    if by not in PERIODS:
        raise QueryError(f"没有“{by}”这种时段，可选：{'、'.join(PERIODS)}。")
    graph = GraphStore(store)
    asked = [node_named(graph, name, visibility)] if name else [node for node, *_ in graph.load(limit, visibility)]
    bodies = {node.id: node for node in asked}
    leads, joins = Counter[tuple[str, str | None]](), Counter[tuple[str, str | None]]()
    for body, deadline, leading, joining in graph.load_by_deadline(bodies, visibility):
        key = body, period_of(deadline, by)
        leads[key] += leading
        joins[key] += joining
    found = (PeriodLoad(bodies[key[0]], key[1], leads[key], joins[key]) for key in leads)
    return tuple(sorted(found, key=lambda one: (one.body.label, one.body.id, one.period is None, one.period or "")))


def period_of(deadline: str | None, by: str) -> str | None:
    """The year or quarter of a deadline; one that names no month stands under its year, never under a quarter."""
    if deadline is None:
        return None
    year, _, rest = deadline.partition("-")
    return f"{year}-Q{(int(rest[:2]) + 2) // 3}" if by == QUARTER and rest else year


def without_lead(
    store: Store, given: FactFilter | None = None, limit: int = 50, offset: int = 0
) -> Rows[CommitmentRow]:
    """Commitments that name bodies or none, but no lead."""
    return store.commitments(replace(given or FactFilter(), led=False), limit, offset)


def with_two_leads(store: Store, limit: int = 50, visibility: Sequence[str] = PUBLIC) -> tuple[CommitmentRow, ...]:
    """Commitments with more than one lead."""
    drawn = GraphStore(store)
    return drawn.commitments(drawn.with_several("led_by", limit, visibility))
