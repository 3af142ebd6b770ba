"""Ranking on public sets of questions: notices and their passages, citizens' letters and replies, articles of law.

Weights are chosen on one half of a set (by a hash of the question's id) and reported on the other. What each part of
the ranking gives is shown by leaving it out (`--ablation`).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.material import shared
from search.base import Engine
from search.engine import Entry, Match
from search.query import words_query
from search.tantivy_engine import TantivyEngine
from search.weights import WEIGHTS, Weights

_PASSAGE = 250
_WRITER = re.compile(r"A\d{5,}|UU?\d{4,}")
_ARTICLE = re.compile(r"(?P<law>.+?)(?P<label>第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)$")
_SENTENCE_END = re.compile(r"(?<=[。！？；\n ])")
_SHORTEST_REPLY = 40


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the ids that answer it."""

    id: str
    text: str
    gold: frozenset[str]

    @property
    def tuned_on(self) -> bool:
        """Whether weights may be chosen by it."""
        return zlib.crc32(self.id.encode()) % 2 == 0


@dataclass(frozen=True, slots=True)
class Task:
    """A set of entries and questions about them.

    Attributes:
        name: as printed.
        entries: makes the entries, anew at each call.
        questions: what is asked.
        grouped: rank documents rather than entries.
    """

    name: str
    entries: Callable[[], Iterator[Entry]]
    questions: tuple[Question, ...]
    grouped: bool


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, gzipped or not."""
    packed = path.read_bytes()
    lines = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode().split("\n")
    yield from (json.loads(line) for line in lines if line)


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole sentences, up to `_PASSAGE` characters where a sentence is not longer by itself."""
    start = end = 0
    for sentence in _SENTENCE_END.split(text):
        for at in range(0, len(sentence), _PASSAGE):
            piece = sentence[at : at + _PASSAGE]
            if end > start and end - start + len(piece) > _PASSAGE:
                yield start, end
                start = end
            end += len(piece)
    if end > start:
        yield start, end


def ncp(folder: Path) -> list[Task]:
    """Questions on notices: which notice, and which passage."""
    corpus = list(rows(folder / "corpus.jsonl"))
    cut = {row["id"]: list(passages(row["text"])) for row in corpus}

    def entries() -> Iterator[Entry]:
        for row in corpus:
            title = row["text"].split(" ", 1)[0][:80]
            for number, (start, end) in enumerate(cut[row["id"]]):
                yield Entry(row["id"], f"{row['id']}/{number}", title, "", row["text"][start:end], start)

    def gold(row: dict[str, Any]) -> frozenset[str]:
        first, last = row["answer_start"], row["answer_start"] + len(row["answer"])
        overlapping = (n for n, (start, end) in enumerate(cut[row["docid"]]) if start < last and first < end)
        return frozenset(f"{row['docid']}/{number}" for number in overlapping)

    asked = list(rows(folder / "qa.jsonl"))
    return [
        Task(
            "ncp documents",
            entries,
            tuple(Question(row["id"], row["question"], frozenset([row["docid"]])) for row in asked),
            grouped=True,
        ),
        Task(
            "ncp passages",
            entries,
            tuple(Question(row["id"], row["question"], gold(row)) for row in asked),
            grouped=False,
        ),
    ]


def petitions(folder: Path) -> list[Task]:
    """A letter's subject, and the official reply to it."""

    def entries() -> Iterator[Entry]:
        for row in rows(folder / "letters.jsonl"):
            reply = _WRITER.sub("", row["reply"])
            if len(row["reply"]) >= _SHORTEST_REPLY:
                yield Entry(row["id"], row["id"], "", "", reply)

    asked = tuple(Question(row["id"], row["query"], frozenset(row["gold"])) for row in rows(folder / "queries.jsonl"))
    return [Task("petition replies", entries, asked, grouped=False)]


def statutes(folder: Path) -> list[Task]:
    """Lay questions and the articles that answer them; citations and the articles they name."""

    def entries() -> Iterator[Entry]:
        for row in rows(folder / "corpus.jsonl.gz"):
            named = _ARTICLE.match(row["name"])
            law, label = (named["law"], named["label"]) if named else (row["name"], "")
            yield Entry(row["id"], row["id"], law, label, row["text"])

    def asked(name: str) -> tuple[Question, ...]:
        found = rows(folder / name)
        return tuple(Question(str(row["id"]), row["query"], frozenset(row["gold"])) for row in found)

    return [
        Task("stard articles", entries, asked("queries.jsonl"), grouped=False),
        Task("stard citations", entries, asked("queries_known_item.jsonl"), grouped=False),
    ]


def measure(engine: Engine, task: Task, questions: Iterable[Question]) -> dict[str, float]:
    """MRR@10, Hit@1, Hit@5 and R@10 over some questions."""
    sums = dict.fromkeys(("MRR@10", "Hit@1", "Hit@5", "R@10"), 0.0)
    number = 0
    for question in questions:
        page = engine.search(
            words_query(question.text),
            match=Match.ANY,
            limit=10,
            per_document=1 if task.grouped else 0,
            facets=False,
        )
        ranked = [hit.document if task.grouped else hit.clause for hit in page.hits]
        right = [id_ in question.gold for id_ in ranked]
        sums["MRR@10"] += 1 / (right.index(True) + 1) if any(right) else 0.0
        sums["Hit@1"] += any(right[:1])
        sums["Hit@5"] += any(right[:5])
        sums["R@10"] += sum(right) / len(question.gold)
        number += 1
    return {name: value / max(number, 1) for name, value in sums.items()}


def opened(tasks: list[Task], folder: Path, weights: Weights = WEIGHTS) -> Engine:
    """An engine that holds the entries of tasks of one corpus."""
    engine = TantivyEngine(folder, weights=weights)
    engine.add(tasks[0].entries())
    engine.commit()
    return engine


def show(name: str, figures: dict[str, float]) -> None:
    """Prints a line of figures."""
    print(f"{name:44}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))


SECOND_LOOK = (
    "coverage",
    "coverage_of_characters",
    "figures",
    "other_figures",
    "substance",
    "repeated",
    "document",
    "whole_document",
    "coverage_of_document",
    "runs",
    "opening",
    "same_title",
)
PARTS: dict[str, tuple[str, ...]] = {
    **{part: (part,) for part in ("word", "pair", "character", "title", "heading", "phrase", "title_phrase")},
    **{part: (part,) for part in SECOND_LOOK},
    "the second look": SECOND_LOOK,
}
"""Parts of the ranking that can be left out, and their weights."""


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="part of a set's name")
    parser.add_argument("--ablation", action="store_true", help="leave out each part of the ranking in turn")
    given = parser.parse_args(arguments)
    folder = shared()
    if folder is None:
        print("the shared public sets are not beside the project (../shared)")
        return
    sets = (("ncp-policy-qa", ncp), ("petition-replies", petitions), ("stard", statutes))
    for name, tasks_of in sets:
        if given.only not in name:
            continue
        tasks = tasks_of(folder / "bench" / name)
        with TemporaryDirectory() as place, opened(tasks, Path(place)) as engine:
            for task in tasks:
                report(engine, task, ablation=given.ablation)


def without(weights: Iterable[str]) -> Weights:
    """The weights with some of them at nothing."""
    nothing: dict[str, Any] = dict.fromkeys(weights, 0.0)
    return replace(WEIGHTS, **nothing)


def report(engine: Engine, task: Task, *, ablation: bool) -> None:
    """Prints the figures of a task: both halves, and without each part."""
    show(f"{task.name}, all", measure(engine, task, task.questions))
    kept = [question for question in task.questions if not question.tuned_on]
    show(f"{task.name}, half not tuned on", measure(engine, task, kept))
    for part, weights in PARTS.items() if ablation else ():
        engine.weights = without(weights)
        show(f"  without {part}", measure(engine, task, kept))
        engine.weights = WEIGHTS


if __name__ == "__main__":
    main()
