"""A query made ready for an engine: what each term is matched by, and what hits are ranked by; pure.

Engines share all of this, so that they find the same clauses and rank them alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from search.citation import ArticleCitation, find_article
from search.folding import squeeze
from search.idle_words import telling_parts
from search.lay_words import lay_places, lay_words
from search.query import And, Field, Leaf, Node, Not, Or, Query, Term, Years, leaves
from search.synonyms import Alternative, Synonyms
from search.tokenizer import Analyser, ranking_characters, ranking_pairs

SENTENCE = 7
"""Characters from which on a single term may be a sentence."""

_TIMED = re.compile(
    r"^(?:[今明去前后本上下]年|近[几两三五]?年来?|目前|最近|(?:19|20)\d{2}年度?|[一二三四]季度|[上下]半年|全年|“?十[一二三四五]五”?(?:时期|期间)?)"
    r"[一-鿿]{2,}"
)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a hit is better for containing.

    Attributes:
        words: words of the wanted terms, each once.
        pairs: pairs of Chinese characters of the wanted terms, each once.
        characters: Chinese characters of the wanted terms, each once.
        phrases: the wanted terms themselves, squeezed.
        article: an article of a law that the query names.
        wordings: forms in the wanted terms, each with other words for it, everyday words with those of documents.
    """

    words: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    article: ArticleCitation | None = None
    wordings: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready to be run.

    Attributes:
        root: the tree without terms that have nothing to match; None matches nothing.
        needles: each term's squeezed text, and its other wordings behind it.
        ranking: what hits are ranked by.
        notes: of the query, and on what is searched besides.
        expanded: word to its other wordings.
    """

    root: Node | None
    needles: dict[Leaf, tuple[str, ...]] = field(default_factory=dict)
    ranking: Ranking = Ranking()
    notes: tuple[str, ...] = ()
    expanded: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def wanted(self) -> tuple[Leaf, ...]:
        """The terms without a field that a hit may contain, each once, in order."""
        return tuple(dict.fromkeys(leaf for leaf in leaves(self.root) if leaf.field is None))

    @property
    def asks_documents(self) -> bool:
        """Whether only documents as wholes are asked for, by title, 文号, year or the like."""
        fields = {leaf.field for leaf in leaves(self.root)}
        return not self.excludes_only and not self.wanted and Field.DEPARTMENT not in fields

    @property
    def restricted(self) -> tuple[Leaf, ...]:
        """The terms that are restricted to a field, each once, in order."""
        return tuple(dict.fromkeys(leaf for leaf in leaves(self.root) if leaf.field is not None))

    @property
    def excludes_only(self) -> bool:
        """Whether nothing is asked for but that something be absent."""
        items = self.root.items if isinstance(self.root, And) else (self.root,)
        return all(isinstance(item, Not) for item in items)


def plan(query: Query, analyser: Analyser, synonyms: Synonyms, *, expand: bool = True) -> Plan:
    """The plan of a query.

    Args:
        query: as parsed.
        analyser: the one that the index was made with.
        synonyms: other wordings.
        expand: search them besides.
    """
    root = _simplified(query.root)
    every = _all_leaves(root)
    may_widen = expand and query.number is None
    widened: set[Leaf] = {leaf for leaf in leaves(root) if may_widen and isinstance(leaf, Term) and leaf.field is None}
    others = {leaf: synonyms.rewordings(squeeze(leaf.text)) for leaf in every if leaf in widened}
    needles = {leaf: (squeeze(leaf.text), *(other.text for other in others.get(leaf, ()))) for leaf in every}
    ranking = replace(_ranking(root, query.text, analyser), wordings=_wordings(others))
    expanded = _expanded(others)
    return Plan(root, needles, ranking, (*query.notes, *_notes(expanded)), expanded)


def _expanded(others: Mapping[Leaf, tuple[Alternative, ...]]) -> dict[str, tuple[str, ...]]:
    """Each form that is put otherwise, as typed where it is a term by itself, to the other words for it."""
    found: dict[str, dict[str, None]] = {}
    for leaf, alternatives in others.items():
        for other in alternatives:
            named = leaf.text if other.form == squeeze(leaf.text) else other.form
            found.setdefault(named, {})[other.other] = None
    return {form: tuple(words) for form, words in found.items()}


def _wordings(others: Mapping[Leaf, tuple[Alternative, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms in the wanted terms with other words for them, which count as said when a hit is ranked."""
    found: dict[str, dict[str, None]] = {}
    for leaf, alternatives in others.items():
        for other in alternatives:
            found.setdefault(other.form, {})[other.other] = None
        for match in lay_places(squeeze(leaf.text)):
            found.setdefault(match.group(), {}).update(dict.fromkeys(lay_words()[match.group()].official))
    return tuple((form, tuple(words)) for form, words in found.items())


def is_relaxable(query: Query) -> bool:
    """Whether a part of the query may count where nothing contains it all: several plain words, or a sentence.

    A word of time in front of a matter (去年养老服务) is a word by itself.

    A 发文字号 is one thing: another document of the same body and year is no answer to it.
    """
    several = isinstance(query.root, And) or len(query.text) >= SENTENCE or _TIMED.search(query.text) is not None
    return query.is_plain and query.number is None and several


def _notes(expanded: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(f"同时检索了“{word}”的其他说法：{'、'.join(others)}。" for word, others in expanded.items())


def _simplified(node: Node | None) -> Node | None:
    """The tree without terms that consist of marks alone."""
    match node:
        case None | Years():
            return node
        case Not(item):
            inner = _simplified(item)
            return Not(inner) if inner else None
        case And(items) | Or(items):
            kept = tuple(item for item in map(_simplified, items) if item)
            return type(node)(kept) if len(kept) > 1 else kept[0] if kept else None
    return node if squeeze(node.text) else None


def _all_leaves(node: Node | None) -> tuple[Leaf, ...]:
    """The terms under a node, the excluded ones as well."""
    match node:
        case None | Years():
            return ()
        case Not(item):
            return _all_leaves(item)
        case And(items) | Or(items):
            return tuple(chain.from_iterable(map(_all_leaves, items)))
    return (node,)


def _ranking(root: Node | None, text: str, analyser: Analyser) -> Ranking:
    wanted = [leaf.text for leaf in leaves(root) if leaf.field is None]
    telling = [part for leaf in wanted for part in telling_parts(leaf)]
    words = dict.fromkeys(word for part in telling for word in analyser.words(part))
    pairs = dict.fromkeys(pair for part in telling for pair in ranking_pairs(part))
    characters = dict.fromkeys(char for part in telling for char in ranking_characters(part))
    phrases = dict.fromkeys(map(squeeze, wanted))
    return Ranking(tuple(words), tuple(pairs), tuple(characters), tuple(phrases), find_article(text))
