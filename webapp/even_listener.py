"""Listening sockets of several processes that share connections evenly.

Browsers keep a connection for minutes, so that a process which happens to take most of them has most of the work while
another is idle. A process that has more connections than another leaves the next one to that for a moment.
"""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import MutableSequence
from typing import Any
from weakref import WeakSet

NOT_ANSWERING = 2**30
"""Stands for the connections of a process that takes none, so that no other waits for it."""
_PATIENCE = 0.05
"""Seconds for which a connection is left to others; one of them may hang."""
_MOMENT = 0.001
"""Seconds between two looks."""


class Share:
    """The connections of one of several processes, beside those of the others; told from when it takes the first.

    Args:
        counts: how many connections each process has, in memory that all of them see.
        own: place of this process among them.
    """

    def __init__(self, counts: MutableSequence[int], own: int) -> None:
        self._counts = counts
        self._own = own
        self._held: WeakSet[socket.socket] = WeakSet()
        self._left_at: float | None = None

    def count(self) -> None:
        """Tells the others how many connections are open here."""
        self._counts[self._own] = sum(connection.fileno() >= 0 for connection in list(self._held))

    def take(self, connection: socket.socket) -> None:
        """Counts a connection until it is closed."""
        self._left_at = None
        self._held.add(connection)
        self.count()

    def leaves(self) -> bool:
        """Whether another process has fewer connections and is still given time to take the next one."""
        self.count()
        others = [count for at, count in enumerate(self._counts) if at != self._own]
        if self._counts[self._own] <= min(others, default=NOT_ANSWERING):
            return False
        now = time.monotonic()
        if self._left_at is None or now > self._left_at + 2 * _PATIENCE:  # the one that was left then is gone
            self._left_at = now
        return now < self._left_at + _PATIENCE


class EvenListener(socket.socket):
    """A socket that listens, as one of several processes has it.

    Args:
        listener: listens already; is used up.
        share: the connections of this process, taken at this and other addresses.
    """

    def __init__(self, listener: socket.socket, share: Share) -> None:
        super().__init__(listener.family, listener.type, listener.proto, listener.detach())
        self._share = share

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection.

        Raises:
            BlockingIOError: if there is none, or if it is left to another process.
        """
        if self._share.leaves():
            time.sleep(_MOMENT)
            raise BlockingIOError(errno.EWOULDBLOCK, "left to another process")
        connection, address = super().accept()
        self._share.take(connection)
        return connection, address
