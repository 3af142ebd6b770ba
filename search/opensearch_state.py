"""What of an OpenSearch index can be seen: a small document of it says so, and changing that document is the commit.

Each entry has a number. A search sees the entries below `end`, without those that a later entry of the same document
replaced. So a commit is seen whole or not at all, by every process, and what a writer that died left behind is never
seen.
"""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass, replace
from typing import Any

from search.opensearch_cluster import Cluster, ClusterRefusedError
from search.opensearch_query import Json, among

_STATE = "state"
_MISSING = 404
_CONFLICT = 409


@dataclass(frozen=True, slots=True)
class State:
    """What can be seen of an index.

    Attributes:
        end: number of the first entry that cannot be seen.
        since: number below which entries of the replaced documents cannot be seen either.
        replaced: ids of these documents.
        revision: store revision that the index reflects.
        analyser: version of the analysis that it was made with.
        layout: version of its fields.
        mark: differs with each commit.
    """

    end: int = 0
    since: int = 0
    replaced: tuple[str, ...] = ()
    revision: str = ""
    analyser: str = ""
    layout: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The index behind a name at one moment.

    Attributes:
        index: its own name; empty where there is no index yet.
        state: what of it can be seen.
        version: of the state's document, as `if_seq_no` and `if_primary_term` take it.
    """

    index: str = ""
    state: State = State()
    version: tuple[int, int] = (0, 0)

    def seen(self, query: Json) -> Json:
        """The entries of a query that can be seen."""
        held: Json = {"bool": {"filter": [query, {"range": {"sequence": {"lt": self.state.end}}}]}}
        if self.state.replaced:
            held["bool"]["must_not"] = [self.unseen()]
        return held

    def unseen(self) -> Json:
        """The entries that were replaced."""
        older = {"range": {"sequence": {"lt": self.state.since}}}
        return {"bool": {"filter": [among("document", self.state.replaced), older]}}


def read_snapshot(cluster: Cluster, name: str) -> Snapshot:
    """The index behind a name, or one of its own name, as of the last commit."""
    answer = cluster.send("GET", f"/{name}/_doc/{_STATE}", accept=(_MISSING,))
    body = answer.body
    if answer.status == _MISSING:
        return Snapshot()
    return Snapshot(body["_index"], _state(body["_source"]["state"]), (body["_seq_no"], body["_primary_term"]))


def write_state(cluster: Cluster, index: str, state: State, version: tuple[int, int] | None) -> None:
    """Makes a state that of an index.

    Args:
        cluster: where.
        index: its own name.
        state: from now on.
        version: that the state has so far; None for a new index.

    Raises:
        ClusterRefusedError: if the state has been changed by another writer, with status 409.
    """
    marked = replace(state, mark=uuid.uuid4().hex)
    path = f"/{index}/_doc/{_STATE}"
    if version:
        path += f"?if_seq_no={version[0]}&if_primary_term={version[1]}"
    answer = cluster.write("PUT", path, {"state": asdict(marked)}, accept=(_CONFLICT,))
    if answer.status == _CONFLICT and read_snapshot(cluster, index).state != marked:  # else sent twice, done once
        raise ClusterRefusedError(_CONFLICT, "索引在写入期间已被另一台机器改动，请重试")


def _state(kept: dict[str, Any]) -> State:
    return State(**{**kept, "replaced": tuple(kept["replaced"])})
