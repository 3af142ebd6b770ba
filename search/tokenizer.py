"""One analysis of text for index and query alike.

A text is indexed thrice: its characters (for queries of one character, and for ranking), its overlapping pairs of
characters with their places (a string of two or more stands in the text where its pairs follow each other, whatever
the words are), and its words (for ranking alone). Nothing depends on segmentation for being found.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise

from search.folding import BETWEEN, fold, squeeze

ANALYSER_VERSION = "2"
"""Changes with anything that makes an index differ: folding, pairs, words. An index of another version is rebuilt."""

EDGE = "\x02"
"""Stands before the first character of a clause, so that what a clause begins with can be asked for."""

_LATIN = re.compile(r"[0-9a-z][0-9a-z.]*")  # what the next two look through, which most clauses have little of
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+")  # 2021-2025 -> 2021, 2025; 95.5; a4 -> a, 4
_RUN = re.compile(r"[0-9a-z]+")  # of which those are kept whole that are neither number nor word: a4, pm2
_TELLING = re.compile(r"[0-9a-z㐀-鿿豈-﫿\U00020000-\U0003134f]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003134f]+")
_LATIN_OF_EACH = re.compile(f"{_LATIN.pattern}|{BETWEEN}")
_HAN_OF_EACH = re.compile(f"{_HAN.pattern}|{BETWEEN}")
_MARKS = "\"'《》〈〉"
MAX_WORD = 16
"""Characters of the longest corpus word that is handed to the segmenter."""

Cut = Callable[[str], list[str]]


class Analyser:
    """Cuts text for an index and for its queries.

    Args:
        words: names and terms of the corpus, which are kept whole beside their parts.
        pure: segment with jieba even where rjieba, its fast twin with the same dictionary, is installed.
    """

    def __init__(self, words: Iterable[str] = (), *, pure: bool = False) -> None:
        squeezed = map(squeeze, words)
        self._known = frozenset(word for word in squeezed if 2 <= len(word) <= MAX_WORD and _HAN.fullmatch(word))
        self._segmenter = _pure_cut if pure else _fast_cut

    def words(self, text: str) -> list[str]:
        """The words of a text for ranking: long ones and the shorter ones in them, numbers and Latin words whole."""
        return [word for word in self.tokens(fold(text)) if word != " "]

    def tokens(self, folded: str) -> list[str]:
        """The same of a text that is folded already, with spaces among them, which an index passes over."""
        unmarked = _unmarked(folded)
        han = " ".join(_HAN.findall(unmarked))
        return [*_latin(" ".join(_LATIN.findall(unmarked))), *self._segmenter(self._known)(han)]

    def tokens_of_each(self, folded: str) -> list[str]:
        """The same of folded texts with `BETWEEN` between them, those of each joined with spaces, made at once."""
        unmarked = _unmarked(folded)
        han = " ".join(_HAN_OF_EACH.findall(unmarked)).replace(BETWEEN, "\n")  # which no word goes across
        words = " ".join(self._segmenter(self._known)(han)).split("\n")
        latin = " ".join(_LATIN_OF_EACH.findall(unmarked)).split(BETWEEN)
        return [" ".join((*_latin(runs), found.strip())) for runs, found in zip(latin, words, strict=True)]


def _unmarked(folded: str) -> str:
    """A folded text without the marks that may stand in the middle of a word."""
    for mark in _MARKS:
        folded = folded.replace(mark, "")
    return folded


def _latin(runs: str) -> list[str]:
    """Numbers, Latin words, and what is both."""
    if not runs or runs.isspace():
        return []
    return [*_PLAIN.findall(runs), *(run for run in _RUN.findall(runs) if not (run.isdigit() or run.isalpha()))]


def pairs(squeezed: str) -> list[str]:
    """The overlapping pairs of characters of a squeezed text, in order; the place of a pair is its index."""
    return [one + other for one, other in pairwise(squeezed)]


def joined_pairs(squeezed: str) -> str:
    """The same with spaces between them, made at once: indexing spends much of its time here."""
    codes = array("I", squeezed.encode("utf-32-le"))
    spaced = array("I", b"\x20\0\0\0") * (3 * max(len(codes) - 1, 0))
    spaced[0::3], spaced[1::3] = codes[:-1], codes[1:]
    return spaced.tobytes().decode("utf-32-le")


def joined_pairs_of_each(squeezed: str) -> list[str]:
    """The same of squeezed texts with `BETWEEN` between them, each with `EDGE` before it."""
    spaced = joined_pairs(EDGE + squeezed.replace(BETWEEN, BETWEEN + EDGE))
    *others, last = spaced.split(f"{BETWEEN} {BETWEEN}{EDGE} ")
    return [*(other[:-1] for other in others), last]  # without the half of a pair that the end of the text left over


def ranking_pairs(text: str) -> list[str]:
    """The pairs of a text that tell something: within runs of letters, at least one of the two Chinese."""
    return [pair for run in _TELLING.findall(squeeze(text)) for pair in pairs(run) if not pair.isascii()]


def ranking_characters(text: str) -> list[str]:
    """The Chinese characters of a text."""
    return [char for run in _HAN.findall(squeeze(text)) for char in run]


@lru_cache(maxsize=4)
def _fast_cut(words: frozenset[str]) -> Cut:
    try:
        import rjieba
    except ImportError:
        return _pure_cut(words)
    segmenter = rjieba.Jieba()
    for word in words:
        segmenter.add_word(word, None, None)

    def cut(run: str) -> list[str]:
        found: list[str] = segmenter.cut_for_search(run, True)
        return found

    return cut


@lru_cache(maxsize=4)
def _pure_cut(words: frozenset[str]) -> Cut:
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    segmenter = jieba.Tokenizer()
    for word in words:
        segmenter.add_word(word)

    def cut(run: str) -> list[str]:
        found: list[str] = segmenter.lcut_for_search(run, True)
        return found

    return cut
