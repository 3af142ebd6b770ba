"""Names of a table that end at a place of a text, looked for by their last two characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def lengths_by_ending(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The last two characters of the names, and how long the names that end so are, longest first."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[-2:]].add(len(name))
    return {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()}
