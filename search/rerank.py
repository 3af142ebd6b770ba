"""A second look at the best hits: how much of the query each covers, and how well its whole document fits.

BM25 of separate fields prefers a clause that repeats one word to one that holds a bit of everything; what is asked for
is mostly named once, part of it in the title, part of it in another clause of the same document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from search.engine import Entry
from search.folding import squeeze, squeezed_once
from search.plan import Plan
from search.stored import factor
from search.weights import Weights

WINDOW = 100
"""Hits that are looked at again."""
FEWEST_PAIRS = 3
"""Pairs from which on a query can be covered in part."""

_SAYS_SOMETHING = 40
"""Characters from which on a clause is more than a heading."""
_NAMED_BY_FIGURE = re.compile(r"[0-9a-z]+[㐀-鿿]")  # 128路, 3号, a7县, 5g网: one thing, though cut between its parts
_SATURATION = {"characters": 2.0, "document": 0.5}
_LENGTH = {"characters": 0.9, "document": 0.75}
"""How soon a further occurrence counts no more (k1 of BM25), and how much a long text has to have more of them (b)."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is looked at of a hit: its clause, and the same with headings and title, both squeezed.

    `counts` says how often each of the query's pairs and characters stands in the clause, where it does.
    """

    entry: Entry
    text: str
    around: str
    counts: Mapping[str, int]


def second_look(
    scores: Sequence[float],
    entries: Sequence[Entry],
    plan: Plan,
    rarity: Callable[[str], float],
    weights: Weights,
    *,
    by_document: bool = False,
) -> list[float]:
    """New scores of the best hits: the old one, and shares of the best old one for each further part.

    Args:
        scores: of the engine, best first.
        entries: of these hits.
        plan: what was asked for.
        rarity: of a character or a pair of them in the index: what finding it is worth.
        weights: of the parts.
        by_document: documents are ranked rather than clauses, so that the whole document counts more.
    """
    pairs, characters = _worth(plan.ranking.pairs, rarity), _worth(plan.ranking.characters, rarity)
    if not scores or not sum(pairs.values()):
        return list(scores)
    factors = [factor(entry) for entry in entries]
    plain = [score / of for score, of in zip(scores, factors, strict=True)]
    best = max(plain)
    seen = [_look(entry, plan.ranking.wordings, (*pairs, *characters)) for entry in entries]
    figures = set(_NAMED_BY_FIGURE.findall("\n".join(plan.ranking.phrases)))
    parts = (
        (1.0, [score / best for score in plain]),
        (weights.coverage, [_covered(hit, pairs) for hit in seen]),
        (weights.coverage_of_characters, [_covered(hit, characters) for hit in seen]),
        (weights.figures, [_share(hit.around, figures) for hit in seen]),
        (weights.substance, [min(len(hit.text) / _SAYS_SOMETHING, 1.0) for hit in seen]),
        (weights.repeated, _by_characters(seen, characters)),
        (weights.whole_document if by_document else weights.document, _by_document(seen, pairs)),
    )
    sums = [0.0] * len(seen)
    for weight, values in parts:
        sums = [before + weight * value for before, value in zip(sums, values, strict=True)]
    return [best * value * of for value, of in zip(sums, factors, strict=True)]


def _worth(tokens: Collection[str], rarity: Callable[[str], float]) -> dict[str, float]:
    return {token: rarity(token) for token in tokens}


def _look(entry: Entry, wordings: Sequence[tuple[str, tuple[str, ...]]], tokens: Sequence[str]) -> _Seen:
    """The hit; what it says in other words than the query's counts as said in these."""
    text = squeeze(entry.text)
    around = "\n".join((text, squeezed_once(entry.heading), squeezed_once(entry.title)))
    said = [form for form, others in wordings if form not in around and any(other in around for other in others)]
    if said:
        text, around = "\n".join((text, *said)), "\n".join((around, *said))
    return _Seen(entry, text, around, {token: text.count(token) for token in tokens if token in text})


def _covered(hit: _Seen, worth: Mapping[str, float]) -> float:
    """The share of the worth that stands in a clause, its headings or title."""
    whole, counts, around = sum(worth.values()), hit.counts, hit.around
    return sum(value for token, value in worth.items() if token in counts or token in around) / whole if whole else 0.0


def _share(text: str, strings: Collection[str]) -> float:
    return sum(string in text for string in strings) / len(strings) if strings else 0.0


def _by_characters(seen: Sequence[_Seen], worth: Mapping[str, float]) -> list[float]:
    """BM25 of the characters of the clauses alone, stricter with long ones than the engine is; the best is 1."""
    return _bm25(
        [hit.counts for hit in seen],
        [len(hit.text) for hit in seen],
        worth,
        "characters",
    )


def _by_document(seen: Sequence[_Seen], worth: Mapping[str, float]) -> list[float]:
    """BM25 of the pairs in all hits of a document together, each hit with the value of its document; the best is 1.

    A document is as long as the end of its last hit tells.
    """
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    lengths: dict[str, int] = defaultdict(int)
    for hit in seen:
        document = hit.entry.document
        held = counts[document]
        for token, count in hit.counts.items():
            held[token] = held.get(token, 0) + count
        lengths[document] = max(lengths[document], hit.entry.start + len(hit.text))
    values = _bm25(list(counts.values()), [lengths[document] for document in counts], worth, "document")
    value_of = dict(zip(counts, values, strict=True))
    return [value_of[hit.entry.document] for hit in seen]


def _bm25(
    counts: Sequence[Mapping[str, int]], lengths: Sequence[int], worth: Mapping[str, float], kind: str
) -> list[float]:
    """BM25 among the texts that are looked at, as a share of the best."""
    usual = sum(lengths) / len(lengths) or 1.0
    k1, b = _SATURATION[kind], _LENGTH[kind]
    scores = []
    for held, length in zip(counts, lengths, strict=True):
        k = k1 * (1 - b + b * length / usual)
        scores.append(sum(worth[token] * count / (count + k) for token, count in held.items() if token in worth))
    best = max(scores)
    return [score / best if best else 0.0 for score in scores]
