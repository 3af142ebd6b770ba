"""The store: the only truth, on SQLAlchemy; every other package reads and writes documents through it."""

from corpus.store.rows import (
    Bounds,
    CommitmentRow,
    DocumentFilter,
    DocumentRow,
    FactFilter,
    IndicatorRow,
    Outcome,
    QuarantineRow,
    Rows,
    Stored,
    Twin,
    Validity,
    Visibility,
)
from corpus.store.store import Store

__all__ = [
    "Bounds",
    "CommitmentRow",
    "DocumentFilter",
    "DocumentRow",
    "FactFilter",
    "IndicatorRow",
    "Outcome",
    "QuarantineRow",
    "Rows",
    "Store",
    "Stored",
    "Twin",
    "Validity",
    "Visibility",
]
