"""Clauses are cut up for the index: a few at once, many by worker processes beside the index's own threads.

Segmentation holds the interpreter, so that threads would not speed it up. Workers are spawned, since a fork could
inherit a lock of the index; starting them takes a second, which only many entries are worth.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
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
_MOST_SENT = 40
"""Chunks up to which those are held that are ready behind one that a worker still has."""

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
        self._begun: Future[None] | None = None
        self._given = 0
        self._held: list[Entry] = []
        self._sent: deque[tuple[list[Entry], Future[str]]] = deque()

    def put(self, entry: Entry) -> Iterable[Ready]:
        """Takes an entry in and gives what is ready, none or many earlier ones."""
        self._given += 1
        self._held.append(entry)
        return self._hand_on() if len(self._held) == CHUNK else ()

    def rest(self) -> Iterator[Ready]:
        """All that is still on its way."""
        held, self._held = self._held, []
        while self._sent:
            yield from self._received()
        if held:
            yield from _ready(held, self._here(held))

    @property
    def was_much(self) -> bool:
        """Whether more was given than is made ready in passing."""
        return self._given > FEW

    def close(self) -> None:
        """Lets the workers go; what is on its way is lost."""
        self._held.clear()
        self._sent.clear()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _hand_on(self) -> Iterator[Ready]:
        """Sends what is held to a worker; all being busy, it is cut up here. Gives what is ready by then."""
        held, self._held = self._held, []
        is_busy = len(self._sent) > self._workers * _AHEAD and not self._sent[0][1].done()
        future = None if is_busy or self._given <= FEW else self._submitted(held)
        if future is None:
            future = Future()
            future.set_result(self._here(held))
        self._sent.append((held, future))
        while self._sent and (self._sent[0][1].done() or len(self._sent) > _MOST_SENT):
            yield from self._received()

    def _submitted(self, held: Sequence[Entry]) -> Future[str] | None:
        """What a worker is to make of these; None where there is none, or none yet."""
        if not self._workers:
            return None
        try:
            if self._pool is None or self._begun is None:
                self._pool = ProcessPoolExecutor(
                    self._workers, get_context("spawn"), initializer=_begin, initargs=(self.analyser,)
                )
                self._begun = self._pool.submit(_warm_up)
            return self._pool.submit(_cut_up, [entry.text for entry in held]) if self._begun.done() else None
        except (BrokenExecutor, OSError):
            self._workers = 0
            return None

    def _received(self) -> Iterator[Ready]:
        """The first of what was sent; what a worker had that was killed, or never started, is cut up here."""
        sent, future = self._sent.popleft()
        try:
            made = future.result()
        except (BrokenExecutor, OSError):
            self._workers = 0
            made = self._here(sent)
        return _ready(sent, made)

    def _here(self, entries: Iterable[Entry]) -> str:
        return _joined([entry.text for entry in entries], self.analyser)


def _joined(texts: Sequence[str], analyser: Analyser) -> str:
    """Texts cut up, a line each, which takes a tenth of the time to be sent that many strings would."""
    return "\n".join(cut(texts, analyser))


def _ready(entries: Iterable[Entry], made: str) -> Iterator[Ready]:
    return zip(entries, made.split("\n"), strict=True)


def give_memory_back() -> None:
    """Gives the system what much work left unused: glibc keeps the memory of a writer's threads for others to come."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def spare_processors() -> int:
    """Workers that are worth having: a processor each, one being left to the index; none in a worker of others."""
    if current_process().daemon:
        return 0
    return min((os.cpu_count() or 1) - 1, _MOST_WORKERS)


_analyser: list[Analyser] = []
"""In a worker: what it segments with."""


def _begin(analyser: Analyser) -> None:
    """Prepares a worker; there is nothing in it that would have to be looked for because it holds itself."""
    _analyser[:] = [analyser]
    gc.disable()


def _warm_up() -> None:
    """What a worker does first, by which is seen that it has started: it reads the dictionary."""
    _joined([""], _analyser[0])


def _cut_up(texts: Sequence[str]) -> str:
    return _joined(texts, _analyser[0])
