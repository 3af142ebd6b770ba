"""Worker processes that read files: a crash, a hang or a flood of memory in one of them harms no other file."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

from pebble import ProcessPool

from corpus import Analysis
from webapp.pipeline import Task, read_and_analyse

MEMORY_LIMIT = 4 * 1024**3
"""Bytes of address space that one worker may take."""

TASKS_A_WORKER = 200
"""Files after which a worker is replaced by a fresh one, so that libraries' leaks do not add up."""


class Workers:
    """Processes that run `read_and_analyse` with a time limit for each file."""

    def __init__(self, pool: ProcessPool, time_limit: int) -> None:
        self._pool = pool
        self._time_limit = time_limit

    def submit(self, task: Task) -> Future[Analysis]:
        """The future of one file's analysis; it fails with `TimeoutError` when the time is over."""
        future: Future[Analysis] = self._pool.schedule(read_and_analyse, args=(task,), timeout=self._time_limit)
        return future


@contextmanager
def workers(count: int = 0, time_limit: int = 120) -> Iterator[Workers]:
    """Runs worker processes while the block lasts; 0 means one a core."""
    processes = count or os.cpu_count() or 1
    with ProcessPool(
        max_workers=processes,
        max_tasks=TASKS_A_WORKER,
        initializer=_limit_memory,
        context=multiprocessing.get_context("spawn"),  # a fork could inherit a lock that a thread of the index holds
    ) as pool:
        try:
            yield Workers(pool, time_limit)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
