"""What a hit has to contain, and what it is narrowed to: the same for every engine, over the few things each can do.

An engine says by an `Algebra` how it finds a string or a value and how it joins such findings; a finding is whatever
the engine makes of it, a query or a set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from search.citation import article_titles
from search.engine import Filters
from search.folding import squeeze
from search.labels import GENRE_LABELS
from search.plan import Plan
from search.query import RAW_FIELDS, And, Field, Leaf, Node, Not, Or, Years, leaves
from search.stored import scope
from search.tokenizer import EDGE

F = TypeVar("F")

PLACES = ("text", "title", "heading")
"""Where a term may stand."""


class Algebra(Protocol[F]):
    """How an engine finds, and joins what it found."""

    def within(self, place: str, needle: str) -> F:
        """Entries in which a squeezed string stands in this place, character by character."""
        ...

    def having(self, name: str, token: str) -> F:
        """Entries with this token in field `words` or `text`."""
        ...

    def among(self, name: str, values: Sequence[str]) -> F:
        """Entries of which a value of `search.stored.RAW` is one of these."""
        ...

    def years(self, first: int | None, last: int | None) -> F:
        """Entries of these years, both ends included."""
        ...

    def everything(self) -> F:
        """All entries."""
        ...

    def nothing(self) -> F:
        """No entry."""
        ...

    def all_of(self, parts: Sequence[F]) -> F:
        """What is in each of the parts, of which there is at least one."""
        ...

    def any_of(self, parts: Sequence[F]) -> F:
        """What is in any of the parts, of which there is at least one."""
        ...

    def at_least(self, parts: Sequence[F], number: int) -> F:
        """What is in so many of the parts."""
        ...

    def without(self, part: F, excluded: F) -> F:
        """What is in the one and not in the other."""
        ...

    def values(self, name: str) -> Sequence[str]:
        """All values of this name of `search.stored.RAW` that are in the index."""
        ...


class Matching(Generic[F]):
    """Reads plans and filters by an engine's algebra."""

    def __init__(self, algebra: Algebra[F]) -> None:
        self._of = algebra

    def exact(self, plan: Plan) -> F:
        """Entries that contain all that is asked for.

        A term may stand in the clause, its headings or its title, but one of them has to stand in the clause itself;
        where documents are asked for, by title, 文号, year or the like alone, their first entries answer.
        """
        if plan.root is None:
            return self._of.nothing()
        if plan.asks_documents:
            return self._of.all_of([self._node(plan.root, plan), self._of.among("lead", ("1",))])
        needles = [self._of.within("text", needle) for leaf in plan.wanted for needle in plan.needles[leaf]]
        if not needles:
            return self._node(plan.root, plan)
        inside = self._of.any_of(needles)
        items = plan.root.items if isinstance(plan.root, And) else (plan.root,)
        asking = [item for item in items if any(leaf.field is None for leaf in leaves(item))]
        rest = [item for item in items if item not in asking]
        match asking:
            case [terms] if is_one_of_terms(terms):
                return self._all(rest, plan, [inside])
            case [first, second] if is_one_of_terms(first) and is_one_of_terms(second):
                return self._all(rest, plan, [self._both(first, second, plan)])
        return self._of.all_of([self._node(plan.root, plan), inside])

    def near(self, plan: Plan, least: float) -> F:
        """Entries that contain some of what is asked for, and nothing that is excluded.

        Args:
            plan: what is asked for.
            least: share of the words that have to stand in the clause, its headings or its title, where words that are
                part of others do not count; 0 for any trace.
        """
        words = plan.ranking.words
        if least > 0:
            words = longest(words)
            found = self.some(words, max(1, round(len(words) * least))) if words else self._of.nothing()
        else:
            parts = [self._of.having("text", pair) for pair in plan.ranking.pairs]
            parts += [self._of.having("words", word) for word in words]
            found = self._of.at_least(parts, 1) if parts else self._of.nothing()
        article = self.article(plan)
        if article is not None:
            found = self._of.any_of([found, article])
        return self._of.all_of([found, *self._conditions(plan)])

    def some(self, words: Sequence[str], number: int) -> F:
        """Entries that contain so many of the words, of which there are as many."""
        return self._of.at_least([self.anywhere(word) for word in words], number)

    def article(self, plan: Plan) -> F | None:
        """The very article that the query names; None where it names none of a law in the index."""
        article = plan.ranking.article
        titles = article_titles(article, self._of.values("title_line")) if article else []
        if article is None or not titles:
            return None
        begins = [self._of.within("text", EDGE + article.label), self._of.within("heading", article.label)]
        return self._of.all_of([self._of.among("title_line", titles), self._of.any_of(begins)])

    def narrowed(self, found: F, filters: Filters) -> F:
        """The entries of `found` that the filters let through."""
        return self._of.all_of([found, *self.conditions(filters)])

    def conditions(self, filters: Filters) -> list[F]:
        """What entries have to be that the filters let through."""
        chosen: dict[str, Sequence[str]] = {
            "genre": filters.genres,
            "issuer": filters.issuers,
            "region": filters.regions,
            "department": filters.departments,
            "kind": filters.kinds,
            "validity": filters.validities,
            "document": filters.documents,
        }
        parts = [self._of.among(name, values) for name, values in chosen.items() if values]
        if filters.acting:
            parts.append(self._of.among("department", filters.acting))
        parts += self.allowed(_scopes(filters))
        if filters.years:
            parts.append(self._of.any_of([self._of.years(year, year) for year in filters.years]))
        if filters.year_from is not None or filters.year_until is not None:
            parts.append(self._of.years(filters.year_from, filters.year_until))
        return parts

    def allowed(self, scopes: Sequence[str]) -> list[F]:
        """What has to hold of entries that may be seen: their `scope` is one of these."""
        return [self._of.among("scope", scopes)]

    def _node(self, node: Node, plan: Plan) -> F:
        match node:
            case And(items):
                return self._all(items, plan)
            case Or(items):
                return self._of.any_of([self._node(item, plan) for item in items])
            case Not():
                return self._all((node,), plan)
            case Years(first, last):
                return self._of.years(first, last)
        return self._leaf(node, plan)

    def _all(self, items: Iterable[Node], plan: Plan, found: Sequence[F] = ()) -> F:
        held = tuple(items)
        wanted = [*found, *(self._node(item, plan) for item in held if not isinstance(item, Not))]
        excluded = [self._absent(item.item, plan) for item in held if isinstance(item, Not)]
        kept = self._of.all_of(wanted) if wanted else self._of.everything()
        return self._of.without(kept, self._of.any_of(excluded)) if excluded else kept

    def _absent(self, node: Node, plan: Plan) -> F:
        """What is excluded must be absent from the clause itself; its title and headings do not count."""
        match node:
            case And(items):
                return self._of.all_of([self._absent(item, plan) for item in items])
            case Or(items):
                return self._of.any_of([self._absent(item, plan) for item in items])
            case Not(item):
                return self._of.without(self._of.everything(), self._absent(item, plan))
            case Years(first, last):
                return self._of.years(first, last)
        if node.field is not None:
            return self._leaf(node, plan)
        return self._of.within("text", plan.needles[node][0])

    def _leaf(self, leaf: Leaf, plan: Plan) -> F:
        needles = plan.needles[leaf]
        if leaf.field is not None:
            return self._restricted(leaf.field, needles[0])
        return self._of.any_of([self._of.within(place, needle) for needle in needles for place in PLACES])

    def _both(self, first: Node, second: Node, plan: Plan) -> F:
        """The one and the other, at least one of them in the clause itself.

        Each way is found by itself, the ways with a title or headings among few clauses: that takes a third less than
        to look in all places for both, and then in the clause for either.
        """
        (here, around), (here_too, around_too) = (self._places(terms, plan) for terms in (first, second))
        ways = ((here, here_too), (here, around_too), (around, here_too))
        return self._of.any_of([self._of.all_of(way) for way in ways])

    def _places(self, terms: Node, plan: Plan) -> tuple[F, F]:
        """Any of the terms in the clause itself, and in its title or headings."""
        needles = [needle for leaf in leaves(terms) for needle in plan.needles[leaf]]
        inside = self._of.any_of([self._of.within("text", needle) for needle in needles])
        around = [self._of.within(place, needle) for needle in needles for place in PLACES[1:]]
        return inside, self._of.any_of(around)

    def _restricted(self, field: Field, needle: str) -> F:
        """Entries of which the field has a value that contains the string."""
        found = [
            self._of.among(name, chosen)
            for name in RAW_FIELDS[field]
            if (chosen := [value for value in self._of.values(name) if needle in squeeze(_shown(value))])
        ]
        return self._of.any_of(found) if found else self._of.nothing()

    def _conditions(self, plan: Plan) -> list[F]:
        """What holds whether or not the words do: exclusions, fields, years."""
        items = plan.root.items if isinstance(plan.root, And) else (plan.root,)
        kept = [item for item in items if isinstance(item, Not | Years) or getattr(item, "field", None)]
        return [self._all([item for item in kept if item], plan)] if kept else []

    def anywhere(self, word: str) -> F:
        """The word in the clause, its title or headings."""
        around = [self._of.within(place, word) for place in PLACES[1:]] if len(word) > 1 else []
        return self._of.any_of([self._of.having("words", word), *around])


def longest(words: Iterable[str]) -> tuple[str, ...]:
    """The words that are part of no other one."""
    held = tuple(words)
    return tuple(word for word in held if not any(word in other for other in held if word != other))


def is_one_of_terms(node: Node) -> bool:
    """Whether a clause that contains any of the terms has all of this, wherever else the others stand."""
    items = node.items if isinstance(node, Or) else (node,)
    return all(isinstance(item, Leaf) and item.field is None for item in items)


def _scopes(filters: Filters) -> tuple[str, ...]:
    versions = (True,) if filters.latest_only else (True, False)
    return tuple(scope(seen, latest=latest) for seen in filters.visibility for latest in versions)


def _shown(value: str) -> str:
    """A value as a query may name it."""
    return GENRE_LABELS.get(value, value)
