"""Sentences of a clause: cut after closing marks, never inside 《》, brackets or quotation marks, never in a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import Sentence, Span

_OPEN = {"(": ")", "[": "]", "《": "》", "〈": "〉"}
_CLOSE = frozenset(_OPEN.values())
_TOKEN = re.compile(
    r"""
    [(\[《〈)\]》〉"。！!?;.]                 # marks that open and close, and marks that end a sentence
    (?: (?<=[。！!?;]) [。！!?;]*
      | (?<=[^.])
      | (?<=[一-龥%)\]》"]\.)(?=[ ]*(?:[一-龥"《(]|$))   # a dot for 。, not in 3.5, not behind 1
    )
    """,
    re.VERBOSE,
)
_STOPS = frozenset(("。", "!", "?", ";"))
_NUMBER = re.compile(r"[\d一二三四五六七八九十百]+")
_SHORTEST_REMARK = 4
_NEVER_FIRST = frozenset(",。;:、!?)的等")
"""What no quotation begins with."""
_SAID = re.compile(r"(?:[:,出调明定求示]|(?:提出|反映|提到)的)$")
"""What leads to the words of another: 规划提出"…。…", 您提出的"…。…"."""
_LONGEST_INSIDE = 400
"""A bracket that does not close within so many characters was never meant to be one."""


def split(folded: str, span: Span) -> tuple[Sentence, ...]:
    """The sentences of `folded` inside `span`, each with its closing mark, without blanks at the ends.

    Args:
        folded: the folded text (`matching.fold`).
        span: a clause.
    """
    cuts = (*_cuts(folded, span), span.end)
    found: list[Sentence] = []
    start = span.start
    for cut in cuts:
        piece = folded[start:cut]
        if words := piece.strip():
            start += len(piece) - len(piece.lstrip())
            found.append(Sentence(Span(start, start + len(words))))
        start = cut
    return tuple(found)


def _cuts(folded: str, span: Span) -> Iterator[int]:
    """Offsets behind closing marks that end a sentence."""
    words = span.of(folded)
    at = 0
    while match := _TOKEN.search(words, at):
        mark, at = match.group(), match.end()
        if mark in _OPEN or mark == '"':
            at = _behind_pair(words, match.start())
        elif mark not in _CLOSE:
            at = _behind_closers(words, at)
            yield span.start + at
            continue
        if _ends_sentence(words, at, match.start()) or _is_remark(words, at, match.start()):
            yield span.start + at


def _behind_pair(words: str, start: int) -> int:
    """The offset behind the mark that closes the one at `start`; right behind it if nothing closes it."""
    mark = words[start]
    if mark == '"':
        end = words.find('"', start + 1, start + _LONGEST_INSIDE)
        return end + 1 if end > 0 and _is_quotation(words, start, end) else start + 1
    limit, closing = start + _LONGEST_INSIDE, _OPEN[mark]
    end = words.find(closing, start, limit)
    if end > 0 and words.find(mark, start + 1, end) > 0:  # one pair inside the other
        end = max(end, words.find(closing, end + 1, limit))
    return end + 1 if end > 0 else start + 1


def _is_quotation(words: str, start: int, end: int) -> bool:
    """Whether two marks belong together: what is quoted holds no full stop inside, unless a verb of saying leads to it.

    Pages lose marks: in 互联网+”医疗。促进互联网+” two closing marks are left of two quotations, and a mark right
    before a comma opens none.
    """
    if words[start + 1 : start + 2] in _NEVER_FIRST:
        return False
    return words.find("。", start, end - 1) < 0 or _SAID.search(words, max(0, start - 3), start) is not None


def _behind_closers(words: str, at: int) -> int:
    """Past quotation marks and brackets that close behind a closing mark."""
    while at < len(words) and words[at] in ')]》〉"' and (words[at] != '"' or _is_closing_quote(words, at)):
        at += 1
    return at


def _is_closing_quote(words: str, at: int) -> bool:
    """Whether the quotation mark at `at` ends a quotation: an odd number of them stands before it."""
    return words.count('"', max(0, at - _LONGEST_INSIDE), at) % 2 == 1


def _is_remark(words: str, at: int, start: int) -> bool:
    """Whether the bracket from `start` to `at` stands between two sentences: …。(市水务局负责)推进…."""
    inside = words[start + 1 : at - 1]
    if words[start] not in "([" or words[at - 1] not in ")]" or len(inside) < _SHORTEST_REMARK:
        return False
    behind = words[at : at + 2].lstrip(" \t")[:1]
    if not behind or behind in "\n,、;:。!?.)]》" or _NUMBER.fullmatch(inside):
        return False
    return words[max(0, start - 2) : start].rstrip(" \t")[-1:] in _STOPS


def _ends_sentence(words: str, at: int, start: int) -> bool:
    """Whether what was quoted or bracketed ended with a full stop and the text behind it begins anew."""
    inside_ends = at - start > 2 and words[at - 2 : at - 1] in set("。!?")
    behind = words[at : at + 1]
    return inside_ends and words[at - 1] == '"' and bool(behind) and behind not in ',、;:。!?.)]》的和与等是"'
