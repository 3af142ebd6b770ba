"""The form of a text that index and query are compared in.

Folded text is as long as the text: width, brackets, dashes and quotation marks as `corpus.unified.fold` has them,
letters small, traditional characters simplified. Squeezed text is folded text without what a reader does not see as
part of the words: white space, quotation marks and title marks, so that 十四五规划 finds “十四五”规划.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources

from corpus.unified import fold as unify

BETWEEN = "\x7f"
"""Stands between texts that are worked on together, for which it must stand in none of them; JSON keeps it as it is."""

_UNSEEN = " \t\n\"'《》〈〉"
_HIDDEN = re.compile(f"[{_UNSEEN}]")


@cache
def _folded() -> dict[int, str]:
    """What each character becomes that changes: width, brackets, case, traditional forms, lone surrogates."""
    simple = _simplified()
    table = {code: unify(chr(code)) for code in range(0x10000)} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    lowered = {code: char.lower() if len(char.lower()) == 1 else char for code, char in table.items()}
    return {code: into for code, char in lowered.items() if (into := simple.get(char, char)) != chr(code)}


@cache
def _changing() -> re.Pattern[str]:
    """Finds the characters that change: some in a hundred, so that looking for them is faster than asking of each."""
    return re.compile(f"[{re.escape(''.join(map(chr, _folded())))}]")


def _simplified() -> dict[str, str]:
    """Traditional characters to simplified ones, where one becomes one."""
    table = resources.files("search").joinpath("traditional.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {old: simple for simple, many in rows for old in many}


def fold(text: str) -> str:
    """`text` as it is compared; same length, same offsets."""
    table = _folded()
    return _changing().sub(lambda found: table[ord(found[0])], text)


def squeeze(text: str) -> str:
    """`text` as it is matched: folded, without white space, quotation and title marks."""
    return seen(fold(text))


def squeeze_each(texts: Sequence[str]) -> list[str]:
    """The same of many texts at once, which takes two thirds of the time."""
    squeezed = squeeze(BETWEEN.join(texts)).split(BETWEEN)
    return squeezed if len(squeezed) == len(texts) else list(map(squeeze, texts))


@lru_cache(maxsize=4096)
def squeezed_once(text: str) -> str:
    """The same of a title or headings, which many clauses share."""
    return squeeze(text)


def seen(folded: str) -> str:
    """A folded text without what is not seen in it."""
    for char in _UNSEEN:
        folded = folded.replace(char, "")
    return folded


def seen_offsets(folded: str) -> Sequence[int]:
    """For each character of the squeezed text, its offset in the folded text that it comes from."""
    if not _HIDDEN.search(folded):
        return range(len(folded))
    return [at for at, char in enumerate(folded) if char not in _UNSEEN]


def occurrences(needle: str, haystack: str) -> Iterator[int]:
    """The offsets at which a string stands in another, overlapping ones left out."""
    at = haystack.find(needle)
    while needle and at >= 0:
        yield at
        at = haystack.find(needle, at + len(needle))
