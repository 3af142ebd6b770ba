"""Connections are shared evenly by the processes of a site, and none waits long for one that hangs."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from webapp.even_listener import NOT_ANSWERING, EvenListener, Share


@pytest.fixture
def listeners() -> Iterator[tuple[EvenListener, EvenListener, list[int]]]:
    """Two sockets at one address, each as a process of its own has it, and what they tell each other."""
    counts = [NOT_ANSWERING, NOT_ANSWERING]
    with socket.create_server(("127.0.0.1", 0)) as one:
        other = one.dup()
        with EvenListener(one, Share(counts, 0)) as first, EvenListener(other, Share(counts, 1)) as second:
            first.setblocking(False)
            second.setblocking(False)
            yield first, second, counts


def connect(listener: socket.socket) -> socket.socket:
    """A reader's connection."""
    return socket.create_connection(listener.getsockname())


def test_the_next_connection_goes_to_who_has_fewer(listeners: tuple[EvenListener, EvenListener, list[int]]) -> None:
    """Who has more leaves it, and takes one again once its own are closed."""
    first, second, counts = listeners
    with pytest.raises(BlockingIOError):
        second.accept()  # there is none; but from here on it takes some
    readers = [connect(first) for _ in range(4)]
    held = [first.accept()[0]]
    with pytest.raises(BlockingIOError):
        first.accept()
    held += [second.accept()[0], second.accept()[0]]
    assert counts == [1, 2]
    held += [first.accept()[0]]
    assert counts == [2, 2]
    for connection in (*held, *readers):
        connection.close()
    with connect(first), first.accept()[0]:
        assert counts[0] == 1


def test_nobody_waits_for_who_takes_none(listeners: tuple[EvenListener, EvenListener, list[int]]) -> None:
    """Neither for a process that is not there yet, nor long for one that hangs."""
    first, _, counts = listeners
    held = [connect(first) for _ in range(6)]
    held += [first.accept()[0] for _ in range(3)]
    assert counts == [3, NOT_ANSWERING]
    counts[1] = 0
    start, taken = time.monotonic(), 0
    while taken < 3:
        try:
            held.append(first.accept()[0])
            taken += 1
        except BlockingIOError:
            assert time.monotonic() - start < 60
    assert time.monotonic() - start > 0.1
    for connection in held:
        connection.close()
