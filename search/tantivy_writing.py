"""The changes of a writer's turn: few are written by one thread, many by two.

While a thread lays down the part of the index that fills its memory, it takes nothing in; a second one keeps both
processors busy meanwhile. It would split each small commit in two, so the first changes are held until it is known
whether they stay few.
"""

from __future__ import annotations

from typing import Any

import tantivy

FEW = 5_000
"""Changes up to which one thread writes them."""
_HEAP = 256_000_000
"""Bytes that a thread may fill before it lays down a part of the index; it takes no more than what it was given needs.

Parts of this size are some 240,000 clauses. Eight of them would be merged, which costs as much again.
"""
_MANY = 2
"""Threads that write many changes."""


class Changes:
    """What is to be changed in an index.

    Args:
        index: is changed.
    """

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._held: list[tuple[str, tuple[str, ...]]] = []
        self._writer: Any = None

    def add(self, document: str) -> None:
        """Takes a document of the index in, which is written as JSON."""
        self._do("add_json", document)

    def remove(self, name: str, value: str) -> None:
        """Takes out what has this value in a raw field, of what was there before."""
        self._do("delete_documents_by_term", name, value)

    def clear(self) -> None:
        """Takes everything out."""
        self._held.clear()
        self._do("delete_all_documents")

    def commit(self) -> None:
        """Makes all of it visible."""
        self._begun(1).commit()

    def rollback(self) -> None:
        """Forgets it."""
        self._held.clear()
        if self._writer is not None:
            self._writer.rollback()

    def close(self) -> None:
        """Ends the turn; merges under way are waited for, or small commits would pile up parts without end."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.wait_merging_threads()

    def _do(self, name: str, *given: str) -> None:
        if self._writer is not None:
            getattr(self._writer, name)(*given)
            return
        self._held.append((name, given))
        if len(self._held) > FEW:
            self._begun(_MANY)

    def _begun(self, threads: int) -> Any:
        """Tantivy's own writer, which is given what was held."""
        if self._writer is None:
            self._writer = self._index.writer(threads * _HEAP, threads)
            held, self._held = self._held, []
            for name, given in held:
                getattr(self._writer, name)(*given)
        return self._writer
