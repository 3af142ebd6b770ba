"""The default engine, over Tantivy."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from search import tantivy_schema
from search.base import Engine, Keys, Place
from search.engine import Entry, Filters, Sort
from search.matching import Matching
from search.plan import Plan
from search.scoring import field_of, inverse_frequency
from search.stored import bytes_to_entry
from search.tantivy_query import TantivyAlgebra
from search.weights import WEIGHTS, Weights

_HEAP = 96_000_000
"""Bytes that a writer may fill before it writes a segment."""
_MOST_KEYS = 60_000
"""Distinct facet keys that are counted; beyond them the most frequent ones are."""
_EVERYTHING = 10_000_000


class TantivyEngine(Engine):
    """A `search.engine.SearchEngine` over Tantivy.

    Args:
        path: folder of indexes; this engine's lies in it.
        words: names and terms of the corpus.
        aliases: pairs of equal wordings of the corpus.
        weights: of the parts of the ranking.
    """

    def __init__(
        self,
        path: Path,
        words: Iterable[str] = (),
        aliases: Iterable[tuple[str, str]] = (),
        weights: Weights = WEIGHTS,
    ) -> None:
        super().__init__(path / "tantivy", tantivy_schema.LAYOUT, words, aliases, weights)
        self._fields = tantivy_schema.schema()
        self._writer: Any = None
        self._index = self._open()
        self._searched: Any = None
        self._generation: int | None = None
        self._values: dict[str, list[str]] = {}

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in, in place of what was indexed of their documents before."""
        writer = self._writing()
        replaced: set[str] = set()
        number = 0
        for entry in entries:
            if entry.document not in replaced:
                writer.delete_documents_by_term("document", entry.document)
                replaced.add(entry.document)
            writer.add_document(tantivy_schema.document(entry, self.analyser))
            number += 1
        return number

    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""
        self._writing().delete_documents_by_term("document", document)

    def clear(self) -> None:
        """Takes everything out."""
        self._writing().delete_all_documents()

    def commit(self, revision: str | None = None) -> None:
        """Makes all changes visible, and lets the next writer in."""
        writer = self._writing()
        try:
            writer.commit()
            self.keep_state(revision)
        finally:
            self._finish()

    def rollback(self) -> None:
        """Forgets all changes since the last commit."""
        if self.turn.held:
            try:
                if self._writer is not None:
                    self._writer.rollback()
            finally:
                self._finish()

    def _writing(self) -> Any:
        self.turn.take()
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer

    def _finish(self) -> None:
        """Ends a turn; merges under way are waited for, or small commits would pile up segments without end."""
        writer, self._writer = self._writer, None
        try:
            if writer is not None:
                writer.wait_merging_threads()
        finally:
            self.turn.release()

    def _open(self) -> tantivy.Index:
        """The index in the folder; one of other fields, which cannot be read, is made anew."""
        try:
            index = tantivy.Index(self._fields, str(self.folder), reuse=True)
        except ValueError:
            self.turn.take()
            try:
                shutil.rmtree(self.folder)
                self.folder.mkdir()
                self.forget_state()
                index = tantivy.Index(self._fields, str(self.folder), reuse=True)
            finally:
                self.turn.release()
        tantivy_schema.register_tokenizers(index)
        return index

    # -- reading ------------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Number of entries in the index."""
        return int(self.view().num_docs)

    def document_ids(self) -> frozenset[str]:
        """Ids of all documents in the index."""
        searcher = self.view()
        terms = searcher.terms_with_prefix("document", "", tantivy.Query.all_query())
        return frozenset(term for term, _ in terms)

    def exact(self, asked: Plan, filters: Filters) -> tantivy.Query:
        """The query for clauses that contain all that is asked for."""
        matching = Matching(self._algebra())
        return matching.narrowed(matching.exact(asked), filters)

    def near(self, asked: Plan, filters: Filters, least: float) -> tantivy.Query:
        """The query for clauses that contain at least this share of the words."""
        matching = Matching(self._algebra())
        return matching.narrowed(matching.near(asked, least), filters)

    def places(self, found: tantivy.Query, asked: Plan, sort: Sort, limit: int, offset: int = 0) -> list[Place]:
        """The hits of a query in order."""
        searcher = self.view()
        match sort:
            case Sort.RELEVANCE:
                ranked = self._algebra().ranked(found, asked, self.weights)
                result = searcher.search(ranked, limit, count=False, offset=offset, weight_by_field="weight")
            case Sort.NEWEST:
                result = searcher.search(found, limit, count=False, offset=offset, order_by_field="newest")
            case Sort.OLDEST:
                order = tantivy.Order.Asc
                result = searcher.search(found, limit, count=False, offset=offset, order_by_field="oldest", order=order)
        addresses = [address for _, address in result.hits]
        groups = searcher.fast_field_values("group", addresses)
        scores = [score if sort == Sort.RELEVANCE else 0.0 for score, _ in result.hits]
        return [Place(*each) for each in zip(scores, addresses, groups, strict=True)]

    def load(self, place: Place) -> Entry:
        """The entry at a place."""
        kept = self.view().doc(place.address).get_first("entry")
        return bytes_to_entry(bytes(kept))

    def total(self, found: tantivy.Query) -> int:
        """Number of clauses that a query finds."""
        return int(self.view().search(found, 1).count)

    def keys(self, found: tantivy.Query) -> Keys:
        """The facet keys of all that a query finds."""
        wanted = {name: {"terms": {"field": name, "size": _MOST_KEYS}} for name in ("about", "departments")}
        answer = self.view().aggregate(found, wanted)
        about = {bucket["key"]: bucket["doc_count"] for bucket in answer["about"]["buckets"]}
        return Keys(about, tuple(bucket["key"] for bucket in answer["departments"]["buckets"]))

    def _algebra(self) -> TantivyAlgebra:
        return TantivyAlgebra(self._fields, self._all_values)

    def rarity(self, token: str) -> float:
        """The logarithm of how many times fewer entries have a character or a pair of them than not."""
        searcher = self.view()
        return inverse_frequency(searcher.doc_freq(field_of(token), token), searcher.num_docs)

    def fresh_view(self) -> Any:
        """A searcher of the last commit of any process."""
        generation = (self.folder / "meta.json").stat().st_mtime_ns
        if generation != self._generation:
            self._index.reload()
            self._searched, self._values = self._index.searcher(), {}
            self._generation = generation
        return self._searched

    def _all_values(self, name: str) -> list[str]:
        """All values of a raw field."""
        searcher = self.view()
        if name not in self._values:
            self._values[name] = [term for term, _ in searcher.terms_with_prefix(name, "", limit=_EVERYTHING)]
        return self._values[name]
