"""What pages list; a part of the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from corpus.store import lists
from corpus.store.documents import Documents
from corpus.store.rows import (
    Acting,
    Bounds,
    CommitmentRow,
    DocumentFilter,
    DocumentRow,
    FactFilter,
    IndicatorRow,
    QuarantineRow,
    Rows,
    Tally,
)


class Listing(Documents):
    """Reading lists of documents and facts; a part of `Store`."""

    _bounds = (-1, Bounds(0, None, None, None))

    def documents(
        self, given: DocumentFilter | None = None, limit: int = 20, offset: int = 0, *, oldest_first: bool = False
    ) -> Rows[DocumentRow]:
        """Documents that meet the filter, newest first unless asked otherwise."""
        with self.engine.connect() as connection:
            return lists.documents(connection, given or DocumentFilter(), limit, offset, oldest_first=oldest_first)

    def facets(self, column: str, given: DocumentFilter | None = None) -> tuple[tuple[Any, int], ...]:
        """How many documents have each value of a column of `DocumentRow`, most first; missing values are None."""
        with self.engine.connect() as connection:
            return lists.facets(connection, column, given or DocumentFilter())

    def lapsed(self, today: date) -> tuple[str, ...]:
        """Ids of the documents whose stated last day has passed, but that are not known to be over."""
        with self.engine.connect() as connection:
            return lists.lapsed(connection, today)

    def commitments(
        self,
        given: FactFilter | None = None,
        limit: int = 20,
        offset: int = 0,
        *,
        by_deadline: bool = True,
        today: date | None = None,
    ) -> Rows[CommitmentRow]:
        """Commitments that meet the filter: by deadline (those without last), or newest document first.

        With `today`, the deadlines from that day on come first, the nearest before all; then the past ones, the
        latest first.
        """
        with self.engine.connect() as connection:
            wanted = given or FactFilter()
            return lists.commitments(connection, wanted, limit, offset, by_deadline=by_deadline, today=today)

    def tally(self, given: FactFilter, today: date, soon: date) -> Tally:
        """Numbers of the commitments that meet the filter; `soon` is the last day that counts as near."""
        with self.engine.connect() as connection:
            return lists.tally(connection, given, today, soon)

    def acting(self, names: Iterable[str], given: DocumentFilter | None = None) -> tuple[Acting, ...]:
        """Everybody who has to act in a commitment and whose name holds one of these, once for each commitment."""
        with self.engine.connect() as connection:
            return lists.acting(connection, names, given or DocumentFilter())

    def next_deadlines(self, documents: Iterable[str], today: date) -> dict[str, str]:
        """Of each document that promises something for that day or a later one, the nearest such deadline."""
        with self.engine.connect() as connection:
            return lists.next_deadlines(connection, documents, today)

    def commitment(self, key: str) -> CommitmentRow:
        """One commitment, of the newest version that holds it.

        Raises:
            NotFoundError: if none has this id.
        """
        with self.engine.connect() as connection:
            return lists.commitment(connection, key)

    def indicators(self, given: FactFilter | None = None, limit: int = 20, offset: int = 0) -> Rows[IndicatorRow]:
        """Indicators that meet the filter, by name, then document and place."""
        with self.engine.connect() as connection:
            return lists.indicators(connection, given or FactFilter(), limit, offset)

    def quarantined(self, limit: int = 100, offset: int = 0) -> Rows[QuarantineRow]:
        """Files that could not be read, newest first."""
        with self.engine.connect() as connection:
            return lists.quarantined(connection, limit, offset)

    def departments(self, given: DocumentFilter | None = None, limit: int = 500) -> tuple[tuple[str, int], ...]:
        """Bodies that have to act, with the number of their commitments, most first."""
        with self.engine.connect() as connection:
            return lists.departments(connection, given or DocumentFilter(), limit)

    def names(self, limit: int = 20_000) -> tuple[str, ...]:
        """Names of bodies, and titles cited, that the documents use more than once, most used first."""
        with self.engine.connect() as connection:
            return lists.names(connection, limit)

    def titles(self, limit: int) -> tuple[tuple[str, str], ...]:
        """Ids and titles of public documents, newest first: a list of many more than pages show."""
        with self.engine.connect() as connection:
            return lists.titles(connection, limit)

    def arrivals(self, limit: int, since: str = "") -> tuple[tuple[str, str], ...]:
        """Public documents that arrived on a day (ISO) or later, each with its moment of arrival, newest first."""
        with self.engine.connect() as connection:
            return lists.arrivals(connection, limit, since)

    def bounds(self, given: DocumentFilter | None = None) -> Bounds:
        """How many documents there are, from when to when they were written, and when the last one arrived.

        Those of all public documents stand on every page, so they are read anew only once a document has changed.
        """
        if given is not None:
            with self.engine.connect() as connection:
                return lists.bounds(connection, given)
        revision = self.revision
        known, held = self._bounds
        if known != revision:
            with self.engine.connect() as connection:
                held = lists.bounds(connection, DocumentFilter())
            self._bounds = (revision, held)
        return held
