"""The engine for corpora that outgrow one machine, over an OpenSearch cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ZhengnuoError
from search import base, opensearch_schema
from search.base import NO_FILTERS, Engine, Place
from search.counts import Keys
from search.engine import Entry, Filters, Match, Page, Sort
from search.matching import Matching
from search.opensearch_cluster import Cluster, ClusterRefusedError
from search.opensearch_query import Json, OpenSearchAlgebra, bounded
from search.opensearch_reading import distinct, frequencies, hits_between
from search.opensearch_schema import text_to_entry
from search.opensearch_settings import read_settings
from search.opensearch_state import Snapshot, State, read_snapshot
from search.opensearch_turn import ClusterTurn, make_lease_index
from search.opensearch_writing import Names, Writing, remove_leftovers
from search.plan import Plan
from search.query import Query
from search.scoring import field_of, inverse_frequency
from search.weights import WEIGHTS, Weights

_LUCENE_BM25 = 2.2
"""From version 3 on OpenSearch leaves out the factor k1 + 1 of BM25, which all other engines have."""
_MOST_KNOWN = 200_000
"""Pairs whose worth is kept."""
_TRIES = 3
_MISSING = 404


@dataclass(frozen=True, slots=True)
class Found:
    """A query over the index at one moment."""

    snapshot: Snapshot
    query: Json


class OpenSearchEngine(Engine):
    """A `search.engine.SearchEngine` over an OpenSearch cluster, which variables `ZHENGNUO_OPENSEARCH_…` describe.

    Args:
        path: folder of indexes; of this engine it holds the lock of this machine's writers alone.
        words: names and terms of the corpus.
        aliases: pairs of equal wordings of the corpus.
        weights: of the parts of the ranking.

    Raises:
        ZhengnuoError: if the cluster is not described, does not answer or does not let this client in.
    """

    def __init__(
        self,
        path: Path,
        words: Iterable[str] = (),
        aliases: Iterable[tuple[str, str]] = (),
        weights: Weights = WEIGHTS,
    ) -> None:
        super().__init__(path / "opensearch", opensearch_schema.LAYOUT, words, aliases, weights)
        settings = read_settings(os.environ, path)
        self._cluster = Cluster(settings)
        self._scale = 1.0 if self._cluster.version() < 3 else _LUCENE_BM25
        self._names = Names(settings.index)
        self._lease = ClusterTurn(path / "opensearch.lock", self._cluster, self._names.lease)
        self.turn = self._lease
        self._writing: Writing | None = None
        self._values: tuple[str, dict[str, list[str]]] = ("", {})
        self._worth: tuple[tuple[str, int], dict[str, float]] = (("", 0), {})

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in, in place of what was indexed of their documents before."""
        return self._changes().add(entries)

    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""
        self._changes().remove(document)

    def clear(self) -> None:
        """Takes everything out: a new index is filled while the old one is searched, until the commit."""
        self._begin()
        if self._writing is not None:
            self._writing.undo()
        self._writing = self._new_changes(self.fresh_view(), fresh=True)

    def commit(self, revision: str | None = None) -> None:
        """Makes all changes visible, and lets the next writer in."""
        writing = self._changes()
        try:
            writing.commit(revision)
        except BaseException:
            self.rollback()
            raise
        self._writing = None
        self.turn.release()

    def rollback(self) -> None:
        """Forgets all changes since the last commit; what cannot be removed right now, the next writer removes."""
        if not self.turn.held:
            return
        writing, self._writing = self._writing, None
        try:
            if writing is not None:
                writing.undo()
        except ZhengnuoError:
            self._lease.abandon()
        else:
            self.turn.release()

    def close(self) -> None:
        """Lets go of locks and connections; uncommitted changes are lost."""
        super().close()
        self._cluster.close()

    def _begin(self) -> None:
        """Takes the turn, and removes what a writer that died left behind."""
        if self.turn.held:
            return
        make_lease_index(self._cluster, self._names.lease)
        self.turn.take()
        try:
            if self._lease.inherited:
                remove_leftovers(self._cluster, self._names, self.fresh_view())
        except BaseException:
            self._lease.abandon()
            raise

    def _changes(self) -> Writing:
        self._begin()
        if self._writing is None:
            seen = self.fresh_view()
            self._writing = self._new_changes(seen, fresh=not seen.index)
        return self._writing

    def _new_changes(self, seen: Snapshot, *, fresh: bool) -> Writing:
        made = State(analyser=_analyser_version(), layout=self.layout)
        return Writing(self._cluster, self._names, self._lease, self.analyser, seen, made if fresh else None)

    # -- state --------------------------------------------------------------------------------------------------------

    @property
    def needs_rebuild(self) -> bool:
        """Whether the index was made by another version of the analysis or with other fields."""
        snapshot = self.fresh_view()
        made = (snapshot.state.analyser, snapshot.state.layout)
        return bool(snapshot.index) and made != (_analyser_version(), self.layout)

    @property
    def revision(self) -> str:
        """The store revision that the index reflects; empty for a new index."""
        return self.fresh_view().state.revision

    @property
    def mark(self) -> str:
        """Differs with each commit, also with one that leaves the revision as it is."""
        snapshot = self.fresh_view()
        return f"{snapshot.index} {snapshot.state.mark}"

    def fresh_view(self) -> Snapshot:
        """The last commit of any process."""
        return read_snapshot(self._cluster, self._names.index)

    # -- reading ------------------------------------------------------------------------------------------------------

    def search(
        self,
        query: Query | str,
        filters: Filters = NO_FILTERS,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int = 20,
        offset: int = 0,
        match: Match = Match.AUTO,
        per_document: int = 0,
        expand: bool = True,
        facets: bool = True,
    ) -> Page:
        """The hits of a query; asked again where a rebuilt index has just taken the place of the one that was asked."""
        for left in reversed(range(_TRIES)):
            try:
                return super().search(
                    query,
                    filters,
                    sort=sort,
                    limit=limit,
                    offset=offset,
                    match=match,
                    per_document=per_document,
                    expand=expand,
                    facets=facets,
                )
            except ClusterRefusedError as error:
                if error.status != _MISSING or not left:
                    raise
        raise AssertionError

    def count(self) -> int:
        """Number of entries in the index."""
        snapshot = self._seen()
        return self.total(Found(snapshot, snapshot.seen({"match_all": {}})))

    def document_ids(self) -> frozenset[str]:
        """Ids of all documents in the index."""
        return frozenset(self._values_of(self._seen(), "document"))

    def exact(self, asked: Plan, filters: Filters) -> Found:
        """The query for clauses that contain all that is asked for."""
        snapshot = self._seen()
        matching = Matching(self._algebra(snapshot))
        return Found(snapshot, snapshot.seen(matching.narrowed(matching.exact(asked), filters)))

    def near(self, asked: Plan, filters: Filters, least: float) -> Found:
        """The query for clauses that contain at least this share of the words."""
        snapshot = self._seen()
        matching = Matching(self._algebra(snapshot))
        return Found(snapshot, snapshot.seen(matching.narrowed(matching.near(bounded(asked), least), filters)))

    def places(self, found: Found, asked: Plan, sort: Sort, limit: int, offset: int = 0) -> list[Place]:
        """The hits of a query in order."""
        query = found.query
        if sort == Sort.RELEVANCE:
            query = self._algebra(found.snapshot).ranked(query, asked, self.weights)
            self._look_up(found.snapshot, (*asked.ranking.pairs, *asked.ranking.characters))
        hits = hits_between(self._cluster, found.snapshot.index, query, sort, offset, offset + limit)
        entries = ((hit, text_to_entry(hit["_source"]["entry"])) for hit in hits)
        return [Place(hit["_score"] or 0.0, entry, entry.document) for hit, entry in entries]

    def load(self, found: Found, place: Place) -> Entry:  # noqa: ARG002 - the place says it all
        """The entry at a place, which came with it."""
        entry: Entry = place.address
        return entry

    def total(self, found: Found) -> int:
        """Number of clauses that a query finds."""
        if not found.snapshot.index:
            return 0
        answer = self._cluster.search(found.snapshot.index, {"size": 0, "track_total_hits": True, "query": found.query})
        return int(answer["hits"]["total"]["value"])

    def keys(self, found: Found) -> Keys:
        """The facet keys of all that a query finds."""
        counts = distinct(self._cluster, found.snapshot.index, found.query, "about", "departments")
        return Keys(counts["about"], tuple(counts["departments"]))

    def rarity(self, token: str) -> float:
        """The logarithm of how many times fewer entries have a character or a pair of them than not."""
        return self._look_up(self._seen(), (token,))[token]

    def _seen(self) -> Snapshot:
        """What this thread reads from."""
        snapshot: Snapshot = self.view()
        return snapshot

    def _look_up(self, snapshot: Snapshot, tokens: Sequence[str]) -> dict[str, float]:
        """Characters and pairs to what they are worth, among them those that are asked for.

        What is known is kept until the index has doubled, since the logarithm of a share hardly changes before.
        """
        size = (snapshot.index, snapshot.state.end.bit_length())
        known_size, worth = self._worth
        if known_size != size or len(worth) > _MOST_KNOWN:
            _, worth = self._worth = (size, {})
        missing = {token: field_of(token) for token in tokens if token not in worth}
        if missing:
            whole, counts = frequencies(self._cluster, snapshot.index, missing)
            worth.update((token, inverse_frequency(counts[token], whole)) for token in missing)
        return worth

    def _algebra(self, snapshot: Snapshot) -> OpenSearchAlgebra:
        return OpenSearchAlgebra(lambda name: self._values_of(snapshot, name), self._scale)

    def _values_of(self, snapshot: Snapshot, name: str) -> list[str]:
        """All values of a raw field, which are kept until the next commit."""
        mark, values = self._values
        if mark != snapshot.state.mark:
            mark, values = self._values = (snapshot.state.mark, {})
        if name not in values:
            everything = snapshot.seen({"match_all": {}})
            values[name] = list(distinct(self._cluster, snapshot.index, everything, name)[name])
        return values[name]


def _analyser_version() -> str:
    """The version that all engines say their indexes are made with."""
    return base.ANALYSER_VERSION  # type: ignore[attr-defined]  # the one place that engines share
