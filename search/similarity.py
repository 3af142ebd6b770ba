"""Likeness by what is asked for: each request of a text is looked up by itself, so that topic alone does not win.

A clause is like a request as far as it names the same things (objects, bodies, places), does the same to them
(measures), most of it in one sentence, and ranks high for the request's words. Everyday words are met by the words of
documents; words that requests of any matter are made with count little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from search.engine import Filters, Hit, Match, SearchEngine
from search.folding import squeeze
from search.idle_words import telling_parts
from search.lay_words import lay_words
from search.query import words_query
from search.rows import rows
from search.similar import SimilarClause
from search.stop_words import stop_words
from search.synonyms import Synonyms
from search.word_classes import tagged_words

REQUESTS = 8
"""Parts of a text that are looked up, the most telling ones."""
LONGEST_REQUEST = 300
SHOWN_WORDS = 8

_OF_ONE = 3
"""Clauses of one document that are compared."""
_LEAST = 0.3
"""Share of what a request names that a clause has to name as well."""
_RANK = 0.4
"""What the rank for the words of the request counts, beside what both name."""
_WEIGHTS = {"ns": 1.2, "nt": 1.2, "nr": 0.3, "n": 1.0, "j": 1.0, "l": 1.0, "i": 0.8, "v": 0.7, "b": 0.5, "a": 0.4}
"""Class of a word to what it tells: places and bodies, things, measures, qualities; others tell nothing."""
_OF_REQUESTS = 0.25
"""Share of its weight that a word keeps that requests of any matter are made with (`request_words.tsv`)."""
_TOGETHER = 0.5
"""What counts by the best single sentence of a clause, so that a long one does not win by its length."""
_SENTENCE = re.compile(r"[^。；;\n]+")
_PART = re.compile(r"[^\n。！？；!?;]+[。！？；!?;]?")
_ASKS = re.compile(
    r"建议|应当?|希望|加快|加大|加强|完善|建立|健全|出台|制定|提高|增加|扩大|推动|支持|允许|尽快|将|设立|开展"
)


def similar_clauses(
    text: str, engine: SearchEngine, filters: Filters, limit: int, leave_out: str | None
) -> tuple[SimilarClause, ...]:
    """The clauses as `search.similar.similar` promises them; their scores are shares of what a request names."""
    best: dict[str, SimilarClause] = {}
    for request in requests_of(text):
        asked = telling_words(request)
        page = engine.search(
            words_query(request), filters, limit=limit * 2, match=Match.ANY, per_document=_OF_ONE, facets=False
        )
        first = max((hit.score for hit in page.hits), default=0.0) or 1.0
        for hit in page.hits:
            if hit.document == leave_out:
                continue
            item = _compared(hit, request, asked, hit.score / first)
            known = best.get(hit.document)
            if item is not None and (known is None or item.hit.score > known.hit.score):
                best[hit.document] = item
    ranked = sorted(best.values(), key=lambda item: -item.hit.score)
    return tuple(ranked[:limit])


def requests_of(text: str) -> list[str]:
    """The sentences of a text that ask for something; where none does, its longest ones."""
    parts = [part.strip()[:LONGEST_REQUEST] for part in _PART.findall(text) if len(part.strip()) >= 8]
    asking = [part for part in parts if _ASKS.search(part)]
    chosen = sorted(asking or parts, key=len, reverse=True)[:REQUESTS]
    return [part for part in parts if part in set(chosen)][:REQUESTS] or [text.strip()[:LONGEST_REQUEST]]


def telling_words(text: str) -> dict[str, float]:
    """The words of a text that tell its matter, in order, each with what it tells."""
    found: dict[str, float] = {}
    for part in telling_parts(text):
        for word, kind in tagged_words(squeeze(part)):
            weight = _WEIGHTS.get(kind[:2], _WEIGHTS.get(kind[:1], 0.0))
            if len(word) > 1 and weight and word not in stop_words():
                found.setdefault(word, weight * (_OF_REQUESTS if word in _request_words() else 1.0))
    return found


def _compared(hit: Hit, request: str, asked: Mapping[str, float], rank: float) -> SimilarClause | None:
    """The hit with the words that it and the request have, and have not, in common; None where these are too few."""
    text = squeeze(f"{hit.text}\n{hit.heading}\n{hit.title}")
    shared = [word for word in asked if any(form in text for form in _forms(word))]
    said = telling_words(hit.text)
    meant = {form for word in asked for form in _forms(word)}
    differing = [word for word in said if not any(word in form or form in word for form in meant)]
    whole = sum(asked.values()) or 1.0
    share = sum(asked[word] for word in shared) / whole
    if share < _LEAST:
        return None
    together = max((_held(sentence, shared, asked) for sentence in _SENTENCE.findall(squeeze(hit.text))), default=0.0)
    share = (1 - _TOGETHER) * share + _TOGETHER * together / whole
    scored = replace(hit, score=round((1 - _RANK) * share + _RANK * rank, 4))
    return SimilarClause(scored, request, _first(shared, asked), _first(differing, said))


def _held(sentence: str, words: Sequence[str], weights: Mapping[str, float]) -> float:
    """What the words tell that a sentence has or says in other words."""
    return sum(weights[word] for word in words if any(form in sentence for form in _forms(word)))


def _first(words: list[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The most telling words, longer ones first among equal ones."""
    return tuple(sorted(words, key=lambda word: (-weights[word], -len(word)))[:SHOWN_WORDS])


@cache
def _request_words() -> frozenset[str]:
    return frozenset(word for words, _ in rows("request_words.tsv") for word in words.split())


@cache
def _synonyms() -> Synonyms:
    return Synonyms()


def _forms(word: str) -> tuple[str, ...]:
    """The word and what documents say for it."""
    lay = lay_words().get(word)
    return (word, *_synonyms().alternatives(word), *(lay.official if lay else ()))
