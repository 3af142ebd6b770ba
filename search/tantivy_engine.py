"""The default engine, over Tantivy."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Iterable
from typing import Any

import tantivy

from search import tantivy_schema
from search.base import NO_FILTERS, FolderEngine, Place
from search.engine import Entry, Filters, Sort
from search.facets import SEPARATOR
from search.plan import Plan
from search.tantivy_bulk import Preparation, Ready, give_memory_back
from search.tantivy_counts import MOST_KEYS, Tally, about
from search.tantivy_query import TantivyMatching, expected, likely, ranked
from search.tantivy_view import Found, View

_HEAP = 256_000_000
"""Bytes that a writer may fill before it writes a segment; it takes no more than what it was given needs."""


class TantivyEngine(FolderEngine):
    """A `search.engine.SearchEngine` over Tantivy; see `search.base.FolderEngine` for its arguments."""

    NAME = "tantivy"
    LAYOUT = tantivy_schema.LAYOUT

    def begin(self) -> None:
        """Opens the index, with nothing to be written yet."""
        self._fields = tantivy_schema.schema()
        self._writer: Any = None
        self._preparation: Preparation | None = None
        self._numbered: deque[tuple[int, str | None]] = deque()
        self._added: set[str] = set()
        self._next = 0
        self._index = self._open()
        self._seen: View | None = None
        self._generation: int | None = None

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in, in place of what was indexed of their documents before."""
        self._writing()
        numbers: dict[str, int] = {}
        count = 0
        for entry in entries:
            count += 1
            row = None
            if entry.document not in numbers:
                numbers[entry.document] = self._begun(entry.document)
                row = f"{numbers[entry.document]}{SEPARATOR}{about(entry)}"
            self._numbered.append((numbers[entry.document], row))
            self._take(self._ready().put(entry))
        return count

    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""
        self._arrive()
        self._writing().delete_documents_by_term("document", document)

    def clear(self) -> None:
        """Takes everything out."""
        self._arrive()
        self._writing().delete_all_documents()

    def commit(self, revision: str | None = None) -> None:
        """Makes all changes visible, and lets the next writer in."""
        writer = self._writing()
        try:
            self._arrive()
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
            self._next = self.fresh_view().documents.next
        return self._writer

    def _begun(self, document: str) -> int:
        """A number for a document that is to be taken in, in place of what there is of it."""
        if document in self._added:
            self._arrive()
        if document in self._added or document in self.fresh_view().documents.numbers:
            self._writer.delete_documents_by_term("document", document)
        self._added.add(document)
        self._next += 1
        return self._next - 1

    def _ready(self) -> Preparation:
        """What makes entries ready with the words known now."""
        if self._preparation is None or self._preparation.analyser is not self.analyser:
            self._arrive()
            self._preparation = Preparation(self.analyser)
        return self._preparation

    def _take(self, ready: Iterable[Ready]) -> None:
        for entry, made in ready:
            self._writer.add_json(tantivy_schema.document(entry, made, *self._numbered.popleft()))

    def _arrive(self) -> None:
        """Waits for what is still being made ready."""
        if self._preparation is not None:
            self._take(self._preparation.rest())

    def _finish(self) -> None:
        """Ends a turn; merges under way are waited for, or small commits would pile up segments without end."""
        writer, self._writer = self._writer, None
        preparation, self._preparation = self._preparation, None
        self._numbered.clear()
        self._added.clear()
        try:
            if preparation is not None:
                preparation.close()
            if writer is not None:
                writer.wait_merging_threads()
            if preparation is not None and preparation.was_much:
                give_memory_back()
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
        return int(self.view().searcher.num_docs)

    def document_ids(self) -> frozenset[str]:
        """Ids of all documents in the index."""
        terms = self.view().searcher.terms_with_prefix("document", "", tantivy.Query.all_query())
        return frozenset(term for term, _ in terms)

    def exact(self, asked: Plan, filters: Filters) -> Found:
        """The clauses that contain all that is asked for."""
        return self._found(asked, filters, None)

    def near(self, asked: Plan, filters: Filters, least: float) -> Found:
        """The clauses that contain at least this share of the words."""
        return self._found(asked, filters, least)

    def places(self, found: Found, asked: Plan, sort: Sort, limit: int, offset: int = 0) -> list[Place]:
        """The hits in order."""
        view = self.view()
        match sort:
            case Sort.RELEVANCE:
                query = ranked(found, asked, self.weights, view)
                wanted = max(limit, MOST_KEYS) if found.may_be_few and not offset else limit
                result = view.searcher.search(query, wanted, offset=offset, weight_by_field="weight")
            case Sort.NEWEST:
                result = view.searcher.search(found.query, limit, offset=offset, order_by_field="newest")
            case Sort.OLDEST:
                order = tantivy.Order.Asc
                result = view.searcher.search(found.query, limit, offset=offset, order_by_field="oldest", order=order)
        found.total, hits = result.count, result.hits
        if found.total == len(hits):
            found.addresses = [address for _, address in hits]
        addresses = [address for _, address in hits[:limit]]
        groups = view.searcher.fast_field_values("group", addresses)
        scores = [score if sort == Sort.RELEVANCE else 0.0 for score, _ in hits[:limit]]
        return [Place(*each) for each in zip(scores, addresses, groups, strict=True)]

    def ordered(
        self, found: Found, asked: Plan, sort: Sort, limit: int, offset: int = 0, *, by_document: bool = False
    ) -> list[Place]:
        """The hits in order, the best of them as a second look at them has it; kept for the next page."""
        key = (sort, limit, offset, by_document, self.weights)
        if key not in found.ordered:
            found.ordered[key] = super().ordered(found, asked, sort, limit, offset, by_document=by_document)
        return found.ordered[key]

    def load(self, found: Found, place: Place) -> Entry:
        """The entry at a place."""
        return self.view().entry(found, place.address)

    def foresee_keys(self, found: Found) -> None:
        """Begins to find out of which documents they are, where that takes long."""
        self.view().begin_counting(found)

    def total(self, found: Found) -> int:
        """Number of clauses found."""
        return self.view().total(found)

    def keys(self, found: Found) -> Tally:
        """Of which documents they are."""
        return self.view().counts(found)

    def _found(self, asked: Plan, filters: Filters, least: float | None) -> Found:
        """What is found, exactly where `least` is None; as it is known already from the page before, if it is."""
        view = self.view()

        def make() -> Found:
            matching = TantivyMatching(view)
            query = matching.exact(asked) if least is None else matching.near(asked, least)
            number = likely(asked, view) if least is None else view.searcher.num_docs
            broad = expected(asked, view) if least is None and filters == NO_FILTERS else 0
            return Found(matching.narrowed(query, filters), number, broad, least)

        needles = tuple(asked.needles.items())
        return view.found((asked.root, needles, asked.ranking, filters, least), make)

    def rarity(self, token: str) -> float:
        """The logarithm of how many times fewer entries have a character or a pair of them than not."""
        return self.view().rarity(token)

    def view(self) -> View:
        """What is read from."""
        seen: View = super().view()
        return seen

    def fresh_view(self) -> View:
        """The last commit of any process."""
        generation = (self.folder / "meta.json").stat().st_mtime_ns
        if self._seen is None or generation != self._generation:
            self._index.reload()
            self._seen = View(self._fields, self._index.searcher(), self._seen)
            self._generation = generation
        return self._seen
