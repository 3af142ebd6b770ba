"""Time to the first byte and to the last of the search page over 10,000 documents while many readers ask at once.

    python -m bench.crowd --home FOLDER

Clauses and queries are those of `search_engines`; of each document the store holds the title, as much as a page of hits
asks it for. With a hundred clauses a document, the index (`FOLDER/index`) is the one of a million clauses that
`search_engines --index` measures. The site is served as `zhengnuo serve` does it, in a process beside the readers'.

Readers are counted twice: as people, who look at a page for about a second before they ask again, and as machines that
ask again at once. In the second case each waits for all others, so that the figure is the page's processor time times
the number of readers: it tells how many pages a second the site gives, not how long a reader waits. No page is asked
for twice, but where it is said: what a public portal sees are readers who draw their queries from a hundred popular
ones by Zipf's law. Each row says how many of its pages had been drawn before and were kept, and which share of the
work the busiest process had.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple
from urllib.parse import urlencode

from sqlalchemy import insert, select, update

import extract
import ingest
import search
from bench.search_material import PER_DOCUMENT, clauses, queries, sentences
from corpus.document import document_id
from corpus.store import Store, tables
from search import Entry
from webapp.config import load_config
from webapp.workspace import INDEX_FOLDER, Workspace

DOCUMENTS = 10_000
READERS = 20
PAGES = 15
"""Pages that each reader asks for."""
POPULAR = 100
"""Pages that most readers of a portal ask for."""
LOOKING = 1.0
"""Seconds on average that a person looks at a page before asking again."""
ARRIVED = "2026-01-01T00:00:00+00:00"


def id_of(number: int) -> str:
    """The id of a document, by its number."""
    return document_id(_hash_of(number))


def _hash_of(number: int) -> str:
    return f"{number:016x}{'0' * 48}"


def keep(store: Store, titles: Sequence[str]) -> None:
    """Puts a document of each title into the store: the first as any is, the others as copies of its rows."""
    data = f"{titles[0]}\n本通知自印发之日起施行。".encode()
    document = ingest.read(data, name="made.txt", origin="made", arrived_at=ARRIVED)
    store.put(
        extract.analyse(replace(document, id=id_of(0), source=replace(document.source, content_hash=_hash_of(0))))
    )
    with store.engine.begin() as connection:
        source = dict(connection.execute(select(tables.source)).mappings().one())
        row = dict(connection.execute(select(tables.document)).mappings().one())
        numbers = range(1, len(titles))
        sources = [source | {"content_hash": _hash_of(at), "origin": f"made {at}"} for at in numbers]
        rows = [
            row | {"id": id_of(at), "content_hash": _hash_of(at), "lineage": id_of(at)} | {"title": titles[at]}
            for at in numbers
        ]
        connection.execute(insert(tables.source), sources)
        first = row["revision"]
        connection.execute(
            insert(tables.document), [made | {"revision": first + at} for at, made in enumerate(rows, 1)]
        )
        connection.execute(update(tables.revision).values(value=first + len(rows)))


def fill(workspace: Workspace, documents: int, each: int) -> None:
    """Puts so many documents of so many clauses into the index, and into the store unless they are there; no graph."""
    parts, titles = sentences(), dict.fromkeys(map(id_of, range(documents)), "")

    def entries() -> Iterator[Entry]:
        for entry in clauses(documents * each, parts, each, id_of):
            titles[entry.document] = entry.title
            yield entry

    with search.open_engine("tantivy", workspace.config.home / INDEX_FOLDER) as engine:
        engine.clear()
        engine.add(entries())
        if not workspace.store.revision:
            keep(workspace.store, list(titles.values()))
        engine.commit(str(workspace.store.revision))


class Taken(NamedTuple):
    """What a page took.

    Attributes:
        first: milliseconds until its first byte came.
        whole: until its last one had come.
        kept: whether it had been drawn for another reader.
    """

    first: float
    whole: float
    kept: bool


def addresses(parts: list[str], readers: int, seed: int) -> list[list[str]]:
    """Search pages that each reader asks for, of queries that no other asks."""
    asked = dict.fromkeys(query for _, query in queries(parts, 2 * readers * PAGES, seed))
    pages = [f"/search?{urlencode({'q': query})}" for query in asked]
    return [pages[reader * PAGES : (reader + 1) * PAGES] for reader in range(readers)]


def popular(parts: list[str], readers: int, seed: int) -> list[list[str]]:
    """Search pages that each reader asks for, drawn from `POPULAR` ones: the n-th is asked for 1/n times as often."""
    chance, pages = random.Random(seed), [page for pages in addresses(parts, POPULAR, seed) for page in pages][:POPULAR]
    weights = [1 / at for at in range(1, POPULAR + 1)]
    return [chance.choices(pages, weights, k=PAGES) for _ in range(readers)]


def taken(host: str, pages: list[str], looking: float, seed: int) -> list[Taken]:
    """What each page took, as one reader asks for them."""
    chance, times = random.Random(seed), []
    connection = HTTPConnection(host)
    for page in pages:
        time.sleep(chance.uniform(0, 2 * looking))
        start = time.perf_counter()
        connection.request("GET", page)
        reply = connection.getresponse()
        reply.read(1)
        first = time.perf_counter() - start
        reply.read()
        whole = time.perf_counter() - start
        times.append(Taken(first * 1000, whole * 1000, reply.getheader("Age") is not None))
    connection.close()
    return times


def _readers(host: str, looking: float, asked: list[list[str]]) -> list[Taken]:
    """All readers at once; run in a process of its own, so that it takes nothing from the site's."""
    with ThreadPoolExecutor(len(asked)) as pool:
        held = pool.map(taken, *zip(*((host, pages, looking, at) for at, pages in enumerate(asked)), strict=True))
        return [page for pages in held for page in pages]


@contextmanager
def serving(home: Path, processes: int) -> Iterator[tuple[str, int]]:
    """Host and port of a site that `zhengnuo serve` serves, and the id of its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "webapp", "--home", str(home), "serve", "--port", str(port)]
    with subprocess.Popen([*command, "--processes", str(processes)], stdout=subprocess.PIPE) as site:
        try:
            assert site.stdout is not None  # noqa: S101 - it was asked for
            site.stdout.readline()
            yield f"127.0.0.1:{port}", site.pid
        finally:
            site.terminate()


def processor_times(process: int) -> dict[int, float]:
    """Seconds of processor time of a process and each that it started; empty where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return {}
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return {process: own} | {key: spent for child in below for key, spent in processor_times(int(child)).items()}


def report(name: str, pages: list[Taken], wall: float, spent: list[float]) -> None:
    """Prints a row: how long the pages took, how many were kept, and what they cost each process."""
    first, whole = (
        quantiles(times, n=100) for times in ([page.first for page in pages], [page.whole for page in pages])
    )
    total = sum(spent) or math.nan
    print(
        f"{name}: first byte p50 {first[49]:.0f} ms, p95 {first[94]:.0f} ms, whole page {whole[49]:.0f} and "
        f"{whole[94]:.0f} ms; {sum(page.kept for page in pages)} of {len(pages)} kept; "
        f"{len(pages) / wall:.0f} pages a second, {total / len(pages) * 1000:.1f} ms of processor time a page, "
        f"{max(spent, default=0) / total:.0%} of it by one process",
        flush=True,
    )


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="folder in which the corpus is kept, and found the next time")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--each", type=int, default=PER_DOCUMENT, help="clauses of a document")
    parser.add_argument("--processes", type=int, default=2, help="of the site")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder)
        with Workspace.open(load_config(home, environ={}), mend=False) as workspace:
            if workspace.is_unfilled or workspace.is_outdated:
                fill(workspace, given.documents, given.each)
            print(f"{workspace.store.bounds().documents} documents, {workspace.engine.count()} clauses")
        parts = sentences()
        with (
            serving(home, given.processes) as (host, site),
            multiprocessing.get_context("spawn").Pool(1) as outside,
        ):
            outside.apply(_readers, (host, 0.0, addresses(parts, 4 * given.processes, 1)))  # until all is read
            known = addresses(parts, READERS, 2)
            for name, looking, asked in (
                ("one reader", 0.0, addresses(parts, 1, 3)),
                (f"{READERS} readers who look at each page", LOOKING, addresses(parts, READERS, 4)),
                (f"{READERS} such readers of {POPULAR} popular pages", LOOKING, popular(parts, READERS, 5)),
                (f"{READERS} machines that ask again at once", 0.0, known),
                ("the same pages once more", 0.0, known),
            ):
                wall, before = time.perf_counter(), processor_times(site)
                pages = outside.apply(_readers, (host, looking, asked))
                wall, after = time.perf_counter() - wall, processor_times(site)
                report(name, pages, wall, [spent - before.get(process, 0.0) for process, spent in after.items()])


if __name__ == "__main__":
    main()
