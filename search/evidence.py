"""Sentences that may answer a question: found, weighed, and held against what the question is bound to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log

from corpus import Validity
from search.engine import Filters, Hit, Match, SearchEngine
from search.folding import squeeze
from search.query import words_query
from search.question import Asked, Question
from search.tokenizer import Analyser

POOL = 60
"""Clauses that are looked at."""

_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;]?[”’」』）)]*")
_SHAPES = {
    Asked.NUMBER: re.compile(r"\d|[一二三四五六七八九十百千万亿两]+(?:个|家|人|项|成|倍|所|名|户)|百分之"),
    Asked.DATE: re.compile(r"\d{4}年?|\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]{1,3}五|[前底末]|起施行|期间"),
    Asked.DEPARTMENT: re.compile(r"[一-鿿](?:局|厅|委|办|部门?|院|政府|单位|公司|中心|机构|政协|街道)"),
}
_WEIGHTS_OF_VALIDITY = {Validity.DRAFT: 0.97, Validity.EXPIRED: 0.9}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a clause that may answer.

    Attributes:
        hit: the clause.
        quote: the sentence.
        start: its offset in the document's text.
        coverage: share of the question's words, by their weight, that sentence and surroundings hold; 0 to 1.
        score: coverage with the kind of answer, place and time taken into account.
        lacking: what of the question neither the sentence nor its surroundings say.
    """

    hit: Hit
    quote: str
    start: int
    coverage: float
    score: float
    lacking: tuple[str, ...]


class Weights:
    """How much the words of a question tell, by how rare they are in the corpus."""

    def __init__(self, engine: SearchEngine, filters: Filters) -> None:
        self._engine = engine
        self._filters = filters
        self._total = max(engine.count(), 1)

    def of(self, words: Iterable[str]) -> dict[str, float]:
        """Word to weight; a word that stands nowhere weighs most."""
        return {word: log(1 + self._total / (0.5 + self._count(word))) for word in dict.fromkeys(words)}

    def _count(self, word: str) -> int:
        page = self._engine.search(words_query(word), self._filters, limit=1, match=Match.ALL, facets=False)
        return page.total


def telling_words(question: Question) -> tuple[str, ...]:
    """The words of a question that an answer has to be about, without those that stand in a longer one."""
    words = [word for word in _analyser().words(question.core) if len(word) >= 2 and word not in stop_words()]
    unique = list(dict.fromkeys(words))
    return tuple(word for word in unique if not any(word != other and word in other for other in unique))


@cache
def _analyser() -> Analyser:
    return Analyser()


@cache
def stop_words() -> frozenset[str]:
    """Words that tell nothing about the matter of a text."""
    lines = resources.files("search").joinpath("stop_words.tsv").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def candidates(question: Question, engine: SearchEngine, filters: Filters) -> list[Candidate]:
    """Sentences that may answer, best first."""
    words = telling_words(question)
    if not words:
        return []
    weights = Weights(engine, filters).of(words)
    hits = engine.search(words_query(question.text), filters, limit=POOL, match=Match.ANY, facets=False).hits
    found = [candidate for hit in hits for candidate in _of_hit(hit, question, weights)]
    return sorted(found, key=lambda candidate: -candidate.score)


def _of_hit(hit: Hit, question: Question, weights: dict[str, float]) -> Iterator[Candidate]:
    entry = hit.entry
    around = squeeze(f"{entry.title} {entry.heading} {entry.issuer or ''} {entry.region or ''}")
    clause = squeeze(entry.text)
    for match in _SENTENCE.finditer(entry.text):
        quote = match.group().strip()
        if len(quote) < 4:
            continue
        own = squeeze(quote)
        coverage = _coverage(weights, own, clause, around)
        lacking = tuple(_lacking(question, own, clause, around, entry.region or ""))
        fits = _SHAPES[question.asks].search(_without_years(quote, question)) if question.asks in _SHAPES else True
        score = coverage * (1.0 if fits else 0.75) * (0.6 if lacking else 1.0)
        score *= _WEIGHTS_OF_VALIDITY.get(entry.validity, 1.0)
        start = entry.start + match.start() + len(match.group()) - len(match.group().lstrip())
        yield Candidate(hit, quote, start, coverage, score, lacking)


def _without_years(quote: str, question: Question) -> str:
    for year in question.years:
        quote = quote.replace(year, "")
    return quote


def _coverage(weights: dict[str, float], own: str, clause: str, around: str) -> float:
    """Share of the weight that is found: whole in the sentence, less in the clause, less in title and headings."""
    total = sum(weights.values())
    return sum(weight * _held(word, own, clause, around) for word, weight in weights.items()) / total


def _held(word: str, own: str, clause: str, around: str) -> float:
    if word in own:
        return 1.0
    if word in around:
        return 0.8
    if word in clause:
        return 0.6
    return 0.5 * _pairs_held(word, own)


def _pairs_held(word: str, text: str) -> float:
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    if len(pairs) < 2:
        return 0.0
    return sum(pair in text for pair in pairs) / len(pairs)


def _lacking(question: Question, own: str, clause: str, around: str, region: str) -> Iterator[str]:
    """Years and places of the question that neither sentence nor surroundings name."""
    for year in question.years:
        if year not in own and year not in around and not _in_range(year, own):
            yield f"{year}年"
    for place in question.places:
        if place not in own and place not in around and place not in clause and place not in region:
            yield place


_RANGE = re.compile(r"((?:19|20)\d{2})年?[-至到]((?:19|20)\d{2})")


def _in_range(year: str, own: str) -> bool:
    return any(first <= year <= last for first, last in _RANGE.findall(own))
