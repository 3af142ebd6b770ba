"""The words of a text with their classes, by the tags of the segmenter's dictionary: n noun, v verb, r pronoun."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

Tagged = tuple[str, str]
"""A word and its class."""


def tagged_words(text: str) -> list[Tagged]:
    """The words of a text, in order and without gaps, each with its class."""
    return _tagger()(text)


@cache
def _tagger() -> Callable[[str], list[Tagged]]:
    try:
        import rjieba
    except ImportError:
        return _pure_tagger()
    segmenter = rjieba.Jieba()

    def tag(text: str) -> list[Tagged]:
        found: list[Tagged] = segmenter.tag(text, True)
        return found

    return tag


def _pure_tagger() -> Callable[[str], list[Tagged]]:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)

    def tag(text: str) -> list[Tagged]:
        return [(pair.word, pair.flag) for pair in jieba.posseg.lcut(text)]

    return tag
