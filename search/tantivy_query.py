"""A plan as a Tantivy query.

The tree is built by hand: Tantivy's own parser answers `A AND NOT B` with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tantivy import FieldType, Occur, Query, Schema

from search.matching import Matching
from search.plan import Plan
from search.scoring import strings_of, tokens_of
from search.tokenizer import pairs
from search.weights import Weights

_OPTIONS = {"text": "position", "title": "position", "heading": "position", "words": "freq", "characters": "freq"}


class TantivyAlgebra:
    """An `Algebra` whose findings are Tantivy queries without scores.

    Args:
        fields: schema of the index.
        values: looks up all values of a raw field.
    """

    def __init__(self, fields: Schema, values: Callable[[str], Sequence[str]]) -> None:
        self._fields = fields
        self._values = values

    def within(self, place: str, needle: str) -> Query:
        """A phrase of pairs that overlap or touch, so that no character between them is left open."""
        if len(needle) == 1:
            return self.having("characters", needle) if place == "text" else self.nothing()
        grams = pairs(needle)
        if len(grams) == 1:
            return self.having(place, grams[0])
        chosen = [(at, gram) for at, gram in enumerate(grams) if at % 2 == 0 or at == len(grams) - 1]
        return Query.phrase_query(self._fields, place, list(chosen))

    def having(self, name: str, token: str) -> Query:
        """A term."""
        return Query.term_query(self._fields, name, token, _OPTIONS[name])

    def among(self, name: str, values: Sequence[str]) -> Query:
        """A set of terms."""
        return Query.term_set_query(self._fields, name, list(values)) if values else self.nothing()

    def years(self, first: int | None, last: int | None) -> Query:
        """A range of the year."""
        return Query.range_query(self._fields, "year", FieldType.Integer, first, last)

    def everything(self) -> Query:
        """All entries."""
        return Query.all_query()

    def nothing(self) -> Query:
        """No entry."""
        return Query.empty_query()

    def all_of(self, parts: Sequence[Query]) -> Query:
        """A conjunction."""
        return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Must, part) for part in parts])

    def any_of(self, parts: Sequence[Query]) -> Query:
        """A disjunction."""
        return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Should, part) for part in parts])

    def at_least(self, parts: Sequence[Query], number: int) -> Query:
        """A disjunction of which so many hold."""
        return Query.boolean_query([(Occur.Should, part) for part in parts], number)

    def without(self, part: Query, excluded: Query) -> Query:
        """A difference."""
        return Query.boolean_query([(Occur.Must, part), (Occur.MustNot, excluded)])

    def values(self, name: str) -> Sequence[str]:
        """All values of a raw field."""
        return self._values(name)

    def ranked(self, found: Query, plan: Plan, weights: Weights) -> Query:
        """The entries of `found`, scored by what they contain of the query."""
        parts = [
            Query.boost_query(self.having(part.field, part.token), part.weight) for part in tokens_of(plan, weights)
        ]
        parts += [
            Query.const_score_query(self.within(part.place, part.needle), part.weight)
            for part in strings_of(plan, weights)
        ]
        article = Matching(self).article(plan)
        if article is not None:
            parts.append(Query.const_score_query(article, weights.article))
        unscored = Query.const_score_query(found, 0.0)
        return Query.boolean_query([(Occur.Must, unscored), *((Occur.Should, part) for part in parts)])
