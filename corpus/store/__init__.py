"""The store: the only truth, on SQLAlchemy; every other package reads and writes documents through it."""

from corpus.store.rows import (
    Account,
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
)
from corpus.store.store import Store
from corpus.validity import Validity, Visibility

__all__ = [
    "Account",
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
