"""A plan over a Whoosh index: findings are sets of entry numbers, and scores are added up term by term."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from search.matching import Matching
from search.plan import Plan
from search.scoring import strings_of, tokens_of
from search.tokenizer import pairs
from search.weights import Weights
from search.whoosh_schema import BETWEEN, TEXTS

Numbers = frozenset[int]


class WhooshAlgebra:
    """An `Algebra` whose findings are sets of entry numbers.

    Args:
        searcher: of the index, at one commit.
    """

    def __init__(self, searcher: Any) -> None:
        self._searcher = searcher
        self._reader = searcher.reader()
        self._texts: Any = self._reader.column_reader("squeezed") if self._reader.doc_count_all() else {}

    def within(self, place: str, needle: str) -> Numbers:
        """Entries with all pairs of the string, of which those are kept in which it stands."""
        if len(needle) == 1:
            return self._numbers("characters", needle) if place == "text" else frozenset()
        grams = sorted(set(pairs(needle)), key=lambda gram: self._frequency(place, gram))
        found: Numbers = self._numbers(place, grams[0])
        for gram in grams[1:]:
            found = found & self._numbers(place, gram) if found else found
        if len(needle) == 2 or not found:
            return found
        return frozenset(number for number in found if needle in self._text(number, place))

    def having(self, name: str, token: str) -> Numbers:
        """Entries with a token."""
        return self._numbers(name, token)

    def among(self, name: str, values: Sequence[str]) -> Numbers:
        """Entries with any of the values."""
        return frozenset().union(*(self._numbers(name, value) for value in values))

    def years(self, first: int | None, last: int | None) -> Numbers:
        """Entries of any of the years that the index knows between the two."""
        known = (int(year) for year in self.values("year"))
        return self.among("year", [str(year) for year in known if (first or year) <= year <= (last or year)])

    def everything(self) -> Numbers:
        """All entries."""
        return frozenset(self._reader.all_doc_ids())

    def nothing(self) -> Numbers:
        """No entry."""
        return frozenset()

    def all_of(self, parts: Sequence[Numbers]) -> Numbers:
        """The intersection, smallest first."""
        return reduce(frozenset.__and__, sorted(parts, key=len))

    def any_of(self, parts: Sequence[Numbers]) -> Numbers:
        """The union."""
        return frozenset().union(*parts)

    def at_least(self, parts: Sequence[Numbers], number: int) -> Numbers:
        """What is in so many of the parts."""
        counts: Counter[int] = Counter()
        for part in parts:
            counts.update(part)
        return frozenset(entry for entry, times in counts.items() if times >= number)

    def without(self, part: Numbers, excluded: Numbers) -> Numbers:
        """The difference."""
        return part - excluded

    def values(self, name: str) -> Sequence[str]:
        """All values of a raw field."""
        return [token.decode() for token in self._reader.lexicon(name)]

    def scores(self, found: Numbers, plan: Plan, weights: Weights) -> dict[int, float]:
        """Entry number to its score, for each entry of `found`."""
        scores: dict[int, float] = defaultdict(float, dict.fromkeys(found, 0.0))
        for token in tokens_of(plan, weights):
            for number, score in self._scored(token.field, token.token):
                if number in found:
                    scores[number] += token.weight * score
        for string in strings_of(plan, weights):
            for number in found & self.within(string.place, string.needle):
                scores[number] += string.weight
        for number in found & (Matching(self).article(plan) or frozenset()):
            scores[number] += weights.article
        factors = self._reader.column_reader("factor") if found else {}
        return {number: score * factors[number] for number, score in scores.items()}

    def _numbers(self, name: str, token: str) -> Numbers:
        if (name, token) not in self._reader:
            return frozenset()
        return frozenset(self._reader.postings(name, token).all_ids())

    def _scored(self, name: str, token: str) -> Iterator[tuple[int, float]]:
        """Entries with a token, each with its BM25."""
        if (name, token) not in self._reader:
            return
        matcher = self._searcher.postings(name, token)
        while matcher.is_active():
            yield matcher.id(), matcher.score()
            matcher.next()

    def _frequency(self, name: str, token: str) -> int:
        return int(self._reader.doc_frequency(name, token))

    def _text(self, number: int, place: str) -> str:
        """The squeezed text of an entry at a place."""
        kept: bytes = self._texts[number]
        return kept.decode().split(BETWEEN)[TEXTS.index(place)]
