"""Words of everyday talk and the words of documents that mean the same or answer them (`lay_words.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from search.folding import squeeze
from search.rows import rows


@dataclass(frozen=True, slots=True)
class LayWord:
    """An everyday wording.

    Attributes:
        text: squeezed.
        official: what documents say for it, squeezed; one way only.
        must: a statement that lacks it says something else.
        turns: what it is said of has to be the same in question and statement.
    """

    text: str
    official: tuple[str, ...]
    must: bool = False
    turns: bool = False


@cache
def lay_words() -> dict[str, LayWord]:
    """Each everyday wording of the table."""
    out: dict[str, LayWord] = {}
    for lay, official, must, _ in rows("lay_words.tsv"):
        forms = tuple(map(squeeze, official.split("|")))
        for text in map(squeeze, lay.split("|")):
            known = out[text].official if text in out else ()
            others = (*known, *(other for other in forms if other != text))
            out[text] = LayWord(text, others, must=bool(must), turns=must == "turn")
    return out


def lay_places(text: str) -> Iterator[re.Match[str]]:
    """Where everyday wordings stand in a squeezed text, the longest at each place."""
    return _pattern().finditer(text)


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(lay_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
