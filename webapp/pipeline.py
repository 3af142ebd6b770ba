"""One document's way, top to bottom: a file is read, analysed, kept; index and graph follow the store."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLongError
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import extract
import ingest
from corpus import Analysis, Source
from corpus.errors import UnreadableFileError
from corpus.store import Outcome, Store, Stored, Visibility
from corpus.store.originals import content_hash
from corpus.store.records import titled

Task = tuple[bytes, str, str, str]
"""Bytes, name, origin and time of arrival of a file that is to be read."""

MARKED = "secret.marked"
"""Code of the refusal of a file that bears a mark of secrecy; of such a file nothing is kept."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file, and what is to be noted of it."""

    path: Path
    stored: Stored
    notes: tuple[str, ...] = ()


def read_and_analyse(task: Task) -> Analysis:
    """The analysis of a file's bytes; runs in a worker process.

    Raises:
        UnreadableFileError: if no reader can read it.
    """
    data, name, origin, arrived_at = task
    document = ingest.read(data, name=name, origin=origin, arrived_at=arrived_at)
    return extract.analyse(document)


def ingest_files(
    paths: Iterable[Path],
    store: Store,
    submit: Callable[[Task], Future[Analysis]],
    visibility: Visibility = Visibility.PUBLIC,
    size_limit: int = 50 * 1024 * 1024,
    ahead: int = 8,
) -> Iterator[Ingested]:
    """Brings files into the store, one result each, in order; a file that cannot be read never stops the rest.

    Args:
        paths: files.
        store: where they go.
        submit: runs `read_and_analyse` elsewhere (a process pool with a time limit, a cluster) and gives its future.
        visibility: who may see them.
        size_limit: bytes; a larger file is not read at all.
        ahead: how many files are read ahead of the one being kept.
    """
    waiting: list[tuple[Path, Task, Future[Analysis]]] = []
    for path in paths:
        task = _task_of(path, size_limit)
        if isinstance(task, Ingested):
            yield task
            continue
        known = store.known(content_hash(task[0]), ingest.version())
        if known is not None:
            yield Ingested(path, Stored(Outcome.UNCHANGED, known.document, known.reason))
            continue
        waiting.append((path, task, submit(task)))
        if len(waiting) > ahead:
            yield _keep(*waiting.pop(0), store, visibility)
    for path, task, future in waiting:
        yield _keep(path, task, future, store, visibility)


def _task_of(path: Path, size_limit: int) -> Task | Ingested:
    """The file as a task, or why it cannot be opened."""
    try:
        size = path.stat().st_size
        if size > size_limit:
            reason = f"文件大小{size / 1024 / 1024:.0f}MB，超过上限{size_limit // 1024 // 1024}MB，请拆分。"
            return Ingested(path, Stored(Outcome.QUARANTINED, reason=reason))
        data = path.read_bytes()
    except OSError as error:
        return Ingested(path, Stored(Outcome.QUARANTINED, reason=f"文件无法打开：{error.strerror}。"))
    return data, path.name, str(path.resolve()), datetime.now(UTC).isoformat(timespec="seconds")


def _keep(path: Path, task: Task, future: Future[Analysis], store: Store, visibility: Visibility) -> Ingested:
    """Waits for one analysis and keeps it with its original, or the reason why there is none."""
    try:
        analysis = future.result()
    except UnreadableFileError as error:
        return _refuse(path, task, store, error.code, str(error))
    except TookTooLongError:
        return _refuse(path, task, store, "time.limit", "处理时间超过上限，已停止。可拆分后重新导入。")
    except Exception as error:  # whatever a hostile file does to a worker must not stop the others
        return _refuse(path, task, store, "worker.failed", f"处理中断（{type(error).__name__}），原件已保留，可重试。")
    store.originals.put(task[0])
    stored = store.put(analysis, visibility)
    return Ingested(path, stored, _notes(analysis, stored, store))


def _refuse(path: Path, task: Task, store: Store, code: str, reason: str) -> Ingested:
    """Puts a file into quarantine; its bytes are kept unless it is marked secret."""
    if code != MARKED:
        store.originals.put(task[0])
    return Ingested(path, store.quarantine(_source_of(task), code, reason, ingest.version()))


def _notes(analysis: Analysis, stored: Stored, store: Store) -> tuple[str, ...]:
    """What is to be noted of a kept document: problems of reading, and near-duplicates."""
    if stored.document is None or stored.outcome is not Outcome.STORED:
        return ()
    twins = (
        f"与已收录的{titled(twin.title)}内容基本相同，请核对是否重复或标题有误。"
        for twin in store.twins(stored.document)
    )
    return (*(problem.message for problem in analysis.problems), *twins)


def _source_of(task: Task) -> Source:
    """The source of a file that no reader took; its type is the one its name claims."""
    data, name, origin, arrived_at = task
    claimed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Source(content_hash(data), claimed, name, origin, len(data), arrived_at)


def analyse_again(store: Store, documents: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Analyses kept documents again from their originals: each id, and why it could not be done.

    What people have decided (events) is not touched.
    """
    for key in documents:
        source = store.source_of(key)
        try:
            task = (store.originals.get(source.content_hash), source.name, source.origin, source.arrived_at)
            store.replace(read_and_analyse(task))
        except UnreadableFileError as error:
            yield key, str(error)
        else:
            yield key, None
