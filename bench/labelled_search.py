"""Ranking on queries of our own over the shared real documents, with graded answers, and what each part gives.

The labels (`search_labels.tsv`) name places by file and offset. Half of the queries (by a hash of the query) may be
looked at when weights are chosen; the others are reported beside them.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import extract
import ingest
from bench.material import shared
from bench.ranking import PARTS, Question, show, without
from corpus.errors import UnreadableFileError
from search.base import Engine
from search.engine import Entry, Match
from search.entries import entries
from search.query import words_query
from search.tantivy_engine import TantivyEngine

LABELS = Path(__file__).with_name("search_labels.tsv")
_DEPTH = 10
_ANSWERS = 2
"""Grade of a place that answers; one below it helps."""

Grades = Mapping[str, int]
"""Key of an entry, and how well it answers."""


def key(entry: Entry) -> str:
    """What tells an entry from all others."""
    return f"{entry.document}@{entry.start}"


def labels() -> dict[str, list[tuple[str, int, int]]]:
    """Query to the places that answer it: name of the file, offset, grade."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    lines = [line for line in LABELS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        query, file, at, grade = line.split("\t")
        found.setdefault(query, []).append((file, int(at), int(grade)))
    return found


def real_entries(folder: Path, wanted: Collection[str]) -> dict[str, list[Entry]]:
    """The entries of the real documents by the name of their file; files that cannot be read are left out.

    Raises:
        FileNotFoundError: if a file that labels name is not there or cannot be read.
    """
    found: dict[str, list[Entry]] = {}
    for file in sorted(path for path in (folder / "realdocs").rglob("*") if path.is_file()):
        try:
            found[file.name] = list(entries(extract.analyse(ingest.read_file(file))))
        except UnreadableFileError:
            continue
    if missing := set(wanted) - set(found):
        raise FileNotFoundError(", ".join(sorted(missing)))
    return found


def graded(places: Iterable[tuple[str, int, int]], held: Mapping[str, Sequence[Entry]]) -> dict[str, int]:
    """The entries that cover the labelled places, each with its grade."""
    return {
        key(entry): grade
        for file, at, grade in places
        for entry in held[file]
        if entry.start <= at < entry.start + len(entry.text)
    }


def measure(engine: Engine, asked: Mapping[str, Grades], queries: Iterable[str]) -> dict[str, float]:
    """nDCG@10 over both grades; MRR@10, Hit@1 and R@10 over what answers."""
    sums = dict.fromkeys(("nDCG@10", "MRR@10", "Hit@1", "R@10"), 0.0)
    number = 0
    for query in queries:
        page = engine.search(words_query(query), match=Match.ANY, limit=_DEPTH, facets=False)
        grades = [asked[query].get(key(hit.entry), 0) for hit in page.hits]
        right = [grade == _ANSWERS for grade in grades]
        best = sorted(asked[query].values(), reverse=True)[:_DEPTH]
        sums["nDCG@10"] += _gain(grades) / _gain(best)
        sums["MRR@10"] += 1 / (right.index(True) + 1) if any(right) else 0.0
        sums["Hit@1"] += any(right[:1])
        sums["R@10"] += sum(right) / sum(grade == _ANSWERS for grade in asked[query].values())
        number += 1
    return {name: value / max(number, 1) for name, value in sums.items()}


def _gain(grades: Iterable[int]) -> float:
    """Discounted cumulative gain."""
    return sum((math.pow(2, grade) - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures of all queries, of the half not tuned on, and of all without each part of the ranking."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-ablation", action="store_true", help="only the figures of the whole")
    given = parser.parse_args(arguments)
    folder = shared()
    if folder is None:
        print("the shared real documents are not beside the project (../shared)")
        return
    wanted = labels()
    held = real_entries(folder, {file for places in wanted.values() for file, _, _ in places})
    asked = {query: graded(places, held) for query, places in wanted.items()}
    with TemporaryDirectory() as place, TantivyEngine(Path(place)) as engine:
        engine.add(entry for found in held.values() for entry in found)
        engine.commit()
        print(f"{len(asked)} queries over {engine.count()} clauses of {len(held)} documents")
        show("all queries", measure(engine, asked, asked))
        kept = [query for query in asked if not Question(query, query, frozenset()).tuned_on]
        show(f"half not tuned on ({len(kept)})", measure(engine, asked, kept))
        for part in () if given.no_ablation else PARTS:
            engine.weights = without(PARTS[part])
            show(f"  without {part}", measure(engine, asked, asked))


if __name__ == "__main__":
    main()
