"""Writers take turns: one at a time, in one process or in many; the others wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import ZhengnuoError

PATIENCE = 600.0
"""Seconds that a writer waits for the one before it."""


class IndexBusyError(ZhengnuoError):
    """Others have been writing for too long."""

    def __init__(self) -> None:
        super().__init__("索引正由另一个进程写入，等待超时，请稍后再试。")


class Turn:
    """The right to write to an index; held by one thread of one process, given back by `release`.

    The lock is the operating system's own, so that a process that dies lets it go.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._file = FileLock(path, thread_local=False)
        self._thread = threading.Lock()
        self._owner: int | None = None
        self._rest: threading.Thread | None = None
        self._patience = patience

    @property
    def held(self) -> bool:
        """Whether this thread may write."""
        return self._owner == threading.get_ident()

    def take(self) -> None:
        """Waits for the turn; does nothing where this thread has it already.

        Raises:
            IndexBusyError: if others write for longer than is bearable.
        """
        if self.held:
            return
        if not self._thread.acquire(timeout=self._patience):
            raise IndexBusyError
        try:
            self._file.acquire(timeout=self._patience)
        except Timeout as error:
            self._thread.release()
            raise IndexBusyError from error
        self._owner = threading.get_ident()

    def release(self) -> None:
        """Lets the next writer in; does nothing where this thread has no turn."""
        if self.held:
            self._owner = None
            self._file.release()
            self._thread.release()

    def release_behind(self, rest: Callable[[], None]) -> None:
        """Has a thread do the rest of the work and then let the next writer in, while this one goes on without a turn.

        Args:
            rest: what is done; an interpreter that ends waits for it.
        """

        def work() -> None:
            try:
                rest()
            finally:
                self._file.release()
                self._thread.release()

        if self.held:
            self._owner = None
            self._rest = threading.Thread(target=work, name="rest of a turn")
            self._rest.start()

    def wait(self) -> None:
        """Waits for the rest of this process's last turn."""
        if self._rest is not None:
            self._rest.join()
