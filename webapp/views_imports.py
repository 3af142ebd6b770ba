"""Files that were put aside, by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from corpus.store import QuarantineRow


def reason_counts(rows: Iterable[QuarantineRow]) -> tuple[tuple[str, int], ...]:
    """Each reason with the number of files, most first."""
    return tuple(Counter(row.reason for row in rows).most_common())
