"""A plan as a Tantivy query.

The tree is built by hand: Tantivy's own parser answers `A AND NOT B` with nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations
from math import comb, prod
from operator import itemgetter

from tantivy import Occur, Query

from search.matching import PLACES, Matching, is_one_of_terms
from search.plan import Plan
from search.query import And, Leaf, Node, Not, Or, Years, leaves
from search.scoring import field_of, inverse_frequency, strings_of, tokens_of
from search.tantivy_view import Found, View
from search.tokenizer import pairs
from search.weights import Weights

_OPTIONS = {"text": "position", "title": "position", "heading": "position", "words": "freq", "characters": "freq"}
_PER_LOOK = 12
"""How many times as long it takes to look for a token in one clause as to pass over a clause that has it."""
_LIKELY_PER_FOUND = 4
"""How many times as many clauses are likely to be found as are: about as measured where the difference counts."""
_TOGETHER = 3
"""How many times as often as by chance two words stand together at least, of those that very many clauses have."""
_MOST_WRITTEN_OUT = 6
"""Choices of parts that are cheaper to find one by one than by counting parts."""
_MOST_OF_RARITY = 2.2
"""How many times its rarity a token adds to a score at most (k1 + 1 of Tantivy's BM25)."""
_MUCH = 8
"""Pairs that are asked for together, of which hardly any clause has all."""
_MOST_PARTS = 48
"""Parts of a score of which few clauses need so many: the rarest, which tell most."""


class TantivyAlgebra:
    """An `Algebra` whose findings are Tantivy queries without scores.

    Args:
        view: of the index.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._fields = view.fields

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
        """A term, or a set of terms."""
        if len(values) == 1:
            return self._view.having(name, values[0])
        return Query.term_set_query(self._fields, name, list(values)) if values else self.nothing()

    def years(self, first: int | None, last: int | None) -> Query:
        """A range of the year."""
        return self._view.between("year", first, last)

    def everything(self) -> Query:
        """All entries."""
        return Query.all_query()

    def nothing(self) -> Query:
        """No entry."""
        return Query.empty_query()

    def all_of(self, parts: Sequence[Query]) -> Query:
        """A conjunction."""
        return self._view.all_of(*parts)

    def any_of(self, parts: Sequence[Query]) -> Query:
        """A disjunction."""
        return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Should, part) for part in parts])

    def at_least(self, parts: Sequence[Query], number: int) -> Query:
        """A disjunction of which so many hold; written out where that is short, since Tantivy is slow at counting."""
        if number > 1 and comb(len(parts), number) <= _MOST_WRITTEN_OUT:
            return self.any_of([self.all_of(some) for some in combinations(parts, number)])
        return Query.boolean_query([(Occur.Should, part) for part in parts], number)

    def without(self, part: Query, excluded: Query) -> Query:
        """A difference."""
        return Query.boolean_query([(Occur.Must, part), (Occur.MustNot, excluded)])

    def values(self, name: str) -> Sequence[str]:
        """All values of a raw field."""
        return self._view.values(name)


class TantivyMatching(Matching[Query]):
    """Reads plans and filters into Tantivy queries.

    Args:
        view: of the index.
    """

    def __init__(self, view: View) -> None:
        self._algebra = TantivyAlgebra(view)
        super().__init__(self._algebra)
        self._view = view

    def some(self, words: Sequence[str], number: int) -> Query:
        """Entries that contain so many of the words.

        Counting goes through all that have any of them. So a word that more clauses have than all others together is
        looked for where one less of the others is enough; that takes half of the time.
        """
        often = {word: self._view.frequency("words", word) for word in words}
        most = max(words, key=often.__getitem__)
        if not 1 < number < len(words) or often[most] * 2 <= sum(often.values()):
            return super().some(words, number)
        others = [word for word in words if word != most]
        fewer = self._algebra.all_of([self.some(others, number - 1), self.anywhere(most)])
        return self._algebra.any_of([self.some(others, number), fewer])

    def scored(self, plan: Plan, parts: Mapping[tuple[str, str], Query]) -> Query | None:
        """What `exact` finds, scored by the tokens that it is found by; None where strings are no single tokens.

        Args:
            plan: what is asked for.
            parts: field and token to what it adds to a score.
        """
        items = plan.root.items if isinstance(plan.root, And) else (plan.root,)
        asking = [item for item in items if not isinstance(item, Not)]
        tokens = dict.fromkeys((field_of(needle), needle) for leaf in plan.wanted for needle in plan.needles[leaf])
        if len(asking) != 1 or asking[0] is None or not is_one_of_terms(asking[0]) or not tokens.keys() <= parts.keys():
            return None
        found = self._algebra.any_of([parts[token] for token in tokens])
        return self._all([item for item in items if isinstance(item, Not)], plan, [found])

    def spread(self, plan: Plan, parts: Mapping[tuple[str, str], Query]) -> Query | None:
        """What has each term anywhere, scored by all parts at once; None where terms or parts are others than tokens.

        Besides what `exact` finds these are clauses that have all terms in title and headings alone. To score them
        takes less time than to look in each clause found for what else it has.
        """
        items = plan.root.items if isinstance(plan.root, And) else (plan.root,)
        asking = [item for item in items if item is not None and not isinstance(item, Not)]
        if not all(map(is_one_of_terms, asking)):
            return None
        needles = [[needle for leaf in leaves(item) for needle in plan.needles[leaf]] for item in asking]
        tokens = [[(name, needle) for name in _OPTIONS for needle in dict.fromkeys(held)] for held in needles]
        held = [[token for token in some if token in parts] for some in tokens]
        are_tokens = all(len(needle) <= 2 for some in needles for needle in some)
        if not are_tokens or not all(held) or sorted(token for some in held for token in some) != sorted(parts):
            return None
        found = [self._algebra.any_of([parts[token] for token in some]) for some in held]
        return self._all([item for item in items if isinstance(item, Not)], plan, found)

    def allowed(self, scopes: Sequence[str]) -> list[Query]:
        """Nothing has to hold where no entry of the index is of another scope."""
        others = set(self._view.values("scope")) - set(scopes)
        return super().allowed(scopes) if others else []


def likely(plan: Plan, view: View) -> int:
    """About how many clauses have all that is asked for: as many as have the rarest of its pairs."""
    return _likely(plan.root, plan, view) if plan.root is not None else 0


def _likely(node: Node, plan: Plan, view: View) -> int:
    match node:
        case And(items):
            return min(_likely(item, plan, view) for item in items)
        case Or(items):
            return sum(_likely(item, plan, view) for item in items)
        case Not() | Years():
            return int(view.searcher.num_docs)
    return sum(_standing(needle, view) for needle in plan.needles[node]) if _is_free(node) else view.searcher.num_docs


def expected(plan: Plan, view: View) -> int:
    """How many clauses should have all that is asked for; 0 where nobody can tell."""
    everything = max(int(view.searcher.num_docs), 1)
    return int(_expected(plan.root, plan, view, everything) * everything) if plan.root is not None else 0


def _expected(node: Node, plan: Plan, view: View, everything: int) -> float:
    """The share of the clauses that should have it."""
    match node:
        case And(items):
            shares = [_expected(item, plan, view, everything) for item in items]
            together: float = prod(shares) * _TOGETHER ** (len(shares) - 1)
            return min(*shares, together)
        case Or(items):
            return max(_expected(item, plan, view, everything) for item in items)
        case Not(item):
            return max(1 - _likely(item, plan, view) / everything, 0)
        case Years():
            return 0
    needle = plan.needles[node][0]
    if not _is_free(node) or len(needle) > 2:
        return 0
    return view.frequency(field_of(needle), needle) / everything


def is_doubtful(found: Found, plan: Plan) -> bool:
    """Whether so much is asked for that there may be nothing, which is sooner told than what would be ranked is."""
    return found.least is None and found.may_be_few and len(plan.ranking.pairs) >= _MUCH


def _is_free(leaf: Leaf) -> bool:
    return leaf.field is None


def _standing(needle: str, view: View) -> int:
    """About how many clauses have a string in themselves, their title or headings."""
    if len(needle) == 1:
        return view.frequency("characters", needle)
    return sum(min(view.frequency(place, pair) for pair in pairs(needle)) for place in PLACES)


def ranked(found: Found, plan: Plan, weights: Weights, view: View) -> Query:
    """The clauses that were found, scored by what they contain of the query.

    Of very many that all have the words, single characters do not tell the best: they are left out of such scores.
    What is found by single tokens is scored by them while it is found, so that they are read once.
    """
    tokens = _token_parts(plan, weights, view, without_characters=found.is_broad and found.least != 0)
    scored = TantivyMatching(view).scored(plan, {token: part for token, (part, _) in tokens.items()})
    if scored is None or found.least is not None:
        scored = Query.const_score_query(found.query, 0.0)
    else:
        scored = view.all_of(scored, *(Query.const_score_query(one, 0.0) for one in found.conditions))
        for needle in (needle for leaf in plan.wanted for needle in plan.needles[leaf]):
            del tokens[field_of(needle), needle]
    parts = sorted([*tokens.values(), *_other_parts(plan, weights, view)], key=itemgetter(1))
    if found.likely * _MOST_PARTS * _PER_LOOK < sum(often for _, often in parts):
        parts = parts[:_MOST_PARTS]
    most = found.likely * _PER_LOOK // _LIKELY_PER_FOUND
    rare = [part for part, often in parts if often <= most]
    frequent = [part for part, often in parts if often > most]
    return reduce(_and_perhaps, frequent, _and_perhaps(scored, *rare))


def spread(found: Found, plan: Plan, weights: Weights, view: View) -> tuple[Query, float] | None:
    """The same scores for more clauses in less time, and how much those have at most that were not found.

    None where they are not to be had so.
    """
    if found.least is not None or not found.is_broad or not view.parts.clauses:
        return None
    tokens = _token_parts(plan, weights, view, without_characters=True)
    query = TantivyMatching(view).spread(plan, {token: part for token, (part, _) in tokens.items()})
    if query is None or any(_other_parts(plan, weights, view)):
        return None
    least = sum(
        part.weight * _MOST_OF_RARITY * inverse_frequency(tokens[part.field, part.token][1], view.parts.clauses)
        for part in tokens_of(plan, weights)
        if part.field in PLACES[1:] and (part.field, part.token) in tokens
    )
    return view.all_of(query, *(Query.const_score_query(one, 0.0) for one in found.conditions)), least


def _and_perhaps(found: Query, *parts: Query) -> Query:
    """What is found, scored higher where it has these parts.

    Parts that are given together are read from end to end, which is sooner done where they are rare; one that is given
    by itself is looked for in each clause found.
    """
    return Query.boolean_query([(Occur.Must, found), *((Occur.Should, part) for part in parts)])


def _token_parts(
    plan: Plan, weights: Weights, view: View, *, without_characters: bool
) -> dict[tuple[str, str], tuple[Query, int]]:
    """Field and token to what it adds to a score, with the number of clauses that have it."""
    algebra = TantivyAlgebra(view)
    parts = {}
    for token in tokens_of(plan, weights):
        often = view.frequency(token.field, token.token)
        if often and not (without_characters and plan.ranking.pairs and token.field == "characters"):
            part = Query.boost_query(algebra.having(token.field, token.token), token.weight)
            parts[token.field, token.token] = (part, often)
    return parts


def _other_parts(plan: Plan, weights: Weights, view: View) -> Iterator[tuple[Query, int]]:
    """What else adds to a score, each with the number of clauses that have it."""
    algebra = TantivyAlgebra(view)
    for string in strings_of(plan, weights):
        often = min(view.frequency(string.place, pair) for pair in pairs(string.needle))
        if often:
            yield Query.const_score_query(algebra.within(string.place, string.needle), string.weight), often
    article = TantivyMatching(view).article(plan)
    if article is not None:
        yield Query.const_score_query(article, weights.article), 1
