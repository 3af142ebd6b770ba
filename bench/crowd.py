"""Time to first byte of the search page over 10,000 documents while many readers ask at once.

    python -m bench.crowd --home FOLDER

The documents are copies of the shorter real ones under ids of their own; the queries are those of `search_engines`.
Readers are counted twice: as people, who look at a page for about a second before they ask again, and as machines that
ask again at once. In the second case each waits for all others, so that the figure is the page's processor time times
the number of readers: it tells how many pages a second one process gives, not how long a reader waits.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

import extract
from bench.material import documents
from bench.pages import serving
from bench.search_material import queries, sentences
from corpus import Analysis
from corpus.document import document_id
from search.entries import entries
from webapp.config import load_config
from webapp.workspace import Workspace

DOCUMENTS = 10_000
READERS = 20
PAGES = 15
"""Pages that each reader asks for."""
LOOKING = 1.0
"""Seconds on average that a person looks at a page before asking again."""
_LONGEST = 4_000
"""Characters of the longest document that is copied."""


def copies(number: int) -> Iterator[Analysis]:
    """So many documents, each with bytes of its own as the store tells documents apart."""
    originals = [extract.analyse(document) for document in documents() if len(document.text) <= _LONGEST]
    for copy, analysis in enumerate(islice(cycle(originals), number)):
        source = replace(analysis.document.source, content_hash=f"{copy:016x}{'0' * 48}", origin=f"copy {copy}")
        document = replace(analysis.document, id=document_id(source.content_hash), source=source)
        yield replace(analysis, document=document)


def fill(workspace: Workspace, number: int) -> None:
    """Puts the copies into the store and the index."""
    for analysis in copies(number):
        workspace.store.put(analysis)
        workspace._engine.add(entries(analysis))  # noqa: SLF001 - the graph is left out: it takes an hour
    workspace._engine.commit(str(workspace.store.revision))  # noqa: SLF001


def addresses(asked: list[str], seed: int) -> list[str]:
    """Search pages that one reader asks for, of these queries."""
    return [f"/search?{urlencode({'q': query})}" for query in random.Random(seed).sample(asked, PAGES)]


def first_bytes(host: str, pages: list[str], looking: float, seed: int) -> list[float]:
    """Milliseconds to the first byte of each page, as one reader asks for them."""
    chance, times = random.Random(seed), []
    connection = HTTPConnection(host)
    for page in pages:
        time.sleep(chance.uniform(0, 2 * looking))
        start = time.perf_counter()
        connection.request("GET", page)
        reply = connection.getresponse()
        reply.read(1)
        times.append((time.perf_counter() - start) * 1000)
        reply.read()
    connection.close()
    return times


def _readers(host: str, looking: float, asked: list[list[str]]) -> list[float]:
    """All readers at once; run in a process of its own, so that it takes nothing from the site's."""
    with ThreadPoolExecutor(len(asked)) as pool:
        held = pool.map(first_bytes, *zip(*((host, pages, looking, at) for at, pages in enumerate(asked)), strict=True))
        return [milliseconds for times in held for milliseconds in times]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="folder in which the corpus is kept, and found the next time")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.open(load_config(given.home or Path(folder), environ={})) as workspace,
    ):
        if not workspace.store.revision:
            fill(workspace, given.documents)
        every = [query for _, query in queries(sentences())]
        asked = [addresses(every, reader) for reader in range(READERS)]
        print(f"{workspace.store.bounds().documents} documents, {workspace.engine.count()} clauses")
        with serving(workspace) as base, multiprocessing.get_context("spawn").Pool(1) as outside:
            host = urlsplit(base).netloc
            outside.apply(_readers, (host, 0.0, [addresses(every, READERS)]))  # others, so that none is known
            for name, looking, who in (
                ("one reader", 0.0, asked[:1]),
                (f"{READERS} readers who look at each page", LOOKING, asked),
                (f"{READERS} machines that ask again at once", 0.0, asked),
            ):
                wall, processor = time.perf_counter(), time.process_time()
                times = outside.apply(_readers, (host, looking, who))
                wall, processor = time.perf_counter() - wall, time.process_time() - processor
                cut = quantiles(times, n=100)
                print(
                    f"{name}: p50 {cut[49]:.0f} ms, p95 {cut[94]:.0f} ms; {len(times) / wall:.0f} pages a second, "
                    f"{processor / len(times) * 1000:.1f} ms of processor time a page"
                )


if __name__ == "__main__":
    main()
