"""How much each part of a match counts; measured by `bench.ranking`, not felt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors of the parts of a score.

    Attributes of the engine's own score, which finds the hits that are looked at again:
        word, pair, character: a word, a pair of characters, a character in the clause (BM25).
        title, heading: a pair of characters in the title, in the headings (BM25).
        phrase, title_phrase: the wanted term as a whole in the clause, in the title (fixed).
        other_wording: another wording of a wanted term in the clause (BM25 of its pairs).
        article: the very article that the query names (fixed, above all else).
        longest_phrase: characters of the longest term that counts as a phrase.

    Attributes of the second look, as shares of the best score of the engine:
        coverage, coverage_of_characters: the share of the query's pairs, of its characters, that the clause with its
            title and headings holds, by their rarity.
        figures: the share of the query's things named by a figure (128路) that stand there.
        other_figures: how far other things of the same kind (126路) stand there in their stead; taken off.
        substance: how far the clause is long enough to say something, so that a bare heading comes behind.
        repeated: how often the query's characters stand in the clause, for its length (BM25).
        document: how well all hits of the document together fit, for its length (BM25), where clauses are ranked.
        whole_document: the same where documents are ranked.
        coverage_of_document: the share of the query's pairs that all hits of the document hold, where documents are
            ranked.
        runs: the share of the query's runs of four characters that stand there, where documents are ranked.
        opening: the share of the query's pairs that the beginning of the clause holds, as far as hits are documents by
            themselves.
        same_title: how well all hits under the title of the clause together fit (BM25), as far as hits are of works
            that are cut into several documents.
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
    longest_phrase: int = 24
    coverage: float = 1.2
    coverage_of_characters: float = 0.5
    figures: float = 0.3
    other_figures: float = 1.2
    substance: float = 0.7
    repeated: float = 1.0
    document: float = 1.3
    whole_document: float = 3.5
    coverage_of_document: float = 3.0
    runs: float = 1.0
    opening: float = 0.8
    same_title: float = 2.0


WEIGHTS = Weights()
