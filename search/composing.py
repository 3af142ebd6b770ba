"""Which sentences make up an answer: the best one, what continues it, and what a second part of the question needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from search.binding import names_year
from search.engine import Entry, Filters, SearchEngine
from search.evidence import Candidate
from search.folding import squeeze
from search.neighbours import document_entries, items_after, leads_in
from search.passages import numbers_in, passages
from search.question import Asked, Question

ALIKE = 0.94
"""Share of the best score from which on another sentence answers as well."""
MOST_ALIKE = {Asked.LIST: 3, Asked.MANNER: 3, Asked.REASON: 2}
"""Sentences of one document that answer together, by what is asked."""
ECHO = 0.4
"""Below this share of words of its own, a sentence repeats the question, and the next ones answer."""
AFTER_ECHO = 2
MOST_DOCUMENTS = 3
NEEDED = 0.12
"""Share that a second sentence has to add."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that is shown: its clause and the words as they stand there."""

    entry: Entry
    quote: str
    start: int


def chosen_lines(
    question: Question, good: list[Candidate], engine: SearchEngine, filters: Filters
) -> tuple[tuple[Line, ...], ...]:
    """The lines of an answer, in groups: one group for one document.

    Args:
        question: as read.
        good: sentences that may be shown, best first; at least one.
        engine: for what stands around them.
        filters: what the question is narrowed to.
    """
    best = good[0]
    first = _with_title(question, best, engine, filters) + _continued(question, best, good, engine, filters)
    others = [(_line(item),) for item in _other_documents(question, best, good)]
    return (tuple(dict.fromkeys(first)), *others)


def _line(item: Candidate) -> Line:
    return Line(item.hit.entry, item.quote, item.start)


def _whole(entry: Entry) -> Line:
    """An entry's text without white space at its ends."""
    quote = entry.text.strip()
    return Line(entry, quote, entry.start + entry.text.index(quote))


def _with_title(question: Question, best: Candidate, engine: SearchEngine, filters: Filters) -> list[Line]:
    """The title of the document, where it is asked which document says something."""
    if question.asks is not Asked.LOCATE or "《" in best.quote:
        return []
    title = squeeze(best.hit.entry.title)
    entries = document_entries(engine, best.hit.document, filters)
    return (
        [_whole(next(entry for entry in entries if squeeze(entry.text) == title))]
        if any(squeeze(entry.text) == title for entry in entries)
        else []
    )


def _continued(
    question: Question, best: Candidate, good: list[Candidate], engine: SearchEngine, filters: Filters
) -> list[Line]:
    """The best sentence and what belongs to it."""
    passage = best.passage
    if passage.is_heading or leads_in(best.quote):
        entries = document_entries(engine, best.hit.document, filters)
        items = items_after(best.hit.entry, entries, is_heading=passage.is_heading)
        return [_line(best), *map(_whole, items)]
    if _echoes(best, question):
        after = [item for item in passages(best.hit) if item.start > best.start][:AFTER_ECHO]
        return [_line(best), *(Line(item.entry, item.quote, item.start) for item in after)]
    together = [best, *_alike(question, best, good), *_second_part(question, best, good)]
    return [_line(item) for item in sorted(dict.fromkeys(together), key=lambda item: item.start)]


def _echoes(item: Candidate, question: Question) -> bool:
    """Whether a sentence says little that the question does not say."""
    if question.asks is Asked.YES_NO:
        return False
    asked = squeeze(question.text)
    pairs = [one + other for one, other in pairwise(item.passage.own)]
    return sum(pair not in asked for pair in pairs) / max(len(pairs), 1) < ECHO


def _alike(question: Question, best: Candidate, good: list[Candidate]) -> Iterator[Candidate]:
    """Sentences of the same document that answer as well, where several are wanted."""
    most = MOST_ALIKE.get(question.asks, 1) - 1
    near = (item for item in good[1:] if item.hit.document == best.hit.document and item.quote != best.quote)
    yield from [item for item in near if item.score >= ALIKE * best.score and not item.passage.is_heading][:most]


def _second_part(question: Question, best: Candidate, good: list[Candidate]) -> Iterator[Candidate]:
    """A sentence of the same document for what a question of several parts asks besides."""
    if question.parts < 2:
        return
    for item in good[1:]:
        if item.hit.document == best.hit.document and _added(item, best) >= NEEDED and item.quote != best.quote:
            yield item
            return


def _added(item: Candidate, best: Candidate) -> float:
    """The share of the question that a sentence holds itself and the best one does not."""
    return sum(share for term, share in item.holds.items() if term not in best.holds)


def _other_documents(question: Question, best: Candidate, good: list[Candidate]) -> list[Candidate]:
    """The best sentences of other documents that state another value just as well."""
    if question.asks not in (Asked.NUMBER, Asked.DATE):
        return []
    seen = {best.hit.document}
    values = {numbers_in(best.quote)}
    out: list[Candidate] = []
    for item in good[1:]:
        if item.score < ALIKE * best.score or len(out) == MOST_DOCUMENTS - 1:
            break
        if item.hit.document in seen or item.coverage < best.coverage - 0.02 or item.own < best.own - 0.02:
            continue
        seen.add(item.hit.document)
        named = names_year(item.passage, question) >= names_year(best.passage, question)
        if named and numbers_in(item.quote) not in values:
            out.append(item)
    return out
