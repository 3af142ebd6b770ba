"""What hits can be narrowed by, counted in documents; shared by the engines, which only say which keys were hit.

An index keeps with each entry one key that holds its document and all its values, and one key for each department.
From the distinct keys of the hits all counts follow exactly, whatever the number of clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import itemgetter

from search.engine import Entry, Facet, Filters
from search.stored import KINDS

SEPARATOR = "\x1f"
FACETS = ("genre", "issuer", "region", "year", "validity", "department", "kind")
"""Names of the facets, in the order of the page."""
_SINGLE = ("genre", "region", "year", "validity")


def about_key(entry: Entry) -> str:
    """The key of an entry: its document, and all values but the departments."""
    kinds = "".join("1" if kind in entry.kinds else "0" for kind in KINDS)
    values = (entry.document, entry.genre, entry.region, entry.year, entry.validity.value, entry.issuer, kinds)
    return SEPARATOR.join("" if value is None else str(value) for value in values)


def department_keys(entry: Entry) -> tuple[str, ...]:
    """The keys of an entry for its departments."""
    return tuple(f"{name}{SEPARATOR}{entry.document}" for name in entry.departments)


def count_facets(about: Iterable[str], departments: Iterable[str], filters: Filters) -> dict[str, tuple[Facet, ...]]:
    """The facets of the hits.

    Args:
        about: the distinct keys of `about_key` among the hits.
        departments: the distinct keys of `department_keys` among the hits.
        filters: what is chosen already, which stays listed at 0.
    """
    seen: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in FACETS}
    for key in about:
        document, *single, issuers, kinds = key.split(SEPARATOR)
        for name, value in zip(_SINGLE, single, strict=True):
            seen[name][value].add(document)
        for issuer in issuers.split("、"):
            seen["issuer"][issuer].add(document)
        for kind, flag in zip(KINDS, kinds, strict=True):
            if flag == "1":
                seen["kind"][kind].add(document)
    for key in departments:
        name, document = key.split(SEPARATOR)
        seen["department"][name].add(document)
    return listed_facets({name: _sizes(values) for name, values in seen.items()}, filters)


def listed_facets(counts: Mapping[str, Mapping[str, int]], filters: Filters) -> dict[str, tuple[Facet, ...]]:
    """The facets, most frequent values first, what is chosen listed even at 0.

    Args:
        counts: name of a facet to its values to the documents that have a hit of it.
        filters: what is chosen already.
    """
    return {name: _listed(counts.get(name, {}), chosen) for name, chosen in chosen_values(filters).items()}


def chosen_values(filters: Filters) -> dict[str, frozenset[str]]:
    """Name of each facet to the values that are chosen."""
    picked = {
        "genre": filters.genres,
        "issuer": filters.issuers,
        "region": filters.regions,
        "year": filters.years,
        "validity": filters.validities,
        "department": (*filters.departments, *filters.acting),
        "kind": filters.kinds,
    }
    return {name: frozenset(map(str, picked[name])) for name in FACETS}


def _sizes(values: Mapping[str, set[str]]) -> dict[str, int]:
    return {value: len(documents) for value, documents in values.items()}


def _listed(counts: Mapping[str, int], chosen: frozenset[str]) -> tuple[Facet, ...]:
    kept = {value: count for value, count in counts.items() if value and count}
    kept |= dict.fromkeys(chosen - kept.keys(), 0)
    ordered = sorted(sorted(kept.items()), key=itemgetter(1), reverse=True)  # equal ones stay in order
    return tuple(Facet(value, count, value in chosen) for value, count in ordered)
