"""The score of the extraction against labelled documents, in total, without one extractor at a time, and its misses.

Labels, their index and the scorer that defines the figures stand together in a folder (`INDEX.tsv`: label, file to
extract, source text of the labels, both relative to the folder above unless said otherwise; the last is left out
where the labels number the sentences of the file as it is read; `score.py`: `score(gold, facts, raw)`).
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import extract
import ingest
from corpus import Document
from corpus.errors import ZhengnuoError
from corpus.facts_form import facts_form

MEASURES = {
    "meta": ("meta", "accuracy"),
    "outline": ("outline", "f1"),
    "commitments": ("commitments", "f1"),
    "achievements": ("achievements", "f1"),
    "quoted": ("quoted", "f1"),
    "deadline": ("commitment_fields", "deadline", "f1"),
    "actors": ("commitment_fields", "actors", "f1"),
    "binding": ("commitment_fields", "binding_accuracy"),
    "indicators": ("indicators", "f1"),
    "when": ("indicators", "when_accuracy"),
    "kind": ("indicators", "kind_accuracy"),
    "name": ("indicators", "name_similarity"),
    "times": ("times", "f1"),
    "time_roles": ("times", "role_accuracy"),
    "departments": ("departments", "f1"),
    "roles": ("departments", "roles", "f1"),
    "citations": ("citations", "f1"),
}
"""Name of a figure, and where the scorer's result has it."""

Figures = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled document.

    Attributes:
        name: of the label file, without its ending.
        labels: the label file.
        file: the file to extract.
        source: the text that the labels quote; None where it is that of the file as it is read.
    """

    name: str
    labels: Path
    file: Path
    source: Path | None

    def text(self, document: Document) -> str:
        """The text that the labels quote; `document` is the file as it was read."""
        return self.source.read_text("utf-8") if self.source else document.text


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one document, and what was missed or found too much, as the scorer words it."""

    name: str
    figures: Figures
    misses: tuple[tuple[Any, ...], ...]


def labels_in(folder: Path, root: Path | None = None) -> tuple[Label, ...]:
    """The labelled documents of a folder, in the order of its index.

    Args:
        folder: of the labels and their `INDEX.tsv`.
        root: what the index's paths are relative to; the folder above where None.

    Raises:
        ZhengnuoError: if the folder has no index.
    """
    index = folder / "INDEX.tsv"
    if not index.is_file():
        raise ZhengnuoError(f"{folder} 中没有 INDEX.tsv。")
    rows = [line.split("\t") for line in index.read_text("utf-8").splitlines()[1:] if line.strip()]
    base = root or folder.parent
    return tuple(
        Label(Path(row[0]).stem, folder / row[0], base / row[1], base / row[2] if row[2:] else None) for row in rows
    )


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that stands beside the labels.

    Raises:
        ZhengnuoError: if there is none.
    """
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location("gold_scorer", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        raise ZhengnuoError(f"{folder} 中没有 score.py。")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def evaluate(labels: Iterable[Label], scorer: ModuleType, leave_out: frozenset[str] = frozenset()) -> Iterator[Score]:
    """The score of each labelled document."""
    for label in labels:
        document = ingest.read_file(label.file)
        facts = facts_form(extract.analyse(document, leave_out))
        gold = json.loads(label.labels.read_text("utf-8"))
        result, misses = scorer.score(gold, facts, label.text(document))
        yield Score(label.name, {name: _at(result, path) for name, path in MEASURES.items()}, tuple(misses))


def means(figures: Iterable[Figures]) -> Figures:
    """The mean of each figure over the documents that have it."""
    rows = list(figures)
    out: Figures = {}
    for name in MEASURES:
        values = [value for row in rows if (value := row[name]) is not None]
        out[name] = sum(values) / len(values) if values else None
    return out


def _at(result: Any, path: tuple[str, ...]) -> float | None:
    """A figure of the scorer's result; None where the labels have nothing to measure it by."""
    for key in path[:-1]:
        result = result[key]
    if result.get("gold") == 0 and result.get("pred") == 0:
        return None
    value: float | None = result[path[-1]]
    return value
