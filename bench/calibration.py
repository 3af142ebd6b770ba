"""Whether the extraction is as sure as it is right: of facts said to be 90% sure, how many are right.

Statements are judged by weights of named features (`extract/lexicon/confidence.tsv`). The second table leaves one
labelled document out at a time and fits the weights on the others, so that no document judges itself; `--fit` prints
weights fitted on all of them, to be looked at and put into the table by hand.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any

import extract
import ingest
from bench.gold import OWN
from bench.material import shared
from corpus import Achievement, Analysis, Citation, Commitment, Indicator, QuotedDuty, Span, Statement, TimeMention
from corpus.facts_form import facts_form
from extract.lexicon import rows
from webapp.evaluation import Label, labels_in, load_scorer

BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
KINDS: dict[type, str] = {Commitment: "C", Achievement: "A", QuotedDuty: "Q"}
Judgements = Iterator[tuple[Statement | Indicator | Citation | TimeMention, bool]]
_STEPS, _RATE, _DECAY = 400, 0.5, 2e-4


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of a labelled document: what it is, what decided it, how sure it is, whether it is right."""

    document: str
    kind: str
    reasons: tuple[str, ...]
    confidence: float
    right: bool


def judged(label: Label, scorer: ModuleType) -> Iterator[Judged]:
    """The statements, indicators, citations and times of a labelled document, each judged by its labels."""
    analysis = extract.analyse(ingest.read_file(label.file))
    gold = json.loads(label.labels.read_text("utf-8"))
    raw = label.text(analysis.document)
    parts: dict[str, Judgements] = {
        "statement": _statements(analysis, gold, raw, scorer),
        "indicator": _indicators(analysis, gold, scorer),
        "citation": _citations(analysis, gold, scorer),
        "time": _times(analysis, gold, scorer),
    }
    for kind, found in parts.items():
        yield from (Judged(label.name, kind, fact.reasons, fact.confidence, right) for fact, right in found)


def _statements(analysis: Analysis, gold: dict[str, Any], raw: str, scorer: ModuleType) -> Judgements:
    """Right if most of its characters have the label of its kind; left out where its words are not found."""
    source = scorer.Source(raw)
    kinds = ["-"] * (len(source.text) + 1)
    for number, (start, end) in scorer.sentences(raw).items():
        kind = gold["sentences"].get(str(number), {}).get("c", "-")
        for at in range(*source.span(start, end)):
            kinds[at] = kind
    facts = [fact for fact in analysis.facts if isinstance(fact, Statement)]
    spans = source.walk([_words(analysis, fact.span) for fact in facts])
    for fact, span in zip(facts, spans, strict=True):
        if span and (labels := kinds[slice(*span)]):
            yield fact, 2 * labels.count(KINDS[type(fact)]) > len(labels)


def _indicators(analysis: Analysis, gold: dict[str, Any], scorer: ModuleType) -> Judgements:
    """Right if the labels have its value and unit."""
    labelled = [scorer.quantity(one["value"], one.get("unit")) for one in gold["indicators"]]
    facts = [fact for fact in analysis.facts if isinstance(fact, Indicator)]
    forms = facts_form(analysis)["indicators"]
    for fact, form in zip(facts, forms, strict=True) if labelled else ():
        own = scorer.quantity(form["value"], form.get("unit"))
        yield fact, own is not None and any(one and scorer.same_quantity(own, one) for one in labelled)


def _citations(analysis: Analysis, gold: dict[str, Any], scorer: ModuleType) -> Judgements:
    """Right if the labels have its title."""
    titles = {scorer.fold(one["title"]) for one in gold["citations"]}
    facts = (fact for fact in analysis.facts if isinstance(fact, Citation))
    return ((fact, scorer.fold(fact.title) in titles) for fact in facts)


def _times(analysis: Analysis, gold: dict[str, Any], scorer: ModuleType) -> Judgements:
    """Right if the labels have its words with its start and end; left out where they call these words vague."""
    labels = [(scorer.fold(one["quote"]), one.get("start"), one.get("end")) for one in gold["times"]]
    vague = {quote for quote, start, end in labels if not start and not end}
    for fact in analysis.facts if labels else ():
        if not isinstance(fact, TimeMention) or fact.period is None:
            continue
        quote = scorer.fold(_words(analysis, fact.span))
        ends = tuple(str(end) if end else None for end in (fact.period.start, fact.period.end))
        if quote not in vague:
            yield fact, any((one[0] in quote or quote in one[0]) and one[1:] == ends for one in labels)


def _words(analysis: Analysis, span: Span) -> str:
    return span.of(analysis.document.text)


def fit(facts: Sequence[Judged]) -> dict[str, float]:
    """The weights that make the features' log-odds fit best; small ones are preferred (ridge)."""
    features = sorted({reason for fact in facts for reason in fact.reasons})
    weights = dict.fromkeys(("bias", *features), 0.0)
    groups: dict[tuple[str, ...], list[int]] = {}
    for fact in facts:
        total = groups.setdefault(tuple(sorted(set(fact.reasons))), [0, 0])
        total[0] += fact.right
        total[1] += 1
    for _ in range(_STEPS):
        slope = {name: -_DECAY * len(facts) * weight for name, weight in weights.items()}
        for reasons, (right, count) in groups.items():
            gap = right - count * _odds(weights, reasons)
            for name in ("bias", *reasons):
                slope[name] += gap
        weights = {name: weight + _RATE * 8 * slope[name] / len(facts) for name, weight in weights.items()}
    return weights


def _odds(weights: dict[str, float], reasons: Iterable[str]) -> float:
    """The chance that a fact with these reasons is right."""
    total = weights["bias"] + sum(weights.get(reason, 0.0) for reason in reasons)
    return 1 / (1 + math.exp(-total))


def print_bands(facts: Sequence[Judged], sure: Callable[[Judged], float]) -> None:
    """Prints how many facts of each band of confidence are right."""
    for low, high in pairwise(BANDS):
        inside = [fact for fact in facts if low <= sure(fact) < high]
        if inside:
            said = sum(map(sure, inside)) / len(inside)
            print(f"    {low:4.2f}-{min(high, 1):4.2f}  {len(inside):6}  said {said:5.3f}  right {_share(inside):5.3f}")


def _share(facts: Sequence[Judged]) -> float:
    return sum(fact.right for fact in facts) / len(facts)


def main() -> None:
    """Prints the tables."""
    folder = shared()
    if folder is None:
        sys.exit("the shared labels are not beside the project")
    scorer = load_scorer(folder / "gold")
    labels = (*labels_in(folder / "gold"), *labels_in(OWN, folder))
    facts = [fact for label in labels for fact in judged(label, scorer)]
    for kind in ("statement", "indicator", "citation", "time"):
        own = [fact for fact in facts if fact.kind == kind]
        print(f"\n{kind}: {len(own)} facts of {len(labels)} documents, {_share(own):.3f} right; as said")
        print_bands(own, lambda fact: fact.confidence)
    statements = [fact for fact in facts if fact.kind == "statement"]
    left_out = {
        label.name: fit([fact for fact in statements if fact.document != label.name])
        for label in labels
        if any(fact.document == label.name for fact in statements)
    }
    print("\nstatement: weights of the other documents")
    print_bands(statements, lambda fact: _odds(left_out[fact.document], fact.reasons))
    if "--fit" in sys.argv:
        known = {feature: weight for feature, weight, _ in rows("confidence")}
        for name, weight in sorted(fit(statements).items()):
            count = sum(name in fact.reasons for fact in statements)
            print(f"  {name:20s} {weight:6.2f}  now {known.get(name, '-'):>5}  {count} facts")


if __name__ == "__main__":
    main()
