"""Likeness by what is asked for: each request of a text is looked up by itself, so that topic alone does not win."""

from __future__ import annotations

import re
from dataclasses import replace

from search.engine import Filters, Hit, Match, SearchEngine
from search.folding import squeeze
from search.query import words_query
from search.similar import SimilarClause
from search.stop_words import stop_words
from search.tokenizer import Analyser

REQUESTS = 8
"""Parts of a text that are looked up, the most telling ones."""
LONGEST_REQUEST = 300
SHOWN_WORDS = 8

_PART = re.compile(r"[^\n。！？；!?;]+[。！？；!?;]?")
_ASKS = re.compile(
    r"建议|应当?|希望|加快|加大|加强|完善|建立|健全|出台|制定|提高|增加|扩大|推动|支持|允许|尽快|将|设立|开展"
)


def similar_clauses(
    text: str, engine: SearchEngine, filters: Filters, limit: int, leave_out: str | None
) -> tuple[SimilarClause, ...]:
    """The clauses as `search.similar.similar` promises them."""
    analyser = Analyser()
    best: dict[str, SimilarClause] = {}
    for request in requests_of(text):
        page = engine.search(words_query(request), filters, limit=limit * 2, match=Match.ANY, facets=False)
        for hit in page.hits:
            if hit.document == leave_out:
                continue
            item = _compared(hit, request, analyser)
            known = best.get(hit.document)
            if item.shared and (known is None or item.hit.score > known.hit.score):
                best[hit.document] = item
    ranked = sorted(best.values(), key=lambda item: -item.hit.score)
    return tuple(ranked[:limit])


def requests_of(text: str) -> list[str]:
    """The sentences of a text that ask for something; where none does, its longest ones."""
    parts = [part.strip()[:LONGEST_REQUEST] for part in _PART.findall(text) if len(part.strip()) >= 8]
    asking = [part for part in parts if _ASKS.search(part)]
    chosen = sorted(asking or parts, key=len, reverse=True)[:REQUESTS]
    return [part for part in parts if part in set(chosen)][:REQUESTS] or [text.strip()[:LONGEST_REQUEST]]


def _compared(hit: Hit, request: str, analyser: Analyser) -> SimilarClause:
    """The hit with the words that it and the request have, and have not, in common; its score by their share."""
    asked, said = _telling(request, analyser), _telling(hit.text, analyser)
    text = squeeze(hit.text)
    shared = tuple(word for word in asked if word in text)
    differing = tuple(word for word in said if word not in asked)
    share = sum(map(len, shared)) / max(sum(map(len, asked)), 1)
    scored = replace(hit, score=round(hit.score * (0.2 + share), 4))
    return SimilarClause(scored, request, shared[:SHOWN_WORDS], differing[:SHOWN_WORDS])


def _telling(text: str, analyser: Analyser) -> tuple[str, ...]:
    """The words of a text that tell its matter, longest first, none a part of another."""
    words = {word for word in analyser.words(text) if len(word) >= 2 and word not in stop_words()}
    whole = [word for word in words if not any(word != other and word in other for other in words)]
    return tuple(sorted(whole, key=lambda word: (-len(word), word)))
