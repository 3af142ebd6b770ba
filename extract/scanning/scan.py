"""Several patterns looked for in one walk over a text, each tried only at places where it can start.

A search tries a pattern at every place, or at every one with the right first character; most patterns that name
documents, groups or duties begin with one of few words, of which two characters tell nearly all places apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from extract.scanning.first_characters import first_pairs
from extract.scanning.pattern_tree import ANY

_VERBOSE = re.compile(r"(?P<kept>\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+|\#[^\n]*", re.DOTALL)


def plain(pattern: str) -> str:
    """A verbose pattern without its blanks and comments."""
    return _VERBOSE.sub(lambda match: match["kept"] or "", pattern)


class Scan:
    """Patterns, each of which has first characters (`first_pairs`), that are looked for together."""

    __slots__ = ("_at_pair", "_matchers", "_openings")

    def __init__(self, *patterns: str) -> None:
        """Compiles the patterns, which are without flags."""
        at_pair: defaultdict[str, set[int]] = defaultdict(set)
        for at, pattern in enumerate(patterns):
            for pair in first_pairs(pattern):
                at_pair[pair].add(at)
        self._matchers = tuple(re.compile(pattern).match for pattern in patterns)
        self._openings = re.compile(openings(at_pair))
        self._at_pair = {
            pair.rstrip(ANY): tuple(sorted(found | at_pair.get(pair[0] + ANY, set())))
            for pair, found in at_pair.items()
        }

    def matches(self, text: str) -> tuple[list[re.Match[str]], ...]:
        """For each pattern what its `finditer` finds in `text`."""
        found: tuple[list[re.Match[str]], ...] = tuple([] for _ in self._matchers)
        reached = [0] * len(found)
        at_pair, matchers = self._at_pair, self._matchers
        for opening in self._openings.finditer(text):
            start = opening.start()
            for at in at_pair.get(text[start : start + 2]) or at_pair[text[start]]:
                if start >= reached[at] and (match := matchers[at](text, start)):
                    found[at].append(match)
                    reached[at] = match.end()
        return found


def openings(pairs: Iterable[str]) -> str:
    """A pattern of the first characters of pairs, each with one of its second ones behind it.

    Each alternative starts with a literal, not with a class or a group: else the engine tries every place.
    """
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        seconds[pair[0]].add(pair[1])
    firsts: defaultdict[str, list[str]] = defaultdict(list)
    for first, behind in seconds.items():
        look = "" if ANY in behind else f"(?=[{''.join(map(re.escape, sorted(behind)))}])"
        firsts[look].append(re.escape(first))
    return "|".join(f"{first}{look}" for look, some in firsts.items() for first in some)


def factored(alternatives: Iterable[str]) -> str:
    """The alternatives, each of which starts with a literal character, with those of the same one together."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for one in alternatives:
        rests[one[0]].append(one[1:])
    return "|".join(f"{first}(?:{'|'.join(some)})" for first, some in rests.items())
