"""What the home page says of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.labels import GENRES


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many documents there are of each kind and year.

    Attributes:
        years: newest first.
        rows: kind, its word, one count a year, and the sum.
        totals: one sum a year.
    """

    years: tuple[int, ...]
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...]
    totals: tuple[int, ...]


def holdings(years: Sequence[tuple[int, Sequence[tuple[Any, int]]]], most: int = 6) -> Holdings:
    """The table of kinds by years.

    Args:
        years: each year with its kinds and their counts.
        most: how many years, the newest.
    """
    newest = sorted(years, reverse=True)[:most]
    counts = {year: dict(kinds) for year, kinds in newest}
    columns = tuple(counts)
    rows = []
    for genre, word in GENRES.items():
        each = tuple(counts[year].get(genre, 0) for year in columns)
        if any(each):
            rows.append((genre, word, each, sum(each)))
    return Holdings(columns, tuple(rows), tuple(sum(counts[year].values()) for year in columns))
