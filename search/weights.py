"""How much each part of a match counts; measured by `bench.ranking`, not felt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of the parts of a score.

    Attributes:
        word, pair, character: a word, a pair of characters, a character in the clause (BM25).
        title, heading: a pair of characters in the title, in the headings (BM25).
        phrase, title_phrase: the wanted term as a whole in the clause, in the title (fixed).
        other_wording: another wording of a wanted term in the clause (BM25 of its pairs).
        article: the very article that the query names (fixed, above all else).
        coverage: share of the query that the clause with its title and headings covers (share of the best score).
        further: further hits of a document, where documents are ranked (share of their scores).
        longest_phrase: characters of the longest term that counts as a phrase.
    """

    word: float = 1.0
    pair: float = 1.0
    character: float = 0.3
    title: float = 0.4
    heading: float = 0.4
    phrase: float = 3.0
    title_phrase: float = 2.0
    other_wording: float = 0.7
    article: float = 1000.0
    coverage: float = 1.0
    further: float = 0.1
    longest_phrase: int = 24


WEIGHTS = Weights()
