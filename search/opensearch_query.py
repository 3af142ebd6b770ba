"""A plan as the JSON of an OpenSearch query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from search.citation import article_titles
from search.opensearch_schema import GAP, SPARSE
from search.plan import Plan
from search.scoring import strings_of, tokens_of
from search.tokenizer import EDGE, pairs
from search.weights import Weights

Json = dict[str, Any]

_MOST_CLAUSES = 1000
"""Parts of one query; a cluster refuses more than 1,024 unless it is told otherwise."""
_MOST_WORDS = 250
"""Words of a query of which a hit has to contain a share; each is looked for in three places."""
_MOST_VALUES = 60_000
"""Values of one list; a cluster refuses more than 65,536."""
_LEAVES = ("term", "terms", "match_phrase", "range", "match_all", "match_none")


class OpenSearchAlgebra:
    """An `Algebra` whose findings are OpenSearch queries in filter context.

    Args:
        values: looks up all values of a raw field.
        scale: what the cluster's BM25 is multiplied by to be that of the other engines.
    """

    def __init__(self, values: Callable[[str], Sequence[str]], scale: float = 1.0) -> None:
        self._values = values
        self._scale = scale

    def within(self, place: str, needle: str) -> Json:
        """A phrase of pairs that overlap or touch, so that no character between them is left open."""
        if len(needle) == 1:
            return self.having("characters", needle) if place == "text" else self.nothing()
        grams = pairs(needle)
        if len(grams) == 1:
            return self.having(place, grams[0])
        last = len(grams) - 1
        chosen = (gram if at % 2 == 0 or at == last else GAP for at, gram in enumerate(grams))
        return {"match_phrase": {place: {"query": " ".join(chosen), "analyzer": SPARSE}}}

    def having(self, name: str, token: str) -> Json:
        """A term."""
        return {"term": {name: token}}

    def among(self, name: str, values: Sequence[str]) -> Json:
        """A set of terms."""
        return among(name, values)

    def years(self, first: int | None, last: int | None) -> Json:
        """A range of the year."""
        bounds = {"gte": first, "lte": last}
        return {"range": {"year": {name: year for name, year in bounds.items() if year is not None}}}

    def everything(self) -> Json:
        """All entries."""
        return {"match_all": {}}

    def nothing(self) -> Json:
        """No entry."""
        return {"match_none": {}}

    def all_of(self, parts: Sequence[Json]) -> Json:
        """A conjunction."""
        return parts[0] if len(parts) == 1 else {"bool": {"filter": list(parts)}}

    def any_of(self, parts: Sequence[Json]) -> Json:
        """A disjunction; terms of one field become one set."""
        return self.at_least(_gathered(parts), 1)

    def at_least(self, parts: Sequence[Json], number: int) -> Json:
        """A disjunction of which so many hold."""
        held = _gathered(parts) if number == 1 else list(parts)
        return held[0] if len(held) == 1 else {"bool": {"should": held, "minimum_should_match": number}}

    def without(self, part: Json, excluded: Json) -> Json:
        """A difference."""
        return {"bool": {"filter": [part], "must_not": [excluded]}}

    def values(self, name: str) -> Sequence[str]:
        """All values of a raw field."""
        return self._values(name)

    def ranked(self, found: Json, plan: Plan, weights: Weights) -> Json:
        """The entries of `found`, scored by what they contain of the query, times their own factor."""
        article = self._article(plan)
        named = [_fixed(article, weights.article)] if article else []
        room = max(_MOST_CLAUSES - _leaves(found) - _leaves(named), 0)
        strings = islice(strings_of(plan, weights), room)
        fixed = [*(_fixed(self.within(part.place, part.needle), part.weight) for part in strings), *named]
        room -= len(fixed) - len(named)
        weightiest = sorted(tokens_of(plan, weights), key=lambda part: -part.weight)
        scored = [
            {"term": {part.field: {"value": part.token, "boost": part.weight * self._scale}}}
            for part in islice(weightiest, room)
        ]
        query = {"bool": {"filter": [found], "should": [*scored, *fixed]}}
        factor = {"field": "factor", "missing": 1.0}
        return {"function_score": {"query": query, "field_value_factor": factor, "boost_mode": "multiply"}}

    def _article(self, plan: Plan) -> Json | None:
        """The very article that the query names."""
        article = plan.ranking.article
        titles = article_titles(article, self._values("title_line")) if article else []
        if article is None or not titles:
            return None
        begins = self.any_of([self.within("text", EDGE + article.label), self.within("heading", article.label)])
        return self.all_of([self.among("title_line", titles), begins])


def among(name: str, values: Sequence[str]) -> Json:
    """The query for entries of which a value is one of these, in lists that are not too long."""
    lists = [list(values[at : at + _MOST_VALUES]) for at in range(0, len(values), _MOST_VALUES)]
    found: list[Json] = [{"terms": {name: part}} for part in lists]
    if not found:
        return {"match_none": {}}
    return found[0] if len(found) == 1 else {"bool": {"should": found, "minimum_should_match": 1}}


def bounded(plan: Plan) -> Plan:
    """The plan with no more words than one query can ask a share of."""
    ranking = plan.ranking
    if len(ranking.words) <= _MOST_WORDS:
        return plan
    return replace(plan, ranking=replace(ranking, words=ranking.words[:_MOST_WORDS]))


def _gathered(parts: Iterable[Json]) -> list[Json]:
    """The parts with single terms of the same field put together."""
    terms: dict[str, list[str]] = {}
    others: list[Json] = []
    for part in parts:
        if "term" in part:
            ((name, token),) = part["term"].items()
            terms.setdefault(name, []).append(token)
        else:
            others.append(part)
    return [*(among(name, tokens) for name, tokens in terms.items()), *others]


def _fixed(part: Json, weight: float) -> Json:
    return {"constant_score": {"filter": part, "boost": weight}}


def _leaves(query: object) -> int:
    """Number of parts of a query that compare something."""
    if isinstance(query, list):
        return sum(map(_leaves, query))
    if not isinstance(query, Mapping):
        return 0
    return sum(1 if name in _LEAVES else _leaves(inner) for name, inner in query.items())
