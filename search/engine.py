"""What an index holds, what can be asked of it, and what it answers; every engine keeps this one protocol.

An `Entry` is one clause of one document with all that a search filters, sorts and shows by. `SearchEngine.search`
takes a parsed `search.query.Query` and gives a `Page` of `Hit`s. Two engines that hold the same entries find the
same clauses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from corpus import Validity, Visibility
from search.query import Query

Highlight = tuple[int, int]
"""A half-open range of characters of a text, as `[start, end]` of the stable JSON form."""


class Sort(StrEnum):
    """Order of hits."""

    RELEVANCE = "relevance"  # 相关度
    NEWEST = "newest"  # 成文日期从新到旧
    OLDEST = "oldest"  # 成文日期从旧到新


class Match(StrEnum):
    """What of a query a hit has to contain."""

    ALL = "all"  # everything that is asked for, exactly
    ANY = "any"  # whatever ranks best; for questions in whole sentences
    AUTO = "auto"  # all, and any where all gives nothing, which `Page.notes` then says


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause as the index knows it.

    Attributes:
        document: id of the document.
        clause: eid of the clause, or of the section whose heading it is; empty for text outside the outline.
        title: title of the document.
        heading: titles of the sections around it, outermost first, joined by ` > `.
        text: the clause, character by character as in the document.
        start: offset of `text` in the document's text.
        genre: value of `corpus.Genre`.
        genre_word: the document's own word for it, e.g. 实施方案.
        doc_number: 发文字号 in its normal form.
        issuer: 发文机关.
        region: place it holds for.
        year: of 成文日期, else 发布日期.
        written_on: that date as ISO prefix.
        departments: bodies that lead or join in the commitments of this clause, resolved names; besides, each with its
            role as `entries.in_role` writes it.
        kinds: kinds of fact that stand in it, as in `corpus.facts.FACT_KINDS`, and `checkable`.
        validity: whether the document can be relied on.
        visibility: who may see it.
        latest: whether it belongs to the newest version of its document.
        lead: whether it is the first entry of its document, which answers for the document as a whole.
    """

    document: str
    clause: str
    title: str
    heading: str
    text: str
    start: int = 0
    genre: str = "other"
    genre_word: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    region: str | None = None
    year: int | None = None
    written_on: str | None = None
    departments: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    validity: Validity = Validity.UNSTATED
    visibility: Visibility = Visibility.PUBLIC
    latest: bool = True
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits are narrowed to: of one field any of the values, of all fields together; empty means no narrowing.

    Attributes:
        genres: values of `corpus.Genre`.
        issuers: as in `Entry.issuer`.
        regions: as in `Entry.region`.
        years: as in `Entry.year`.
        year_from: the first year, both ends included.
        year_until: the last year.
        departments: as in `Entry.departments`.
        acting: departments in a role, as `entries.in_role` writes them.
        kinds: as in `Entry.kinds`.
        validities: values of `Validity`.
        documents: ids of documents.
        visibility: who is asking may see these; the public alone unless said otherwise.
        latest_only: leave out superseded versions.
    """

    genres: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    year_from: int | None = None
    year_until: int | None = None
    departments: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    validities: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    visibility: tuple[str, ...] = (Visibility.PUBLIC,)
    latest_only: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """One clause that was found.

    Attributes:
        entry: the clause.
        highlights: what of `entry.text` matches, in order, not overlapping, relative to its start.
        score: higher is better; comparable within one search only; 0 where hits are sorted by date.
        why: Chinese sentences on which words matched where, and through which other wording.
        title_highlights: what of the title matches.
        others: further hits of the same document that are not listed, where hits are grouped by document.
    """

    entry: Entry
    highlights: tuple[Highlight, ...] = ()
    score: float = 0.0
    why: tuple[str, ...] = ()
    title_highlights: tuple[Highlight, ...] = ()
    others: int = 0

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.entry.document

    @property
    def clause(self) -> str:
        """Eid of the clause."""
        return self.entry.clause

    @property
    def title(self) -> str:
        """Title of the document."""
        return self.entry.title

    @property
    def heading(self) -> str:
        """Headings around the clause."""
        return self.entry.heading

    @property
    def text(self) -> str:
        """Words of the clause."""
        return self.entry.text


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which the hits can be narrowed.

    Attributes:
        value: as `Filters` takes it.
        count: documents with a hit of this value.
        chosen: the search is narrowed to it; a chosen value stays listed at 0.
    """

    value: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the hits of one search.

    Attributes:
        total: clauses found.
        documents: documents found.
        hits: this page's.
        facets: field name (`genre`, `issuer`, `region`, `year`, `validity`, `department`, `kind`) to its values, most
            frequent first.
        notes: Chinese sentences for the reader: how the query was read, what was searched besides.
        expanded: other wordings that were searched besides, word to its equals.
        relaxed: nothing contained everything asked for, and these hits contain a part.
    """

    total: int = 0
    documents: int = 0
    hits: tuple[Hit, ...] = ()
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    expanded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relaxed: bool = False


class SearchEngine(Protocol):
    """An index of clauses.

    One process writes at a time and others wait for it; readers wait for nobody. What `add` and `remove` did is seen
    by searches, of this process and of others, after `commit`. A process that dies leaves the index of its last
    commit.
    """

    @property
    def needs_rebuild(self) -> bool:
        """Whether the index was made by another version of the analysis, so that it must be filled anew."""
        ...

    @property
    def revision(self) -> str:
        """The store revision that the index reflects, as last given to `commit`; empty for a new index."""
        ...

    @property
    def mark(self) -> str:
        """Differs with each commit of any process, also with one that leaves the revision as it is."""
        ...

    def learn(self, words: Iterable[str], aliases: Iterable[tuple[str, str]] = ()) -> None:
        """Takes the corpus's own words and equal wordings, in place of those known before, without a pause.

        Words segment what is indexed and asked from here on, and change ranking alone; nothing is found or missed by
        them. Aliases are searched besides at once.
        """
        ...

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes entries in and gives their number; what was indexed of the same documents before is replaced.

        All entries of one document have to come in one call.
        """
        ...

    def remove(self, document: str) -> None:
        """Takes all entries of a document out."""
        ...

    def clear(self) -> None:
        """Takes everything out, for a rebuild."""
        ...

    def commit(self, revision: str | None = None) -> None:
        """Makes all changes since the last commit visible at once, and lets the next writer in.

        Args:
            revision: what the index reflects from here on; unchanged where None.
        """
        ...

    def rollback(self) -> None:
        """Forgets all changes since the last commit, and lets the next writer in."""
        ...

    def search(
        self,
        query: Query | str,
        filters: Filters = Filters(),
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int = 20,
        offset: int = 0,
        match: Match = Match.AUTO,
        per_document: int = 0,
        expand: bool = True,
        facets: bool = True,
    ) -> Page:
        """The hits of a query.

        Args:
            query: parsed, or as the user typed it.
            filters: what to narrow to.
            sort: order of the hits.
            limit: hits on the page; with `per_document`, documents on the page.
            offset: hits (documents) before the page.
            match: what a hit has to contain.
            per_document: where above 0, hits are grouped by document, so many of each.
            expand: search equal wordings (医保 for 医疗保险) besides.
            facets: count the facets, which takes most of the time of a search with many hits.
        """
        ...

    def count(self) -> int:
        """Number of entries in the index."""
        ...

    def document_ids(self) -> frozenset[str]:
        """Ids of all documents in the index, to compare with the store."""
        ...

    def close(self) -> None:
        """Lets go of files and locks; uncommitted changes are lost."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
