"""Clauses are cut up for the index: a few at once, many by worker processes beside the index's own threads.

Segmentation holds the interpreter, so that threads would not speed it up. Workers are spawned, since a fork could
inherit a lock of the index; starting them takes a second, which only many entries are worth.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import current_process, get_context

from search.engine import Entry
from search.tantivy_schema import Cut, cut
from search.tokenizer import Analyser

FEW = 5_000
"""Entries up to which no worker is started."""
CHUNK = 400
"""Entries that a worker is sent at a time."""
_MOST_WORKERS = 4
_AHEAD = 3
"""Chunks for each worker that are on their way at a time."""

Ready = tuple[Entry, Cut]


class Preparation:
    """Cuts entries up, and gives them in the order in which they came.

    Args:
        analyser: segments them.
        workers: processes beside this one; 0 to have none.
    """

    def __init__(self, analyser: Analyser, workers: int | None = None) -> None:
        self.analyser = analyser
        self._workers = spare_processors() if workers is None else workers
        self._pool: ProcessPoolExecutor | None = None
        self._given = 0
        self._held: list[Entry] = []
        self._sent: deque[tuple[list[Entry], Future[list[Cut]]]] = deque()

    def put(self, entry: Entry) -> Iterable[Ready]:
        """Takes an entry in and gives what is ready, it or earlier ones."""
        self._given += 1
        if self._workers and self._given > FEW:
            self._held.append(entry)
            return self._send() if len(self._held) == CHUNK else ()
        return (*self.rest(), (entry, cut(entry.text, self.analyser)))

    def rest(self) -> Iterator[Ready]:
        """All that is still on its way."""
        while self._sent:
            yield from self._received()
        held, self._held = self._held, []
        yield from self._here(held)

    def close(self) -> None:
        """Lets the workers go; what is on its way is lost."""
        self._held.clear()
        self._sent.clear()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _send(self) -> Iterator[Ready]:
        """Sends what is held to a worker, and waits for the first of what was sent where that is much."""
        held, self._held = self._held, []
        try:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._workers, get_context("spawn"), initializer=_begin, initargs=(self.analyser,)
                )
            self._sent.append((held, self._pool.submit(_cut_up, [entry.text for entry in held])))
        except (BrokenExecutor, OSError):
            self._workers = 0
            self._held = held
            yield from self.rest()
        while len(self._sent) > self._workers * _AHEAD:
            yield from self._received()

    def _received(self) -> Iterator[Ready]:
        """The first of what was sent; what a worker had that was killed, or never started, is cut up here."""
        sent, future = self._sent.popleft()
        try:
            made = future.result()
        except (BrokenExecutor, OSError):
            self._workers = 0
            yield from self._here(sent)
        else:
            yield from zip(sent, made, strict=True)

    def _here(self, entries: Iterable[Entry]) -> Iterator[Ready]:
        return ((entry, cut(entry.text, self.analyser)) for entry in entries)


def spare_processors() -> int:
    """Workers that are worth having: a processor each, one being left to the index; none in a worker of others."""
    if current_process().daemon:
        return 0
    return min((os.cpu_count() or 1) - 1, _MOST_WORKERS)


_analyser: list[Analyser] = []
"""In a worker: what it segments with."""


def _begin(analyser: Analyser) -> None:
    _analyser[:] = [analyser]


def _cut_up(texts: Sequence[str]) -> list[Cut]:
    return [cut(text, _analyser[0]) for text in texts]
