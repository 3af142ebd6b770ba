"""The store: the only truth, on SQLAlchemy; every other package reads and writes documents through it."""

from corpus.store.rows import (
    Account,
    Acting,
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
    Tally,
    Twin,
)
from corpus.store.store import Store
from corpus.validity import Validity, Visibility

__all__ = [
    "Account",
    "Acting",
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
    "Tally",
    "Twin",
    "Validity",
    "Visibility",
]
