"""The engines beside each other on the same clauses and queries: speed, size, latency, and whether they find it all.

Clauses are sentences of the real documents, recombined by a fixed seed into documents of a hundred clauses.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from bench.material import documents
from search import Entry, Match, SearchEngine, open_engine
from search.folding import squeeze
from search.query import Phrase, Query

_PER_DOCUMENT = 100
_END = re.compile(r"(?<=[。；！？\n])")
_SHORTEST, _LONGEST = 8, 400
_WHOOSH_MOST = 5_000
"""Clauses that the pure engine is measured with at most: it indexes some hundred a second."""
_RECALL = 300


def sentences() -> list[str]:
    """Sentences of the real documents, each once."""
    found = (part.strip() for document in documents() for part in _END.split(document.text))
    return list(dict.fromkeys(part for part in found if _SHORTEST <= len(part) <= _LONGEST))


def clauses(number: int, parts: list[str]) -> Iterator[Entry]:
    """So many clauses of one to three sentences, the same ones at each call."""
    chance = random.Random(2026)
    for at in range(number):
        document, place = divmod(at, _PER_DOCUMENT)
        yield Entry(
            document=f"d{document}",
            clause=f"p_{place}",
            title=f"第{document}号文件",
            heading="一、总体要求 > （一）工作目标",
            text="".join(chance.choices(parts, k=chance.choice((1, 1, 2, 3)))),
            genre=("plan", "notice", "report", "proposal_reply")[document % 4],
            issuer=f"第{document % 40}局",
            year=2010 + document % 15,
            written_on=f"{2010 + document % 15}-05-01",
            departments=(f"第{document % 90}厅",) if place % 7 == 0 else (),
            kinds=("commitment",) if place % 5 == 0 else (),
            lead=place == 0,
        )


def queries(parts: list[str]) -> list[str]:
    """200 queries as people type them: words, two words, phrases, alternatives, exclusions, arbitrary strings."""
    chance = random.Random(5)

    def cut(length: int) -> str:
        while True:
            text = re.sub(r"[^一-鿿]+", "", chance.choice(parts))
            if len(text) >= length:
                start = chance.randrange(len(text) - length + 1)
                return text[start : start + length]

    shapes: tuple[Callable[[], str], ...] = (
        lambda: cut(2),
        lambda: cut(4),
        lambda: f"{cut(2)} {cut(2)}",
        lambda: f"“{cut(6)}”",
        lambda: f"{cut(3)} 或 {cut(3)}",
        lambda: f"{cut(2)} -{cut(2)}",
        lambda: cut(chance.randint(3, 8)),
        lambda: cut(12),
    )
    return [shapes[at % len(shapes)]() for at in range(200)]


def timed(asked: list[str], ask: Callable[[str], object]) -> str:
    """Median and 95th percentile of the time of an answer, in milliseconds."""
    times = []
    for query in asked:
        start = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - start) * 1000)
    cuts = quantiles(times, n=20)
    return f"p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms"


def size(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def rate(name: str, number: int, seconds: float, folder: Path) -> str:
    """Speed of indexing and size of the index."""
    return f"{name}: {number} clauses, {number / seconds:.0f} clauses/s, {size(folder) / number:.0f} bytes a clause"


def measure_engine(name: str, number: int, parts: list[str]) -> None:
    """Prints what one of our engines does."""
    with TemporaryDirectory() as place, open_engine(name, Path(place)) as engine:
        engine.search("预热")
        engine.add(clauses(_PER_DOCUMENT, parts))
        engine.commit()
        start = time.perf_counter()
        engine.add(clauses(number, parts))
        engine.commit()
        spent = time.perf_counter() - start
        print(
            f"{name}: {number} clauses, {number / spent:.0f} clauses/s, {size(Path(place)) / number:.0f} bytes a clause"
        )
        asked = queries(parts)
        timed(asked[:20], engine.search)
        print(f"  page of 20 hits with highlights and facets: {timed(asked, engine.search)}")
        print(f"  page of 20 documents: {timed(asked, lambda query: engine.search(query, per_document=3))}")
        start = time.perf_counter()
        engine.add([Entry("new", "p_1", "新文件", "", "刚刚收录的一条。")])
        engine.commit()
        assert engine.search("刚刚收录的一条").total == 1  # noqa: S101 - the measurement means nothing otherwise
        print(f"  a new clause is found after {(time.perf_counter() - start) * 1000:.0f} ms")
        print(f"  {recall(engine, number, parts)}")


def recall(engine: SearchEngine, number: int, parts: list[str]) -> str:
    """How many arbitrary strings are found in exactly as many clauses as they stand in."""
    texts = [squeeze(entry.text) for entry in clauses(number, parts)]
    chance = random.Random(11)
    right = 0
    for _ in range(_RECALL):
        text, length = chance.choice(texts), chance.randint(2, 8)
        start = chance.randrange(max(len(text) - length, 0) + 1)
        part = text[start : start + length]
        page = engine.search(Query(part, Phrase(part)), match=Match.ALL, limit=1, facets=False)
        right += page.total == sum(part in text for text in texts)
    return f"strings of 2 to 8 characters found in exactly the clauses that hold them: {right} of {_RECALL}"


def measure_trigrams(number: int, parts: list[str]) -> None:
    """Prints what SQLite's trigram index does with the single terms; it cannot see two characters."""
    with TemporaryDirectory() as place, closing(sqlite3.connect(Path(place) / "fts.sqlite")) as database:
        start = time.perf_counter()
        database.execute("create virtual table clause using fts5(text, tokenize='trigram')")
        database.executemany("insert into clause values (?)", ((entry.text,) for entry in clauses(number, parts)))
        database.commit()
        spent = time.perf_counter() - start
        print(rate("FTS5 trigram", number, spent, Path(place)))
        seen = [query for query in queries(parts) if query.isalnum()]
        ask = "select text from clause where clause match ? order by rank limit 20"
        answer = timed(seen, lambda query: database.execute(ask, (f'"{query}"',)).fetchall())
        blind = sum(not database.execute(ask, (f'"{query}"',)).fetchall() for query in seen if len(query) == 2)
        print(f"  20 rows, no facets: {answer}; {blind} queries of two characters find nothing")


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures of each engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=20_000)
    parser.add_argument("--engines", nargs="*", default=["tantivy", "whoosh", "fts5"])
    given = parser.parse_args(arguments)
    parts = sentences()
    for name in given.engines:
        if name == "fts5":
            measure_trigrams(given.clauses, parts)
        else:
            measure_engine(name, min(given.clauses, _WHOOSH_MOST) if name == "whoosh" else given.clauses, parts)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
