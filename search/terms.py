"""The matters of a question: each with the wordings by which documents may name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from search.folding import squeeze
from search.lay_words import lay_places, lay_words
from search.question import Asked, Question
from search.stop_words import stop_words
from search.synonyms import Synonyms
from search.word_classes import Tagged, tagged_words

LONGEST_GROUP = 4
"""Words that may together be one wording of the table of synonyms."""

_WEIGHTS = {
    "n": 1.0,
    "j": 1.0,
    "l": 1.0,
    "i": 1.0,
    "e": 1.0,
    "v": 0.7,
    "a": 0.5,
    "b": 0.6,
    "z": 0.4,
    "s": 0.5,
    "t": 0.5,
}
"""First letter of a word's class to what it tells; words of other classes tell nothing."""
_IDENTIFIER = re.compile(r"\d{4,}")


@dataclass(frozen=True, slots=True)
class Term:
    """One matter of a question.

    Attributes:
        text: the question's word for it, squeezed.
        forms: other wordings.
        weight: how much it tells beside its rarity: 1 for a thing, less for an action or a quality.
        must: a statement that lacks it says something else.
        turns: the question takes it for granted of its neighbour (取消某项补贴), so a statement has to say it of that.
    """

    text: str
    forms: tuple[str, ...] = ()
    weight: float = 1.0
    must: bool = False
    turns: bool = False

    @property
    def wordings(self) -> tuple[str, ...]:
        """Its own word and the other ones."""
        return (self.text, *self.forms)


DUTY = Term("负责", ("主管", "牵头", "管理", "监管", "组织实施", "承担", "责任单位"), 0.6)
"""What is asked for by 归谁管."""
_ON_DUTY = re.compile(r"管|负责|牵头|主管|谁办|谁审|谁批")


def terms_of(question: Question) -> tuple[Term, ...]:
    """The matters of a question in their order, each once."""
    found: dict[str, Term] = {}
    for part in question.core.split():
        for term in _of_part(squeeze(part)):
            found.setdefault(term.text, term)
    for quoted in map(squeeze, question.quoted):
        found[quoted] = Term(quoted, must=True)
    if question.asks is Asked.DEPARTMENT and _ON_DUTY.search(question.text):
        found.setdefault(DUTY.text, DUTY)
    return tuple(found.values())


def _of_part(part: str) -> Iterator[Term]:
    """The terms of an unbroken part: everyday wordings first, what lies between them word by word."""
    words = tagged_words(part)
    edges = {0, *accumulate(len(word) for word, _ in words)}
    at = 0
    for match in lay_places(part):
        if not _fits(match, edges):
            continue
        yield from _of_words(_between(words, at, match.start()))
        yield _lay()[match.group()]
        at = match.end()
    yield from _of_words(_between(words, at, len(part)))


def _fits(match: re.Match[str], edges: set[int]) -> bool:
    """Whether an everyday wording is a word here: a short one begins and ends with words, a long one needs neither."""
    ends = (match.start() in edges) + (match.end() in edges)
    return ends == 2 or (ends == 1 and len(match.group()) == 2) or len(match.group()) > 2


def _between(words: list[Tagged], start: int, end: int) -> list[Tagged]:
    """The words from one place to another; one that is cut by an edge keeps what is left of it."""
    out, at = [], 0
    for word, kind in words:
        left = word[max(start - at, 0) : max(end - at, 0)]
        if left:
            out.append((left, kind))
        at += len(word)
    return out


def _of_words(words: list[Tagged]) -> Iterator[Term]:
    at = 0
    while at < len(words):
        size, forms = _group(words[at:])
        text = "".join(word for word, _ in words[at : at + size])
        weight = 1.0 if size > 1 else _weight(text, words[at][1])
        if weight:
            yield Term(text, forms, weight, must=bool(_IDENTIFIER.fullmatch(text)))
        at += size


def _group(words: list[Tagged]) -> tuple[int, tuple[str, ...]]:
    """How many of the first words are one wording of the table of synonyms, and its equals."""
    for size in range(min(LONGEST_GROUP, len(words)), 1, -1):
        whole = "".join(word for word, _ in words[:size])
        forms = _synonyms().alternatives(whole)
        parts = [word for word, _ in words[:size]]
        if forms and not any(map(_synonyms().alternatives, (*parts, "".join(parts[1:]), "".join(parts[:-1])))):
            return size, forms
    return 1, _synonyms().alternatives(words[0][0]) if len(words[0][0]) > 1 else ()


def _weight(word: str, kind: str) -> float:
    if word in stop_words():
        return 0.0
    if _IDENTIFIER.fullmatch(word):
        return 1.5
    return _WEIGHTS.get(kind[0], 0.0) if len(word) > 1 else 0.0


@cache
def _synonyms() -> Synonyms:
    return Synonyms()


@cache
def _lay() -> dict[str, Term]:
    """Each everyday wording to the term that it stands for."""
    words = lay_words().values()
    return {word.text: Term(word.text, word.official, 0.9, must=word.must, turns=word.turns) for word in words}
