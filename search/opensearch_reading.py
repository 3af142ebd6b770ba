"""Long answers of a cluster, fetched piece by piece: hits to the last one, values to the last one."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

from search.engine import Sort
from search.opensearch_cluster import Cluster, ClusterRefusedError, json_bytes
from search.opensearch_query import Json

_WINDOW = 10_000
"""Hits of one answer; a cluster refuses more."""
_VALUES = 30_000
"""Values of one field in one answer; a cluster refuses more than 65,535 in all."""
_FIRST: dict[Sort, Json] = {
    Sort.RELEVANCE: {"_score": {"order": "desc"}},
    Sort.NEWEST: {"newest": {"order": "desc", "unmapped_type": "integer"}},
    Sort.OLDEST: {"oldest": {"order": "asc", "unmapped_type": "integer"}},
}
_THEN: Json = {"sequence": {"order": "asc"}}
"""Equal hits in the order in which they were taken in."""


def hits_between(cluster: Cluster, index: str, query: Json, sort: Sort, first: int, last: int) -> list[Json]:
    """The hits from the `first` (from 0) until before the `last`, in order, however many there are."""
    if not index:
        return []
    parameters = {"preference": f"{zlib.crc32(json_bytes(query)):08x}"}  # the same copies for each page of a query
    if sort == Sort.RELEVANCE:
        parameters["search_type"] = "dfs_query_then_fetch"  # one rarity of a word for all shards
    body: Json = {"query": query, "sort": [_FIRST[sort], _THEN], "track_total_hits": False}
    found: list[Json] = []
    at = 0
    while at < last:
        skipped = at + _WINDOW <= first
        size = min(_WINDOW, last - at)
        answer = cluster.search(index, body | {"size": size, "_source": not skipped}, **parameters)
        hits: list[Json] = answer["hits"]["hits"]
        found += hits[max(first - at, 0) :]
        if len(hits) < size:
            break
        at += size
        body["search_after"] = hits[-1]["sort"]
    return found


def distinct(cluster: Cluster, index: str, query: Json, *names: str) -> dict[str, dict[str, int]]:
    """Name of a field to its values in all entries of a query, each with the number of entries that have it."""
    found: dict[str, dict[str, int]] = {name: {} for name in names}
    left: dict[str, Json] = {name: {} for name in names} if index else {}
    while left:
        counts = {name: {"composite": _page(name) | after} for name, after in left.items()}
        answer = cluster.search(index, {"size": 0, "track_total_hits": False, "query": query, "aggs": counts})
        left = {}
        for name, counted in answer["aggregations"].items():
            buckets: list[dict[str, Any]] = counted["buckets"]
            found[name].update((bucket["key"]["value"], bucket["doc_count"]) for bucket in buckets)
            if len(buckets) == _VALUES:
                left[name] = {"after": counted["after_key"]}
    return found


def frequencies(cluster: Cluster, index: str, tokens: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The number of all entries, and token to the number of those that have it; what is hidden counts as well.

    Where there is no index yet, nothing is asked: a request without its name would be one to all indexes.

    Args:
        cluster: where to ask.
        index: which one.
        tokens: each with the field that it is looked for in.
    """
    if not index:
        return 0, dict.fromkeys(tokens, 0)
    queries: list[Json] = [{"match_all": {}}, *({"term": {field: token}} for token, field in tokens.items())]
    counted = ({"size": 0, "track_total_hits": True, "query": query} for query in queries)
    lines = b"".join(b"{}\n" + json_bytes(search) + b"\n" for search in counted)
    answers = cluster.send("POST", f"/{index}/_msearch", lines).body["responses"]
    whole, *counts = (_counted(answer) for answer in answers)
    return whole, dict(zip(tokens, counts, strict=True))


def _counted(answer: Json) -> int:
    if "hits" not in answer:
        raise ClusterRefusedError(int(answer["status"]), str(answer["error"].get("reason")))
    return int(answer["hits"]["total"]["value"])


def _page(name: str) -> Json:
    return {"size": _VALUES, "sources": [{"value": {"terms": {"field": name}}}]}
