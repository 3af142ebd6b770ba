"""The engine in pure Python, over Whoosh, for platforms without binary wheels and corpora of some thousand pages."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from whoosh import index as whoosh_index
from whoosh.scoring import BM25F
from whoosh.writing import CLEAR

from search import whoosh_schema
from search.base import FolderEngine, Place
from search.counts import Keys
from search.engine import Entry, Filters, Sort
from search.facets import SEPARATOR
from search.matching import Matching
from search.plan import Plan
from search.scoring import field_of, inverse_frequency
from search.state import read_state
from search.stored import bytes_to_entry
from search.whoosh_query import Numbers, WhooshAlgebra
from search.whoosh_schema import BETWEEN

_DIRECTION = {Sort.NEWEST: -1, Sort.OLDEST: 1}


class WhooshEngine(FolderEngine):
    """A `search.engine.SearchEngine` over Whoosh; see `search.base.FolderEngine` for its arguments.

    Changes are held in memory until they are committed.
    """

    NAME = "whoosh"
    LAYOUT = whoosh_schema.LAYOUT

    def begin(self) -> None:
        """Opens the index, with nothing to be written yet."""
        self._index = self._open()
        self._searched: Any = None
        self._added: dict[str, list[Entry]] = {}
        self._removed: set[str] = set()
        self._cleared = False

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in, in place of what was indexed of their documents before."""
        self.turn.take()
        fresh: dict[str, list[Entry]] = {}
        for entry in entries:
            fresh.setdefault(entry.document, []).append(entry)
        self._added.update(fresh)
        self._removed.update(fresh)
        return sum(map(len, fresh.values()))

    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""
        self.turn.take()
        self._added.pop(document, None)
        self._removed.add(document)

    def clear(self) -> None:
        """Takes everything out."""
        self.turn.take()
        self._added.clear()
        self._cleared = True

    def commit(self, revision: str | None = None) -> None:
        """Makes all changes visible, and lets the next writer in."""
        self.turn.take()
        try:
            self._write()
            self.keep_state(revision)
        finally:
            self._forget()

    def rollback(self) -> None:
        """Forgets all changes since the last commit."""
        if self.turn.held:
            self._forget()

    def _write(self) -> None:
        if not (self._added or self._removed or self._cleared):
            return
        writer = self._index.writer()
        try:
            for document in self._removed:
                writer.delete_by_term("document", document)
            for entries in self._added.values():
                for entry in entries:
                    writer.add_document(**whoosh_schema.document(entry, self.analyser))
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=CLEAR if self._cleared else None)

    def _forget(self) -> None:
        self._added, self._removed, self._cleared = {}, set(), False
        self.turn.release()

    def _open(self) -> Any:
        """The index in the folder, made where there is none; one of other fields is made anew."""
        path, state = str(self.folder), read_state(self.folder)
        if state is not None and state.layout == self.layout and whoosh_index.exists_in(path):
            return whoosh_index.open_dir(path)
        self.turn.take()
        try:
            shutil.rmtree(self.folder)
            self.folder.mkdir()
            index = whoosh_index.create_in(path, whoosh_schema.schema())
            self.forget_state()
            return index
        finally:
            self.turn.release()

    # -- reading ------------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Number of entries in the index."""
        return int(self.view().reader().doc_count())

    def document_ids(self) -> frozenset[str]:
        """Ids of all documents in the index."""
        algebra = self._algebra()
        return frozenset(name for name in algebra.values("document") if algebra.among("document", [name]))

    def exact(self, asked: Plan, filters: Filters) -> Numbers:
        """The numbers of the clauses that contain all that is asked for."""
        matching = Matching(self._algebra())
        return matching.narrowed(matching.exact(asked), filters)

    def near(self, asked: Plan, filters: Filters, least: float) -> Numbers:
        """The numbers of the clauses that contain at least this share of the words."""
        matching = Matching(self._algebra())
        return matching.narrowed(matching.near(asked, least), filters)

    def places(self, found: Numbers, asked: Plan, sort: Sort, limit: int, offset: int = 0) -> list[Place]:
        """The hits in order."""
        if sort == Sort.RELEVANCE:
            scores = self._algebra().scores(found, asked, self.weights)
            ordered = sorted(found, key=lambda number: (-scores[number], number))
        else:
            scores = dict.fromkeys(found, 0.0)
            days = self._column(sort.value)
            ordered = sorted(found, key=lambda number: (days(number) * _DIRECTION[sort], number))
        about = self._column("about")
        return [Place(scores[number], number, _document(about(number))) for number in ordered[offset : offset + limit]]

    def load(self, found: Numbers, place: Place) -> Entry:  # noqa: ARG002 - the place says it all
        """The entry at a place."""
        return bytes_to_entry(self.view().stored_fields(place.address)["entry"])

    def total(self, found: Numbers) -> int:
        """Number of clauses found."""
        return len(found)

    def keys(self, found: Numbers) -> Keys:
        """The facet keys of all that was found."""
        about, departments = self._column("about"), self._column("departments")
        counts = Counter(about(number).decode() for number in found)
        held = {key for number in found for key in departments(number).decode().split(BETWEEN) if key}
        return Keys(counts, tuple(held))

    def _algebra(self) -> WhooshAlgebra:
        return WhooshAlgebra(self.view())

    def _column(self, name: str) -> Callable[[int], Any]:
        """Looks up the value of a column by entry number."""
        reader = self.view().reader()
        values = reader.column_reader(name) if reader.doc_count_all() else {}
        return lambda number: values[number]

    def rarity(self, token: str) -> float:
        """The logarithm of how many times fewer entries have a character or a pair of them than not."""
        reader = self.view().reader()
        return inverse_frequency(reader.doc_frequency(field_of(token), token), reader.doc_count_all())

    def fresh_view(self) -> Any:
        """A searcher of the last commit of any process."""
        generation = self._index.latest_generation()
        if self._searched is None or self._searched.reader().generation() != generation:
            self._searched = self._index.searcher(weighting=BM25F())
        return self._searched


def _document(about: bytes) -> bytes:
    return about.partition(SEPARATOR.encode())[0]
