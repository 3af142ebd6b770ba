"""Writers in several processes, and a writer that is killed."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from search import Entry, SearchEngine, open_engine
from search.turn import IndexBusyError, Turn

LOCAL = ("tantivy", "whoosh")
"""Engines whose index is a folder of this machine."""

WRITER = """
import sys
from pathlib import Path
from search import Entry, open_engine
name, path, first, number = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
with open_engine(name, path) as engine:
    for at in range(first, first + number):
        engine.add(Entry(f"d{at}", f"p_{clause}", "", "", f"第{at}号事项已办结。") for clause in range(3))
        engine.commit(str(at))
        print(at, flush=True)
"""
"""Commits documents of three clauses one by one, and says so after each."""


def writer(name: str, path: Path, first: int, number: int) -> subprocess.Popen[str]:
    """A process that writes these documents."""
    command = [sys.executable, "-c", WRITER, name, str(path), str(first), str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent)


def held(engine: SearchEngine) -> set[int]:
    """Numbers of the documents in an index, each of which must be whole."""
    page = engine.search("事项", limit=10_000)
    found = {int(hit.document[1:]) for hit in page.hits}
    assert len(page.hits) == page.total == 3 * len(found) == 3 * page.documents
    return found


@pytest.mark.parametrize("name", LOCAL)
def test_two_processes_write_in_turns(name: str, tmp_path: Path) -> None:
    """Nothing is lost and nothing fails; a reader beside them sees whole documents all the time."""
    with (
        open_engine(name, tmp_path) as engine,
        writer(name, tmp_path, 0, 6) as one,
        writer(name, tmp_path, 100, 6) as two,
    ):
        while one.poll() is None or two.poll() is None:
            held(engine)
            time.sleep(0.05)

        assert (one.returncode, two.returncode) == (0, 0)
        assert held(engine) == {*range(6), *range(100, 106)}


@pytest.mark.parametrize("name", LOCAL)
def test_a_killed_writer_loses_nothing_that_was_committed(name: str, tmp_path: Path) -> None:
    """The index opens again, holds what was acknowledged, each document whole, and lets the next writer in."""
    for first in (0, 1000):
        with writer(name, tmp_path, first, 500) as process:
            assert process.stdout is not None
            acknowledged = [int(process.stdout.readline()) for _ in range(3)]
            time.sleep(0.03)
            process.kill()
            acknowledged += [int(line) for line in process.stdout]
        with open_engine(name, tmp_path) as engine:
            assert set(acknowledged) <= held(engine)
            engine.add([Entry("d9999", f"p_{clause}", "", "", "重新写入事项。") for clause in range(3)])
            engine.commit()
            assert 9999 in held(engine)


def test_a_writer_does_not_wait_for_ever(tmp_path: Path) -> None:
    """After its patience is over it says in Chinese that others are writing."""
    first, second = Turn(tmp_path / "lock"), Turn(tmp_path / "lock", patience=0.05)
    first.take()
    with pytest.raises(IndexBusyError, match="索引正由另一个进程写入"):
        second.take()
    first.release()
    second.take()

    assert second.held
    second.release()


def test_threads_of_one_process_take_turns(tmp_path: Path) -> None:
    """The turn belongs to a thread; another one of the same process waits as well."""
    turn = Turn(tmp_path / "lock")
    order: list[str] = []

    def other() -> None:
        turn.take()
        order.append("second")
        turn.release()

    turn.take()
    turn.take()
    thread = threading.Thread(target=other)
    thread.start()
    time.sleep(0.05)
    order.append("first")
    turn.release()
    thread.join()

    assert order == ["first", "second"]


def test_the_rest_of_a_turn_keeps_the_next_writer_waiting_and_nobody_else(tmp_path: Path) -> None:
    """The one that had the turn goes on at once; who waits for the rest finds it done, and the turn free."""
    turn, done = Turn(tmp_path / "lock"), threading.Event()
    order: list[str] = []

    def rest() -> None:
        done.wait()
        order.append("rest")

    turn.take()
    turn.release_behind(rest)
    order.append("first")
    assert not turn.held
    done.set()
    turn.take()
    order.append("second")
    turn.release()
    turn.wait()

    assert order == ["first", "rest", "second"]


def test_a_turn_is_let_go_though_its_rest_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next writer comes in, and the failure is told as that of any thread."""
    told: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr("threading.excepthook", told.append)
    turn = Turn(tmp_path / "lock", patience=5)

    def rest() -> None:
        raise OSError("no space")

    turn.take()
    turn.release_behind(rest)
    turn.take()

    assert turn.held
    turn.release()
    turn.wait()
    assert [type(failed.exc_value) for failed in told] == [OSError]
