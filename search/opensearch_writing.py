"""One writer's turn at an OpenSearch index: what it sends can be seen by nobody until it is committed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from search import opensearch_schema
from search.engine import Entry
from search.opensearch_bulk import Bulk
from search.opensearch_cluster import Cluster
from search.opensearch_query import Json, among
from search.opensearch_state import Snapshot, State, read_snapshot, write_state
from search.opensearch_turn import ClusterTurn
from search.tokenizer import Analyser

_MISSING = 404
_ASKED_AT_ONCE = 10_000
"""Documents that are looked up in one request."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of what belongs to one index.

    Attributes:
        index: by which it is searched; an alias.
    """

    index: str

    @property
    def pattern(self) -> str:
        """What the names of the indexes behind the alias match."""
        return f"{self.index}.v-*"

    @property
    def template(self) -> str:
        """Of the template of these indexes."""
        return f"{self.index}.template"

    @property
    def lease(self) -> str:
        """Of the index that the writers' lease is kept in."""
        return f"{self.index}.turn"

    def fresh(self) -> str:
        """A name for a further index behind the alias."""
        return f"{self.index}.v-{uuid.uuid4().hex[:12]}"


class Writing:
    """The changes of one turn.

    Args:
        cluster: where.
        names: of the index.
        turn: held by this thread.
        analyser: cuts the entries.
        seen: the index as it is before the changes.
        made: what a new index says of itself, which is filled and takes the place of the old one by the commit; None
            to change the index as it is.
    """

    def __init__(
        self,
        cluster: Cluster,
        names: Names,
        turn: ClusterTurn,
        analyser: Analyser,
        seen: Snapshot,
        made: State | None,
    ) -> None:
        self._cluster = cluster
        self._names = names
        self._turn = turn
        self._analyser = analyser
        self._seen = seen
        self._made = made
        self._index = _make_index(cluster, names) if made else seen.index
        self._start = 0 if made else seen.state.end
        self._next = self._start
        self._bulk = Bulk(cluster, self._index)
        self._sent: dict[str, list[int]] = {}

    def add(self, entries: Iterable[Entry]) -> int:
        """Sends entries, in place of what was added of their documents before; gives their number."""
        begun = self._next
        met: set[str] = set()
        for entry in entries:
            if entry.document not in met:
                met.add(entry.document)
                self.remove(entry.document)
            self._turn.renew()
            self._bulk.put(str(self._next), opensearch_schema.document(entry, self._next, self._analyser))
            self._sent[entry.document].append(self._next)
            self._next += 1
        return self._next - begun

    def remove(self, document: str) -> None:
        """Takes out what was sent of a document; what was there before is hidden by the commit."""
        self._turn.renew()
        for number in self._sent.get(document, ()):
            self._bulk.delete(str(number))
        self._sent[document] = []

    def commit(self, revision: str | None) -> None:
        """Lets all changes be seen."""
        self._turn.renew()
        self._bulk.flush()
        old = self._seen.state
        if not self._made and old.replaced:
            delete_by_query(self._cluster, self._index, self._seen.unseen())
        self._cluster.write("POST", f"/{self._index}/_refresh")
        state = replace(
            self._made or old,
            end=self._next,
            since=self._start,
            replaced=() if self._made else tuple(self._replaced()),
            revision=old.revision if revision is None else revision,
        )
        self._turn.renew()
        write_state(self._cluster, self._index, state, None if self._made else self._seen.version)
        if self._made:
            self._switch()

    def undo(self) -> None:
        """Removes what was sent, unless the commit went through although nobody said so."""
        if self._made:
            if read_snapshot(self._cluster, self._names.index).index != self._index:
                self._cluster.write("DELETE", f"/{self._index}", accept=(_MISSING,))
        elif self._sent:
            seen = read_snapshot(self._cluster, self._index)
            write_state(self._cluster, self._index, seen.state, seen.version)  # a commit under way fails from here on
            _remove_unseen(self._cluster, seen)

    def _replaced(self) -> Iterator[str]:
        """The changed documents of which there was something before."""
        changed = list(self._sent)
        for at in range(0, len(changed) if self._start else 0, _ASKED_AT_ONCE):
            asked = self._seen.seen(among("document", changed[at : at + _ASKED_AT_ONCE]))
            counts = {"names": {"terms": {"field": "document", "size": _ASKED_AT_ONCE}}}
            answer = self._cluster.search(self._index, {"size": 0, "query": asked, "aggs": counts})
            yield from (bucket["key"] for bucket in answer["aggregations"]["names"]["buckets"])

    def _switch(self) -> None:
        """Puts the filled index in the place of the old one, in one step."""
        actions: list[Json] = [{"add": {"index": self._index, "alias": self._names.index}}]
        if self._seen.index:
            actions.append({"remove_index": {"index": self._seen.index}})
        answer = self._cluster.write("POST", "/_aliases", {"actions": actions}, accept=(_MISSING,))
        if answer.status == _MISSING and read_snapshot(self._cluster, self._names.index).index != self._index:
            self._cluster.write("POST", "/_aliases", {"actions": actions[:1]})


def remove_leftovers(cluster: Cluster, names: Names, seen: Snapshot) -> None:
    """Removes what a writer that died left: entries that were never committed, and indexes that were never used."""
    answer = cluster.write("GET", f"/{names.pattern}/_alias")
    for index in answer.body:
        if index != seen.index:
            cluster.write("DELETE", f"/{index}", accept=(_MISSING,))
    if seen.index:
        _remove_unseen(cluster, seen)


def delete_by_query(cluster: Cluster, index: str, query: Json) -> None:
    """Deletes all entries that a query finds."""
    cluster.write("POST", f"/{index}/_refresh")
    cluster.write("POST", f"/{index}/_delete_by_query?conflicts=proceed&refresh=true", {"query": query})


def _remove_unseen(cluster: Cluster, seen: Snapshot) -> None:
    delete_by_query(cluster, seen.index, {"range": {"sequence": {"gte": seen.state.end}}})


def _make_index(cluster: Cluster, names: Names) -> str:
    """A new index by the template of the day, with as many copies as there are nodes for; gives its name.

    It is waited for the copies, since what is written before they stand is lost with its node.
    """
    body = opensearch_schema.template(cluster.settings, names.pattern)
    cluster.write("PUT", f"/_index_template/{names.template}", body)
    nodes = int(cluster.write("GET", "/_cluster/health").body["number_of_data_nodes"])
    copies = max(min(cluster.settings.replicas + 1, nodes), 1)
    index = names.fresh()
    answer = cluster.write("PUT", f"/{index}?wait_for_active_shards={copies}", accept=(400,))
    if answer.status == 400:  # sent twice, made once
        cluster.write("GET", f"/{index}")
    return index
