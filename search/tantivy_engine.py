"""The default engine, over Tantivy."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import tantivy

from search import tantivy_schema
from search.base import NO_FILTERS, FolderEngine, Place
from search.engine import Entry, Filters, Sort
from search.facets import SEPARATOR
from search.plan import Plan
from search.state import State
from search.tantivy_best import Best, best, surely_best
from search.tantivy_bulk import Preparation, Ready, give_memory_back
from search.tantivy_counts import MOST_KEYS, Tally
from search.tantivy_documents import NO_PARTS, about, parts_of
from search.tantivy_query import TantivyMatching, expected, is_doubtful, likely, ranked, spread
from search.tantivy_versions import Version, earlier_version, folder_in, open_own, remove_others
from search.tantivy_view import Found, View

_HEAP = 256_000_000
"""Bytes that the writer may fill before it lays down a part of the index; it takes no more than is needed.

Two writing threads were no faster: segmentation takes the other processor.
"""


class TantivyEngine(FolderEngine):
    """A `search.engine.SearchEngine` over Tantivy; see `search.base.FolderEngine` for its arguments.

    An index of an earlier layout is searched until the first commit of the one that is filled in its place.
    """

    NAME = "tantivy"
    LAYOUT: ClassVar[str] = tantivy_schema.LAYOUT

    @classmethod
    def folder_in(cls, path: Path) -> Path:
        """The folder of the index of this layout."""
        return folder_in(path, cls.LAYOUT)

    def begin(self) -> None:
        """Opens the index, with nothing to be written yet."""
        self._writer: Any = None
        self._preparation: Preparation | None = None
        self._numbered: deque[tuple[int, str | None]] = deque()
        self._added: set[str] = set()
        self._next = 0
        self._fills_anew = False
        self._earlier: Version | None = None
        self._own = open_own(self)
        self._earlier = earlier_version(self.folder) if self.state() is None else None
        self._seen: View | None = None
        self._generation: int | None = None

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in, in place of what was indexed of their documents before."""
        self._writing()
        ready = self._ready()
        numbers: dict[str, int] = {}
        count = 0
        for entry in entries:
            count += 1
            row = None
            if entry.document not in numbers:
                numbers[entry.document] = self._begun(entry.document)
                row = f"{numbers[entry.document]}{SEPARATOR}{about(entry)}"
            self._numbered.append((numbers[entry.document], row))
            made = ready.put(entry)
            if made:
                self._take(made)
        return count

    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""
        self._arrive()
        self._writing().delete_documents_by_term("document", document)

    def clear(self) -> None:
        """Takes everything out."""
        self._arrive()
        self._writing().delete_all_documents()
        self._fills_anew = True

    def commit(self, revision: str | None = None) -> None:
        """Makes all changes visible, and lets the next writer in.

        An index that is to take the place of an earlier one is seen once it has been filled anew, from `clear` on.
        """
        writer = self._writing()
        try:
            self._arrive()
            writer.commit()
            if self._fills_anew or not self._serves_earlier():
                self.keep_state("" if revision is None and self._serves_earlier() else revision)
                remove_others(self.folder)
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
            self._writer = self._own.index.writer(_HEAP, 1)
            self._next = 0 if self._serves_earlier() else self.fresh_view().documents.next
        return self._writer

    def _begun(self, document: str) -> int:
        """A number for a document that is to be taken in, in place of what there is of it."""
        if document in self._added:
            self._arrive()
        if document in self._added or document in self.fresh_view().documents.numbers:
            self._writing().delete_documents_by_term("document", document)
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
        writer = self._writing()
        add, number = writer.add_json, self._numbered.popleft
        for entry, made in ready:
            add(tantivy_schema.document(entry, made, *number()))

    def _arrive(self) -> None:
        """Waits for what is still being made ready."""
        if self._preparation is not None:
            self._take(self._preparation.rest())

    def _finish(self) -> None:
        """Ends a turn. The next writer waits for merges under way, or small commits would pile up parts without end.

        Few entries are found meanwhile; behind many, their writer waits as well.
        """
        self._fills_anew = False
        writer, self._writer = self._writer, None
        preparation, self._preparation = self._preparation, None
        self._numbered.clear()
        self._added.clear()
        try:
            if preparation is not None:
                preparation.close()
        finally:  # whatever happened, others get their turn
            if writer is None:
                self.turn.release()
            else:
                self.turn.release_behind(writer.wait_merging_threads)
        if writer is not None and preparation is not None and preparation.was_much:
            self.turn.wait()
            give_memory_back()

    def close(self) -> None:
        """Lets go of locks and files; uncommitted changes are lost."""
        super().close()
        self.turn.wait()

    # -- versions -----------------------------------------------------------------------------------------------------

    def state(self) -> State | None:
        """The state of the index that is searched."""
        own = super().state()
        return self._earlier.state() if own is None and self._earlier is not None else own

    def _serves_earlier(self) -> bool:
        """Whether an index of an earlier layout is searched, since that of this one has had no commit."""
        if self._earlier is not None and super().state() is not None:
            self._earlier = None
        return self._earlier is not None

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
        if is_doubtful(found, asked) and not view.total(found):
            return []
        match sort:
            case Sort.RELEVANCE:
                result = self._ranked(view, found, asked, limit, offset)
            case Sort.NEWEST:
                result = view.searcher.search(found.query, limit, offset=offset, order_by_field="newest")
            case Sort.OLDEST:
                order = tantivy.Order.Asc
                result = view.searcher.search(found.query, limit, offset=offset, order_by_field="oldest", order=order)
        hits = result.hits
        if result.count is not None:
            found.total = result.count
        if found.total == len(hits):
            found.addresses = [address for _, address in hits]
        addresses = [address for _, address in hits[:limit]]
        groups = view.searcher.fast_field_values("group", addresses)
        scores = [score if sort == Sort.RELEVANCE else 0.0 for score, _ in hits[:limit]]
        return [Place(*each) for each in zip(scores, addresses, groups, strict=True)]

    def _ranked(self, view: View, found: Found, asked: Plan, limit: int, offset: int) -> Best:
        """The best hits; of what is counted beside, the best of more clauses, where these surely are the same."""
        more = spread(found, asked, self.weights, view) if found.counting is not None and not offset else None
        result = surely_best(view, more[0], limit, above=more[1]) if more else None
        if result is not None:
            return result
        wanted = max(limit, MOST_KEYS) if found.may_be_few and not offset else limit
        return best(view, ranked(found, asked, self.weights, view), wanted, offset, broad=found.is_broad)

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
            conditions = matching.conditions(filters)
            return Found(view.all_of(query, *conditions), number, broad, least, conditions)

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
        earlier = self._earlier
        if earlier is not None and self._serves_earlier():
            searched, generation = earlier, 0  # which nobody writes any more
        else:
            searched, generation = self._own, (self.folder / "meta.json").stat().st_mtime_ns
        if self._seen is None or generation != self._generation:
            self._seen = self._reloaded(searched)
            self._generation = generation
        return self._seen

    def _reloaded(self, searched: Version) -> View:
        """The last commit of an index; its parts are known where nobody made another one meanwhile."""
        meta = searched.folder / "meta.json"
        before = meta.read_bytes()
        searched.index.reload()
        parts = parts_of(before) if meta.read_bytes() == before else NO_PARTS
        return View(searched.fields, searched.index.searcher(), self._seen, searched.numbers, parts)
