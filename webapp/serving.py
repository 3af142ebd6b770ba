"""The site served: by this process, or by several that answer at one address, so that each processor can be used.

Waitress takes requests and sends answers in the pace of each client, but holds the interpreter while a page is made;
further processes are the way to a second processor. They share the listening socket, the home folder, the key that
signs forms, and the pages that were drawn a moment ago.

A process learns what the corpus teaches before it takes its first request. An index or a graph of another version is
made anew by a process that answers nobody.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, MutableSequence
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from flask import Flask
from waitress import create_server
from waitress.adjustments import Adjustments

from corpus.errors import ZhengnuoError
from webapp.app import create_app
from webapp.config import Config
from webapp.even_listener import NOT_ANSWERING, EvenListener, Share
from webapp.kept_pages import FOLDER, KeptPages
from webapp.suggestions import prepare, prepare_initials
from webapp.workspace import Workspace

MOST_PROCESSES = 4
"""Processes of a site that is not told how many to have; one a core up to here."""
_REBUILT = "检索索引的版本已更新，正在后台重建；完成前检索仍使用原有索引。"
_UNFILLED = "检索索引需要重新建立，正在后台进行；完成前检索没有结果。"
_MOMENT = 0.05
"""Seconds between two looks at processes that are starting."""
_PAUSE = 1.0
"""Seconds until a process that ended is replaced, so that one that cannot start takes no processor."""
_BACKLOG = 1024
"""Connections that wait to be taken."""
_FIRST = ("/", "/search?q=%E7%9A%84", "/documents")
"""Pages that a process draws before readers ask for any; a query of one character is proposed to nobody."""
_SWITCH = 0.001
"""Seconds that a thread may hold the interpreter while others wait for it. Who sends a kept page needs it for a moment,
but several times: with Python's own 0.005 that takes longer beside pages that are drawn (docs/scale.md)."""
_GIVES_WAY = 10
"""By how much what makes index and graph anew gives way to readers."""
_PATIENCE = 5.0
"""Seconds that this process has to end in order."""


def serve(config: Config, told: Callable[[str], None]) -> None:
    """Serves until it is stopped.

    Args:
        config: which home, where to listen, how many processes.
        told: called with Chinese sentences for the one who started it.

    Raises:
        ZhengnuoError: if the address is taken or cannot be bound, or the processes do not start.
    """
    started = f"政诺已启动：http://{config.host}:{config.port}　（按 Ctrl+C 停止）"
    with Workspace.open(config, mend=False) as workspace, _listening(config) as sockets:
        if workspace.is_outdated:
            told(_UNFILLED if workspace.is_unfilled else _REBUILT)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # by which service managers end it: in order
        site = secrets.token_bytes(32)
        kept = KeptPages(config.home / FOLDER, site)
        kept.clear()
        try:
            if processes_of(config) == 1:
                with _catching_up(config):
                    _serve_at(sockets, workspace, kept, lambda: told(started))
            else:
                threading.Thread(target=_catch_up, args=(workspace,), name="catch-up", daemon=True).start()
                _serve_by_several(config, sockets, site, lambda: told(started))
        finally:
            kept.clear()


def processes_of(config: Config) -> int:
    """How many processes answer."""
    return config.processes or min(os.cpu_count() or 1, MOST_PROCESSES)


def secret_of(home: Path) -> bytes:
    """The key that signs forms, made once and kept in the home folder, so that open forms outlive a restart."""
    path = home / "secret"
    with (
        contextlib.suppress(FileExistsError),
        os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file,
    ):
        file.write(secrets.token_bytes(32))
    return path.read_bytes()


@contextlib.contextmanager
def _listening(config: Config) -> Iterator[list[socket.socket]]:
    """Sockets that listen at all addresses of the host."""
    with contextlib.ExitStack() as opened:
        try:
            addresses = Adjustments(host=config.host, port=config.port).listen
            sockets = []
            for family, kind, protocol, address in addresses:
                sockets.append(opened.enter_context(socket.socket(family, kind, protocol)))
                _listen(sockets[-1], address)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise ZhengnuoError(
                f"无法监听 {config.host}:{config.port}（{reason}），可用 --port 换一个端口。"
            ) from error
        yield sockets


def _listen(listener: socket.socket, address: Any) -> None:
    if sys.platform != "win32":  # where it would let another program take the same port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if listener.family == socket.AF_INET6:
        listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    listener.bind(address)
    listener.listen(_BACKLOG)


def _serve_at(sockets: list[socket.socket], workspace: Workspace, kept: KeptPages, ready: Callable[[], object]) -> None:
    """Answers at these sockets."""
    sys.setswitchinterval(_SWITCH)
    app = create_app(workspace, secret_of(workspace.config.home), kept)
    _make_ready(app, workspace)
    server = create_server(app, sockets=sockets, threads=workspace.config.threads, ident=None)
    ready()
    threading.Thread(target=prepare_initials, args=(workspace.store,), name="initials", daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


def _make_ready(app: Flask, workspace: Workspace) -> None:
    """Does what would else be done by the first reader's request."""
    try:
        workspace.learner.learn()
        prepare(workspace.store)
    except ZhengnuoError:  # the index is being replaced
        return
    reader = app.test_client()
    for address in _FIRST:
        reader.get(address, buffered=True)


@contextlib.contextmanager
def _catching_up(config: Config) -> Iterator[None]:
    """Has index and graph made what they should be, by a process that gives way to those that answer."""
    process = get_context("spawn").Process(target=_catch_up_apart, args=(config,))
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join(_PATIENCE)
        process.kill()  # by which nothing is lost: the index is what it was at its last commit


def _catch_up_apart(config: Config) -> None:
    _follow_parent()
    with contextlib.suppress(KeyboardInterrupt), Workspace.open(config, mend=False) as workspace:
        _catch_up(workspace)


def _catch_up(workspace: Workspace) -> None:
    if sys.platform == "linux":  # where a thread can give way by itself
        os.nice(_GIVES_WAY)
    workspace.catch_up()


def _serve_by_several(config: Config, sockets: list[socket.socket], site: bytes, ready: Callable[[], object]) -> None:
    """Has several processes answer, and replaces one that ends.

    Raises:
        ZhengnuoError: if one ends before any of them answers.
    """
    context = get_context("spawn")  # a fork could inherit a lock that a thread of the index holds
    answering = context.Event()

    number = processes_of(config)
    counts = context.Array("i", [NOT_ANSWERING] * number, lock=False)

    def start(own: int) -> BaseProcess:
        counts[own] = NOT_ANSWERING
        process = context.Process(target=_answer, args=(config, sockets, counts, own, site, answering))
        process.start()
        return process

    running: list[BaseProcess] = []
    try:
        running += [start(own) for own in range(number)]
        while not answering.wait(_MOMENT):
            if not all(process.is_alive() for process in running):
                raise ZhengnuoError("网站进程未能启动，原因见上面的记录。")
        ready()
        while True:
            wait([process.sentinel for process in running])
            time.sleep(_PAUSE)
            running = [process if process.is_alive() else start(own) for own, process in enumerate(running)]
    except KeyboardInterrupt:
        pass
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.join()


def _answer(
    config: Config, sockets: list[socket.socket], counts: MutableSequence[int], own: int, site: bytes, answering: Any
) -> None:
    """One of several processes: answers until the one that started it tells it to end, or ends itself."""
    _follow_parent()
    with contextlib.suppress(KeyboardInterrupt), Workspace.open(config, mend=False) as workspace:
        kept = KeptPages(config.home / FOLDER, site)
        share = Share(counts, own)
        _serve_at([EvenListener(listener, share) for listener in sockets], workspace, kept, answering.set)


def _follow_parent() -> None:
    """Has this process end in order when the one that started it says so, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # which a terminal sends to all; the first process tells the others
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
