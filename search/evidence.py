"""Sentences that may answer a question: found, weighed, and held against what the question is bound to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from corpus import Validity
from search.binding import is_ahead, lacking, looks_right, names_year
from search.engine import Entry, Filters, Hit, Match, SearchEngine
from search.folding import squeeze
from search.matter import fitting, heads, is_on, of_some, unnamed, whole_name
from search.neighbours import document_entries, headers, leads_in, table_of
from search.passages import Passage, is_attachment, passages
from search.query import words_query
from search.question import Asked, Question
from search.terms import Term, terms_of

POOL = 60
"""Clauses that are looked at."""
MOST_OF_PLACE = 40
"""Documents that are considered to be of a place."""
OFTEN = 4
"""Clauses that name a place in a document that is of it."""
MOST_TABLES = 3
"""Documents whose tables are looked up."""

RAREST = 6.0
"""What a word tells at most."""
UNKNOWN_ACTION = 0.5
"""Share of its weight that an action or a quality keeps which no document names: a manner of speaking."""
LONG = 250
"""Characters above which a sentence is rather a text that has everything in it."""

OWN, OTHER_WORDING, HEADING, TITLE, BEFORE, CLAUSE, CITED = 1.0, 0.95, 0.85, 0.85, 0.75, 0.5, 0.6
"""What a term counts by where it is found: in the sentence, there in another wording, before it in the clause, ..."""
LATER_WORDING, LEAST_WORDING = 0.02, 0.86
"""What another wording counts less for each one before it, and the least that one counts."""
_LABEL = re.compile(r"^(?:标题|题名|名称|文件名称)[:：]?")
_WEIGHTS_OF_VALIDITY = {Validity.DRAFT: 0.97, Validity.EXPIRED: 0.9}


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may answer.

    Attributes:
        passage: the sentence with what is around it.
        coverage: share of the question's terms, by their weight, that sentence and surroundings hold; 0 to 1.
        own: the share that the sentence itself holds.
        pairs: share of the question's pairs of characters that the sentence has.
        fits: it has the looks of the answer that is asked for.
        score: all of it together, by which candidates are ranked.
        holds: the terms that the sentence itself holds, each with its share of the question.
        lacking: what of the question neither the sentence nor its surroundings say, though an answer has to.
    """

    passage: Passage
    coverage: float
    own: float
    pairs: float
    fits: bool
    score: float
    holds: dict[str, float]
    lacking: tuple[str, ...]

    @property
    def hit(self) -> Hit:
        """Its clause."""
        return self.passage.hit

    @property
    def quote(self) -> str:
        """The sentence."""
        return self.passage.quote

    @property
    def start(self) -> int:
        """Offset of the sentence in the document's text."""
        return self.passage.start


@dataclass(frozen=True, slots=True)
class Bound:
    """What an answer is bound to besides the words of the question.

    Attributes:
        of_places: each place of the question to the documents that are of it.
        needed: terms that an answer has to name.
        names: documents that call what is asked about by a whole name, with that name.
    """

    of_places: Mapping[str, frozenset[str]]
    needed: tuple[Term, ...]
    names: Mapping[str, str]


class Rarity:
    """How much words tell, by how few clauses of the corpus have them."""

    def __init__(self, engine: SearchEngine, filters: Filters) -> None:
        self._engine = engine
        self._filters = filters
        self._total = max(engine.count(), 1)
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        """From about 1 for what most clauses have to about 6 for what hardly any has."""
        if word not in self._known:
            count = self._engine.search(
                words_query(word), self._filters, limit=1, match=Match.ALL, facets=False, expand=False
            ).total
            self._known[word] = min(log(1 + self._total / (0.5 + count)), RAREST)
        return self._known[word]


def candidates(question: Question, engine: SearchEngine, filters: Filters) -> list[Candidate]:
    """Sentences that may answer, best first."""
    terms = terms_of(question)
    if not terms:
        return []
    query = " ".join([question.text, *(form for term in terms for form in term.forms[:3])])
    of_places = {place: documents_of(place, engine, filters) for place in question.places}
    hits = _pool(query, engine, filters, frozenset().union(*of_places.values()))
    found = list(_passages(hits, question, engine, filters))
    weights = weights_of(terms, found, Rarity(engine, filters))
    pairs = frozenset(one + other for one, other in pairwise(squeeze(question.core)))
    telling = [passage for passage in found if any(_inside(term, passage) for term in terms)]
    bound = Bound(of_places, heads(question, weights, found), whole_name(question, terms, telling))
    weighed = [_weighed(passage, question, weights, pairs, bound) for passage in telling]
    return sorted(weighed, key=lambda candidate: -candidate.score)


def documents_of(place: str, engine: SearchEngine, filters: Filters) -> frozenset[str]:
    """The documents that are of a place: by title, body or region, or because they name it over and over."""
    page = engine.search(
        words_query(place), filters, limit=MOST_OF_PLACE, match=Match.ALL, per_document=1, facets=False, expand=False
    )
    return frozenset(
        hit.document
        for hit in page.hits
        if 1 + hit.others >= OFTEN
        or any(place in (text or "") for text in (hit.title, hit.entry.issuer, hit.entry.region))
    )


def _pool(query: str, engine: SearchEngine, filters: Filters, documents: frozenset[str]) -> tuple[Hit, ...]:
    """The clauses to look at: the best of all, and the best of the documents of the places that are asked for."""
    hits = engine.search(words_query(query), filters, limit=POOL, match=Match.ANY, facets=False).hits
    if not documents or filters.documents:
        return hits
    local = replace(filters, documents=tuple(sorted(documents)))
    more = engine.search(words_query(query), local, limit=POOL, match=Match.ANY, facets=False).hits
    seen = {(hit.document, hit.entry.start) for hit in hits}
    return (*hits, *(hit for hit in more if (hit.document, hit.entry.start) not in seen))


def _passages(hits: Sequence[Hit], question: Question, engine: SearchEngine, filters: Filters) -> Iterator[Passage]:
    """The sentences of the hits; rows of tables with their heads, where a year is asked for."""
    heads: dict[str, dict[str, Entry]] = {}
    for hit in hits:
        table = table_of(hit.clause) if question.years else None
        if table and hit.document not in heads and len(heads) < MOST_TABLES:
            heads[hit.document] = headers(document_entries(engine, hit.document, filters))
        head = heads.get(hit.document, {}).get(table) if table else None
        yield from passages(hit, head.text if head else "")


def weights_of(terms: Iterable[Term], found: Sequence[Passage], rarity: Rarity) -> dict[Term, float]:
    """Each term's weight: the least rarity of its wordings that were found, so that a common word counts little."""
    texts = [passage.clause + passage.heading + passage.title for passage in found]
    out: dict[Term, float] = {}
    for term in terms:
        met = [form for form in term.wordings if any(form in text for text in texts)]
        rare = min(rarity.of(form) for form in met or [term.text])
        out[term] = term.weight * rare * (UNKNOWN_ACTION if not met and term.weight < 1 and rare >= RAREST else 1.0)
    return out


def _weighed(
    passage: Passage,
    question: Question,
    weights: dict[Term, float],
    pairs: frozenset[str],
    bound: Bound,
) -> Candidate:
    total = sum(weights.values()) or 1.0
    held = {term: _held(term, passage) for term in weights}
    coverage = sum(weight * held[term] for term, weight in weights.items()) / total
    own = _own_share(passage, weights)
    share = sum(pair in passage.own for pair in pairs) / max(len(pairs), 1)
    fits = looks_right(passage, question, weights) and not is_title(passage)
    lack = tuple(_lacking(passage, question, weights, bound))
    score = 0.6 * coverage + 0.25 * own + 0.15 * share + 0.06 * names_year(passage, question)
    score *= (1.0 if fits else 0.7) * (0.6 if lack else 1.0) * fitting(passage, question)
    score *= _WEIGHTS_OF_VALIDITY.get(passage.entry.validity, 1.0)
    if question.ahead and not is_ahead(passage):
        score *= 0.85
    if len(passage.quote) > LONG:
        score *= max(0.7, 1 - (len(passage.quote) - LONG) / (8 * LONG))
    if question.asks is not Asked.LIST and (passage.is_heading or leads_in(passage.quote)):
        score *= 0.8
    holds = {term.text: weight / total for term, weight in weights.items() if _inside(term, passage)}
    return Candidate(passage, coverage, own, share, fits, score, holds, lack)


def _lacking(passage: Passage, question: Question, weights: Mapping[Term, float], bound: Bound) -> Iterator[str]:
    """What of the question the passage does not say though an answer has to."""
    yield from lacking(passage, question, weights, bound.of_places)
    yield from unnamed(passage, question, bound.needed)
    yield from of_some(passage, question, weights)
    name = bound.names.get(passage.hit.document, "")
    if not is_on(name, passage, weights):
        yield name


def is_title(passage: Passage) -> bool:
    """Whether a passage is the title of its document, or the name of a file beside it."""
    return _LABEL.sub("", passage.own) in passage.title or is_attachment(passage.quote)


def _own_share(passage: Passage, weights: dict[Term, float]) -> float:
    """Share of the terms that the sentence itself holds, of those that are not the matter of its whole document."""
    special = {
        term: weight for term, weight in weights.items() if not any(form in passage.title for form in term.wordings)
    }
    asked = special or weights
    return sum(weight for term, weight in asked.items() if _inside(term, passage)) / (sum(asked.values()) or 1.0)


def _held(term: Term, passage: Passage) -> float:
    """How well a passage holds a term: best by the sentence itself, and by the wordings that come first."""
    if term.text in passage.stated:
        return OWN
    place = next((place for place, form in enumerate(term.forms) if form in passage.stated), None)
    if place is not None:
        return max(OTHER_WORDING - LATER_WORDING * place, LEAST_WORDING)
    places = (
        (passage.own, CITED),
        (passage.before, BEFORE),
        (passage.heading, HEADING),
        (passage.title, TITLE),
        (passage.clause, CLAUSE),
    )
    around = max((worth for text, worth in places if any(form in text for form in term.wordings)), default=0.0)
    return max(around, 0.5 * _pairs_held(term.text, passage.own))


def _inside(term: Term, passage: Passage) -> bool:
    """Whether a sentence itself has a wording of a term."""
    return any(form in passage.stated for form in term.wordings)


def _pairs_held(word: str, text: str) -> float:
    """Share of a longer word's pairs of characters that a text has."""
    pairs = [one + other for one, other in pairwise(word)]
    return sum(pair in text for pair in pairs) / len(pairs) if len(pairs) > 1 else 0.0


def nearest(found: Iterable[Candidate], without: set[str], most: int) -> tuple[Hit, ...]:
    """The clauses of the best candidates, each once, but for those named."""
    hits: dict[tuple[str, int], Hit] = {}
    for item in found:
        if item.hit.clause not in without:
            hits.setdefault((item.hit.document, item.hit.entry.start), item.hit)
        if len(hits) == most:
            break
    return tuple(hits.values())
