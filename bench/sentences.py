"""How sentences of news, briefings and letters are told: commitments, achievements, quoted duties.

The labels (`sentence_labels.tsv`) name texts of the shared test sets by their id, and sentences by the numbers that
the shared scorer gives them. `read` says whether rules were written with a text in sight; the others are reported
apart, and stay so only as long as nobody looks at what is missed there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import extract
import ingest
from bench.material import shared
from corpus.facts_form import facts_form
from webapp.evaluation import load_scorer

LABELS = Path(__file__).with_name("sentence_labels.tsv")
_KINDS = {"commitments": "C", "achievements": "A", "quoted": "Q"}
_TEXT = {"ncp-policy-qa/corpus.jsonl": "text", "petition-replies/letters.jsonl": "reply"}
"""The field of a row of a test set that holds the text."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text of a test set and its labels.

    Attributes:
        kind: news, briefings or letters.
        read: rules were written with it in sight.
        corpus: the file of the test set, relative to the folder of all.
        id: of its row.
        numbers: letter of a kind (C, A, Q) to the numbers of its sentences.
    """

    kind: str
    read: bool
    corpus: str
    id: str
    numbers: Mapping[str, tuple[int, ...]]


def labels() -> list[Labelled]:
    """The rows of the table."""
    header, *rows = (line.split("\t") for line in LABELS.read_text("utf-8").splitlines())
    return [_labelled(dict(zip(header, row, strict=True))) for row in rows]


def _labelled(row: Mapping[str, str]) -> Labelled:
    numbers = {letter: tuple(map(int, filter(None, row[name].split(",")))) for name, letter in _KINDS.items()}
    return Labelled(row["kind"], row["read"] == "yes", row["corpus"], row["id"], numbers)


@cache
def _texts(file: Path) -> Mapping[str, str]:
    """The texts of a test set by their ids."""
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return {row["id"]: row[_TEXT["/".join(file.parts[-2:])]] for row in rows}


def score(one: Labelled, text: str, scorer: ModuleType) -> dict[str, float]:
    """F1 by characters of each kind that a text was labelled or told to have."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, "utf-8")
        facts = facts_form(extract.analyse(ingest.read_file(file)))
    gold: dict[str, Any] = {"sentences": {}, "outline": []}
    for letter, numbers in one.numbers.items():
        gold["sentences"] |= {str(number): {"c": letter} for number in numbers}
    source, sentences = scorer.Source(text), scorer.sentences(text)
    results = {name: scorer.score_statements(gold, facts, source, sentences, kind) for name, kind in _KINDS.items()}
    return {name: result["f1"] for name, result in results.items() if result["gold"] or result["pred"]}


def _means(scores: Iterable[Mapping[str, float]]) -> Iterator[str]:
    rows = list(scores)
    for name in _KINDS:
        values = [row[name] for row in rows if name in row]
        yield f"{sum(values) / len(values):.3f}" if values else "-"


def main() -> None:
    """Prints the mean F1 of each kind of texts, those that rules were written from and the others apart."""
    folder = shared()
    if folder is None:
        sys.exit("the shared test sets are not beside the project")
    scorer = load_scorer(folder / "gold")
    scored = [(one, score(one, _texts(folder / "bench" / one.corpus)[one.id], scorer)) for one in labels()]
    print(f"{'':30}{'texts':>6}" + "".join(f"{name:>14}" for name in _KINDS))
    for kind in dict.fromkeys(one.kind for one, _ in scored):
        for read in (True, False):
            rows = [found for one, found in scored if one.kind == kind and one.read is read]
            if rows:
                name = f"{kind}, {'read' if read else 'kept apart'}"
                print(f"{name:30}{len(rows):6}" + "".join(f"{figure:>14}" for figure in _means(rows)))


if __name__ == "__main__":
    main()
