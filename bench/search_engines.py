"""The engines beside each other on the same clauses and queries: speed, size, latency, memory, and what is missed.

    python -m bench.search_engines --clauses 100000 --engines tantivy fts5 bm25s

Times are given twice, by the wall clock and in processor time of this process and its workers: what other work on the
machine takes shows in the former alone. Each engine runs in a process of its own, so that its memory can be told.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import re
import resource
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bench.search_material import PER_DOCUMENT, clauses, queries, sentences
from search import Entry, Match, SearchEngine, open_engine
from search.folding import squeeze
from search.query import Phrase, Query
from search.tokenizer import Analyser

_WHOOSH_MOST = 5_000
"""Clauses that the pure engine is measured with at most: it indexes some hundred a second."""
_RECALL = 200
_ROWS = 20


def processor_time() -> float:
    """Seconds of processor time of this process and of its workers that have ended."""
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime


class Watch:
    """Measures a stretch of work: `wall` and `processor` seconds since it was made."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), processor_time()

    @property
    def wall(self) -> float:
        """Seconds by the clock."""
        return time.perf_counter() - self._wall

    @property
    def processor(self) -> float:
        """Seconds of processor time."""
        return processor_time() - self._processor


def indexing(number: int, work: Callable[[], object], folder: Path) -> str:
    """Does the work and tells its speed and the size of what it leaves."""
    watch = Watch()
    work()
    wall, processor = watch.wall, watch.processor
    return (
        f"  {number} clauses: {number / wall:.0f} a second ({processor / number * 1e6:.0f} µs of processor time each, "
        f"{os.cpu_count()} processors), {size(folder) / number:.0f} bytes a clause"
    )


def size(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def answering(
    asked: Sequence[tuple[str, str]], ask: Callable[[str], object], rounds: int = 1, *, by_kind: bool = False
) -> str:
    """Median and 95th percentile of the time of an answer, in milliseconds; of each query the best of some rounds."""
    best = [(math.inf, math.inf)] * len(asked)
    for _ in range(rounds):
        taken = [_taken(query, ask) for _, query in asked]
        best = [(min(wall, old), min(own, before)) for (wall, own), (old, before) in zip(taken, best, strict=True)]
    walls, processors = [wall for wall, _ in best], [own for _, own in best]
    lines = [f"p50 {_cut(walls, 50):.1f} ms, p95 {_cut(walls, 95):.1f} ms by the clock"]
    lines[0] += f" (processor time {_cut(processors, 50):.1f}, {_cut(processors, 95):.1f})"
    lines[0] += f", best of {rounds}, load {os.getloadavg()[0]:.1f}"
    if by_kind:
        kinds: dict[str, list[float]] = defaultdict(list)
        for (kind, _), own in zip(asked, processors, strict=True):
            kinds[kind].append(own)
        lines += [f"    {kind:27s} median {median(held):6.1f} most {max(held):6.1f}" for kind, held in kinds.items()]
    return "\n".join(lines)


def _taken(query: str, ask: Callable[[str], object]) -> tuple[float, float]:
    """Milliseconds of an answer by the clock, and of processor time."""
    watch = Watch()
    ask(query)
    return watch.wall * 1000, watch.processor * 1000


def _cut(times: list[float], percent: int) -> float:
    return quantiles(times, n=100)[percent - 1]


def memory() -> str:
    """What this process holds in memory, in megabytes: its own, and pages of files, which the system may take back."""
    status = Path("/proc/self/status")
    if not status.exists():
        return "memory unknown"
    held = dict(re.findall(r"^(VmHWM|RssAnon|RssFile):\s*(\d+) kB$", status.read_text(), re.MULTILINE))
    own, files, most = (int(held[name]) // 1024 for name in ("RssAnon", "RssFile", "VmHWM"))
    return f"memory: {own} MB of its own and {files} MB of pages of files, at most {most} MB until then"


def measure_engine(name: str, number: int, parts: list[str], kept: Path | None = None, rounds: int = 1) -> None:
    """Prints what one of our engines does, with a new index or one that was kept."""
    with TemporaryDirectory() as place, open_engine(name, kept or Path(place)) as engine:
        engine.search("预热")

        def fill() -> None:
            engine.clear()
            engine.add(clauses(number, parts))
            engine.commit()

        if engine.count() < number or engine.needs_rebuild:
            watch = Watch()
            made = sum(1 for _ in clauses(number, parts))
            print(f"  of the processor time that follows, {watch.processor / made * 1e6:.0f} µs make the clauses")
            print(indexing(number, fill, kept or Path(place)))
            print(f"  {memory()}")
        asked = queries(parts)
        engine.search("预热")
        print(f"  page of 20 hits, highlights and facets: {answering(asked, engine.search, rounds, by_kind=True)}")
        engine.add([Entry("other", "p_1", "另一文件", "", "另外收录的一条。")])
        engine.commit()
        engine.search("预热")

        def grouped(query: str, offset: int = 0) -> object:
            return engine.search(query, per_document=3, offset=offset)

        print(f"  page of 20 documents: {answering(asked, grouped, rounds)}")
        print(f"  {memory()}")
        print(f"  the next page of the last ones: {answering(asked[-16:], lambda query: grouped(query, 20))}")
        new = time.time_ns()  # in an index that was kept there may be earlier ones
        watch = Watch()
        engine.add([Entry(f"new{new}", "p_1", "新文件", "", f"刚刚收录的{new}号。")])
        engine.commit()
        assert engine.search(f"刚刚收录的{new}号").total == 1  # noqa: S101 - the measurement means nothing otherwise
        print(
            f"  a new clause is found after {watch.wall * 1000:.0f} ms ({watch.processor * 1000:.0f} of processor time)"
        )
        print(f"  {recall(engine, number, parts)}")


def recall(engine: SearchEngine, number: int, parts: list[str]) -> str:
    """How many arbitrary strings are found in exactly as many clauses as they stand in."""
    chance = random.Random(11)
    texts = [squeeze(entry.text) for entry in clauses(min(number, 20_000), parts)]
    strings = []
    for _ in range(_RECALL):
        text, length = chance.choice(texts), chance.randint(2, 8)
        start = chance.randrange(max(len(text) - length, 0) + 1)
        strings.append(text[start : start + length])
    standing = dict.fromkeys(strings, 0)
    for entry in clauses(number, parts):
        text = squeeze(entry.text)
        for string in standing:
            standing[string] += string in text
    right = sum(
        engine.search(Query(part, Phrase(part)), match=Match.ALL, limit=1, facets=False).total == standing[part]
        for part in strings
    )
    return f"strings of 2 to 8 characters found in exactly the clauses that hold them: {right} of {_RECALL}"


def measure_trigrams(number: int, parts: list[str]) -> None:
    """Prints what SQLite's trigram index does with the queries that are plain strings; it cannot see two characters."""
    with TemporaryDirectory() as place, closing(sqlite3.connect(Path(place) / "fts.sqlite")) as database:

        def fill() -> None:
            database.execute("create virtual table clause using fts5(text, tokenize='trigram')")
            database.executemany("insert into clause values (?)", ((entry.text,) for entry in clauses(number, parts)))
            database.commit()

        print(indexing(number, fill, Path(place)))
        seen = [(kind, query) for kind, query in queries(parts) if query.isalnum()]
        ask = "select text from clause where clause match ? order by rank limit ?"

        def found(query: str) -> list[object]:
            return database.execute(ask, (f'"{query}"', _ROWS)).fetchall()

        blind = sum(not found(query) for _, query in seen if len(query) < 3)
        print(f"  20 rows, no facets, {len(seen)} plain strings: {answering(seen, found)}")
        print(f"  {blind} queries of one or two characters find nothing")


def measure_bm25s(number: int, parts: list[str]) -> None:
    """Prints what bm25s does with all queries as bags of words; it has no phrases, filters, facets or additions."""
    try:
        import bm25s  # type: ignore[import-not-found]  # no dependency: measured where somebody installed it
    except ImportError:
        print("  not installed (pip install bm25s)")
        return
    analyser = Analyser()
    with TemporaryDirectory() as place:
        index = bm25s.BM25()

        def fill() -> None:
            index.index([analyser.words(entry.text) for entry in clauses(number, parts)], show_progress=False)
            index.save(place)

        print(indexing(number, fill, Path(place)))

        def ask(query: str) -> object:
            words = [word for word in analyser.words(query) if word in index.vocab_dict]
            return index.retrieve([words], k=_ROWS, show_progress=False) if words else ()

        print(f"  20 numbers of clauses, no text, no facets: {answering(queries(parts), ask)}")


ENGINES = ("tantivy", "whoosh", "fts5", "bm25s")


def _measure(name: str, number: int, parts: list[str], kept: Path | None, rounds: int) -> None:
    """Measures one engine, and the most memory that it takes while it does."""
    print(name)
    match name:
        case "tantivy":
            measure_engine(name, number, parts, kept, rounds)
        case "whoosh":
            measure_engine(name, min(number, _WHOOSH_MOST), parts, None, rounds)
        case "fts5":
            measure_trigrams(number, parts)
        case "bm25s":
            measure_bm25s(number, parts)
    own, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"  most memory: {own:.0f} MB, of each worker {workers:.0f} MB", flush=True)


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures of each engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clauses", type=int, default=20_000)
    parser.add_argument("--engines", nargs="*", choices=ENGINES, default=ENGINES)
    parser.add_argument("--index", type=Path, help="folder in which Tantivy's index is kept, and found the next time")
    parser.add_argument("--rounds", type=int, default=1, help="of searches; of each query the best one counts")
    given = parser.parse_args(arguments)
    parts = sentences()
    print(f"{len(parts)} sentences, documents of {PER_DOCUMENT} clauses")
    for name in given.engines:
        process = get_context("spawn").Process(
            target=_measure, args=(name, given.clauses, parts, given.index, given.rounds)
        )
        process.start()
        process.join()


if __name__ == "__main__":
    main()
