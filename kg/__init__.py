"""What joins documents: bodies, the graph, citations, promises and what became of them, indicators over time.

The graph is kept in the store and follows it: `update` takes in what changed, `rebuild` makes it anew. Everything
else asks: `queries` for entities and paths, `ledger` for indicators, `chain` for outcomes, `tracking` for deadlines.
"""

from kg.update import rebuild, update

__all__ = ["rebuild", "update"]
