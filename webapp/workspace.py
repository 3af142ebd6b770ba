"""Everything that a command or a page works with: the store, the index and the graph of one home folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Self

import kg
import search
from corpus import Validity, Visibility
from corpus.store import Store
from kg import standing, tracking
from search import Filters, SearchEngine
from search.answer import Answer, answer
from search.entries import entries
from search.similar import SimilarClause, similar
from webapp.clock import today
from webapp.config import Config
from webapp.learning import Learner

INDEX_FOLDER = "index"


class Workspace:
    """The parts of one home folder, opened once and shared by all threads of a process."""

    def __init__(self, config: Config, store: Store, engine: SearchEngine) -> None:
        self.config = config
        self.store = store
        self.learner = Learner(store, engine)
        self._engine = engine
        self._following = threading.Lock()

    @classmethod
    def open(cls, config: Config, *, mend: bool = True) -> Self:
        """Opens store and index.

        Args:
            config: which home, which engine.
            mend: fill an index of another version anew at once; a site leaves that to `catch_up` beside its work.
        """
        store = Store.open(config.home, config.database or None)
        engine = search.open_engine(config.engine, config.home / INDEX_FOLDER)
        workspace = cls(config, store, engine)
        if mend and workspace.is_outdated:
            workspace.reindex()
        return workspace

    @property
    def is_outdated(self) -> bool:
        """Whether the index is to be filled anew: made by another version, or with nothing of what the store has."""
        return (self._engine.needs_rebuild or self.is_unfilled) and self.store.revision > 0

    @property
    def is_unfilled(self) -> bool:
        """Whether the index reflects nothing, be it new or one whose fields were others and could not be read."""
        return not self._engine.revision

    def close(self) -> None:
        """Lets go of files and connections."""
        self.learner.finish()
        self._engine.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def engine(self) -> SearchEngine:
        """The index, with the words and wordings of its corpus."""
        self.learner.keep_up()
        return self._engine

    # -- what follows the store -------------------------------------------------------------------------------------

    def follow(self, told: Callable[[int, int], None] | None = None) -> int:
        """Brings index and graph up to the store's last change; gives the number of documents taken in.

        Args:
            told: called with how many documents are done and how many there are.
        """
        with self._following:
            seen = self._followed()
            standing.follow(self.store, seen, today())
            return self._take_in(self.store.changed_since(seen), told)

    def _followed(self) -> int:
        """The store's revision that the index reflects; an index of another version is filled anew, not added to."""
        if self._engine.needs_rebuild:
            self._engine.clear()
            return 0
        return int(self._engine.revision or 0)

    def reindex(self, told: Callable[[int, int], None] | None = None) -> int:
        """Fills index and graph anew from the store; until that is done, searches see the index as it was."""
        with self._following:
            kg.rebuild(self.store)
            standing.follow(self.store, 0, today())
            self._engine.clear()
            return self._take_in(self.store.changed_since(0), told)

    def catch_up(self) -> None:
        """Makes index and graph what they should be, whatever state they were left in."""
        if self.is_outdated:
            self.reindex()
        else:
            self.follow()

    def _take_in(self, changed: Sequence[tuple[str, int]], told: Callable[[int, int], None] | None) -> int:
        for done, (document, _) in enumerate(changed, 1):
            self._index(document)
            if told:
                told(done, len(changed))
        if changed:
            self._engine.commit(str(changed[-1][1]))
        return len(changed)

    def _index(self, document: str) -> None:
        row = self.store.row(document)
        self._engine.add(
            entries(
                self.store.get(document),
                issuer=row.issuer,
                region=row.region,
                validity=Validity(row.validity),
                visibility=Visibility(row.visibility),
                latest=row.latest,
            )
        )

    def differences(self) -> tuple[frozenset[str], frozenset[str]]:
        """Documents that the index lacks, and documents that only the index has."""
        kept, indexed = frozenset(self.store.document_ids()), self._engine.document_ids()
        return kept - indexed, indexed - kept

    def mend(self, missing: Iterable[str], surplus: Iterable[str]) -> None:
        """Makes the index agree with the store again."""
        with self._following:
            for document in surplus:
                self._engine.remove(document)
            for document in missing:
                self._index(document)
            self._engine.commit()

    def evidence(self, commitments: Sequence[str]) -> dict[str, str]:
        """Id of a commitment to what later documents show of it; those of which they show nothing are left out."""
        return tracking.evidence(self.store, commitments)

    # -- what is asked ----------------------------------------------------------------------------------------------

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        """A cited answer, or a refusal that states the bounds of the corpus."""
        return answer(question, self.engine, self.store.bounds(), filters or Filters(), contact=self.config.contact)

    def similar(self, text: str, filters: Filters | None = None, limit: int = 10) -> tuple[SimilarClause, ...]:
        """Clauses that are most like a text in what they ask for or answer."""
        return similar(text, self.engine, filters or Filters(), limit)

    def original(self, document: str) -> tuple[Path, str, str]:
        """Path, name and media type of the file that a document was read from."""
        source = self.store.source_of(document)
        return self.store.originals.path(source.content_hash), source.name, source.media_type
