"""Of which documents the hits of a search are, as engines tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from search.engine import Facet, Filters
from search.facets import SEPARATOR, count_facets


class Counts(Protocol):
    """Of which documents the hits of a search are."""

    @property
    def documents(self) -> int:
        """Documents with a hit."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """Chinese sentences on what was not counted."""
        ...

    def hits_in(self, document: str) -> int:
        """Hits in a document."""
        ...

    def facets(self, filters: Filters) -> dict[str, tuple[Facet, ...]]:
        """What the hits can be narrowed by, and what they are narrowed to."""
        ...


@dataclass(frozen=True)
class Keys:
    """The same for engines that keep the facet keys of each entry.

    Attributes:
        about: key of `facets.about_key` to the number of hits that have it.
        departments: distinct keys of `facets.department_keys`.
    """

    about: Mapping[str, int]
    departments: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @cached_property
    def by_document(self) -> Mapping[str, int]:
        """Id of each document to its hits."""
        counts: Counter[str] = Counter()
        for key, number in self.about.items():
            counts[key[: key.index(SEPARATOR)]] += number
        return counts

    @property
    def documents(self) -> int:
        """Documents with a hit."""
        return len(self.by_document)

    def hits_in(self, document: str) -> int:
        """Hits in a document."""
        return self.by_document.get(document, 0)

    def facets(self, filters: Filters) -> dict[str, tuple[Facet, ...]]:
        """What the hits can be narrowed by, and what they are narrowed to."""
        return count_facets(self.about, self.departments, filters)
