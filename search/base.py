"""What all engines do alike: plan a query, relax it, group hits, count facets, keep the state of the index."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

from search.counts import Counts, Keys
from search.engine import Entry, Filters, Hit, Match, Page, Sort
from search.hits import Marker
from search.plan import Plan, is_relaxable, plan
from search.query import Query, parse_query
from search.rerank import FEWEST_PAIRS, WINDOW, second_look
from search.state import State, read_state, write_state
from search.synonyms import Synonyms
from search.tokenizer import ANALYSER_VERSION, Analyser
from search.turn import Turn
from search.weights import WEIGHTS, Weights

_HALF = 0.5
"""Share of the words of a query that a hit contains where nothing contains them all."""
_FIRST_LOOK = 200
"""Hits that are looked at first when hits are grouped by document."""
_PART_ONLY = "没有条款包含全部检索词，以下列出包含其中一部分的条款。"

NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Place:
    """Where an engine keeps a hit.

    Attributes:
        score: as the engine ranks it.
        address: what the engine loads the entry by.
        document: what is equal for hits of one document, and different for others.
    """

    score: float
    address: Any
    document: Any


@dataclass(frozen=True, slots=True)
class Wish:
    """Which of the hits are wanted, and how; as in `search.engine.SearchEngine.search`."""

    sort: Sort
    limit: int
    offset: int
    per_document: int
    facets: bool


class Engine(ABC):
    """A `SearchEngine`, but for what differs from library to library.

    Args:
        folder: of this engine's own index; made where it does not exist.
        layout: version of the engine's fields.
        words: names and terms of the corpus.
        aliases: pairs of equal wordings of the corpus.
        weights: of the parts of the ranking.
    """

    def __init__(
        self,
        folder: Path,
        layout: str,
        words: Iterable[str] = (),
        aliases: Iterable[tuple[str, str]] = (),
        weights: Weights = WEIGHTS,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.layout = layout
        self.learn(words, aliases)
        self.weights = weights
        self._local = threading.local()
        self.turn = Turn(folder.with_suffix(".lock"))

    def learn(self, words: Iterable[str], aliases: Iterable[tuple[str, str]] = ()) -> None:
        """Takes the corpus's own words and equal wordings, in place of those known before."""
        self.analyser = Analyser(words)
        self.synonyms = Synonyms(aliases)

    # -- what an engine has to say ------------------------------------------------------------------------------------

    @abstractmethod
    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in, in place of what was indexed of their documents before."""

    @abstractmethod
    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""

    @abstractmethod
    def clear(self) -> None:
        """Takes everything out."""

    @abstractmethod
    def commit(self, revision: str | None = None) -> None:
        """Makes all changes visible, and lets the next writer in."""

    @abstractmethod
    def rollback(self) -> None:
        """Forgets all changes since the last commit."""

    @abstractmethod
    def count(self) -> int:
        """Number of entries in the index."""

    @abstractmethod
    def document_ids(self) -> frozenset[str]:
        """Ids of all documents in the index."""

    @abstractmethod
    def exact(self, asked: Plan, filters: Filters) -> Any:
        """The engine's own query for clauses that contain all that is asked for."""

    @abstractmethod
    def near(self, asked: Plan, filters: Filters, least: float) -> Any:
        """The engine's own query for clauses that contain at least this share of the words."""

    @abstractmethod
    def places(self, found: Any, asked: Plan, sort: Sort, limit: int, offset: int = 0) -> list[Place]:
        """The hits of such a query in order."""

    @abstractmethod
    def load(self, found: Any, place: Place) -> Entry:
        """The entry at a place of such a query."""

    @abstractmethod
    def total(self, found: Any) -> int:
        """Number of clauses that such a query finds."""

    @abstractmethod
    def keys(self, found: Any) -> Counts:
        """Of which documents all are that such a query finds."""

    def foresee_keys(self, found: Any) -> None:  # noqa: B027 - engines that cannot do two things at once need nothing
        """May begin to find out of which documents all are, which `keys` will be asked behind `places`."""

    # -- what follows -------------------------------------------------------------------------------------------------

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
        """The hits of a query; see `search.engine.SearchEngine.search`."""
        read = parse_query(query) if isinstance(query, str) else query
        asked = plan(read, self.analyser, self.synonyms, expand=expand)
        if asked.root is None:
            return Page(notes=asked.notes)
        with self.one_view():
            return self._answer(read, asked, filters, match, Wish(sort, limit, offset, per_document, facets))

    def _answer(self, read: Query, asked: Plan, filters: Filters, match: Match, wish: Wish) -> Page:
        relaxed = match == Match.ANY
        found = self.near(asked, filters, 0.0) if relaxed else self.exact(asked, filters)
        if wish.facets or wish.per_document:
            self.foresee_keys(found)
        listed = self._listed(found, asked, wish)
        total = self.total(found)
        if not total and match == Match.AUTO and is_relaxable(read):
            found = self.near(asked, filters, _HALF)
            listed = self._listed(found, asked, wish)
            total = self.total(found)
            relaxed = total > 0
        if relaxed and match == Match.AUTO:
            asked = replace(asked, notes=(*asked.notes, _PART_ONLY))
        counts = self.keys(found) if total and (wish.facets or wish.per_document) else Keys({}, ())
        marker = Marker(asked, relaxed=relaxed)
        hits = [hit for places in listed for hit in self._hits(found, places, marker, counts, wish.per_document)]
        return Page(
            total=total,
            documents=counts.documents,
            hits=tuple(hits),
            facets=counts.facets(filters) if wish.facets else {},
            notes=(*asked.notes, *(counts.notes if wish.facets else ())),
            expanded=asked.expanded,
            relaxed=relaxed,
        )

    def view(self) -> Any:
        """What the engine reads from: the last commit, or within `one_view` the one that was the last at its start."""
        pinned = getattr(self._local, "view", None)
        return self.fresh_view() if pinned is None else pinned

    @contextmanager
    def one_view(self) -> Iterator[None]:
        """Keeps this thread to one commit, so that the parts of an answer agree while others write."""
        self._local.view = self.fresh_view()
        try:
            yield
        finally:
            self._local.view = None

    def fresh_view(self) -> Any:
        """The engine's own view of the last commit of any process."""
        return None

    def ordered(
        self, found: Any, asked: Plan, sort: Sort, limit: int, offset: int = 0, *, by_document: bool = False
    ) -> list[Place]:
        """The hits in order, the best of them as a second look at them has it."""
        named = asked.ranking.article is not None or len(asked.ranking.pairs) < FEWEST_PAIRS
        if sort != Sort.RELEVANCE or named or offset >= WINDOW:
            return self.places(found, asked, sort, limit, offset)
        places = self.places(found, asked, sort, max(WINDOW, offset + limit))
        best = places[:WINDOW]
        entries = [self.load(found, place) for place in best]
        plain = [place.score for place in best]
        scores = second_look(plain, entries, asked, self.rarity, self.weights, by_document=by_document)
        again = [Place(score, place.address, place.document) for place, score in zip(best, scores, strict=True)]
        again.sort(key=lambda place: -place.score)
        return (again + places[WINDOW:])[offset : offset + limit]

    def _listed(self, found: Any, asked: Plan, wish: Wish) -> list[list[Place]]:
        """The places of a page, those of one document together where hits are grouped."""
        if wish.limit <= 0:
            return []
        if not wish.per_document:
            return [[place] for place in self.ordered(found, asked, wish.sort, wish.limit, wish.offset)]
        groups = self._groups(found, asked, wish.sort, wish.limit + wish.offset)
        return groups[wish.offset : wish.offset + wish.limit]

    def _hits(self, found: Any, places: Sequence[Place], marker: Marker, counts: Counts, each: int) -> Iterator[Hit]:
        """A hit; where hits are grouped the first of a document, with what it has besides on the last of them."""
        *shown, last = places[: each or 1]
        for place in shown:
            yield marker.hit(self.load(found, place), place.score)
        entry = self.load(found, last)
        others = counts.hits_in(entry.document) - len(shown) - 1 if each else 0
        yield marker.hit(entry, last.score, max(others, 0))

    def _groups(self, found: Any, asked: Plan, sort: Sort, wanted: int) -> list[list[Place]]:
        """The hits of at least so many documents (of all, where there are fewer), in order of each one's best hit."""
        look = max(_FIRST_LOOK, wanted * 4)
        while True:
            places = self.ordered(found, asked, sort, look, by_document=True)
            groups: dict[Any, list[Place]] = {}
            for place in places:
                groups.setdefault(place.document, []).append(place)
            if len(groups) >= wanted or len(places) < look or len(groups) >= self.keys(found).documents:
                return list(groups.values())
            look *= 4

    def rarity(self, token: str) -> float:
        """What finding a character or a pair of them is worth; engines that know how rare it is say so."""
        return 1.0 if token else 0.0

    def state(self) -> State | None:
        """The state of the index that is searched; None for a new one."""
        return read_state(self.folder)

    @property
    def needs_rebuild(self) -> bool:
        """Whether the index was made by another version of the analysis or with other fields."""
        state = self.state()
        return state is not None and (state.analyser, state.layout) != (ANALYSER_VERSION, self.layout)

    @property
    def revision(self) -> str:
        """The store revision that the index reflects; empty for a new index."""
        state = self.state()
        return state.revision if state else ""

    @property
    def mark(self) -> str:
        """Differs with each commit, also with one that leaves the revision as it is."""
        state = self.state()
        return (state.mark or state.revision) if state else ""

    def keep_state(self, revision: str | None) -> None:
        """Notes what the index reflects; to be called by a writer behind its commit."""
        kept = self.revision if revision is None else revision
        write_state(self.folder, State(ANALYSER_VERSION, self.layout, kept))

    def forget_state(self) -> None:
        """Notes that the index holds nothing yet."""
        write_state(self.folder, State(ANALYSER_VERSION, self.layout))

    def close(self) -> None:
        """Lets go of locks; uncommitted changes are lost."""
        self.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class FolderEngine(Engine):
    """An engine whose index lies in a folder of its own.

    Args:
        path: folder of indexes.
        words: names and terms of the corpus.
        aliases: pairs of equal wordings of the corpus.
        weights: of the parts of the ranking.
    """

    NAME: ClassVar[str]
    """Of the engine's folder."""
    LAYOUT: ClassVar[str]
    """Version of the engine's fields."""

    def __init__(
        self,
        path: Path,
        words: Iterable[str] = (),
        aliases: Iterable[tuple[str, str]] = (),
        weights: Weights = WEIGHTS,
    ) -> None:
        super().__init__(self.folder_in(path), self.LAYOUT, words, aliases, weights)
        self.begin()

    @classmethod
    def folder_in(cls, path: Path) -> Path:
        """The folder of this engine's index among those of a folder of indexes."""
        return path / cls.NAME

    @abstractmethod
    def begin(self) -> None:
        """Opens the index, with nothing to be written yet."""
